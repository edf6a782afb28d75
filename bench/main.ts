/** `npm run bench`: what the core costs, as ratios where machines differ. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measure } from './kernel-and-trade.ts';

interface RunFigures {
  readonly openMs: number;
  readonly ms: number;
  /** ns per ticket and period, in the first run of a process and in later ones. */
  readonly firstNs: number;
  readonly warmMs: number;
  readonly warmNs: number;
  readonly mebibytes: number;
}

const script = fileURLToPath(new URL('measure-run.ts', import.meta.url));

function measureRun(traders: number, arithmetic: string, checks: string, repeats: number): RunFigures {
  const args = ['--import', 'tsx', script, String(traders), arithmetic, checks, String(repeats)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as RunFigures;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

say('one evaluation or trade, ns; plain is a hand-written loop over doubles, without checks');
const { plain, float64: fast, decimal: exact } = await measure();
for (const [name, of, aim] of [
  ['kernel evaluation', 'kernel', 10],
  ['checked trade', 'trade', 30],
] as const) {
  const [doubles, own, digits] = [plain[of], fast[of], exact[of]];
  say(
    `  ${name.padEnd(18)} plain ${round(doubles).padStart(5)}   float64 ${round(own).padStart(5)}   decimal ${round(digits).padStart(6)}` +
      `   float64 / plain ${round(own / doubles)} (${String(aim)})   decimal / float64 ${round(digits / own)}`,
  );
}

say('a run of 15 periods, ten tickets a trader (files not written); ns are per ticket and period');
say('  traders   arithmetic  checks   opening ms   first run ms   first ns   warm ns     MiB');
const sizes = [
  [100, 30],
  [1_000, 15],
  [10_000, 5],
  [100_000, 3],
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
        ` ${run.ms.toFixed(1).padStart(14)} ${run.firstNs.toFixed(0).padStart(10)} ${run.warmNs.toFixed(0).padStart(9)}   ${run.mebibytes.toFixed(0).padStart(5)}`,
    );
  }
}

const figure = (key: string): RunFigures => {
  const run = runs.get(key);
  if (run === undefined) throw new Error(`${key} was not measured`);
  return run;
};
const checksCost = (traders: number): number =>
  figure(`${String(traders)} float64 on`).warmMs / figure(`${String(traders)} float64 off`).warmMs;
const growth = (read: (run: RunFigures) => number): number =>
  read(figure('100000 float64 on')) / read(figure('1000 float64 on'));
const exactToFast = figure('1000 decimal on').warmMs / figure('1000 float64 on').warmMs;
say('ratios, with what they should stay under');
for (const [traders] of sizes) {
  say(`  checks on / off, N = ${String(traders).padEnd(7)}              ${round(checksCost(traders))}   (3)`);
}
say(`  first run, per ticket, N = 100000 / 1000     ${round(growth((run) => run.firstNs))}   (1.5)`);
say(`  warm run, per ticket, N = 100000 / 1000      ${round(growth((run) => run.warmNs))}`);
say(`  decimal / float64, warm run, N = 1000        ${round(exactToFast)}   (60)`);
say(
  `  MiB at N = 100000, float64                   ${round(figure('100000 float64 on').mebibytes)}   (2048)`,
);
