/** @jsxRuntime automatic @jsxImportSource preact */
/** The maps of a sweep with many points, one at a time as it is asked for. */
import { useMemo, useState } from 'preact/hooks';
import { Choice } from '../../choice.tsx';
import { measuresOf } from '../charts/heat.tsx';
import { fromColumns } from '../columns.ts';
import { MapFigure, PointsTable, pointsTitle } from '../grid-figures.tsx';
import type { MapData } from '../pair-data.ts';
import type { GridMean } from '../read-sweep.ts';

/** One map at a time, and every point behind it. */
export function Maps({ maps }: { readonly maps: MapData }) {
  const points = useMemo(() => fromColumns<GridMean>(maps.points), [maps]);
  const measures = useMemo(() => measuresOf(maps.grid), [maps]);
  const [first] = measures;
  const [chosen, setChosen] = useState(first?.key);
  const [isOpen, setOpen] = useState(false);
  const measure = measures.find(({ key }) => key === chosen) ?? first;
  return (
    <>
      <form class="controls no-print" aria-label="Which map is drawn">
        <Choice
          label="map of"
          name="measure"
          chosen={measure?.key ?? ''}
          options={measures.map(({ key, title }) => [key, title])}
          onChoose={(value) => {
            setChosen(measures.find(({ key }) => key === value)?.key);
          }}
        />
      </form>
      {measure === undefined ? null : <MapFigure measure={measure} maps={{ points, grid: maps.grid }} />}
      <details
        id="points"
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
        }}
      >
        <summary>{pointsTitle(points)}</summary>
        {isOpen ? <PointsTable means={points} arms={maps.grid} /> : null}
      </details>
    </>
  );
}
