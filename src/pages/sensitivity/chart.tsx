/** @jsxRuntime automatic @jsxImportSource preact */
/** The picture: the effect of what is compared and its interval, a line for each reading. */
import { last } from '../../core/list.ts';
import { nameOf } from '../../study/sensitivity/readings.ts';
import type { Outcome } from '../../study/sensitivity/run.ts';
import { marked, place } from '../plot/plot.tsx';
import { Rows } from '../plot/rows.tsx';
import { intervalText } from '../report/effect-data.ts';
import { fixed } from '../report/words.ts';

/** Told by shape as well as by colour: a triangle points to where the effect lies, a ring is no finding. */
const kinds = {
  lowers: { words: 'lowers defaults', colour: 'var(--good)', shape: 'M-5,-6l11,6l-11,6Z' },
  raises: { words: 'raises defaults', colour: 'var(--bad)', shape: 'M5,-6l-11,6l11,6Z' },
  none: { words: 'no finding', colour: 'var(--ink-2)', shape: 'M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0Z' },
} as const;

const kindOf = ({ overall: { isFinding, mean } }: Outcome) =>
  !isFinding ? kinds.none : mean > 0 ? kinds.lowers : kinds.raises;

interface ChartParts {
  readonly outcomes: readonly Outcome[];
  /** What the effect is of, as `market making`. */
  readonly of: string;
}

export function EffectChart({ outcomes, of }: ChartParts) {
  const rows = outcomes.filter(({ overall }) => overall.pairs > 0);
  return (
    <Rows
      label={`The effect of ${of} on the default rate with its interval, a line for each reading`}
      title={`fewer defaults with ${of}, percentage points →`}
      values={rows.flatMap(({ overall: { mean, low, high } }) =>
        [mean, low ?? mean, high ?? mean].map((value) => 100 * value),
      )}
      rows={rows}
      nameOf={shortName}
      draw={(outcome, x, y) => {
        const { mean, low, high } = outcome.overall;
        const kind = kindOf(outcome);
        return (
          <>
            {low === null || high === null ? null : (
              <line
                aria-hidden="true"
                x1={place(x(100 * low))}
                x2={place(x(100 * high))}
                y1={y}
                y2={y}
                stroke={kind.colour}
                stroke-width={3}
              />
            )}
            <path
              {...marked(
                `${shortName(outcome)}: ${fixed(100 * mean)} (${intervalText(low, high)}), ${kind.words}`,
              )}
              d={kind.shape}
              fill={kind === kinds.none ? 'var(--paper)' : kind.colour}
              stroke={kind.colour}
              stroke-width={2}
              transform={`translate(${String(place(x(100 * mean)))},${String(y)})`}
            />
          </>
        );
      }}
    />
  );
}

/** `SET-06R clearing: sequential`, as there is little room. */
const shortName = ({ reading }: Outcome): string =>
  reading.settings
    .map(({ ruling, value }) => `${ruling.clause} ${lastStep(ruling.path)}: ${value}`)
    .join(' + ') || nameOf(reading);

const lastStep = (path: string): string => last(path.split('.'));
