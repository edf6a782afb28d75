/** `ringspec certificate`: what a runner of vectors found, as a report and a certificate. CLI-01, CLI-03. */
import { Option, type Command } from 'commander';
import { readAll } from '../files/faults.ts';
import type { Readings } from '../protocol/rulings.ts';
import { dayOf } from '../counted.ts';
import { pathName } from './path-name.ts';
import { openReport, reading, refuseThere, tellReport, type Written } from './report-files.ts';

interface Flags extends Written {
  readonly fromVectors: string;
  readonly vectors?: string;
  readonly knownFailures?: string;
  readonly ruling?: Readings;
  readonly out?: string;
  readonly today?: string;
}

const examples = `
Examples:
  $ ringspec certificate --from-vectors results.json --out reports/mine
  $ ringspec certificate --from-vectors results.json --known-failures known.yaml
  $ ringspec certificate --from-vectors results.json --write-known known.yaml

The results are what a runner wrote, as examples/python/run_vectors.py of the package does with --results results.json.
Their form is in docs/vectors.md.

Exit status: 0 all that was played agrees; 1 something differs; 3 an entry of the known failures does not apply;
4 nothing was played, or the census does not add up; 64 usage; 65 results that do not fit the vectors, or vectors of another suite.`;

export function describeCertificate(program: Command): void {
  program
    .command('certificate')
    .description('judge an implementation by the results of vectors, without asking it anything')
    .requiredOption('--from-vectors <results>', 'what the runner wrote', pathName)
    .option('--vectors <folder>', 'where the vectors are now, if they were moved', pathName)
    .option('--known-failures <file>', 'failures that you know of, in YAML, each with an end')
    .option('--ruling <key=value>', 'a ruling that it reads in its own way; again for another', reading)
    .option('--out <folder>', 'report as page, text and JSON, and the certificate', pathName)
    .option('--quiet', 'the last two lines only')
    .option('--write-known <file>', 'what fails, as a new file of known failures', pathName)
    .addOption(new Option('--today <day>', 'judge known failures as on this day').hideHelp())
    .option('--json', 'the result for a program')
    .addHelpText('after', examples)
    .action(certify);
}

async function certify(flags: Flags): Promise<void> {
  const { reportOfVectors } = await import('../verify/from-vectors.ts');
  const { readKnownFailures } = await import('../verify/known-failures.ts');
  const { readResults } = await import('../verify/vectors/results.ts');
  const { readText } = await import('../gate/files.ts');
  const { fromVectors, vectors, knownFailures, ruling = {}, out } = flags;
  refuseThere(flags);
  // by which known failures are judged
  const today = flags.today ?? dayOf();
  const [known, played] = readAll(
    () => (knownFailures === undefined ? [] : readKnownFailures(readText(knownFailures))),
    () => readResults(fromVectors, vectors ?? null),
  );
  const folder = out === undefined ? null : await openReport(out);
  try {
    const settings = { path: fromVectors, vectors: played, known, today, readings: ruling };
    await tellReport(await reportOfVectors(settings), flags, folder, today);
  } catch (error) {
    folder?.discard();
    throw error;
  }
}
