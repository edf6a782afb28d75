/** @jsxRuntime automatic @jsxImportSource preact */
/** The fans of a sweep, one grid point at a time, as it is asked for or by its address. */
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FanDay } from '../../../study/analysis/fan-format.ts';
import { Choice } from '../../choice.tsx';
import { useHash } from '../../hash.ts';
import { fromColumns } from '../columns.ts';
import type { FanData } from '../fan-data.ts';
import { FanFigure, fanAddress, FANS } from '../fan-figures.tsx';

/** The point that an address names, as in `#spread-by-day?point=3`. */
const asked = (): number | null => {
  const [, query] = new RegExp(`^#${FANS}\\?(.*)$`).exec(location.hash) ?? [];
  const point = new URLSearchParams(query ?? '').get('point');
  return point === null ? null : Number(point);
};

function Fans({ fans: { points, days }, first }: { readonly fans: FanData; readonly first: number }) {
  const all = useMemo(() => fromColumns<FanDay>(days), [days]);
  const [chosen, setChosen] = useState(asked() ?? first);
  const at = points.find(({ point }) => point === chosen) ?? points.find(({ point }) => point === first);
  const follow = (): void => {
    const point = asked();
    if (point === null) return;
    setChosen(point);
    document.getElementById(FANS)?.scrollIntoView();
  };
  useHash(follow);
  useEffect(follow, []);
  if (at === undefined) return null;
  return (
    <>
      {points.length < 2 ? null : (
        <form class="controls no-print" aria-label="Which point is drawn">
          <Choice
            label="grid point"
            name="point"
            chosen={String(at.point)}
            options={points.map(({ point, name }) => [String(point), name])}
            onChoose={(value) => {
              setChosen(Number(value));
              history.replaceState(null, '', fanAddress(Number(value)));
            }}
          />
        </form>
      )}
      <FanFigure at={at} days={all.filter(({ point }) => point === at.point)} />
    </>
  );
}

/** Takes over from the picture that the page came with. */
export function startFans(fans: FanData, home: HTMLElement): void {
  const first = Number(home.dataset['point']);
  home.replaceChildren();
  render(<Fans fans={fans} first={first} />, home);
}
