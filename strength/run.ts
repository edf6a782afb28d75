/**
 * `npm run strength`: mutates the model, lets the features find out, and writes what each clause's scenarios are
 * worth: `strength/strength.json` for the gate, `reports/strength.md` for people. With files, only these are mutated
 * anew; `--report` reads the last run again. What was measured stands until its code or its tests change, so a
 * new scenario is not asked about a mutant that another one kills: `--anew` asks all of them again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { idsInName } from '../src/gate/properties.ts';
import { textHash } from '../src/specification/input.ts';
import { writeWhole } from '../src/files/write-whole.ts';
import { treeOf } from '../src/gate/strength.ts';
import { readEquivalents } from './equivalent.ts';
import { featureTests } from './feature-tests.ts';
import { measure, readMutationReport, strengthOf } from './measure.ts';
import { mutate } from './mutate.ts';
import { OwnCode } from './own-code.ts';
import { showMarkdown, type Catalogued } from './show-markdown.ts';

const REPORT = 'reports/strength/incremental.json';

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!process.argv.includes('--report')) await mutate(files, { force: process.argv.includes('--anew') });

const catalogue = parse(readFileSync('features/clauses.yaml', 'utf8')) as {
  chapters: { clauses: { id: string; title: string }[] }[];
};
const clauses = catalogue.chapters.flatMap((chapter) => chapter.clauses);
const report = readMutationReport(readFileSync(REPORT, 'utf8'));
// as they were when they ran, whatever stands in the tree by now
const tests = Object.entries(report.testFiles).flatMap(([uri, { source }]) => featureTests(uri, source));
const tags = new Map(tests.map((test) => [test.id, test.tags]));
const measured = measure(
  report,
  readEquivalents('strength/equivalent.yaml'),
  new OwnCode(new Set(clauses.map(({ id }) => id))),
  (test) => tags.get(test) ?? [],
);

/** How many property tests name each clause, where the gate has run them. */
function propertyCounts(): Map<string, number> {
  const path = 'reports/gate/properties.json';
  const counts = new Map<string, number>();
  if (!existsSync(path)) return counts;
  const { tests } = JSON.parse(readFileSync(path, 'utf8')) as { tests: { name: string }[] };
  for (const { name } of tests) for (const id of idsInName(name)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const properties = propertyCounts();
const hashes = Object.fromEntries(
  Object.entries({ ...report.files, ...report.testFiles })
    .map(([path, { source }]) => [path, textHash(source)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
const byClause = Object.fromEntries(
  clauses
    .map(({ id }) => [id, strengthOf(id, measured.mutants)] as const)
    .filter(([, { mutants }]) => mutants > 0),
);
writeWhole(
  'strength/strength.json',
  `${JSON.stringify({ strength: 'ringspec gate 1', files: hashes, clauses: byClause }, null, 2)}\n`,
);
const catalogued = clauses.map(({ id, title }): Catalogued => ({
  id,
  title,
  properties: properties.get(id) ?? 0,
}));
const notMeasured = ['src/core', 'src/scenario', 'src/run/metrics']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /(?<!\.d)\.ts$/.test(path) && report.files[path] === undefined)
  .sort();
writeWhole('reports/strength.md', showMarkdown(measured, catalogued, notMeasured, treeOf({ files: hashes })));

const survivors = measured.mutants.filter(({ fate }) => fate === 'survived');
const counted = measured.mutants.filter(({ fate }) => fate !== 'equivalent');
process.stdout.write(
  `${String(counted.length - survivors.length)} of ${String(counted.length)} mutants killed; reports/strength.md has the rest\n`,
);
for (const fault of measured.stale) {
  process.stderr.write(`strength/equivalent.yaml: ${fault}\n`);
  process.exitCode = 1;
}
