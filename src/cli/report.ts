/** `ringspec report`: pages to read. CLI-01. */
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';

interface Flags {
  readonly spec?: boolean;
  readonly out: string;
  readonly messages?: string;
  readonly catalogue: string;
  readonly features: readonly string[];
  readonly results?: readonly string[];
}

const examples = `
Examples:
  $ ringspec report --spec
  $ ringspec report --spec --messages reports/gate/messages.ndjson --out reports/specification

The pages open from a file browser and ask the network for nothing.

Exit status of --spec: 0 the pages are made; 1 made, and a scenario failed; 4 made, and the run is no evidence;
64 usage; 65 a file that cannot be read.`;

export function describeReport(program: Command): void {
  program
    .command('report')
    .description('pages to read: the living specification, clause by clause, with its evidence')
    .option('--spec', 'the specification, with what a run of its scenarios showed')
    .option('--out <folder>', 'where the pages go', 'reports/specification')
    .option('--messages <file>', "cucumber's message file of a run; without it the suite is run first")
    .option('--catalogue <file>', 'the clauses', 'features/clauses.yaml')
    .option('--features <places...>', 'feature files, or folders of them', ['features'])
    .option('--results <certificates...>', 'certificates of implementations, to stand side by side')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      if (flags.spec !== true) {
        process.stderr.write('ringspec report: say what of: --spec\n');
        process.exitCode = exitCodes.usage;
        return;
      }
      const { reportSpec } = await import('./report-spec.ts');
      await reportSpec(flags);
    });
}
