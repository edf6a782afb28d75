/** `ringspec sweep balanced`: the paired grid. CLI-02, CLI-04, CLI-05. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Arms } from '../scenario/regimes.ts';
import type { Progress, SweepOptions, SweepResult } from '../sweep/sweep.ts';
import type { Shard } from '../sweep/sweep-folder.ts';
import { Fault, listed } from '../files/faults.ts';
import { keepFor, MOST_WITH_FILES } from '../sweep/keep.ts';
import { exitCodes } from '../exit-codes.ts';
import { wholeNumber } from './numbers.ts';
import { pathName } from './path-name.ts';
import { QUEUE_HELP, queueOf } from './queue-flag.ts';
import { JsonLines, PairsLine, type PairsProgress } from './progress-line.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { out, tell } from '../terminal.ts';

/** Every flag with its place in a scenario file: a flag wins over the file. CLI-02. */
const places: readonly (readonly [flag: string, place: string, help: string])[] = [
  ['--n-agents <n>', 'ring.n_traders', 'traders in the ring'],
  ['--maturity-days <days>', 'ring.maturity_days', 'T: due days run from 1 to T'],
  ['--face-value <S>', 'ticket_size_S', 'face of a ticket'],
  ['--total-debt <Q>', 'ring.total_debt_Q', 'total debt of the ring'],
  ['--periods <n>', 'periods', 'periods of a run'],
  ['--vbt-share <share>', 'balance.vbt_share', 'share of all claims that the VBTs hold'],
  ['--dealer-share <share>', 'balance.dealer_share', 'share of all claims that the dealers hold'],
  ['--horizon <H>', 'trader_policy.horizon', 'planning horizon of the traders'],
  ['--kappas <list>', 'sweep.kappas', 'debt to money, as "0.25,0.5,1"'],
  ['--liquidity-ratios <list>', 'sweep.liquidity_ratios', 'money to debt, in place of --kappas'],
  ['--concentrations <list>', 'sweep.concentrations', 'Dirichlet concentrations c'],
  ['--mus <list>', 'sweep.mus', 'maturity skews'],
  ['--outside-mid-ratios <list>', 'sweep.outside_mid_ratios', 'outside mids per unit of face, or as prices'],
  ['--seeds <R>', 'sweep.seeds', 'replicates of every grid point'],
  ['--seed <base>', 'seed', 'first seed'],
  ['--regimes <list>', 'sweep.regimes', 'arms: any of passive, active, backstop, baseline'],
  ['--arithmetic <name>', 'arithmetic', 'float64 or decimal'],
];

const example = `
Examples:
  $ ringspec init scenario
  $ ringspec sweep balanced scenario.yaml --out-dir reports/sweep
  $ ringspec sweep balanced --out-dir reports/grid --n-agents 100 --maturity-days 10 \\
      --face-value 20 --vbt-share 0.25 --dealer-share 0.125 --rollover \\
      --kappas "0.25,0.5,1,2,4" --concentrations "0.2,0.5,1,2,5" \\
      --mus "0,0.25,0.5,0.75,1" --outside-mid-ratios "1.0,0.9,0.8,0.75,0.5"

The folder gets aggregate/comparison.csv, effects.csv and summary.json, and every run
under ARM/runs, as active/runs. What was cut off goes on with --resume. Of a large sweep
only the records of the pairs are kept; \`ringspec run DIR --pair 12\` makes the files of a run.`;

interface Flags {
  readonly outDir: string;
  readonly resume?: boolean;
  readonly keep?: 'all' | 'records';
  readonly keepPairs?: readonly number[];
  readonly workers?: number;
  readonly queue?: string;
  readonly shard?: Shard;
  readonly verifySample: number;
  readonly rollover?: boolean;
  readonly bigEntityShare?: string;
  readonly allowSmallRing?: boolean;
  readonly axis: readonly (readonly [key: string, list: string])[];
  readonly checks: boolean;
  readonly json?: boolean;
  readonly [flag: string]: unknown;
}

const share = (text: string): number => {
  if (!/^(0(\.\d+)?|1(\.0*)?)$/.test(text)) throw new InvalidArgumentError('A share from 0 to 1 is allowed.');
  return Number(text);
};

function shard(text: string): Shard {
  const [, part = '0', of = '0'] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (Number(part) < 1 || Number(part) > Number(of))
    throw new InvalidArgumentError('Part k of n is written k/n, as in 3/16.');
  return { part: Number(part), of: Number(of) };
}

function pairNumbers(text: string): readonly number[] {
  if (!/^\d{1,7}(,\d{1,7})*$/.test(text))
    throw new InvalidArgumentError('Numbers of pairs are written as 12,17; the first pair is 0.');
  return text.split(',').map(Number);
}

type AxisFlag = Flags['axis'][number];

function axis(text: string, before: readonly AxisFlag[]): readonly AxisFlag[] {
  const [, key = '', list = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (key === '')
    throw new InvalidArgumentError('An axis is written key=list, as in rollover.enabled=true,false.');
  if (before.some(([known]) => known === key))
    throw new InvalidArgumentError(`${key} is given twice: one list holds all of its values.`);
  return [...before, [key, list]];
}

export function describeSweep(program: Command): void {
  const sweep = program
    .command('sweep')
    .description('run a grid of paired runs')
    .addHelpText('after', example);
  const balanced = sweep
    .command('balanced')
    .description('the balanced comparison: the same balance sheets, passive and making a market')
    .argument('[file]', 'a scenario file with a section `sweep`; flags win over it')
    .requiredOption('--out-dir <dir>', 'folder of the sweep', pathName)
    .option('--resume', 'go on with the sweep that the folder holds')
    .addOption(
      new Option(
        '--keep <what>',
        `all files of every run, or the pairs' records alone (all up to ${String(MOST_WITH_FILES)} pairs)`,
      ).choices(['all', 'records']),
    )
    .option('--keep-pairs <list>', 'records alone, but all files of these pairs, as 12,17', pairNumbers)
    .option('--workers <n>', 'threads (all cores)', wholeNumber)
    .option('--queue <url>', `hand the pairs out to \`ringspec worker\`: ${QUEUE_HELP}`)
    .option('--shard <k/n>', 'only this part of the pairs; `ringspec merge` joins the parts', shard)
    .addOption(
      new Option('--verify-sample <share>', 'share of the pairs to run in decimals, too')
        .default(0)
        .argParser(share),
    )
    .option(
      '--axis <key=list>',
      'any key of a scenario as an axis, as trader_policy.horizon=1,3,10',
      axis,
      [],
    )
    .option('--rollover', 'issue again what was repaid')
    .option('--no-rollover', 'let repaid claims end')
    .option(
      '--big-entity-share <share>',
      'claims on top of the ring, held by the dealers (the other way to balance)',
    )
    .option('--allow-small-ring', 'accept a ring of fewer traders than 100')
    .option('--no-checks', 'leave out the checks after every event (the manifest says so)')
    .option('--json', 'print the result as JSON');
  for (const [flag, , help] of places) balanced.option(flag, help);
  balanced.addHelpText('after', example).action(run);
}

const camelCase = (flag: string): string =>
  flag.replace(/^--| .*$/g, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The flags as paths in a scenario file. CLI-02. */
async function overridesOf(flags: Flags, given: (flag: string) => boolean): Promise<Record<string, string>> {
  const { placeOfAxis } = await import('../scenario/axes.ts');
  const overrides: Record<string, string> = {};
  for (const [flag, place] of places) {
    const value = flags[camelCase(flag)];
    if (typeof value === 'string') overrides[place] = value;
  }
  for (const [key, list] of flags.axis) {
    const place = placeOfAxis(key);
    if (overrides[place] !== undefined)
      throw new Fault(`--axis ${key}: the list of the same key is given, too; give one of the two`, 'usage');
    overrides[place] = list;
  }
  if (given('rollover')) overrides['rollover.enabled'] = String(flags.rollover);
  if (flags.bigEntityShare !== undefined) {
    overrides['balance.mode'] = 'additional';
    overrides['balance.big_entity_share'] = flags.bigEntityShare;
  }
  if (flags.allowSmallRing === true) overrides['allow_small_ring'] = 'true';
  if (!flags.checks) overrides['checks'] = 'false';
  return overrides;
}

/** Damaged pairs named; of the others the number is told. */
const SHOWN = 100;

async function run(file: string | undefined, flags: Flags, command: Command): Promise<void> {
  const { loadSweep } = await import('../scenario/read.ts');
  const { sweepNotes } = await import('../scenario/sweep-notes.ts');
  const { mostPairs } = await import('../scenario/grid.ts');
  const { runSweep } = await import('../sweep/sweep.ts');
  const { keepOf, SweepFolder } = await import('../sweep/sweep-folder.ts');
  const given = (flag: string): boolean => command.getOptionValueSource(flag) === 'cli';
  const sweep = loadSweep(file ?? null, await overridesOf(flags, given));
  for (const warning of sweep.warnings) tell(`warning: ${warning}`);
  for (const note of sweepNotes(sweep.base, sweep.grid)) tell(`note: ${note}`);
  const pairs = mostPairs(sweep.grid);
  const address = flags.queue === undefined ? null : queueOf(flags.queue);
  if (address !== null && flags.workers !== undefined)
    throw new Fault('--workers are threads of this process: with --queue others run the pairs', 'usage');
  // a sweep that goes on keeps what it kept, with a queue or without one. OUT-16
  const isSaid = flags.keep !== undefined || flags.keepPairs !== undefined;
  const there = flags.resume === true && !isSaid ? new SweepFolder(flags.outDir).readManifest() : null;
  // files of runs are where the workers are, unless all see one folder. DST-02
  const usual = address === null ? null : 'records';
  const keep =
    there === null
      ? keepFor(pairs, { keep: flags.keep ?? usual, pairs: flags.keepPairs ?? [] })
      : keepOf(there);
  if (!keep.keepRuns && !isSaid && there === null)
    tell(
      `note: ${String(pairs)} pairs: their records are kept, the files of their runs are not (--keep all keeps them)`,
    );
  const line: PairsProgress = address !== null && flags.json === true ? new JsonLines() : new PairsLine();
  const say = (text: string): void => {
    line.say(text);
  };
  let damaged = 0;
  const lost: string[] = [];
  const runner =
    address === null
      ? undefined
      : (await import('../sweep/queue/coordinate.ts')).overQueue(address, { tell: say });
  try {
    const options: Omit<SweepOptions, 'signal'> = {
      outDir: flags.outDir,
      workers: flags.workers ?? null,
      resume: flags.resume === true,
      shard: flags.shard ?? null,
      ...keep,
      verifyShare: flags.verifySample,
      onProgress: (progress) => {
        line.show(progress);
      },
      onLost: (indices, why) => {
        lost.push(`pairs ${indices.join(', ')} failed: ${why}`);
      },
      onDamage: (fault) => {
        if (++damaged <= SHOWN) say(fault);
      },
    };
    const result = await untilInterrupted((signal) => runSweep(sweep, { ...options, signal }, runner)).catch(
      (error: unknown) => {
        throw new SweepFolder(flags.outDir).readManifest() === null ? error : withHowToGoOn(error);
      },
    );
    line.end();
    if (damaged > SHOWN) tell(`${String(damaged - SHOWN)} more pairs were run again`);
    for (const pairs of listed(lost)) say(pairs);
    await report(result, sweep.grid, flags, command);
    if (lost.length > 0) process.exitCode = exitCodes.failed;
  } finally {
    line.end();
  }
}

/** The disk or the queue ended a sweep that has begun. OUT-14, DST-04. */
function withHowToGoOn(error: unknown): unknown {
  if (!(error instanceof Fault) || !['failed', 'unavailable'].includes(error.ending)) return error;
  return new Fault(
    `${error.message}\nwhat was gathered is kept: the same command with --resume goes on`,
    error.ending,
  );
}

async function report(
  { interrupted, progress, summary }: SweepResult,
  arms: Arms,
  flags: Flags,
  command: Command,
): Promise<void> {
  if (interrupted) {
    tell(`interrupted: ${kept(progress)} are kept; the same command with --resume goes on from there`);
    process.exitCode = exitCodes.interrupted;
    return;
  }
  if (summary === null) {
    out(
      `shard complete in ${flags.outDir}: ${kept(progress)}; ${command.parent?.parent?.name() ?? 'ringspec'} merge joins the shards\n`,
    );
    if (progress.failed > 0) process.exitCode = exitCodes.failed;
    return;
  }
  const { printSummary } = await import('./sweep-summary.ts');
  printSummary(summary, arms, flags.outDir, flags.json === true);
}

const kept = ({ before, done, total }: Progress): string =>
  `${String(before + done)} of ${String(total)} pairs`;
