/**
 * `npm run strength:checks`: mutates the core, runs random worlds with nothing but the checks to notice it, and writes
 * what they stop: `strength/checks.json`, `reports/checks-strength.md`. It fails where they stop too little.
 */
import { readFileSync } from 'node:fs';
import { scratchFolder } from '../../src/files/scratch.ts';
import { percent } from '../../src/counted.ts';
import { textHash } from '../../src/specification/input.ts';
import { writeWhole } from '../../src/files/write-whole.ts';
import { treeOf } from '../../src/gate/strength.ts';
import { readSources } from '../anchor.ts';
import { readEquivalents } from '../equivalent.ts';
import { judges, mutatedFiles, mutatedProgram } from './instrument.ts';
import {
  askedOf,
  byCheck,
  byGroup,
  figuresOf,
  groups,
  LEAST_SHARE,
  movingOf,
  shareWithErrors,
  withVerdicts,
} from './result.ts';
import { showMarkdown } from './show-markdown.ts';
import { judgeAll } from './threads.ts';
import { drawWorlds, WORLDS } from './worlds.ts';

const files = mutatedFiles();
const folder = scratchFolder();
const { path: program, mutants } = await mutatedProgram(files, folder);
const worlds = await drawWorlds(WORLDS);
const ids = mutants.map(({ id }) => id);
const verdicts = await judgeAll(ids, { program, worlds }, (count) => {
  if (count % 100 === 0) process.stderr.write(`${String(count)} of ${String(ids.length)} mutants\n`);
});
const judged = withVerdicts(mutants, verdicts);

const figures = figuresOf(judged);
const { unnoticed, beyond, stale } = movingOf(
  judged,
  readEquivalents('strength/checks/beyond.yaml'),
  readSources('.', files),
);
const hashes = Object.fromEntries(
  [...files, ...judges].sort().map((file) => [file, textHash(readFileSync(file, 'utf8'))] as const),
);
const survivors = judged.filter(({ fate }) => fate === 'wrong');
writeWhole(
  'strength/checks.json',
  `${JSON.stringify(
    {
      checks: 'ringspec checks 1',
      worlds: worlds.length,
      figures,
      asked: askedOf(judged),
      shareWithErrors: shareWithErrors(judged),
      unnoticed: unnoticed.length,
      beyond: beyond.length,
      byGroup: Object.fromEntries(groups.map((group) => [group, figuresOf(byGroup(judged)[group])] as const)),
      byCheck: byCheck(judged),
      files: hashes,
      survivors: survivors.map(({ file, line, column, mutator, text, became, difference }) => ({
        ...{ file, line, column, mutator, text, became },
        effect: difference?.effect,
        kind: difference?.kind,
        fields: difference?.fields,
      })),
    },
    null,
    2,
  )}\n`,
);
writeWhole('reports/checks-strength.md', showMarkdown(judged, worlds.length, treeOf({ files: hashes })));

const share = figures.share ?? 0;
const asked = askedOf(judged).share ?? 0;
for (const group of groups) {
  const { stopped, mutants: all } = figuresOf(byGroup(judged)[group]);
  process.stdout.write(`${group}: ${String(stopped)} of ${String(all)} stopped\n`);
}
process.stdout.write(
  `the checks stop ${percent(asked)} of the mutants that change books or choices, ` +
    `${percent(share)} of those that change anything and go on, ` +
    `${percent(shareWithErrors(judged))} where errors count as missed; ` +
    `${String(unnoticed.length)} move money, tickets or quotes unnoticed; reports/checks-strength.md lists them\n`,
);
for (const fault of stale) process.stderr.write(`strength/checks/beyond.yaml: ${fault}\n`);
if (asked < LEAST_SHARE || unnoticed.length > 0 || stale.length > 0) process.exitCode = 1;
