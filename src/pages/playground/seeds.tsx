/** @jsxRuntime automatic @jsxImportSource preact */
/** Twenty seeds, with the interval as they come in. BAL-11R. */
import { meanOf, noInterval } from '../../run/metrics/effects.ts';
import { place } from '../plot/plot.tsx';
import { Rows } from '../plot/rows.tsx';
import { DataTable, numbers, texts } from '../table.tsx';
import { points } from '../report/words.ts';
import type { Compared, Seeds } from './work.ts';

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

const Strips = ({ compared }: { readonly compared: readonly Compared[] }) => (
  <div class="chart strips">
    <Rows
      label={`Effects over the seeds. ${compared.map((row) => saysOf(row)).join(' ')}`}
      title="effect, percentage points"
      values={compared.flatMap(({ seeds, answered: { effect } }) =>
        [...seeds, effect.low ?? 0, effect.high ?? 0].map((value) => 100 * value),
      )}
      rows={compared}
      nameOf={nameOf}
      draw={({ seeds, answered: { effect } }, x, y) => {
        const at = (value: number): number => place(x(100 * value));
        const mean = meanOf(effect);
        return (
          <g aria-hidden="true">
            {effect.low === null || effect.high === null ? null : (
              <rect
                class="strip-band"
                x={at(effect.low)}
                y={y - 8}
                width={Math.max(at(effect.high) - at(effect.low), 1)}
                height={16}
              />
            )}
            {seeds.map((value, seed) => (
              <circle key={seed} class="strip-seed" cx={at(value)} cy={y + ((seed * 7) % 5) * 2 - 4} r={3}>
                <title>{`${points(value)} points`}</title>
              </circle>
            ))}
            {mean === null ? null : (
              <rect class="strip-mean" x={at(mean) - 1.5} y={y - 10} width={3} height={20} />
            )}
          </g>
        );
      }}
    />
  </div>
);
