/**
 * What a reader of the first screen can say: what was compared, under which setup, in which direction, how sure,
 * and where it does not hold. The direction is the headline, which stands above the others. Every sentence is made from the sweep in hand. EXP-06, EXP-07, EXP-08.
 */
import { comparisonName, measures, type Comparison, type Measure } from '../../sweep/arms.ts';
import { nameOf, subjectWithin } from '../../sweep/headline-sentences.ts';
import { armSays } from './arm-words.ts';
import { intervalText, symbolOf } from './effect-data.ts';
import { overallOf, parts } from './parts.ts';
import type { SweepRecord } from './read-sweep.ts';
import { capitalised } from '../specification/words.ts';
import { amount, counted, fixed, grouped, listed, points, withMinus } from './words.ts';

interface Said {
  readonly question: string;
  readonly says: string;
}

type Sweep = Pick<SweepRecord, 'summary' | 'grid' | 'setup' | 'points'>;

export function answersBeside(sweep: Sweep): Said[] {
  const [first, ...others] = sweep.grid.comparisons;
  const setup = { question: 'Which setup', says: `${capitalised(axesSay(sweep))}${grouped(sweep.setup)}` };
  if (first === undefined) return [{ question: 'What was run', says: ranSays(sweep) }, setup];
  return [
    { question: 'What was compared', says: comparedSays(sweep, first, others) },
    setup,
    { question: 'How sure', says: sureSays(sweep, first) },
    { question: 'Where it does not hold', says: limitsSay(sweep, first) },
  ];
}

/** Arms that are shown, each for itself. EXP-03. */
function ranSays({ summary, grid }: Sweep): string {
  const arms = listed(grid.regimes.map((arm) => `the arm ${armSays(arm)}`));
  return `${capitalised(arms)}: ${amount(summary.completed)} of ${counted(summary.pairs, 'pair')} ran to the end. Each arm is shown for itself, nothing is compared.`;
}

function comparedSays({ summary }: Sweep, [a, b]: Comparison, others: readonly Comparison[]): string {
  const more = others.map((one) => withMinus(comparisonName(one)));
  return (
    `The arm ${armSays(a)}, against the arm ${armSays(b)}: ${amount(summary.completed)} pairs, each the same ring and seed in every arm.` +
    (more.length === 0 ? '' : ` Besides: ${listed(more)}.`)
  );
}

/** The axes that vary, with their values. */
function axesSay({ grid }: Sweep): string {
  if (grid.design !== null) return `${amount(grid.design.points)} drawn points. `;
  const money = grid.kappas ?? grid.liquidityRatios ?? [];
  const all = [
    [grid.kappas === null ? 'liquidity_ratio' : 'kappa', money],
    ['concentration', grid.concentrations],
    ['mu', grid.mus],
    ['outside_mid_ratio', grid.outsideMidRatios],
    ...grid.axes.map(({ path, values }) => [path, values.map(String)] as const),
  ] as const;
  const words = all.flatMap(([name, values]) => {
    const [first] = values;
    const shown =
      values.length > 6 ? `${String(first)} to ${String(values.at(-1))}` : listed(values.map(String));
    return values.length === 0 ? [] : [`${named(name)} ${shown}`];
  });
  return `${words.join('; ')}. `;
}

/** What the letters stand for, where they are read first. */
const meanings: Readonly<Record<string, string>> = {
  kappa: 'debt to money κ',
  liquidity_ratio: 'money to debt L/Q',
  concentration: 'concentration of debts c',
  mu: 'due days μ',
  outside_mid_ratio: 'outside mid over face ρ',
};
const named = (axis: string): string => meanings[axis] ?? symbolOf(axis);

function sureSays({ summary, grid }: Sweep, first: Comparison): string {
  const whole = overallOf({ summary }, first);
  if (whole?.mean == null) return 'Nothing can be said: no pair was compared.';
  const seeds = counted(grid.precision?.first ?? grid.replicates, 'seed');
  if (whole.low === null)
    return `Not at all: with ${seeds} there is no interval, and a mean of ${points(whole.mean)} points is no finding.`;
  const rows = rowsOf(summary, whole.comparison, 'delta');
  const found = rows.filter(({ isFinding }) => isFinding).length;
  return (
    `Over the whole sweep ${points(whole.mean)} percentage points, 95 % interval ${intervalText(whole.low, whole.high)} ` +
    `(${seeds}${grid.seedPerPair ? ' a point' : ', the same at every point'}). By ${symbolOf(summary.axis)}, corrected for all ` +
    `comparisons in the table (Holm, 5 %), it is a finding at ${String(found)} of ${String(rows.length)}.`
  );
}

const rowsOf = ({ headline }: Sweep['summary'], comparison: string, measure: Measure) =>
  headline.filter((row) => row.comparison === comparison && row.measure === measure);

/** Values without a finding or with one against the direction, by every measure; and whose effect it is. */
function limitsSay(sweep: Sweep, first: Comparison): string {
  const { summary, points: means } = sweep;
  const axis = symbolOf(summary.axis);
  const deltas = rowsOf(summary, comparisonName(first), 'delta');
  if (deltas.every(({ low }) => low === null))
    return `There is no interval, so at no ${axis} can an effect be told from chance.${partsSay(sweep)}`;
  // the direction of the headline: up where all that was found goes up
  const found = deltas.flatMap(({ isFinding, mean }) => (isFinding ? [Math.sign(mean ?? 0)] : []));
  const direction = found.length > 0 && found.every((sign) => sign < 0) ? -1 : 1;
  const told = measures.flatMap((measure) => {
    const rows = rowsOf(summary, comparisonName(first), measure);
    const none = rows.filter(({ isFinding, isTested }) => isTested && !isFinding);
    const against = rows.filter(({ isFinding, mean }) => isFinding && Math.sign(mean ?? 0) === -direction);
    const at = (some: typeof rows, all: string): string =>
      some.length === rows.length && rows.length > 1
        ? `at ${all} ${axis}`
        : some.length > 12
          ? `at ${String(some.length)} of ${String(rows.length)} values of ${axis}`
          : `at ${axis} ${listed(some.map(({ value }) => value))}`;
    return [
      ...(none.length > 0 ? [`no effect beyond chance on ${nameOf[measure]} ${at(none, 'any')}`] : []),
      ...(against.length > 0
        ? [
            `${subjectWithin(first)} ${direction > 0 ? 'raises' : 'lowers'} ${nameOf[measure]} ${at(against, 'every')}`,
          ]
        : []),
    ];
  });
  const untested = deltas.filter(({ isTested }) => !isTested);
  if (untested.length > 0)
    told.push(`nothing can be judged at ${axis} ${listed(untested.map(({ value }) => value))}`);
  const silent = means.filter(({ finding }) => finding === 'none' || finding === '').length;
  const some =
    silent > 0 ? `no finding at ${amount(silent)} of ${counted(means.length, 'grid point')}` : null;
  const all = [...told, ...(some === null ? [] : [some])];
  const where =
    all.length === 0
      ? `It holds at every ${axis} and by every measure.`
      : `${all.join('; ').replace(/^./, (letter) => letter.toUpperCase())}.`;
  return `${where}${partsSay(sweep)}`;
}

/** Whose effect it is, where the sweep can tell. EXP-03. */
function partsSay(sweep: Sweep): string {
  const [whole, money, dealer] = parts(sweep);
  if (whole === null) return '';
  return (
    ` Of the ${fixed(100 * whole)} points ${fixed(100 * money)} come from the VBTs’ outside money and ` +
    `${fixed(100 * dealer)} from the dealers’ intermediation.`
  );
}
