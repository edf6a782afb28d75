/** @jsxRuntime automatic @jsxImportSource preact */
/** Defaults by day and recovery: a square for each tenth, as large as the face that fell due there. SET-04. */
import { linear } from '../../plot/scale.ts';
import { groupBy } from '../../../core/list.ts';
import { area, marked, place, Plot, valueAxis } from '../../plot/plot.tsx';
import type { Default } from '../read-run.ts';
import { counted, fixed } from '../words.ts';
import { dayAxis, dayScale } from './days.tsx';
import { ink } from './look.ts';

interface DefaultCell {
  readonly day: number;
  /** The tenth of its recovery rates: 3 is from 30 % to below 40 %. */
  readonly tenth: number;
  readonly liabilities: number;
  readonly due: number;
}

const TENTHS = 10;

export function defaultCells(defaults: readonly Default[]): DefaultCell[] {
  const tenthOf = ({ recovery }: Default): number => Math.min(TENTHS - 1, Math.floor(recovery * TENTHS));
  return [...groupBy(defaults, (one) => `${String(one.day)} ${String(tenthOf(one))}`).values()].flatMap(
    (group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          day: first.day,
          tenth: tenthOf(first),
          liabilities: group.length,
          due: group.reduce((sum, { due }) => sum + due, 0),
        },
      ];
    },
  );
}

const cellSays = ({ day, tenth, liabilities, due }: DefaultCell): string =>
  `day ${String(day)}, recovery ${String(10 * tenth)} to ${String(10 * tenth + 10)} %: ` +
  `${counted(liabilities, 'liability', 'liabilities')}, due ${fixed(due)}`;

interface DefaultsParts {
  readonly label: string;
  readonly defaults: readonly Default[];
  readonly lastDay: number;
}

export function DefaultsPanel({ label, defaults, lastDay }: DefaultsParts) {
  const frame = area({ top: 26 });
  const x = dayScale(frame, lastDay);
  const y = linear([0, 100], [frame.bottom, frame.top]);
  const cells = defaultCells(defaults);
  const most = Math.max(...cells.map(({ due }) => due));
  const side = Math.min(x.at(1) - x.at(0), y.at(0) - y.at(10));
  return (
    <Plot area={frame} label={label} x={dayAxis(x)} y={valueAxis('recovery rate, percent', y)}>
      {cells.map((cell) => {
        const size = Math.max(2, side * Math.sqrt(cell.due / most));
        return (
          <rect
            key={`${String(cell.day)} ${String(cell.tenth)}`}
            {...marked(cellSays(cell))}
            x={place(x.at(cell.day + 0.5) - size / 2)}
            y={place(y.at(10 * cell.tenth + 5) - size / 2)}
            width={place(size)}
            height={place(size)}
            fill={ink.purple}
          />
        );
      })}
    </Plot>
  );
}
