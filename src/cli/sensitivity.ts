/** `ringspec sensitivity`: a sweep under every reading of the rulings. CLI-01, CLI-03, CLI-04, CLI-05. */
import { jsonDocument } from '../files/json-document.ts';
import { basename, join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { PairOfClauses } from '../study/sensitivity/readings.ts';
import type { Sensitivity } from '../study/sensitivity/run.ts';
import { exitCodes } from '../exit-codes.ts';
import { wholeNumber } from './numbers.ts';
import { pathName } from './path-name.ts';
import { pairsDone, ProgressLine } from './progress-line.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { out, tell } from '../terminal.ts';

const example = `
Examples:
  $ ringspec sensitivity scenario.yaml --seeds 20 --out-dir reports/sensitivity
  $ ringspec sensitivity scenario.yaml --out-dir reports/sensitivity-pairs \\
      --pairs SET-06R+ROL-02 ANC-05+ROL-02

Runs the balanced comparison as the file has it, then once for every alternative of every ruling
with a switch, and of every choice that the sources leave open (policy, N_max, horizon, rollover,
shares, and the arm backstop in place of passive), on the same seeds, and says which findings survive, which flip, and where. A ruling
that cannot matter for this scenario is named with the reason, and is not run. The folder gets
index.html (the answer with a picture), readings.csv, points.csv and sensitivity.json, and the
sweeps under readings/. What was cut off goes on with --resume.`;

interface Flags {
  readonly outDir: string;
  readonly pairs?: readonly PairOfClauses[];
  readonly seeds?: string;
  readonly workers?: number;
  readonly resume?: boolean;
  readonly json?: boolean;
}

function pair(text: string, before: readonly PairOfClauses[] = []): readonly PairOfClauses[] {
  const [a, b, ...more] = text.split('+');
  if (a === undefined || b === undefined || a === '' || b === '' || more.length > 0)
    throw new InvalidArgumentError('Two clauses are written A+B, as in SET-06R+ROL-02.');
  return [...before, [a, b]];
}

export function describeSensitivity(program: Command): void {
  program
    .command('sensitivity')
    .description('whether the findings of a sweep hang on rulings and on choices that the sources leave open')
    .argument('<scenario>', 'a scenario file, with or without a section `sweep`')
    .requiredOption('--out-dir <dir>', 'folder for the answer', pathName)
    .option('--pairs <pairs...>', 'combine the alternatives of two rulings, too, as in SET-06R+ROL-02', pair)
    .option('--seeds <R>', 'replicates of every grid point (those of the file)')
    .option('--workers <n>', 'threads (all cores)', wholeNumber)
    .option('--resume', 'go on with the run that the folder holds')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', example)
    .action(run);
}

async function run(file: string, flags: Flags): Promise<void> {
  const { readScenarioFile } = await import('../scenario/read.ts');
  const { readRulings } = await import('../study/sensitivity/rulings.ts');
  const { openChoices } = await import('../study/sensitivity/choices.ts');
  const { faultOfPair, nameOf, readingsOf } = await import('../study/sensitivity/readings.ts');
  const { runReadings, sweepUnder } = await import('../study/sensitivity/run.ts');
  const { inFolder, manifestFor, writeManifest } = await import('../study/sensitivity/folder.ts');
  const { writeTables } = await import('../study/sensitivity/tables.ts');
  const { sensitivityPage } = await import('../pages/sensitivity/page.tsx');
  const { writeOwn } = await import('../files/write-whole.ts');
  const { Fault } = await import('../files/faults.ts');
  const pairs = flags.pairs ?? [];
  const overrides = flags.seeds === undefined ? {} : { 'sweep.seeds': flags.seeds };
  const source = { text: readScenarioFile(file), file, overrides };
  const written = sweepUnder(source, { settings: [] });
  const rulings = [...readRulings(), ...openChoices(written)];
  const faults = pairs.flatMap((clauses) => faultOfPair(clauses, rulings) ?? []);
  if (faults.length > 0) throw new Fault(`--pairs: ${faults.join('\n  ')}`, 'usage');
  for (const warning of written.warnings) tell(`warning: ${warning}`);
  const readings = readingsOf(written, rulings, pairs);
  const manifest = manifestFor(written, readings);
  let line = new ProgressLine();
  let running = readings[0];
  try {
    const result = await untilInterrupted((signal) =>
      inFolder(flags.outDir, manifest, flags.resume === true, async () => {
        const found = await runReadings(source, readings, {
          folder: flags.outDir,
          workers: flags.workers ?? null,
          signal,
          onProgress: (reading, progress) => {
            // the time left is that of one reading
            if (reading !== running) line = new ProgressLine();
            running = reading;
            line.show((seconds) => `${nameOf(reading)}: ${pairsDone(progress, seconds)}`);
          },
          onDamage: tell,
        });
        if (found === null) return null;
        writeTables(flags.outDir, found);
        writeOwn(join(flags.outDir, 'index.html'), sensitivityPage(basename(file), found));
        writeManifest(flags.outDir, { ...manifest, complete: true });
        return found;
      }),
    );
    line.end();
    if (result === null) {
      tell('interrupted: what is done is kept; the same command with --resume goes on from there');
      process.exitCode = exitCodes.interrupted;
      return;
    }
    await print(result, flags);
  } finally {
    line.end();
  }
}

async function print(result: Sensitivity, { outDir, json }: Flags): Promise<void> {
  const { told } = await import('../study/sensitivity/tables.ts');
  const { showText } = await import('../study/sensitivity/show-text.ts');
  out(json === true ? jsonDocument(told(result)) : showText(result, outDir));
  if (result.outcomes.some(({ failures }) => failures.length > 0)) process.exitCode = exitCodes.failed;
}
