/** @jsxRuntime automatic @jsxImportSource preact */
/** Twenty seeds, with the interval as they come in. BAL-11R. */
import { meanOf, noInterval } from '../../run/metrics/effects.ts';
import { placesOf, ticks } from '../plot/scale.ts';
import { DataTable, numbers, texts } from '../table.tsx';
import { points } from '../report/words.ts';
import type { Compared, Seeds } from './work.ts';

/** As wide as a phone, where its text is read as it is. */
const WIDTH = 360;
const ROW = 58;
const LEFT = 8;
/** Below the rows: the numbers of the axis, and its title. */
const BELOW = 40;

/** What a comparison asks. */
const questions: Readonly<Record<string, string>> = {
  'passive-active': 'passive − active: the whole market',
  'passive-backstop': 'passive − backstop: the VBTs alone',
  'backstop-active': 'backstop − active: what dealers add',
};
const nameOf = ({ comparison }: Compared): string =>
  questions[comparison.join('-')] ?? comparison.join(' − ');

export function TwentySeeds({ seeds }: { readonly seeds: Seeds }) {
  const { compared, done, all, failed } = seeds;
  return (
    <section aria-labelledby="seeds-title">
      <h2 id="seeds-title">
        {all} seeds{done < all ? <span class="quiet">, {done} so far</span> : null}
      </h2>
      <p id="finding">{compared.map((row) => saysOf(row)).join(' ')}</p>
      {failed === 0 ? null : (
        <p class="note">
          In {failed} of {done} seeds an arm failed; these are left out.
        </p>
      )}
      <Strips compared={compared} />
      <DataTable
        label="effects over the seeds"
        columns={[...texts('comparison'), ...numbers('seeds', 'mean effect', 'from', 'to')]}
        rows={compared.map((row) => {
          const { effect } = row.answered;
          return [
            nameOf(row),
            String(effect.pairs),
            points(meanOf(effect)),
            points(effect.low),
            points(effect.high),
          ];
        })}
      />
      <p class="quiet">
        Effects are differences of default rates in percentage points: above zero, the second arm has fewer
        defaults. Dots are seeds, the bar is the mean, the band its 95 % interval over the seeds. It is valid
        once all seeds have run.
      </p>
      <details>
        <summary>Every digit</summary>
        <DataTable
          label="effects, every digit"
          columns={[
            ...texts('comparison'),
            ...numbers('seeds', 'mean_effect', 'interval_low', 'interval_high'),
          ]}
          rows={compared.map(({ comparison, answered: { effect } }) => [
            comparison.join(' - '),
            ...[effect.pairs, meanOf(effect), effect.low, effect.high].map((value) =>
              value === null ? '' : String(value),
            ),
          ])}
        />
      </details>
    </section>
  );
}

function saysOf(row: Compared): string {
  const { effect } = row.answered;
  const [name = ''] = nameOf(row).split(':');
  const mean = meanOf(effect);
  if (mean === null) return `${name}: no seed could be compared.`;
  if (effect.low === null || effect.high === null) return `${name}: ${noInterval(effect)}.`;
  const interval = `95 % interval ${points(effect.low)} to ${points(effect.high)}`;
  return effect.isFinding
    ? `${name}: ${points(mean)} points (${interval}).`
    : `${name}: no effect is found (${interval} covers zero).`;
}

function Strips({ compared }: { readonly compared: readonly Compared[] }) {
  const values = compared.flatMap(({ seeds, answered: { effect } }) => [
    ...seeds,
    effect.low ?? 0,
    effect.high ?? 0,
  ]);
  const reach = Math.max(0.02, ...values.map(Math.abs)) * 1.05;
  const x = (value: number): number => LEFT + ((value + reach) / (2 * reach)) * (WIDTH - 2 * LEFT);
  const height = compared.length * ROW + BELOW;
  const marks = ticks([-reach, reach], 4);
  const places = placesOf(marks.map((value) => 100 * value));
  return (
    <div class="chart">
      <svg
        class="strips"
        viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
        role="img"
        aria-label={`Effects over the seeds. ${compared.map((row) => saysOf(row)).join(' ')}`}
      >
        {marks.map((value) => (
          <g key={value}>
            <line
              class={Math.abs(value) < 1e-12 ? 'strip-zero' : 'strip-tick'}
              x1={x(value)}
              x2={x(value)}
              y1={0}
              y2={height - BELOW + 4}
            />
            <text class="strip-number" x={x(value)} y={height - BELOW + 17}>
              {Math.abs(value) < 1e-12 ? '0' : points(value, places)}
            </text>
          </g>
        ))}
        <text class="strip-number" x={WIDTH / 2} y={height - 5}>
          effect, percentage points
        </text>
        {compared.map((row, i) => {
          const y = i * ROW + 36;
          const { effect } = row.answered;
          const mean = meanOf(effect);
          return (
            <g key={nameOf(row)}>
              <text class="strip-name" x={LEFT} y={y - 20}>
                {nameOf(row)}
              </text>
              {effect.low === null || effect.high === null ? null : (
                <rect
                  class="strip-band"
                  x={x(effect.low)}
                  y={y - 11}
                  width={Math.max(x(effect.high) - x(effect.low), 1)}
                  height={22}
                />
              )}
              {row.seeds.map((value, seed) => (
                <circle key={seed} class="strip-seed" cx={x(value)} cy={y + ((seed * 7) % 5) * 3 - 6} r={3.2}>
                  <title>{`${points(value)} points`}</title>
                </circle>
              ))}
              {mean === null ? null : (
                <rect class="strip-mean" x={x(mean) - 1.5} y={y - 14} width={3} height={28} />
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
