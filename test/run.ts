/**
 * `npm test`: everything that must hold, one part after the other, with a line for each and a count at the
 * end. A part that fails does not keep the others from running.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Counts for the coverage of the core. */
  readonly covers?: boolean;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const testFiles = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name}`)
  .sort();

/** Tests that drive the core in their own process. Workers load TypeScript apart, which blurs the lines of coverage. */
const drivesCore = (file: string): boolean => /^test\/(core|properties|run\/metrics)\//.test(file);

const features = (profile: string): Part => ({
  name: `features, ${profile}`,
  command: 'cucumber-js',
  args: ['--profile', profile],
});

const units = (name: string, files: readonly string[], covers: boolean): Part => ({
  name,
  command: process.execPath,
  args: ['--import', 'tsx', '--test', '--test-reporter', 'tap', ...files],
  covers,
});

const parts: readonly Part[] = [
  { name: 'types', command: 'tsc', args: ['--project', '.'] },
  { name: 'lint', command: 'eslint', args: ['.'] },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  features('decimal'),
  features('float64'),
  features('served'),
  units('properties and checks', testFiles.filter(drivesCore), true),
  units(
    'other units',
    testFiles.filter((file) => !drivesCore(file)),
    false,
  ),
];

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

let passed = 0;
let failed = 0;
// node hands its coverage folder on to children that have none of their own; an empty name is none
const uncovered = { ...process.env, NODE_V8_COVERAGE: '' };
for (const { name, command, args, covers = false } of parts) {
  const env = covers ? process.env : uncovered;
  const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, env });
  const output = `${run.stdout}${run.stderr}`;
  const ok = run.status === 0;
  const counted = outcome(output, ok);
  const nothingRan = counted.passed + counted.failed === 0;
  passed += counted.passed;
  // a part that failed without a failed case, or that ran nothing, is a failure all the same
  failed += ok && !nothingRan ? counted.failed : Math.max(1, counted.failed);
  console.log(`${ok && !nothingRan ? 'ok    ' : 'FAILED'} ${name}: ${String(counted.passed)} passed`);
  if (!ok || nothingRan) console.log(output);
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
