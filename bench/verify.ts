/**
 * What verifying takes, and who takes it: the suite is asked of the built-in core as another program, and then of a
 * program that gives the same answers from a file at once. By turns, three rounds; the least of each.
 *
 *   npm run bench:verify
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../src/files/scratch.ts';
import { out } from '../src/terminal.ts';
import { conformance } from '../src/verify/conformance.ts';

const ROUNDS = 3;
/** As many scenarios as the aim, 6 seconds on two quiet cores, speaks of. */
const AIM = 844;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const folder = scratchFolder();
const tape = join(folder, 'answers.jsonl');
const core = [process.execPath, here('../bin/ringspec'), 'serve'];
const played = [process.execPath, here('tape.mjs'), 'play', tape];

/** Seconds for the suite, and its scenarios. */
async function asked([program = '', ...words]: readonly string[]): Promise<[number, number]> {
  const started = performance.now();
  const report = await conformance({
    command: [program, ...words],
    ...{ line: program, tolerance: '1e-10', slow: 1, known: [], today: '2026-01-01' },
  });
  if (report.causes.length > 0)
    throw new Error('the core fails its own suite, or answers are not repeatable');
  return [(performance.now() - started) / 1000, report.counts.passed];
}

await asked([process.execPath, here('tape.mjs'), 'record', tape, ...core]);
const times: Record<'core' | 'played', number[]> = { core: [], played: [] };
let scenarios = 0;
for (let round = 0; round < ROUNDS; round++) {
  times.core.push((await asked(core))[0]);
  const [seconds, count] = await asked(played);
  times.played.push(seconds);
  scenarios = count;
}
const least = (name: 'core' | 'played'): number => Math.min(...times[name]);
const line = (what: string, seconds: number): string =>
  `  ${what.padEnd(34)} ${seconds.toFixed(1)} s   ${((1000 * seconds) / scenarios).toFixed(1)} ms a scenario\n`;
out(`${String(scenarios)} scenarios\n`);
out(line('asked of the core, as a program', least('core')));
out(line('asked of answers from a file', least('played')));
out(
  `  the core's share ${(1 - least('played') / least('core')).toFixed(2)}; ` +
    `${String(AIM)} scenarios of a fast adapter ${((AIM / scenarios) * least('played')).toFixed(1)} s (6)\n`,
);
