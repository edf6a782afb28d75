/** `ringspec run`: one scenario, its files and its summary. CLI-01, CLI-03, CLI-04. */
import { jsonDocument } from '../files/json-document.ts';
import { Option, type Command } from 'commander';
import type { RunSummary } from '../run/run.ts';
import type { ArithmeticName } from '../num.ts';
import { Fault } from '../files/faults.ts';
import { sweepRegimes, type SweepRegime } from '../scenario/regimes.ts';
import { exitCodes } from '../exit-codes.ts';
import { pathName } from './path-name.ts';
import { ProgressLine } from './progress-line.ts';
import { out, tell } from '../terminal.ts';

interface Flags {
  readonly out: string;
  readonly pair?: string;
  readonly regime?: SweepRegime;
  readonly arithmetic?: ArithmeticName;
  readonly checks: boolean;
  readonly allowSmallRing?: boolean;
  readonly json?: boolean;
}

const example = `
Examples:
  $ echo 'seed: 42' > ring.yaml
  $ ringspec run ring.yaml --out reports/run
  $ ringspec run reports/sweep --pair 0 --out reports/pair-0

The files go to DIR/out: events.jsonl, the tables as CSV, metrics.json and
manifest.json. They replace an earlier output there once they are complete.
A manifest.json in place of the scenario repeats its run exactly. So does the folder of
a sweep with --pair: a run_id of comparison.csv, or the number of a pair and --regime.`;

export function describeRun(program: Command): void {
  program
    .command('run')
    .description('run one scenario and write what happened')
    .argument(
      '<file>',
      'the scenario (YAML), the manifest.json of a run, or with --pair the folder of a sweep',
    )
    .requiredOption('--out <dir>', 'folder for the files', pathName)
    .option('--pair <pair>', 'a pair of the sweep: its number, or the run_id of one of its runs')
    .addOption(
      new Option('--regime <arm>', 'which run of the pair (active, or the first)').choices([...sweepRegimes]),
    )
    .addOption(new Option('--arithmetic <name>', 'how it counts').choices(['decimal', 'float64']))
    .option('--no-checks', 'leave out the checks after every event (the manifest says so)')
    .option('--allow-small-ring', 'run a ring of fewer traders than the scenario asks for at least')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', example)
    .action(run);
}

/** A flag wins over the file. CLI-02. */
const overridesOf = (flags: Flags): Record<string, string> => ({
  ...(flags.arithmetic === undefined ? {} : { arithmetic: flags.arithmetic }),
  ...(flags.checks ? {} : { checks: 'false' }),
  ...(flags.allowSmallRing === true ? { allow_small_ring: 'true' } : {}),
});

async function run(file: string, flags: Flags): Promise<void> {
  const { loadScenarioOrManifest } = await import('../run/repeat.ts');
  const { runScenario } = await import('../run/run.ts');
  const { runOfPair } = await import('../sweep/repeat.ts');
  if (flags.pair === undefined && flags.regime !== undefined)
    throw new Fault('--regime says which run of a pair: give --pair, too', 'usage');
  const overrides = overridesOf(flags);
  if (flags.pair !== undefined && Object.keys(overrides).length > 0)
    throw new Fault('--pair repeats a run as it was: leave out the flags that change it', 'usage');
  const ofPair = flags.pair === undefined ? null : runOfPair(file, flags.pair, flags.regime ?? null);
  const { scenario, warnings } = ofPair ?? loadScenarioOrManifest(file, overrides);
  for (const warning of warnings) tell(`warning: ${warning}`);
  const line = new ProgressLine();
  const onDay = (day: number): void => {
    line.show((seconds) => periodsDone(day, scenario.periods, seconds));
  };
  let summary: RunSummary;
  try {
    summary = runScenario(scenario, {
      outDir: flags.out,
      onDay,
      ...(ofPair === null ? {} : { runId: ofPair.runId }),
    });
  } finally {
    line.end();
  }
  for (const note of summary.notes) tell(`note: ${note}`);
  await print(summary, flags.json === true);
  if (summary.violation !== null) {
    tell(summary.violation);
    process.exitCode = exitCodes.failed;
  }
}

async function print(summary: RunSummary, json: boolean): Promise<void> {
  const { runId, ending, violation, checks, notes, folder, metrics } = summary;
  if (!json) {
    const { describeRunResult } = await import('../run/run-summary.ts');
    out(describeRunResult(summary));
    return;
  }
  const { plain } = await import('../run/plain.ts');
  const figures = plain({ runId, ending, violation, notes, folder, metrics });
  out(jsonDocument({ ...(figures as object), checks }));
}

/** `period 12 of 100, about 4 s left at most`. CLI-04. */
function periodsDone(day: number, periods: number, seconds: number): string {
  const done = day - 1;
  const left =
    done > 0 ? `, about ${String(Math.ceil(((periods - done) * seconds) / done))} s left at most` : '';
  return `period ${String(day)} of ${String(periods)}${left}`;
}
