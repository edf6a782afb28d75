/** `npm run bench`: what the core costs, as ratios where machines differ. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { float64 } from '../src/f64.ts';
import { decimal } from '../src/num.ts';
import { measure } from './kernel-and-trade.ts';

interface RunFigures {
  readonly openMs: number;
  readonly ms: number;
  readonly events: number;
  readonly tickets: number;
  readonly nsPerTicketPeriod: number;
  readonly mebibytes: number;
}

const script = fileURLToPath(new URL('measure-run.ts', import.meta.url));

function measureRun(traders: number, arithmetic: string, checks: string, repeats: number): RunFigures {
  const args = ['--import', 'tsx', script, String(traders), arithmetic, checks, String(repeats)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as RunFigures;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

say('one evaluation or trade, median ns');
const exact = await measure(decimal);
const fast = await measure(float64);
say(
  `  kernel evaluation    decimal ${round(exact.kernel).padStart(7)}   float64 ${round(fast.kernel).padStart(6)}   ratio ${round(exact.kernel / fast.kernel)}`,
);
say(
  `  checked trade        decimal ${round(exact.trade).padStart(7)}   float64 ${round(fast.trade).padStart(6)}   ratio ${round(exact.trade / fast.trade)}`,
);

say('a run of 15 periods, ten tickets a trader (files not written)');
say('  traders   arithmetic  checks   opening ms   run ms   ns per ticket and period    MiB');
const sizes = [
  [100, 15],
  [1_000, 9],
  [10_000, 3],
  [100_000, 1],
] as const;
const runs = new Map<string, RunFigures>();
for (const [traders, repeats] of sizes) {
  for (const [arithmetic, checks] of [
    ['float64', 'on'],
    ['float64', 'off'],
    ['decimal', 'on'],
  ] as const) {
    const run = measureRun(traders, arithmetic, checks, repeats);
    runs.set(`${String(traders)} ${arithmetic} ${checks}`, run);
    say(
      `${String(traders).padStart(9)}   ${arithmetic.padEnd(10)}  ${checks.padEnd(6)} ${run.openMs.toFixed(1).padStart(12)}` +
        ` ${run.ms.toFixed(1).padStart(8)}   ${run.nsPerTicketPeriod.toFixed(0).padStart(24)}   ${run.mebibytes.toFixed(0).padStart(5)}`,
    );
  }
}

const figure = (key: string): RunFigures => {
  const run = runs.get(key);
  if (run === undefined) throw new Error(`${key} was not measured`);
  return run;
};
const checksCost = (traders: number): number =>
  figure(`${String(traders)} float64 on`).ms / figure(`${String(traders)} float64 off`).ms;
const growth = figure('100000 float64 on').nsPerTicketPeriod / figure('1000 float64 on').nsPerTicketPeriod;
say('ratios, with what they must stay under');
for (const [traders] of sizes)
  say(`  checks on / off, N = ${String(traders).padEnd(7)} ${round(checksCost(traders))}   (3)`);
say(`  per ticket and period, N = 100000 / 1000   ${round(growth)}   (1.5)`);
say(
  `  decimal / float64, whole run, N = 1000     ${round(figure('1000 decimal on').ms / figure('1000 float64 on').ms)}   (60)`,
);
say(`  memory at N = 100000, float64, MiB         ${round(figure('100000 float64 on').mebibytes)}   (2048)`);
