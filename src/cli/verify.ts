/** `ringspec verify`: the features against the built-in core, or against any implementation. CLI-01, CLI-03. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ConformanceReport } from '../verify/conformance.ts';
import { exitCodes } from '../exit-codes.ts';
import { pathName } from './path-name.ts';
import { factor } from './factor.ts';
import { printable } from '../printable.ts';
import { err, out } from '../terminal.ts';

interface Flags {
  readonly implementation?: string;
  readonly arithmetic?: 'decimal' | 'float64';
  readonly tolerance?: string;
  readonly slow?: number;
  readonly knownFailures?: string;
  readonly out?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly messages?: string;
}

const examples = `
Examples:
  $ ringspec verify
  $ ringspec verify --arithmetic float64
  $ ringspec verify --messages reports/verify/messages.ndjson
  $ ringspec verify --implementation "python3 my_adapter.py" --out reports/mine
  $ ringspec verify --implementation "julia --project=. adapter.jl" --slow 3 --tolerance 1e-8
  $ ringspec verify --implementation ./adapter --known-failures known.yaml

A file of known failures:
  known_failures:
    - clause: SET-06R
      reason: sequential clearing pays in the order of the liabilities
      issue: https://example.org/issues/12
      expires: 2027-06-30

Exit status: 0 all that was asked holds; 1 something fails or was not run; 3 an entry of the known failures does not apply;
4 nothing was asked; 64 usage; 65 a file that cannot be read; 69 the implementation cannot be started.`;

export function describeVerify(program: Command): void {
  program
    .command('verify')
    .description('run the specification against an implementation, and say clause by clause what holds')
    .option(
      '--implementation <command>',
      'a program that speaks the protocol (without it: the built-in core)',
    )
    .addOption(
      new Option('--arithmetic <name>', 'how it counts (as it says itself; the core in decimal)').choices([
        'decimal',
        'float64',
      ]),
    )
    .option('--tolerance <distance>', 'how near money must be (1e-10)', positive)
    .option('--slow <factor>', 'time limits, times this: hello 15 s, operation 2 s, scenario 30 s', factor)
    .option('--known-failures <file>', 'failures that you know of, in YAML, each with an end')
    .option('--out <folder>', 'report as page, text and JSON, and the certificate', pathName)
    .addOption(new Option('--today <day>', 'judge known failures as on this day').hideHelp())
    .option(
      '--messages <file>',
      "keep cucumber's messages of the core, for `report --spec --messages`",
      pathName,
    )
    .option('--json', 'the result for a program')
    .addHelpText('after', examples)
    .action(async (flags: Flags, command: Command) => {
      if (flags.implementation !== undefined) {
        if (flags.messages !== undefined) command.error('error: --messages is of the built-in core');
        const { splitCommand } = await import('../protocol/command-line.ts');
        await verify(flags, flags.implementation, splitCommand(flags.implementation));
        return;
      }
      const needy = (['tolerance', 'slow', 'knownFailures', 'out'] as const).find(
        (name) => flags[name] !== undefined,
      );
      if (needy !== undefined) {
        const option = needy === 'knownFailures' ? 'known-failures' : needy;
        command.error(`error: --${option} goes with --implementation`);
      }
      const { verifyCore } = await import('./verify-core.ts');
      await verifyCore({
        arithmetic: flags.arithmetic ?? 'decimal',
        json: flags.json === true,
        messages: flags.messages,
      });
    });
}

function positive(text: string): string {
  if (!/^\d*\.?\d+(e-?\d+)?$/i.test(text) || !(Number(text) > 0) || Number(text) >= 1)
    throw new InvalidArgumentError('a distance above 0 and below 1, such as 1e-8');
  return text;
}

async function verify(flags: Flags, line: string, command: readonly [string, ...string[]]): Promise<void> {
  const { conformance } = await import('../verify/conformance.ts');
  const { readKnownFailures } = await import('../verify/known-failures.ts');
  const { showReport } = await import('../verify/show-report.ts');
  const { readText } = await import('../gate/files.ts');
  const { ScenarioCounter } = await import('./progress-line.ts');
  const known = flags.knownFailures === undefined ? [] : readKnownFailures(readText(flags.knownFailures));
  const counter = new ScenarioCounter();
  const folder = flags.out === undefined ? null : await openFolder(flags.out);
  process.once('SIGINT', () => {
    folder?.discard();
    err('\ninterrupted: nothing was written; start it again to verify\n');
    // what the implementation runs in goes with it
    process.exit(exitCodes.interrupted);
  });
  try {
    const report = await conformance(
      {
        command,
        line,
        ...(flags.arithmetic === undefined ? {} : { arithmetic: flags.arithmetic }),
        tolerance: flags.tolerance ?? '1e-10',
        slow: flags.slow ?? 1,
        known,
        today: flags.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format(Date.now()),
      },
      ({ passed, record }) => {
        counter.count(passed || (record !== null && record.ended !== 'asked'));
      },
    );
    counter.end();
    if (folder !== null) {
      const { conformancePage } = await import('../pages/conformance/show-page.tsx');
      folder.put('report.txt', printable(showReport(report)));
      folder.put('report.json', json(report));
      folder.put('certificate.json', json(report.certificate));
      folder.put('index.html', conformancePage(report));
      folder.close('a conformance report');
    }
    out(flags.json === true ? json(report) : showReport(report));
    if (folder !== null)
      err(`${folder.target}/index.html shows it, ${folder.target}/certificate.json is the certificate\n`);
    process.exitCode = statusOf(report);
  } catch (error) {
    folder?.discard();
    throw error;
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function openFolder(target: string) {
  const { PageFolder } = await import('./page-folder.ts');
  return new PageFolder(target, ['report.txt', 'report.json', 'certificate.json', 'index.html']);
}

function statusOf({ counts, faults }: ConformanceReport): number {
  if (counts.failed + counts['not-run'] > 0) return exitCodes.failed;
  if (counts.passed + counts.known === 0) return exitCodes.noEvidence;
  return faults.length > 0 ? exitCodes.misfit : exitCodes.done;
}
