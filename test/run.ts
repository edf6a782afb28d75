/**
 * Runs the checks of the project, two or more at a time, with a line for each and a count at the end:
 *
 *   node --import tsx test/run.ts check    seconds: types, lint, the model's chapters, the core's tests
 *   node --import tsx test/run.ts test     minutes: everything but what takes long
 *   node --import tsx test/run.ts slow     what takes long: the tests in *.slow.test.ts
 *   node --import tsx test/run.ts long     what takes too long for every change: the tests in *.long.test.ts
 *
 * A part that fails does not keep the others from running.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { scratchFolder } from '../src/files/scratch.ts';
import { askedPaths } from '../src/verify/suite.ts';

interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const testFiles = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name}`)
  .sort();
const isSlow = (file: string): boolean => file.endsWith('.slow.test.ts');
const isLong = (file: string): boolean => file.endsWith('.long.test.ts');
/** What takes longest begins first, so that at the end no lane waits for it. */
const longest = [
  ...['gate/weakening', 'verify/vectors/vectors', 'hunt/exhaustive', 'hunt/hunt', 'wrong/wrong'],
  ...['docs/commands', 'strength/strength', 'sweep/sweep', 'hunt/adversarial', 'sweep/two-processes'],
  ...['gate/command', 'gate/deletion', 'examples/implementing', 'gate/fuzz', 'browser/report'],
  ...['browser/spec', 'sweep/folder-fuzz'],
];
const longestFirst = (files: readonly string[]): string[] => [
  ...longest.map((name) => `test/${name}.slow.test.ts`).filter((file) => files.includes(file)),
  ...files.filter((file) => !longest.some((name) => file === `test/${name}.slow.test.ts`)),
];
/** Tests whose coverage of the core counts; the gate runs them, so that its properties are of the same run. */
const isEvidence = (file: string): boolean => /^test\/(core|properties|run\/metrics)\//.test(file);
const isOfCore = (file: string): boolean => /^test\/(core\/|arrows)/.test(file);

/** Chapters that ask for nothing but the model. */
const modelChapters = ['anc', 'chk', 'flw', 'ini', 'ker', 'loop', 'pol', 'reb', 'ring', 'rol', 'set', 'trd'];

// typescript-6, whose parser strength/ uses, has a program of this name, too
const types: Part = { name: 'types', command: 'node_modules/typescript/bin/tsc', args: ['--project', '.'] };
const lint: Part = { name: 'lint', command: 'oxlint', args: [] };
const format: Part = { name: 'format', command: 'oxfmt', args: ['--check'] };

const features = (profile: string, places: readonly string[] = []): Part => ({
  name: `features, ${profile}`,
  command: 'cucumber-js',
  args: ['--profile', profile, ...places],
});

const units = (name: string, files: readonly string[]): Part => ({
  name,
  command: process.execPath,
  args: ['--import', 'tsx', '--test', '--test-concurrency', '1', '--test-reporter', 'tap', ...files],
});

/** A part for each folder below test/, so that no lane is left with all of them. */
function unitsByFolder(files: readonly string[]): Part[] {
  const byFolder = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.split('/').slice(0, 2).join('/');
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  return [...byFolder].map(([folder, own]) => units(`units, ${folder}`, own));
}

/** What the slow tests start, in place of loading TypeScript hundreds of times. */
const build: Part = {
  name: 'build',
  command: process.execPath,
  args: ['--import', 'tsx', 'build/package.ts'],
};

/** The features in decimal and the properties, and from what they wrote whether every clause is covered. */
const gate: Part = { name: 'gate', command: 'bin/ringspec', args: ['gate', '--run', '--ci'] };

const suites: Readonly<Record<string, readonly Part[]>> = {
  check: [
    features(
      'decimal',
      modelChapters.map((chapter) => `features/${chapter}`),
    ),
    lint,
    types,
    units('core', testFiles.filter(isOfCore)),
  ],
  test: [
    gate,
    lint,
    // commands, and what is made of many runs, count by themselves, whatever the model counts with
    features('float64', ['features/!(ana|clm|cli|dat|dst|exp)/**/*.feature']),
    features('served', askedPaths),
    types,
    format,
    ...unitsByFolder(testFiles.filter((file) => !isSlow(file) && !isLong(file) && !isEvidence(file))),
  ],
  slow: longestFirst(testFiles.filter(isSlow)).map((file) => units(file, [file])),
  long: testFiles.filter(isLong).map((file) => units(file, [file])),
};

/** What the part's own closing lines count; a part without a count is one check. */
function outcome(output: string, ok: boolean): Outcome {
  const count = (pattern: RegExp): number => Number(pattern.exec(output)?.[1] ?? 0);
  const scenarios = /^(\d+) scenarios? \((.*)\)$/m.exec(output);
  if (scenarios !== null) {
    const passed = Number(/(\d+) passed/.exec(scenarios[2] ?? '')?.[1] ?? 0);
    return { passed, failed: Number(scenarios[1]) - passed };
  }
  if (/^# tests \d+/m.test(output))
    return { passed: count(/^# pass (\d+)/m), failed: count(/^# fail (\d+)/m) };
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The failing tests of an output in TAP, each with what it says; any other output whole. */
function failures(output: string): string {
  if (!output.includes('\nnot ok ')) return output;
  return [...output.matchAll(/^( *)not ok .*\n(?:\1 {2}---\n[\s\S]*?\n\1 {2}\.\.\.\n)?/gm)]
    .map(([told]) => told)
    .join('');
}

/** Runs one part, prints its line, and what it wrote where it failed. A part that runs nothing has failed. */
async function run({ name, command, args }: Part): Promise<Outcome> {
  const started = performance.now();
  const { output, status } = await new Promise<{ output: string; status: number | null }>((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => void pieces.push(piece));
    child.on('error', fail);
    child.on('close', (code) => {
      done({ output: Buffer.concat(pieces).toString('utf8'), status: code });
    });
  });
  const counted = outcome(output, status === 0);
  const ok = status === 0 && counted.passed + counted.failed > 0;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name}: ${String(counted.passed)} passed in ${String(seconds)} s`,
  );
  if (!ok) console.log(failures(output));
  return ok ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

const suite = suites[process.argv[2] ?? ''];
if (suite === undefined) {
  console.error(`say which: ${Object.keys(suites).join(', ')}`);
  process.exit(64);
}
// what a killed test leaves goes with it
process.env['TMPDIR'] = scratchFolder();
const waiting = [...suite];
let passed = 0;
let failed = 0;
const count = async (part: Part): Promise<void> => {
  const counted = await run(part);
  passed += counted.passed;
  failed += counted.failed;
};
const lane = async (): Promise<void> => {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await count(part);
};
if (suite === suites['slow']) {
  await count(build);
  process.env['RINGSPEC_PROGRAM'] = 'dist/bin/ringspec';
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, lane));
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
