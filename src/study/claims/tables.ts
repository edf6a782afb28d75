/** What is written of claims: claims.json and JUnit XML. CLM-03. */
import { plainDecimal } from '../../f64.ts';
import { xmlText as xml } from '../../printable.ts';
import { meanOf } from '../../run/metrics/effects.ts';
import { setupSays } from '../../sweep/setup.ts';
import type { JudgedFile } from './run.ts';
import { foundSays, tally, verdictSays } from './words.ts';
import type { Judged } from './verdict.ts';

/** The result as it is written: plain decimal strings, snake_case; shares are fractions. */
export const told = (files: readonly JudgedFile[]): object => ({
  ...tally(files),
  files: files.map(({ claims, judged }) => ({
    file: claims.file,
    ...tally([{ claims, judged }]),
    statements: judged.map(toldStatement),
  })),
  experiments: Object.fromEntries(
    files.flatMap(({ claims }) =>
      claims.statements.map(({ experiment: { id, sweep, file } }) => [id, { file, setup: setupSays(sweep) }]),
    ),
  ),
});

const toldStatement = (judged: Judged): object => {
  const { statement, verdict, sample, side, points, low, high, supportP, contradictP, moreSeeds } = judged;
  return {
    line: statement.step.place.line,
    column: statement.step.place.column,
    statement: statement.step.text,
    verdict,
    found: foundSays(judged),
    experiment: statement.experiment.id,
    measured: statement.measured,
    points,
    point: sample.point,
    seeds: sample.effect.pairs,
    estimate: plainDecimal(meanOf(sample.effect)),
    standard_error: plainDecimal(sample.effect.standardError),
    bonferroni_low: plainDecimal(low),
    bonferroni_high: plainDecimal(high),
    claimed: side.relation,
    border: plainDecimal(side.border),
    holm_p_supported: plainDecimal(supportP),
    holm_p_contradicted: plainDecimal(contradictP),
    more_seeds: moreSeeds,
  };
};

/** A test case for each statement: what is contradicted has failed, what is undecided was skipped. */
export function junit(files: readonly JudgedFile[]): string {
  const suites = files.map(({ claims, judged }) => {
    const { contradicted, undecided } = tally([{ claims, judged }]);
    const counts = `tests="${String(judged.length)}" failures="${String(contradicted)}" skipped="${String(undecided)}"`;
    return [
      `  <testsuite name="${xml(claims.file)}" ${counts}>`,
      ...judged.flatMap((one) => {
        const { step } = one.statement;
        const name = `${step.text} (line ${String(step.place.line)})`;
        const says = xml(verdictSays(one));
        const inner =
          one.verdict === 'contradicted'
            ? [`      <failure type="contradicted" message="${says}"></failure>`]
            : one.verdict === 'undecided'
              ? [`      <skipped message="${says}"></skipped>`]
              : [`      <system-out>${says}</system-out>`];
        return [
          `    <testcase classname="${xml(claims.file)}" name="${xml(name)}">`,
          ...inner,
          '    </testcase>',
        ];
      }),
      '  </testsuite>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}
