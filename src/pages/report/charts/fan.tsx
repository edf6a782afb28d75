/** @jsxRuntime automatic @jsxImportSource preact */
/** How seeds spread from day to day: the median as a line, half of the seeds and eight in ten of them as bands. */
import type { FanDay } from '../../../study/analysis/fan-format.ts';
import { Lines, rightFor, type Line } from '../../plot/lines.tsx';
import { area, Plot, valueAxis } from '../../plot/plot.tsx';
import { linear, roundDomain } from '../../plot/scale.ts';
import { shownAs, unitOf, type FanGroup } from '../fan-data.ts';
import { dayAxis, dayScale } from './days.tsx';
import { armColours } from './look.ts';

const fanSays = ({ arm, day, series, q10, q25, q50, q75, q90 }: FanDay): string =>
  `day ${String(day)}, ${arm}: ${shownAs(q50, series)} (${shownAs(q25, series)} to ${shownAs(q75, series)}; ` +
  `${shownAs(q10, series)} to ${shownAs(q90, series)})`;

interface FanParts {
  readonly group: FanGroup;
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly lastDay: number;
}

/** The y axis of all fans of one kind. */
export const fanDomain = (groups: readonly FanGroup[]): [number, number] =>
  roundDomain(
    groups.flatMap(({ series, arms }) =>
      arms.flatMap(({ days }) =>
        days.flatMap(({ q10, q90 }) => (series === 'delta' ? [100 * q10, 100 * q90] : [q10, q90])),
      ),
    ),
  );

export function Fan({ group: { series, arms }, label, domain, lastDay }: FanParts) {
  const names = arms.map(({ arm }) => (arms.length > 1 ? arm : ''));
  const frame = area({ top: 26, left: 50, right: rightFor(names) });
  const x = dayScale(frame, lastDay);
  const y = linear(domain, [frame.bottom, frame.top]);
  const lines = arms.map(({ arm, days }, i): Line => {
    const line = (of: 'q10' | 'q25' | 'q50' | 'q75' | 'q90') =>
      days.map((day) => [x.at(day.day + 0.5), y.at(series === 'delta' ? 100 * day[of] : day[of])] as const);
    return {
      name: names[i] ?? '',
      colour: armColours[arm],
      points: line('q50'),
      says: days.map(fanSays),
      bands: [
        [line('q90'), line('q10')],
        [line('q75'), line('q25')],
      ],
    };
  });
  return (
    <Plot area={frame} label={label} x={dayAxis(x)} y={valueAxis(unitOf[series], y)}>
      <Lines area={frame} lines={lines} />
    </Plot>
  );
}
