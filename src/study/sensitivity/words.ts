/** The answer in words: what survives every reading, what flips, and at which ruling. */
import { at } from '../../core/list.ts';
import { finding, points } from '../../run/metrics/effects.ts';
import { counted, listed } from '../../counted.ts';
import { pairComparison } from '../../scenario/regimes.ts';
import { subjectWithin } from '../../sweep/headline-sentences.ts';
import type { Verdict } from './findings.ts';
import { nameOf } from './readings.ts';
import type { Idle, Outcome, Sensitivity } from './run.ts';

/** Grid points and failures told one by one; the rest stands in the tables. */
const SHOWN = 6;

/** Changes of size told in the sentence about them. */
const MOVED = 3;

const interval = (low: number | null, high: number | null): string =>
  low === null || high === null ? 'no interval' : `95 % interval ${points(low)} to ${points(high)}`;

/** The whole answer, sentence by sentence, with the readings that were not run. */
export const answer = (result: Sensitivity): string[] => [...findingsIn(result), ...result.idle.map(notRun)];

/** What the readings that were run say. */
export function findingsIn(result: Sensitivity): string[] {
  const [written, ...others] = result.outcomes;
  return [
    `As the scenario is written, over ${counted(written.overall.pairs, 'seed')}, ${found(written, result)}.`,
    ...signs(result),
    ...variedSays(others),
    ...sizes(others),
    ...gridPoints(result),
    ...result.outcomes.flatMap(failed),
    ...advice(written),
  ];
}

/** Where pairs failed more seeds would not help, and what failed has been told. */
function advice({ overall, failures }: Outcome): string[] {
  if (overall.low !== null)
    return [
      'Each interval stands for itself: where there is nothing to find, one in twenty still leaves zero out.',
    ];
  return failures.length > 0
    ? []
    : ['Run it with more seeds (--seeds 20): only an interval over seeds makes an effect a finding.'];
}

/** What the second arm of the comparison does, against the first, within a sentence. */
export function subjectOfReadings({ grid }: Pick<Sensitivity, 'grid'>): string {
  const comparison = pairComparison(grid);
  return comparison === null ? '' : subjectWithin(comparison);
}

/** What was found under a reading, of all the pairs of the sweep. */
const found = ({ overall, failures }: Outcome, result: Sensitivity): string =>
  finding(
    overall,
    { pairs: result.pairs, compared: result.pairs - failures.length },
    subjectOfReadings(result),
  );

const withVerdict = (outcomes: readonly Outcome[], verdict: Verdict): Outcome[] =>
  outcomes.filter((outcome) => outcome.verdict === verdict);

function signs(result: Sensitivity): string[] {
  const [{ overall }, ...others] = result.outcomes;
  const under = (outcome: Outcome): string => `under ${nameOf(outcome.reading)}: ${found(outcome, result)}`;
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

/** Everything that was varied: of nothing else anything is said. EXP-10. */
function variedSays(others: readonly Outcome[]): string[] {
  const values = new Map<string, string[]>();
  for (const { reading } of others)
    for (const { ruling, value } of reading.settings) {
      const known = values.get(ruling.path) ?? [];
      values.set(ruling.path, known.includes(value) ? known : [...known, value]);
    }
  if (values.size === 0) return [];
  const each = [...values].map(([path, all]) => `${path} (${all.join(', ')})`);
  return [`Varied were ${listed(each)}, and nothing else.`];
}

/** Changes beyond chance on the same seeds, the largest first. */
function sizes(others: readonly Outcome[]): string[] {
  const beyondChance = others
    .flatMap(({ reading, change }) => (change?.isFinding === true ? [{ reading, change }] : []))
    .sort((a, b) => Math.abs(b.change.mean) - Math.abs(a.change.mean));
  const paired = others.filter(({ change }) => change !== null && change.standardError !== null);
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
  const verdictsAt = (i: number): Verdict[] => others.map(({ points }) => at(points, i).verdict);
  const surviving = findings.filter((i) => verdictsAt(i).every((verdict) => verdict === 'survives'));
  const told = pointNames.flatMap((name, i) => {
    const flipping = others.filter(({ points }) => at(points, i).verdict === 'flips');
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

function failed({ reading, failures }: Outcome): string[] {
  if (failures.length === 0) return [];
  const first = failures
    .slice(0, SHOWN)
    .map(({ index, errors }) => `pair ${String(index)}: ${errors.join('; ')}`);
  const rest = failures.length - SHOWN;
  const more = rest > 0 ? `; and ${String(rest)} more` : '';
  return [
    `${counted(failures.length, 'pair')} failed, read ${nameOf(reading)} (${first.join('; ')}${more}).`,
  ];
}
