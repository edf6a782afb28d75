/** `ringspec verify`: the features against the built-in core, or against any implementation. CLI-01, CLI-03. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { dayOf } from '../counted.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Readings } from '../protocol/rulings.ts';
import type { KnownFailure } from '../verify/known-failures.ts';
import type { Which } from '../verify/verify.ts';
import { pathName, pathNames } from './path-name.ts';
import { factor } from './factor.ts';
import { openReport, reading, refuseThere, tellReport, type Written } from './report-files.ts';
import { Fault, readAll } from '../files/faults.ts';
import { err } from '../terminal.ts';

interface Flags extends Written {
  readonly implementation?: string;
  readonly arithmetic?: 'decimal' | 'float64';
  readonly tolerance?: string;
  readonly slow?: number;
  readonly knownFailures?: string;
  readonly out?: string;
  readonly today?: string;
  readonly messages?: string;
  readonly ruling?: Readings;
  readonly only?: readonly string[];
  readonly failed?: string;
  readonly first?: boolean;
}

const needsImplementation = [
  ...(['tolerance', 'slow', 'knownFailures', 'out', 'ruling', 'only', 'failed', 'first', 'quiet'] as const),
  ...(['writeKnown'] as const),
] as const;

const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const examples = `
These options go with --implementation:
  ${needsImplementation.map(flagOf).join(', ')}.

Examples:
  $ ringspec verify
  $ ringspec verify --arithmetic float64
  $ ringspec verify --messages reports/verify/messages.ndjson
  $ ringspec init python
  $ ringspec verify --implementation "python3 adapter.py" --out reports/mine --write-known known.yaml
  $ ringspec verify --implementation "python3 adapter.py" --slow 3 --tolerance 1e-8
  $ ringspec verify --implementation "python3 adapter.py" --known-failures known.yaml
  $ ringspec verify --implementation "python3 adapter.py" --ruling cap_quotes_at_par=true --ruling clearing=sequential
  $ ringspec verify --implementation "python3 adapter.py" --only KER-04R --only clearing
  $ ringspec verify --implementation "python3 adapter.py" --failed reports/mine/report.json --first

A file of known failures:
  known_failures:
    - clause: SET-06R         # or the title of a scenario, and what explains it:
      reason: sequential clearing pays in the order of the liabilities
      issue: https://example.org/issues/12
      expires: 2027-06-30

Exit status: 0 all that was asked holds; 1 something fails or was not run; 3 an entry of the known failures does not apply;
4 nothing was asked, or the census does not add up; 64 usage; 65 a file that cannot be read; 69 the implementation cannot be started.`;

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
    .option('--ruling <key=value>', 'a ruling that it reads in its own way; again for another', reading)
    .option(
      '--only <what>',
      'a clause, a chapter, a ruling, or a place in features; again for another',
      pathNames,
    )
    .option('--failed <report>', 'only what failed in an earlier report.json', pathName)
    .option('--first', 'stop at the first failure')
    .option('--quiet', 'the last two lines only')
    .option('--write-known <file>', 'what fails, as a new file of known failures', pathName)
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
      const needy = needsImplementation.filter((name) => flags[name] !== undefined);
      if (needy.length > 0)
        command.error(
          needy
            .map(
              (name) =>
                `error: ${flagOf(name)} goes with --implementation: found without it; allowed together with it`,
            )
            .join('\n'),
        );
      const { verifyCore } = await import('./verify-core.ts');
      await verifyCore({
        arithmetic: flags.arithmetic ?? 'decimal',
        json: flags.json === true,
        messages: flags.messages,
      });
    });
}

/** The failures that are known, and what is asked: all, without a selection. @throws Fault with the faults of all files. */
async function read({ knownFailures, only: wanted = [], failed, first = false }: Flags): Promise<{
  readonly known: readonly KnownFailure[];
  readonly which: Which;
}> {
  const { failedIn, only } = await import('../verify/only.ts');
  const { readKnownFailures } = await import('../verify/known-failures.ts');
  const { readText } = await import('../gate/files.ts');
  const { readCatalogue } = await import('../verify/verify.ts');
  if (failed !== undefined && wanted.length > 0)
    throw new Fault('--failed and --only are not given at once', 'usage');
  const [known, which] = readAll(
    () => (knownFailures === undefined ? [] : readKnownFailures(readText(knownFailures))),
    () =>
      failed !== undefined
        ? failedIn(readText(failed))
        : wanted.length > 0
          ? only(wanted, readCatalogue())
          : {},
  );
  return { known, which: { ...which, failFast: first } };
}

function positive(text: string): string {
  if (!/^\d*\.?\d+(e-?\d+)?$/i.test(text) || !(Number(text) > 0) || Number(text) >= 1)
    throw new InvalidArgumentError('a distance above 0 and below 1, such as 1e-8');
  return text;
}

async function verify(flags: Flags, line: string, command: readonly [string, ...string[]]): Promise<void> {
  const { conformance } = await import('../verify/conformance.ts');
  const { ScenarioCounter } = await import('./progress-line.ts');
  const { known, which } = await read(flags);
  refuseThere(flags);
  // by which known failures are judged
  const today = flags.today ?? dayOf();
  const counter = new ScenarioCounter();
  const folder = flags.out === undefined ? null : await openReport(flags.out);
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
        today,
        which,
        readings: flags.ruling ?? {},
      },
      ({ passed, record }) => {
        counter.count(passed || (record !== null && record.ended !== 'asked'));
      },
    );
    counter.end();
    await tellReport(report, flags, folder, today);
  } catch (error) {
    folder?.discard();
    throw error;
  }
}
