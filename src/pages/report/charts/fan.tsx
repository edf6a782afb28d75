/** @jsxRuntime automatic @jsxImportSource preact */
/** How seeds spread from day to day: the median as a line, half of the seeds and eight in ten of them as bands. */
import type { FanDay } from '../../../study/analysis/fan-format.ts';
import { spreadLabels, linear, roundDomain } from '../../plot/scale.ts';
import { area, between, marked, path, place, Plot, valueAxis } from '../../plot/plot.tsx';
import { shownAs, unitOf, type FanGroup } from '../fan-data.ts';
import { dayAxis, dayScale } from './days.tsx';
import { armColours } from './look.ts';

export const fanSays = ({ arm, day, series, q10, q25, q50, q75, q90 }: FanDay): string =>
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
  const frame = area({ top: 26, left: 50, right: arms.length > 1 ? 62 : 12 });
  const x = dayScale(frame, lastDay);
  const y = linear(domain, [frame.bottom, frame.top]);
  const scaled = (value: number): number => y.at(series === 'delta' ? 100 * value : value);
  const line = (days: readonly FanDay[], of: 'q10' | 'q25' | 'q50' | 'q75' | 'q90') =>
    days.map((day) => [x.at(day.day + 0.5), scaled(day[of])] as const);
  const ends = arms.map(({ days }) => scaled(days.at(-1)?.q50 ?? 0));
  const labels = spreadLabels(ends, 13, [frame.top, frame.bottom]);
  return (
    <Plot area={frame} label={label} x={dayAxis(x)} y={valueAxis(unitOf[series], y)}>
      {arms.map(({ arm, days }, i) => (
        <g key={arm}>
          <path
            aria-hidden="true"
            class="band"
            d={between(line(days, 'q90'), line(days, 'q10'))}
            fill={armColours[arm]}
          />
          <path
            aria-hidden="true"
            class="band"
            d={between(line(days, 'q75'), line(days, 'q25'))}
            fill={armColours[arm]}
          />
          <path aria-hidden="true" class="line" d={path(line(days, 'q50'))} stroke={armColours[arm]} />
          {days.map((day) => (
            <circle
              key={day.day}
              {...marked(fanSays(day))}
              cx={place(x.at(day.day + 0.5))}
              cy={place(scaled(day.q50))}
              r={2.5}
              fill={armColours[arm]}
            />
          ))}
          {arms.length > 1 ? (
            <text aria-hidden="true" class="tick" x={frame.right + 4} y={place((labels[i] ?? 0) + 4)}>
              {arm}
            </text>
          ) : null}
        </g>
      ))}
    </Plot>
  );
}
