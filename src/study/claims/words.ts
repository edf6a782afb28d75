/** What was found of each statement, in words. CLM-02, CLM-03. */
import { counted } from '../../counted.ts';
import { inUnits } from '../../sweep/headline-sentences.ts';
import type { Unit } from './metrics.ts';
import type { Statement } from './statement.ts';
import type { JudgedFile } from './run.ts';
import type { Judged, Verdict } from './verdict.ts';

/** A number in the unit of a metric: a share in percent. */
export const inUnit = (value: number, { isShare }: Unit): string =>
  inUnits(value, isShare ? 'delta' : 'unpaid');

const named = (value: number, unit: Unit): string =>
  [inUnit(value, unit), unit.word].filter((word) => word !== '').join(' ');

/** Verdict, estimate, bounds, border, seeds. */
export function verdictSays(judged: Judged): string {
  return `${judged.verdict}: ${foundSays(judged)}`;
}

export function foundSays(judged: Judged): string {
  const { statement, sample, side, low, high } = judged;
  const { unit, measured } = statement;
  const { effect } = sample;
  if (effect.pairs === 0) return 'no pair has this figure, or all failed';
  const where = sample.point === '' ? '' : ` at ${sample.point}`;
  if (side.relation === 'equal') return `${measured} is ${rangeSays(judged)}${where}`;
  if (effect.standardError === null)
    return `${measured} is ${named(effect.mean, unit)}${where}; of one seed nothing can be tested`;
  const bounds =
    low === null || high === null
      ? ' at every seed, which are too few for bounds'
      : ` (${inUnit(low, unit)} to ${inUnit(high, unit)})`;
  return (
    `${pointsSay(judged)}${measured} is ${named(effect.mean, unit)}${bounds}${where}, ` +
    `${claimSays(statement)}; ${counted(effect.pairs, statement.experiment.sweep.grid.seedPerPair ? 'pair' : 'seed')}${moreSays(judged)}`
  );
}

/** The border, or both of a margin. */
function claimSays({ sides, unit }: Statement): string {
  const [low, high] = sides;
  return low?.relation === 'above' && high?.relation === 'below'
    ? `between ${inUnit(low.border, unit)} and ${inUnit(high.border, unit)} is claimed`
    : `${sides.map(({ relation, border }) => `${relation} ${inUnit(border, unit)}`).join(' and ')} is claimed`;
}

function rangeSays({ statement: { unit }, sample: { least, most } }: Judged): string {
  return least === most
    ? `${named(least, unit)} in every pair`
    : `${inUnit(least, unit)} to ${named(most, unit)}`;
}

const pointsSay = ({ points, verdict }: Judged): string =>
  points === 1
    ? ''
    : `${verdict === 'supported' ? 'at each' : 'the weakest'} of ${counted(points, 'point')}; `;

function moreSays({ verdict, moreSeeds, sample: { effect } }: Judged): string {
  if (verdict !== 'undecided') return '';
  if (moreSeeds === null && effect.standardError === 0)
    return '; every seed is at the border, and more of them decide nothing';
  if (moreSeeds === null)
    return '; the estimate is at the border, and no number of seeds is likely to decide';
  return `; about ${counted(moreSeeds, 'seed')} more would probably decide`;
}

export const tally = (files: readonly JudgedFile[]): Readonly<Record<Verdict, number>> => {
  const of = (verdict: Verdict): number =>
    files.reduce((sum, { judged }) => sum + judged.filter((one) => one.verdict === verdict).length, 0);
  return { supported: of('supported'), contradicted: of('contradicted'), undecided: of('undecided') };
};

export const tallySays = (files: readonly JudgedFile[]): string => countsSay(tally(files));

/** How many statements came out how, in a sentence. */
export function countsSay({ supported, contradicted, undecided }: ReturnType<typeof tally>): string {
  const all = counted(supported + contradicted + undecided, 'statement');
  return `Of ${all}, ${String(supported)} supported, ${String(contradicted)} contradicted, ${String(undecided)} undecided.`;
}

/** Each file as it is written, with the verdict beside each statement. CLM-03. */
export function showText(files: readonly JudgedFile[]): string {
  return `${files.map(fileText).join('\n')}\n${tallySays(files)}\n`;
}

function fileText({ claims, judged }: JudgedFile): string {
  const lines = claims.text.replace(/\n$/, '').split('\n');
  const shown = lines.flatMap((line, i) => {
    const own = judged.filter(({ statement }) => statement.step.place.line === i + 1);
    const indent = `${/^\s*/.exec(line)?.[0] ?? ''}  `;
    return [
      line,
      ...own.map((one) => {
        // of a row of an outline the statement is told with its values
        const text = one.statement.step.isLiteral ? '' : `${one.statement.step.text}: `;
        return `${indent}→ ${text}${verdictSays(one)}`;
      }),
    ];
  });
  return [claims.file, ...shown, ''].join('\n');
}
