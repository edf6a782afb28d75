/** The answer in words: what survives every reading, what flips, and at which ruling. */
import type { Effect } from '../metrics/effects.ts';
import { counted } from '../report/columns.ts';
import type { Verdict } from './findings.ts';
import { nameOf } from './readings.ts';
import type { Idle, Outcome, Sensitivity } from './run.ts';

/** Grid points and failures told one by one; the rest stands in the tables. */
const SHOWN = 6;

/** Changes of size told in the sentence about them. */
const MOVED = 3;

/** Default rates in percent, so effects in percentage points. */
export const points = (value: number): string => {
  const text = (100 * value).toFixed(2);
  // what rounds to nothing has no sign
  return text === '-0.00' ? '0.00' : text.replace('-', '−');
};

const interval = (low: number | null, high: number | null): string =>
  low === null || high === null ? 'no interval' : `95 % interval ${points(low)} to ${points(high)}`;

/** How far it raises or lowers has no sign, and neither has its interval. */
const magnitude = ({ mean, low, high }: Effect): string =>
  mean > 0 || low === null || high === null ? interval(low, high) : interval(-high, -low);

/** `market making lowered the default rate by 9.14 percentage points (95 % interval 1.10 to 17.18)`. */
export function found(effect: Effect): string {
  if (effect.pairs === 0) return 'no pair was completed';
  const about = `${points(Math.abs(effect.mean))} percentage points`;
  if (effect.isFinding)
    return `market making ${effect.mean > 0 ? 'lowered' : 'raised'} the default rate by ${about} (${magnitude(effect)})`;
  if (effect.low === null)
    return `with one seed there is no interval, and a mean effect of ${points(effect.mean)} percentage points is no finding`;
  return `no effect was found: the mean is ${points(effect.mean)} percentage points, and its ${interval(effect.low, effect.high)} covers zero`;
}

/** The whole answer, sentence by sentence, with the readings that were not run. */
export const answer = (result: Sensitivity): string[] => [...findingsIn(result), ...result.idle.map(notRun)];

/** What the readings that were run say. */
export function findingsIn(result: Sensitivity): string[] {
  const [written, ...others] = result.outcomes;
  return [
    `As the scenario is written, over ${counted(written.overall.pairs, 'seed')}, ${found(written.overall)}.`,
    ...signs(written, others),
    ...sizes(others),
    ...gridPoints(result),
    ...result.outcomes.flatMap((outcome) => failed(outcome, result.pairs)),
    ...(written.overall.low === null
      ? ['Run it with more seeds (--seeds 20): only an interval over seeds makes an effect a finding.']
      : [
          'Each interval stands for itself: where there is nothing to find, one in twenty still leaves zero out.',
        ]),
  ];
}

const listed = (items: readonly string[]): string =>
  [items.slice(0, -1).join(', '), items.at(-1) ?? ''].filter((part) => part !== '').join(' and ');
const withVerdict = (outcomes: readonly Outcome[], verdict: Verdict): Outcome[] =>
  outcomes.filter((outcome) => outcome.verdict === verdict);
const under = ({ reading, overall }: Outcome): string => `under ${nameOf(reading)}: ${found(overall)}`;

function signs({ overall }: Outcome, others: readonly Outcome[]): string[] {
  if (others.length === 0) return ['No other reading can matter for this scenario.'];
  const all = counted(others.length, 'other reading');
  const appears = withVerdict(others, 'appears');
  if (!overall.isFinding) {
    if (appears.length === 0) return [`None of the ${all} that can matter makes a finding of it.`];
    return appears.map((outcome) => `A finding appears ${under(outcome)}.`);
  }
  const survives = withVerdict(others, 'survives');
  const survival =
    survives.length === others.length
      ? `This finding survives every reading that can matter (${all}).`
      : `This finding survives ${String(survives.length)} of ${all} that can matter.`;
  return [
    survival,
    ...withVerdict(others, 'flips').map((outcome) => `It flips ${under(outcome)}.`),
    ...withVerdict(others, 'is lost').map((outcome) => `It is lost ${under(outcome)}.`),
  ];
}

/** Changes beyond chance on the same seeds, the largest first. */
function sizes(others: readonly Outcome[]): string[] {
  const beyondChance = others
    .flatMap(({ reading, change }) => (change?.isFinding === true ? [{ reading, change }] : []))
    .sort((a, b) => Math.abs(b.change.mean) - Math.abs(a.change.mean));
  const paired = others.filter(({ change }) => change !== null && change.low !== null);
  if (beyondChance.length === 0)
    return paired.length === 0
      ? []
      : ['On the same seeds no reading changes the size of the effect beyond chance.'];
  const rest = beyondChance.length - MOVED;
  const moved = beyondChance
    .slice(0, MOVED)
    .map(
      ({ reading, change }) =>
        `by ${signed(change.mean)} percentage points under ${nameOf(reading)} (${interval(change.low, change.high)})`,
    );
  const more = rest > 0 ? `; under ${counted(rest, 'more reading')} it changes less` : '';
  return [`On the same seeds the effect changes beyond chance ${listed(moved)}${more}.`];
}

const signed = (value: number): string => (value > 0 ? `+${points(value)}` : points(value));

function gridPoints({ outcomes: [written, ...others], pointNames }: Sensitivity): string[] {
  if (pointNames.length < 2 || written.overall.low === null) return [];
  const findings = written.points.flatMap(({ effect }, i) => (effect.isFinding ? [i] : []));
  const verdictsAt = (i: number): Verdict[] => others.flatMap(({ points }) => points[i]?.verdict ?? []);
  const surviving = findings.filter((i) => verdictsAt(i).every((verdict) => verdict === 'survives'));
  const told = pointNames.flatMap((name, i) => {
    const flipping = others.filter(({ points }) => points[i]?.verdict === 'flips');
    if (flipping.length === 0) return [];
    return [`At ${name} the finding flips under ${listed(flipping.map(({ reading }) => nameOf(reading)))}.`];
  });
  const rest = told.length - SHOWN;
  return [
    `Of the ${String(pointNames.length)} points of the grid ${String(findings.length)} ${findings.length === 1 ? 'shows' : 'show'} an effect as written; ` +
      `${String(surviving.length)} of these ${surviving.length === 1 ? 'survives' : 'survive'} every reading.`,
    ...told.slice(0, SHOWN),
    ...(rest > 0 ? [`At ${counted(rest, 'more point')} it flips, too: see points.csv.`] : []),
  ];
}

export const notRun = ({ reading, because, sameAs }: Idle): string => {
  const same = sameAs.settings.length === 0 ? '' : `, so it is the same as ${nameOf(sameAs)}`;
  return `${nameOf(reading)} cannot matter here and was not run: ${because}${same}.`;
};

function failed({ reading, failures }: Outcome, pairs: number): string[] {
  if (failures.length === 0) return [];
  const first = failures
    .slice(0, SHOWN)
    .map(({ index, errors }) => `pair ${String(index)}: ${errors.join('; ')}`);
  return [
    `${String(failures.length)} of ${counted(pairs, 'pair')} failed, read ${nameOf(reading)}, and are left out (${first.join('; ')}).`,
  ];
}
