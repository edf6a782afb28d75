/** @jsxRuntime automatic @jsxImportSource preact */
/** The days of a sweep: how its seeds spread at one grid point, and a choice of the point. */
import type { FanDay } from '../../study/analysis/fan-format.ts';
import { Fan, fanDomain } from './charts/fan.tsx';
import { groupsOf, isNothing, shownAs, unitOf, type FanGroup, type FanPoint } from './fan-data.ts';
import { Figure, Panel } from './figure.tsx';
import { numbers, texts } from '../table.tsx';
import { listed } from './words.ts';

export const FANS = 'spread-by-day';

/** The address of a point's fans. */
export const fanAddress = (point: number): string => `#${FANS}?point=${String(point)}`;

interface FanParts {
  /** The days of this point alone. */
  readonly days: readonly FanDay[];
  readonly at: FanPoint;
}

export function FanFigure({ days, at: { point, name } }: FanParts) {
  const groups = groupsOf(days);
  const drawn = groups.filter((group) => !isNothing(group));
  const nothing = groups.filter(isNothing).map((group) => group.name);
  const lastDay = Math.max(0, ...days.map(({ day }) => day));
  const says = fansSay(groups, name);
  return (
    <Figure
      id={FANS}
      address={fanAddress(point)}
      title="How the seeds spread from day to day"
      says={`${says}${nothing.length === 0 ? '' : ` Zero on every day: ${listed(nothing)}.`}`}
      table={{
        columns: [
          ...texts('what', 'arm'),
          ...numbers('day', 'runs', 'median', 'a quarter below', 'a quarter above'),
          ...numbers('a tenth below', 'a tenth above'),
        ],
        rows: groups.flatMap(({ name: what, series, arms }) =>
          arms.flatMap((fan) =>
            fan.days.map(({ arm, day, runs, q10, q25, q50, q75, q90 }) => [
              ...[`${what}, ${unitOf[series]}`, arm, String(day), String(runs)],
              ...[q50, q25, q75, q10, q90].map((value) => shownAs(value, series)),
            ]),
          ),
        ),
      }}
    >
      {drawn.length === 0
        ? null
        : drawn.map((group) => (
            <Panel key={group.name} name={group.name}>
              <Fan
                group={group}
                label={`${group.name} at ${name}, day by day over the seeds`}
                domain={fanDomain(drawn.filter(({ series }) => series === group.series))}
                lastDay={lastDay}
              />
            </Panel>
          ))}
    </Figure>
  );
}

/** Where δ ends, in words. */
function fansSay(groups: readonly FanGroup[], name: string): string {
  const ends = (groups.find(({ series }) => series === 'delta')?.arms ?? []).flatMap(({ arm, days }) => {
    const end = days.at(-1);
    if (end === undefined) return [];
    const { runs, q25, q50, q75 } = end;
    return [
      `${shownAs(q50, 'delta')} % in the arm ${arm} (${String(runs)} seeds, half of them between ${shownAs(q25, 'delta')} and ${shownAs(q75, 'delta')})`,
    ];
  });
  const told = ends.length === 0 ? '' : ` The median of δ ends at ${listed(ends)}.`;
  const [desk] = groups.find(({ series }) => series !== 'delta')?.arms ?? [];
  const desks = desk === undefined ? '' : ` Mids and inventory are those of the arm ${desk.arm}.`;
  return `At ${name}.${told} The line is the median seed, the dark band holds half of the seeds, the light one eight in ten.${desks}`;
}
