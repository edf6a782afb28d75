/**
 * `npm run wrong:causes`: every wrong implementation put to the whole suite in this process, and the cause that is told
 * for each scenario. Own is a cause that the error is named with; misleading is a clause that is told as broken and is
 * none of them. The table is written to reports/wrong-causes.md. Exit status 1 where the bounds of it are not kept.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BAD_INPUT } from '../../src/verify/causes.ts';
import { putToSuite } from './in-process.ts';
import { wrongImplementations, type WrongImplementation } from './errors.ts';

/** At least so many of the errors are told by a clause of their own, biggest first. */
const OWN = 0.95;
/** At most so many of the clauses that are told as causes are of another error. */
const MISLEADING = 0.05;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'ringspec-causes-'));
const names = process.argv.slice(2);
const chosen = wrongImplementations.filter(({ id }) => names.length === 0 || names.includes(id));

interface Row {
  readonly error: WrongImplementation;
  readonly failed: number;
  readonly causes: readonly { readonly id: string; readonly scenarios: number; readonly own: boolean }[];
}

/** Refused input has a cause of its own, and so has what a program does that is no rule of the model. */
const isOwn = ({ caughtBy }: WrongImplementation, id: string): boolean =>
  caughtBy.includes(id) ||
  (id === BAD_INPUT && caughtBy.some((clause) => /^(MOD|ROL|LOOP|CFG|PROTOCOL)/.test(clause)));

const rows: Row[] = [];
for (const error of chosen) {
  const { causes, counts } = await putToSuite(error, folder);
  const told = causes.map(({ id, scenarios }) => ({ id, scenarios, own: isOwn(error, id) }));
  rows.push({ error, failed: counts.failed, causes: told });
  const text = told.map(({ id, scenarios, own }) => `${own ? '' : '!'}${id} ${String(scenarios)}`).join(', ');
  say(`${told[0]?.own === true ? ' ' : 'x'} ${error.id} (${error.caughtBy.join(' ')}): ${text}`);
}
rmSync(folder, { recursive: true });

const caught = rows.filter(({ failed }) => failed > 0).length;
const own = rows.filter(({ causes }) => causes[0]?.own === true).length;
const clauses = rows.flatMap(({ causes }) => causes);
const misleading = clauses.filter((cause) => !cause.own);
const symptoms = clauses.reduce((sum, { scenarios }) => sum + scenarios, 0);
const misled = misleading.reduce((sum, { scenarios }) => sum + scenarios, 0);
const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`;
const summary = [
  `${String(caught)} of ${String(rows.length)} wrong implementations are caught.`,
  `${String(own)} (${percent(own, rows.length)}) are told first by a clause of their own.`,
  `${String(misleading.length)} of ${String(clauses.length)} causes (${percent(misleading.length, clauses.length)}) are of another clause; ` +
    `they explain ${String(misled)} of ${String(symptoms)} failures (${percent(misled, symptoms)}).`,
];
for (const line of summary) say(line);
if (names.length === 0) {
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/wrong-causes.md', page());
}
const kept = caught === rows.length && own >= OWN * rows.length && misled <= MISLEADING * symptoms;
process.exitCode = kept ? 0 : 1;

function page(): string {
  const lines = rows.map(({ error, failed, causes }) => {
    const told = causes.map(
      ({ id, scenarios, own: mine }) => `${mine ? `**${id}**` : id} ${String(scenarios)}`,
    );
    return `| ${error.title} | ${error.caughtBy.join(' ')} | ${String(failed)} | ${told.join(', ')} |`;
  });
  return `# What is told of wrong implementations

Each is the built-in core with one honest mistake (\`test/wrong/errors.yaml\`), judged by the whole suite without the
core's own checks. In bold: causes that are the clauses of the mistake. \`npm run wrong:causes\` writes this page.

${summary.join('\n')}

| What is wrong | Its clauses | Scenarios that fail | Causes that are told, with how many scenarios each explains |
| --- | --- | ---: | --- |
${lines.join('\n')}
`;
}
