/**
 * `npm run wrong:causes`: every wrong implementation judged by the whole suite in this process, and the cause that is
 * told for each scenario. Own is a cause that the error is named with; misleading is a clause that is told as a cause and
 * is none of them. `npm run wrong:causes ID …` does only these. What is told of each is kept in reports/wrong/causes, and
 * asked again when the error, the specification or the program has changed; so it goes on where it was cut off. The table
 * is written to reports/wrong-causes.md. Exit status 1 where its bounds are not kept.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { BAD_INPUT } from '../../src/verify/causes.ts';
import { specification } from '../../src/verify/suite.ts';
import { wrongImplementations, type WrongImplementation } from './errors.ts';
import { recordSuite, toldOf } from './told.ts';

/** At least so many of the errors are told by a clause of their own, biggest first. */
const OWN = 0.95;
/** At most so many of the failures are explained by a clause of another error. */
const MISLEADING = 0.05;
/** Processes that share the work; PROCESSES=1 leaves a core to others. */
const PROCESSES = Number(process.env['PROCESSES'] ?? 2);

/** What is told of one error. */
interface Told {
  readonly key: string;
  readonly failed: number;
  readonly causes: readonly {
    readonly id: string;
    readonly scenarios: number;
    readonly places: readonly string[];
  }[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const kept = 'reports/wrong/causes';
const { suite } = specification();
const programs = ['src/core', 'src/protocol', 'src/causes', 'src/verify/causes.ts'].map(textsIn).join('\0');

/** Every text of a folder, or of a file. */
function textsIn(place: string): string {
  if (place.endsWith('.ts')) return readFileSync(place, 'utf8');
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return names
    .sort()
    .map((name) => readFileSync(join(place, name), 'utf8'))
    .join('\0');
}

/** What the record of an error rests on. */
const keyOf = (error: WrongImplementation): string =>
  createHash('sha256')
    .update(`${suite}\0${JSON.stringify(error.changes)}\0${programs}`)
    .digest('hex');

const fileOf = ({ id }: WrongImplementation): string => join(kept, `${id}.json`);

function told(error: WrongImplementation): Told | null {
  if (!existsSync(fileOf(error))) return null;
  // this program wrote it
  const record = JSON.parse(readFileSync(fileOf(error), 'utf8')) as Told;
  return record.key === keyOf(error) ? record : null;
}

async function putAll(errors: readonly WrongImplementation[]): Promise<void> {
  const folder = scratchFolder();
  const recorded = await recordSuite();
  for (const error of errors) {
    const { causes, counts, scenarios } = await toldOf(error, recorded, folder);
    const all = causes.map(({ id, scenarios: count }) => ({
      id,
      scenarios: count,
      places: scenarios.filter(({ cause }) => cause === id).map(({ place }) => place),
    }));
    const record: Told = { key: keyOf(error), failed: counts.failed, causes: all };
    writeFileSync(fileOf(error), `${JSON.stringify(record, null, 1)}\n`);
    say(lineOf(error, record));
  }
}

/** Refused input has a cause of its own, and so has what a program does that is no rule of the model. */
const isOwn = ({ caughtBy }: WrongImplementation, id: string): boolean =>
  caughtBy.includes(id) ||
  (id === BAD_INPUT && caughtBy.some((clause) => /^(MOD|ROL|LOOP|CFG|PROTOCOL)/.test(clause)));

function lineOf(error: WrongImplementation, { causes }: Told): string {
  const text = causes.map(({ id, scenarios }) => `${isOwn(error, id) ? '' : '!'}${id} ${String(scenarios)}`);
  const first = causes[0];
  const mark = first !== undefined && isOwn(error, first.id) ? ' ' : 'x';
  return `${mark} ${error.id} (${error.caughtBy.join(' ')}): ${text.join(', ')}`;
}

/** This program once more, for every so manyth of the errors. */
function helper(part: number, names: readonly string[]): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), [`--part=${String(part)}`, ...names]);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a part of the work ended with status ${String(code)}`));
    });
  });
}

mkdirSync(kept, { recursive: true });
const [first = '', ...rest] = process.argv.slice(2);
const part = /^--part=(\d+)$/.exec(first)?.[1];
const names = part === undefined ? process.argv.slice(2) : rest;
const chosen = wrongImplementations.filter(({ id }) => names.length === 0 || names.includes(id));
const open = chosen.filter((error) => told(error) === null);
if (part !== undefined) await putAll(open.filter((_, i) => i % PROCESSES === Number(part)));
else {
  const parts = Array.from({ length: Math.min(PROCESSES, open.length) }, (_, i) => helper(i, names));
  await Promise.all(parts);
  summarise();
}

function summarise(): void {
  const rows = chosen.map((error) => ({ error, record: told(error) ?? { key: '', failed: 0, causes: [] } }));
  const caught = rows.filter(({ record }) => record.failed > 0).length;
  const own = rows.filter(({ error, record: { causes } }) => isOwn(error, causes[0]?.id ?? '')).length;
  const all = rows.flatMap(({ error, record }) =>
    record.causes.map(({ id, scenarios }) => ({ scenarios, own: isOwn(error, id) })),
  );
  const misleading = all.filter((cause) => !cause.own);
  const sum = (causes: typeof all): number => causes.reduce((total, { scenarios }) => total + scenarios, 0);
  const percent = (some: number, of: number): string => `${((100 * some) / of).toFixed(1)} %`;
  const summary = [
    `${String(caught)} of ${String(rows.length)} wrong implementations are caught.`,
    `${String(own)} (${percent(own, rows.length)}) are told first by a clause of their own.`,
    `${String(misleading.length)} of ${String(all.length)} causes (${percent(misleading.length, all.length)}) are of another clause; ` +
      `they explain ${String(sum(misleading))} of ${String(sum(all))} failures (${percent(sum(misleading), sum(all))}).`,
  ];
  for (const { error, record } of rows)
    if (record.causes.some(({ id }) => !isOwn(error, id))) say(lineOf(error, record));
  for (const line of summary) say(line);
  if (names.length === 0) writeFileSync('reports/wrong-causes.md', page(rows, summary));
  const holds =
    caught === rows.length && own >= OWN * rows.length && sum(misleading) <= MISLEADING * sum(all);
  process.exitCode = holds ? 0 : 1;
}

function page(
  rows: readonly { readonly error: WrongImplementation; readonly record: Told }[],
  summary: readonly string[],
): string {
  const lines = rows.map(({ error, record: { failed, causes } }) => {
    const list = causes.map(
      ({ id, scenarios }) => `${isOwn(error, id) ? `**${id}**` : id} ${String(scenarios)}`,
    );
    return `| ${error.title} | ${error.caughtBy.join(' ')} | ${String(failed)} | ${list.join(', ')} |`;
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
