/** What a sweep found, in sentences that each follow from its figures. EXP-06, EXP-07, EXP-08. */
import { counted, percent, listed } from '../counted.ts';
import { isNothing, points, type Compared } from '../run/metrics/effects.ts';
import type { Comparison, Measure } from './arms.ts';
import type { Precision } from '../scenario/grid.ts';
import type { Found, HeadlineRow } from './summary.ts';
import type { Answered } from './tally.ts';
import type { SweepRegime } from '../scenario/regimes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { RoundsOfArm, UseOfMarket } from './use-of-market.ts';

/** What the second arm of a comparison does, against the first. */
const subjects: Readonly<Record<string, string>> = {
  'passive active': 'Market making',
  'passive backstop': "The VBTs' outside money alone",
  'backstop active': "The dealers' intermediation",
  'baseline passive': 'The presence of large holders',
};

export const nameOf: Readonly<Record<Measure, string>> = {
  delta: 'the default rate',
  delta1: 'the default rate of first-generation debts (δ₁)',
  traders_defaulted: 'the number of traders that default',
  unpaid: 'the unpaid debt',
};

/**
 * The headline, the other measures, the decomposition, the use of the market.
 * @param alone what is said of the arms where nothing is compared
 */
export function answerSays(axis: string, found: Found, compared: Compared, alone: string): string[] {
  const [first] = found.headline;
  return [
    ...(first === undefined ? [alone] : comparisonSays(axis, found, first)),
    ...found.uses.map(useSays),
    ...lostSays(compared),
  ];
}

function comparisonSays(axis: string, found: Found, first: HeadlineRow): string[] {
  const rowsOf = (measure: Measure): HeadlineRow[] =>
    found.headline.filter((row) => row.measure === measure && row.comparison === first.comparison);
  const subject = subjectOf(first.comparison);
  return [
    `${subject} ${effectSays(axis, rowsOf('delta'), 'delta')}.`,
    ...(rowsOf('delta').every(({ p }) => p === null) ? [] : [othersSay(axis, rowsOf)]),
    ...decompositionSays(found.overall),
  ];
}

function lostSays({ pairs, compared }: Compared): string[] {
  const lost = pairs - compared;
  const verb = lost === 1 ? 'is' : 'are';
  return lost > 0 ? [`${String(lost)} of ${counted(pairs, 'pair')} failed and ${verb} left out.`] : [];
}

/** What a sweep without a comparison shows: how its arms came out, each for itself. EXP-03. */
export function armsSay(
  regimes: readonly SweepRegime[],
  deltas: ReadonlyMap<SweepRegime, number | null>,
): string {
  const which =
    regimes.length === 1
      ? `the sweep has the arm ${listed(regimes)} alone`
      : `the sweep has the arms ${listed(regimes)}, and no comparison of them`;
  const means = [...deltas].flatMap(([arm, mean]) =>
    mean === null ? [] : [`${points(mean)} % in the arm ${arm}`],
  );
  const shown = means.length === 0 ? 'No pair ran to the end.' : `The mean default rate is ${listed(means)}.`;
  return `Nothing is compared: ${which}. ${shown}`;
}

/** How many defaults others induced, and why none where rollover at par transmits nothing. MET-13. */
export function roundsSay(rounds: readonly RoundsOfArm[], rollover: Scenario['rollover']): string[] {
  const arms = rounds.filter(({ firstRound, induced }) => firstRound + induced > 0);
  if (arms.length === 0) return [];
  const told = arms.map(
    ({ regime, firstRound, induced }) => `${String(induced)} of ${String(firstRound + induced)} (${regime})`,
  );
  const isAtPar = rollover.enabled && rollover.issue_price === 'par';
  const why =
    isAtPar && arms.every(({ induced }) => induced === 0)
      ? ' With rollover at par nothing is transmitted: what is repaid is lent again at once for as much, so a claim in default leaves its holder no less cash than a repaid one.'
      : '';
  return [`Defaults that other defaults induced, by arm: ${listed(told)}.${why}`];
}

/** What was asked of the intervals of the points, and where the seeds did not suffice. EXP-05. */
export function precisionSays(precision: Precision | null, { short }: Pick<Found, 'short'>): string[] {
  if (precision === null) return [];
  const { half_width, first, most } = precision;
  const asked = short.map(({ point, asked: seeds }) => `${point} (${String(seeds)} seeds)`);
  const reached =
    short.length === 0
      ? 'and no point needs more'
      : `which ${short.length === 1 ? 'one point exceeds' : `${String(short.length)} points exceed`}: ${asked.slice(0, MOST_NAMED).join('; ')}${asked.length > MOST_NAMED ? '; the rest in summary.json' : ''}`;
  return [
    `Seeds by Stein's two stages: ${String(first)} a point, then as many as a half width of ${points(Number(half_width))} ` +
      `percentage points asks for, at most ${String(most)}, ${reached}. The one test over the whole sweep is of the first stage.`,
  ];
}

const MOST_NAMED = 5;

export const subjectOf = (comparison: Comparison): string =>
  subjects[comparison.join(' ')] ?? `${comparison[1]} against ${comparison[0]}`;

/** The same within a sentence. */
export const subjectWithin = (comparison: Comparison): string =>
  subjectOf(comparison).replace(/^./, (letter) => letter.toLowerCase());

/** Where an effect is a finding, in either direction, where it is none, and where nothing is left to judge by. */
export function effectSays(axis: string, rows: readonly HeadlineRow[], measure: Measure): string {
  const what = nameOf[measure];
  const [tested, untested] = [rows.filter(({ p }) => p !== null), rows.filter(({ p }) => p === null)];
  if (rows.every(({ effect }) => effect.pairs === 0)) return `cannot be judged: no pair was compared`;
  if (tested.length === 0) return `shows no finding in ${what}: with one seed there is no interval`;
  const lowers = rows.filter(({ isFinding, effect }) => isFinding && effect.mean > 0);
  const raises = rows.filter(({ isFinding, effect }) => isFinding && effect.mean < 0);
  const none = tested.filter(({ isFinding }) => !isFinding);
  const unknown = untested.length === 0 ? [] : [`cannot be judged at ${axis} ${valuesSay(untested)}`];
  if (lowers.length + raises.length === 0)
    return [
      `has no effect on ${what} that survives the correction for all tests of the table, at any ${axis} (${valuesSay(tested)})`,
      ...unknown,
    ].join(', and ');
  const at = (some: readonly HeadlineRow[]): string =>
    some.length === rows.length && rows.length > 1
      ? `at every ${axis} (${valuesSay(some)})`
      : `at ${axis} ${valuesSay(some)}`;
  const parts = [
    ...(lowers.length > 0 ? [`lowers ${what} ${at(lowers)}, ${sizesSay(lowers, 1, measure)}`] : []),
    ...(raises.length > 0
      ? [
          `raises ${raises.length > 0 && lowers.length > 0 ? 'it' : what} ${at(raises)}, ${sizesSay(raises, -1, measure)}`,
        ]
      : []),
    ...(none.length > 0 ? [`shows no effect beyond chance at ${axis} ${valuesSay(none)}`] : []),
    ...unknown,
  ];
  // the parts have commas of their own
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1) ?? ''}`;
}

/** Values that are named one by one; of more there is the number. */
const MOST_VALUES = 12;
const valuesSay = (rows: readonly HeadlineRow[]): string =>
  rows.length > MOST_VALUES ? `${String(rows.length)} values` : listed(rows.map(({ value }) => value));

/** How far the measure moves: the mean and its bounds turned alike. EXP-07. */
function sizesSay(rows: readonly HeadlineRow[], sign: 1 | -1, measure: Measure): string {
  const sizes = rows.map(({ effect }) => sign * effect.mean);
  // one by one: as arguments of a call there may be too many
  const [least, most] = [
    sizes.reduce((a, b) => Math.min(a, b), Infinity),
    sizes.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const [row] = rows;
  // seeds that agree may be a finding beside others, and have no interval. EXP-11R
  if (rows.length === 1 && row?.low == null) return `by ${inUnits(most, measure, true)}`;
  if (rows.length > 1 || row?.low == null || row.high === null)
    return `by ${inUnits(least, measure)} to ${inUnits(most, measure, true)}`;
  const [low, high] = sign > 0 ? [row.low, row.high] : [-row.high, -row.low];
  return `by ${inUnits(most, measure, true)} (${inUnits(low, measure)} to ${inUnits(high, measure)})`;
}

/** Percentage points, traders, or money. */
export function inUnits(value: number, measure: Measure, named = false): string {
  if (measure === 'delta' || measure === 'delta1')
    return `${points(value)}${named ? ' percentage points' : ''}`;
  const text = value.toFixed(2).replace('-', '−');
  return `${text === '−0.00' ? '0.00' : text}${named && measure === 'traders_defaulted' ? ' traders' : ''}`;
}

/** The same comparison by the other measures: where it holds, with which sign. EXP-07. */
function othersSay(axis: string, rowsOf: (measure: Measure) => readonly HeadlineRow[]): string {
  const says = (measure: Measure): string => {
    const rows = rowsOf(measure);
    const signs = rows.map(({ isFinding, effect }) => (isFinding ? Math.sign(effect.mean) : 0));
    const [down, up] = [1, -1].map((sign) => rows.filter((_, i) => signs[i] === sign));
    const where = (some: readonly HeadlineRow[] = []): string =>
      some.length === rows.length ? `at every ${axis}` : `at ${axis} ${valuesSay(some)}`;
    if ((down?.length ?? 0) + (up?.length ?? 0) === 0)
      return `${nameOf[measure]} does not move beyond chance`;
    const parts = [
      ...((down?.length ?? 0) > 0 ? [`falls ${where(down)}`] : []),
      ...((up?.length ?? 0) > 0 ? [`rises ${where(up)}`] : []),
    ];
    return `${nameOf[measure]} ${parts.join(' and ')}`;
  };
  return `By the other measures: ${(['delta1', 'traders_defaulted', 'unpaid'] as const).map(says).join('; ')}.`;
}

/** passive → backstop → active: the two steps add up to the effect. EXP-03. */
function decompositionSays(overall: readonly Answered[]): string[] {
  const of = (a: string, b: string): Answered | undefined =>
    overall.find(({ comparison, measure }) => measure === 'delta' && comparison.join() === `${a},${b}`);
  const [whole, money, dealer] = [
    of('passive', 'active'),
    of('passive', 'backstop'),
    of('backstop', 'active'),
  ];
  if (whole === undefined) return [];
  if (money === undefined || dealer === undefined)
    return [
      "The sweep has no arm backstop, so it does not tell the dealers' part from that of the VBTs' outside money.",
    ];
  const size = ({ effect: { mean, low, high } }: Answered): string =>
    low === null || high === null
      ? points(mean)
      : `${points(mean)} (95 % interval ${points(low)} to ${points(high)})`;
  // where an arm failed in some pair the means are not of the same pairs
  const isSum = isNothing(whole.effect.mean - money.effect.mean - dealer.effect.mean);
  const head = `Over the whole sweep the mean effect on the default rate, ${size(whole)} percentage points`;
  const parts =
    `${size(money)} from the VBTs' outside money alone (passive − backstop) and ${size(dealer)} from the ` +
    `dealers' intermediation (backstop − active)`;
  return [
    isSum
      ? `${head}, is the sum of ${parts}.`
      : `${head}, is not the sum of its parts, since pairs failed and the three are not of the same pairs: ${parts}.`,
  ];
}

/** When and how the market was used, and what the VBTs drew on. MET-11, MET-12. */
function useSays({ regime, runs, trades, ...use }: UseOfMarket): string {
  if (runs === 0) return `No run of the arm ${regime} was complete.`;
  if (trades === 0) return `In the arm ${regime} nobody traded.`;
  const funding =
    use.runsDrawn === 0
      ? 'no VBT fell below zero'
      : `VBTs fell below zero in ${percent(use.runsDrawn, runs)} of ${String(runs)} runs, lacking ` +
        `${use.meanDrawn.toFixed(0)} at the worst on average over all runs and ${use.mostDrawn.toFixed(0)} at most`;
  return (
    `In the arm ${regime}, of ${String(trades)} trades ${percent(use.sells, trades)} were sales by traders, ` +
    `${percent(use.firstDay, trades)} fell on the first day with trade, and ${percent(use.passedThrough, trades)} ` +
    `passed through to a VBT; ${funding}.`
  );
}
