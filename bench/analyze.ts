/**
 * `npm run bench:analyze`: what analyzing all 625 pairs costs, in a process of its own. The sweep is made first,
 * 1.3 GB, and removed again; `npm run bench:analyze -- DIR` takes one that is there, and leaves it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../src/files/scratch.ts';

const ringspec = fileURLToPath(new URL('../bin/ringspec', import.meta.url));
const full = fileURLToPath(new URL('../scenarios/balanced-625.yaml', import.meta.url));

/** Seconds that a command takes, start of the program included. */
function timed(...args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [ringspec, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ringspec ${args.join(' ')} ended with ${String(status)}\n${stderr}`);
  return (performance.now() - started) / 1000;
}

const given = process.argv[2];
const scratch = scratchFolder();
const sweep = given ?? join(scratch, 'sweep');
const grid = ['--regimes', 'passive,active', '--seeds', '1', '--keep', 'all'];
if (given === undefined) timed('sweep', 'balanced', full, ...grid, '--out-dir', sweep);
const times = Array.from({ length: 5 }, () => timed('analyze', sweep)).sort((a, b) => a - b);
const [fastest = NaN, , median = NaN] = times;
process.stdout.write(
  `analyze, 625 pairs: ${median.toFixed(1)} s, ${fastest.toFixed(1)} s at best of 5 (10)\n`,
);
