/** The program `ringspec`: commands, their help, and the exit status. CLI-01, CLI-03. */
import { Command, CommanderError } from 'commander';
import { Fault } from '../files/faults.ts';
import { plainly } from '../files/on-disk.ts';
import { version } from '../version.ts';
import { describeAnalyze } from './analyze.ts';
import { describeCertificate } from './certificate.ts';
import { describeCertificates } from './certificates.ts';
import { describeClaims } from './claims.ts';
import { exitCodes } from '../exit-codes.ts';
import { describeExplain } from './explain.ts';
import { describeExport } from './export.ts';
import { describeCompare } from './compare.ts';
import { refreshFrontPages } from './front-page.ts';
import { describeGate } from './gate.ts';
import { describeHunt } from './hunt.ts';
import { describeInit } from './init.ts';
import { describePlayground } from './playground.ts';
import { describeRepeat } from './repeat.ts';
import { describeReport } from './report.ts';
import { describeRun } from './run.ts';
import { describeSensitivity } from './sensitivity.ts';
import { describeServe } from './serve.ts';
import { describeSmoke } from './smoke.ts';
import { describeMerge } from './merge.ts';
import { describeSweep } from './sweep.ts';
import { describeVectors } from './vectors.ts';
import { describeVerify } from './verify.ts';
import { describeWorker } from './worker.ts';
import { err, out } from '../terminal.ts';

const example = `
Examples:
  $ ringspec init scenario
  $ ringspec sweep balanced scenario.yaml --out-dir reports/sweep
  $ ringspec report reports/sweep`;

/** The command line of this process, whose output may end before it does. */
export async function main(argv: readonly string[]): Promise<void> {
  // whoever reads the output may have read enough: `ringspec … | head`
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode);
    process.exitCode = explain(plainly('the output', error));
    process.exit();
  });
  // there is nowhere left to say so
  process.stderr.on('error', () => process.exit(exitCodes.failed));
  await runLine(argv);
}

/** The commands with their flags and help; parsing a command line runs what it asks for. */
export function commands(): Command {
  const program = new Command('ringspec')
    .description('The executable specification of a dealer market in a Kalecki debt ring.')
    .version(version())
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride()
    .showHelpAfterError('(ringspec --help shows the commands)')
    .hook('postAction', (_, command) => refreshFrontPages(command));
  program.addHelpText('after', example);
  describeInit(program);
  describeVerify(program);
  describeSmoke(program);
  describeCertificate(program);
  describeCertificates(program);
  describeRun(program);
  describeSweep(program);
  describeMerge(program);
  describeWorker(program);
  describeAnalyze(program);
  describeCompare(program);
  describeClaims(program);
  describeExport(program);
  describeRepeat(program);
  describeReport(program);
  describePlayground(program);
  describeSensitivity(program);
  describeServe(program);
  describeExplain(program);
  describeGate(program);
  describeHunt(program);
  describeVectors(program);
  return program;
}

/** Runs a command line; `process.exitCode` says how it ended, and no user's mistake shows a stack trace. */
export async function runLine(argv: readonly string[]): Promise<void> {
  try {
    await commands().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/** Says what went wrong in plain words and gives the exit status for it. CLI-03. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof Fault) {
    // a fault with its place stands as editors look for it: file:line: …
    err(error.faults.length > 0 ? `${error.message}\n` : `ringspec: ${error.message}\n`);
    return error.exitStatus;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(`ringspec: internal error, please report it\n${told}\n`);
  return exitCodes.internal;
}
