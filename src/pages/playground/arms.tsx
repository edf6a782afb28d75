/** @jsxRuntime automatic @jsxImportSource preact */
/** The three arms side by side on one seed. */
import type { ArmFigures } from '../../sweep/arms.ts';
import { armColours } from '../report/charts/look.ts';
import { DataTable, numbers, texts } from '../table.tsx';
import { fixed, percent } from '../report/words.ts';
import type { SweepRegime } from '../../scenario/regimes.ts';
import { arms, type ArmName } from './settings.ts';
import type { Pair } from './work.ts';

type Figure = keyof ArmFigures;

const rows: readonly (readonly [figure: Figure, name: string, show: (text: string) => string])[] = [
  ['traders_defaulted', 'traders that defaulted', (text) => text],
  ['first_round', 'first-round defaults (liabilities)', (text) => text],
  ['induced', 'induced defaults (liabilities)', (text) => text],
  ['due', 'due', (text) => fixed(Number(text))],
  ['unpaid', 'not paid', (text) => fixed(Number(text))],
  ['sells', 'tickets sold to desks', (text) => text],
  ['buys', 'tickets bought from desks', (text) => text],
  ['passed_through', 'of these passed on to a VBT', (text) => text],
  ['vbt_funding_drawn', 'outside money that VBTs drew', (text) => fixed(Number(text))],
];

const figure = (pair: Pair, arm: ArmName, name: Figure): string | null => pair.arms[arm]?.[name] ?? null;

interface ArmsParts {
  readonly pair: Pair;
  readonly seed: string;
  /** The arm that is run already for what is set now, while the pair is still that of an earlier place of the slider. */
  readonly early: { readonly arm: SweepRegime; readonly figures: ArmFigures } | null;
}

export function Arms({ pair, seed, early }: ArmsParts) {
  const rates = arms.map((arm) => (arm === early?.arm ? early.figures.delta : figure(pair, arm, 'delta')));
  const old = early === null ? undefined : 'stale';
  const most = Math.max(...rates.map(Number), 1e-9);
  return (
    <section aria-labelledby="arms-title">
      <h2 id="arms-title">Three arms on seed {seed}</h2>
      <p class={`answer ${old ?? ''}`} id="answer">
        {answer(pair)}
      </p>
      <div class="arms">
        {arms.map((arm, i) => (
          <div key={arm} class={`arm ${arm === early?.arm ? '' : (old ?? '')}`}>
            <span class="arm-name">{arm}</span>
            <strong>{percent(rates[i] === null ? null : Number(rates[i]))}</strong>
            <span class="arm-bar">
              <span
                style={`width: ${String((100 * Number(rates[i] ?? 0)) / most)}%; background: ${armColours[arm]}`}
              />
            </span>
          </div>
        ))}
      </div>
      <p class="quiet">
        The default rate δ: the part of what fell due that was not paid. Passive: nobody makes a market.
        Backstop: the VBTs alone buy and sell. Active: dealers stand before them.
      </p>
      <DataTable
        label="the three arms"
        columns={[...texts('figure'), ...numbers(...arms)]}
        rows={rows.map(([name, says, show]) => [
          says,
          ...arms.map((arm) => {
            const text = figure(pair, arm, name);
            return text === null ? '–' : show(text);
          }),
        ])}
      />
      <details>
        <summary>Every figure, every digit</summary>
        <DataTable
          label="every figure"
          columns={[...texts('figure'), ...numbers(...arms)]}
          rows={(Object.keys(pair.arms.active ?? {}) as Figure[]).map((name) => [
            name,
            ...arms.map((arm) => figure(pair, arm, name) ?? '–'),
          ])}
        />
      </details>
      {[...pair.errors, ...pair.warnings].map((text) => (
        <p key={text} class="note">
          {text}
        </p>
      ))}
    </section>
  );
}

/** One seed is an example, not a finding. */
function answer(pair: Pair): string {
  const rate = (arm: ArmName): number | null => {
    const text = figure(pair, arm, 'delta');
    return text === null ? null : Number(text);
  };
  const [passive, backstop, active] = [rate('passive'), rate('backstop'), rate('active')];
  if (passive === null || backstop === null || active === null)
    return 'An arm failed: what it says stands below.';
  const change = (from: number, to: number): string => {
    const difference = fixed(100 * Math.abs(from - to));
    if (Number(difference) === 0) return 'does not change the default rate';
    return `${to < from ? 'lowers' : 'raises'} it by ${difference} percentage points`;
  };
  return (
    `Without a market ${percent(passive)} of what falls due is not paid. A backstop ${change(passive, backstop)}; an ` +
    `active market, with dealers, ${change(passive, active)}. One seed is an example, not a finding.`
  );
}
