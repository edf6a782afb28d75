/**
 * `npm run bench:arms`: what a pair of four arms costs against one of two, without files: CPU time, in turns in one
 * process, the median over the pairs of the published grid's first points. At most 2.2 is asked for.
 */
import { gridPoints } from '../src/scenario/grid.ts';
import { parseSweep } from '../src/scenario/sweep.ts';
import { runPair } from '../src/sweep/pair.ts';

const ROUNDS = 5;
const text = (regimes: string): string =>
  `sweep: {kappas: [0.25, 1, 4], mus: [0, 0.5], seeds: 2, regimes: [${regimes}]}`;
const two = parseSweep(text('passive, active'), 'two');
const four = parseSweep(text('passive, active, backstop, baseline'), 'four');

/** CPU ms of all pairs, in this process alone. */
function cost({ base, grid }: typeof two): number {
  const before = process.cpuUsage();
  for (const point of gridPoints(grid)) runPair({ base, point, arms: grid, outDir: null, verify: false });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// what the compiler has not seen yet counts for neither
cost(four);
const rounds = Array.from({ length: ROUNDS }, (_, round) => {
  if (round % 2 === 0) {
    const fewer = cost(two);
    return { fewer, more: cost(four) };
  }
  const more = cost(four);
  return { fewer: cost(two), more };
});
const ratios = rounds.map(({ fewer, more }) => more / fewer).sort((a, b) => a - b);
process.stdout.write(
  `four arms against two, ${String(ROUNDS)} rounds in turns: ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')} (2.2)\n`,
);
