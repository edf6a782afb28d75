/**
 * `npm run wrong`: every wrong implementation put to every scenario that asks an implementation anything, and
 * hunted until it is found out; takes many minutes. `npm run wrong scenarios` and `npm run wrong hunt` do one of
 * the two and leave the other as it was. Results are in reports/wrong, the table of them in
 * reports/wrong-implementations.md. Exit status 1 where an error is caught by no scenario or not found by the hunt.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../src/files/scratch.ts';
import { formatted } from '../../build/markdown.ts';
import { judge } from '../../src/hunt/judge.ts';
import { huntDown } from '../hunt/hunt-down.ts';
import { buildProgram } from './build.ts';
import { wrongImplementations, type WrongImplementation } from './errors.ts';
import { scenariosOf } from './questions.ts';

/** What the scenarios say of an error: how many fail, and by clause. */
interface Caught {
  readonly scenarios: number;
  readonly failing: number;
  readonly byClause: Readonly<Record<string, number>>;
  readonly places: readonly string[];
}

/** What the hunt says of it: after how many worlds, and what it found; null where it found nothing. */
interface Hunted {
  readonly worlds: number;
  readonly seconds: number;
  readonly clause: string;
  readonly scenario: readonly string[];
}

type Results<T> = Readonly<Record<string, T | null>>;

/** Seconds that the hunt has for an error. */
const HUNT_SECONDS = 120;
const folder = 'reports/wrong';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Results of one of the two parts, new ones or those of the last time. */
async function results<T>(
  name: string,
  one: (error: WrongImplementation) => Promise<T | null>,
): Promise<Results<T>> {
  const path = join(folder, `${name}.json`);
  const [only] = process.argv.slice(2);
  // this program wrote it
  if (only !== undefined && only !== name)
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results<T>) : {};
  const all: Record<string, T | null> = {};
  for (const error of wrongImplementations) {
    all[error.id] = await one(error);
    writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`);
  }
  return all;
}

async function putToScenarios(error: WrongImplementation): Promise<Caught> {
  const wrong = await buildProgram(error.id, error.changes, programs);
  const verdicts = await judge({ command: wrong }, scenariosOf());
  const failing = verdicts.filter(({ passed }) => !passed);
  const byClause: Record<string, number> = {};
  for (const { tags } of failing)
    for (const tag of new Set(tags)) if (/-\d+R?$/.test(tag)) byClause[tag] = (byClause[tag] ?? 0) + 1;
  say(`${String(failing.length).padStart(4)} of ${String(verdicts.length)} scenarios fail: ${error.title}`);
  const places = failing.map(({ place }) => place);
  return { scenarios: verdicts.length, failing: failing.length, byClause, places };
}

async function putToHunt(error: WrongImplementation): Promise<Hunted | null> {
  const found = await huntDown(error, programs, HUNT_SECONDS);
  if (found === null) {
    say(`not found in ${String(HUNT_SECONDS)} s: ${error.title}`);
    return null;
  }
  const { worlds, seconds, finding } = found;
  say(`world ${String(worlds).padStart(4)}, ${seconds.toFixed(1)} s, ${finding.clause}: ${error.title}`);
  return { worlds, seconds: Math.round(seconds), clause: finding.clause, scenario: finding.scenario };
}

mkdirSync(folder, { recursive: true });
const programs = scratchFolder();
const right = await judge({ command: await buildProgram('right', [], programs) }, scenariosOf());
const broken = right.filter(({ passed }) => !passed);
if (broken.length > 0) {
  say(`the right core fails ${broken.map(({ place }) => place).join(', ')}`);
  process.exit(1);
}
const caught = await results('scenarios', putToScenarios);
const hunted = await results('hunt', putToHunt);

const summary = 'reports/wrong-implementations.md';
writeFileSync(summary, await formatted(page()));
const holes = wrongImplementations.filter(({ id }) => (caught[id]?.failing ?? 0) === 0);
const escaped = wrongImplementations.filter(({ id }) => hunted[id] == null);
if (holes.length > 0) say(`caught by no scenario: ${holes.map(({ id }) => id).join(', ')}`);
if (escaped.length > 0) say(`not found by the hunt: ${escaped.map(({ id }) => id).join(', ')}`);
say(`${String(wrongImplementations.length)} wrong implementations; ${summary} has the table`);
process.exitCode = holes.length + escaped.length === 0 ? 0 : 1;

/** The clauses of which scenarios fail, those that are named for the error first. */
function clausesOf({ id, caughtBy }: WrongImplementation): string {
  const others = Object.keys(caught[id]?.byClause ?? {}).filter((clause) => !caughtBy.includes(clause));
  const shown = others.sort().slice(0, 6);
  const more = others.length - shown.length;
  return [
    ...caughtBy.map((clause) => `**${clause}**`),
    ...shown,
    ...(more > 0 ? [`and ${String(more)} more`] : []),
  ].join(' ');
}

function huntOf({ id }: WrongImplementation): string {
  const found = hunted[id];
  if (found != null) return `world ${String(found.worlds)}, ${found.clause}`;
  return 'not found';
}

function page(): string {
  const rows = wrongImplementations.map((error) => {
    const failing = String(caught[error.id]?.failing ?? 0);
    return `| ${error.title} | ${error.mistake} | ${failing} | ${clausesOf(error)} | ${huntOf(error)} |`;
  });
  return `# Wrong implementations that are caught

Each of these ${String(wrongImplementations.length)} programs is the built-in core with one honest mistake in it, served over the protocol
without the core's own checks and judged by the ${String(right.length)} scenarios that put questions to an implementation.
The clauses in bold are those that it breaks: \`npm test\` asserts that a scenario of each of them fails, and that
the right core passes the same scenarios. The last column is where \`ringspec hunt\` finds it, by the number of the
random world, and the clause under which its scenario is written; each of those scenarios fails on the wrong
implementation and passes on the right core. \`npm run wrong\` writes this page; the programs are described in
\`test/wrong/errors.yaml\`.

| What is wrong | How one comes to it | Scenarios that fail | Clauses | Found by the hunt |
| --- | --- | ---: | --- | --- |
${rows.join('\n')}
`;
}
