/**
 * `npm run wrong`: every scenario that puts questions to an implementation, against every wrong one; takes
 * minutes. Which scenarios fail is written to reports/wrong/caught.json, and the table of it to
 * docs/wrong-implementations.md. Exit status 1 where an error is caught by no scenario.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildProgram } from './build.ts';
import { wrongImplementations, type WrongImplementation } from './errors.ts';
import { judge, type Verdict } from '../../src/hunt/judge.ts';
import { scenariosOf } from './questions.ts';

interface Caught {
  readonly error: WrongImplementation;
  readonly failing: readonly Verdict[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'ringspec-wrong-'));
const right = await judge({ command: await buildProgram('right', [], folder) }, scenariosOf());
const broken = right.filter(({ passed }) => !passed);
if (broken.length > 0) {
  say(`the right core fails ${broken.map(({ place }) => place).join(', ')}`);
  process.exit(1);
}

const caught: Caught[] = [];
for (const error of wrongImplementations) {
  const wrong = await buildProgram(error.id, error.changes, folder);
  const verdicts = await judge({ command: wrong }, scenariosOf());
  const failing = verdicts.filter(({ passed }) => !passed);
  caught.push({ error, failing });
  say(`${String(failing.length).padStart(4)} of ${String(verdicts.length)} scenarios fail: ${error.title}`);
}
rmSync(folder, { recursive: true });

mkdirSync('reports/wrong', { recursive: true });
const told = caught.map(({ error, failing }) => ({
  ...error,
  failing: failing.map(({ place, name, tags }) => ({ place, name, tags })),
}));
writeFileSync('reports/wrong/caught.json', `${JSON.stringify(told, null, 2)}\n`);
const summary = 'docs/wrong-implementations.md';
writeFileSync(
  summary,
  await format(page(caught, right.length), { ...(await resolveConfig(summary)), parser: 'markdown' }),
);

const holes = caught.filter(({ failing }) => failing.length === 0);
say(
  holes.length === 0
    ? `all ${String(caught.length)} wrong implementations are caught; ${summary} has the table`
    : `caught by no scenario: ${holes.map(({ error }) => error.id).join(', ')}`,
);
process.exitCode = holes.length === 0 ? 0 : 1;

/** Failing scenarios by clause, the clauses that are named for the error first. */
function clausesOf({ error, failing }: Caught): string {
  const counts = new Map<string, number>(error.caughtBy.map((clause) => [clause, 0]));
  for (const { tags } of failing) {
    for (const tag of new Set(tags)) if (/-\d+R?$/.test(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const named = error.caughtBy.map((clause) => `**${clause}**`);
  const others = [...counts.keys()].filter((clause) => !error.caughtBy.includes(clause)).sort();
  const shown = others.slice(0, 6);
  const more = others.length - shown.length;
  return [...named, ...shown, ...(more > 0 ? [`and ${String(more)} more`] : [])].join(' ');
}

function page(all: readonly Caught[], scenarios: number): string {
  const rows = all.map((one) => {
    const { error, failing } = one;
    return `| ${error.title} | ${error.mistake} | ${String(failing.length)} | ${clausesOf(one)} |`;
  });
  return `# Wrong implementations that are caught

Each of these ${String(all.length)} programs is the built-in core with one honest mistake in it, served over the protocol
without the core's own checks and judged by the ${String(scenarios)} scenarios that put questions to an implementation.
The clauses in bold are those that it breaks: \`npm test\` asserts that a scenario of each of them fails, and that
the right core passes the same scenarios. \`npm run wrong\` writes this page; the programs are described in
\`test/wrong/errors.yaml\`.

| What is wrong | How one comes to it | Scenarios that fail | Clauses |
| --- | --- | ---: | --- |
${rows.join('\n')}
`;
}
