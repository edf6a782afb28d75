/** `ringspec export`: a sweep or a run as tidy tables. DAT-01, CLI-01, CLI-04. */
import type { Command } from 'commander';
import { counted } from '../counted.ts';
import { out } from '../terminal.ts';
import { pathName } from './path-name.ts';

const example = `
Example:
  $ ringspec export reports/sweep --out reports/data --csv

DIR is the folder of a complete sweep, or of a run. The folder gets runs, liabilities, trades, days
and effects in Parquet (with --csv in CSV, too), codebook.csv, datapackage.json, CITATION.cff, and
manifest.json, from which ringspec repeat makes all of it again.`;

export function describeExport(program: Command): void {
  program
    .command('export')
    .description('a sweep or a run as tidy tables with a codebook')
    .argument('<dir>', 'folder of a complete sweep or of a run', pathName)
    .requiredOption('--out <dir>', 'folder for the tables', pathName)
    .option('--csv', 'write every table as CSV, too')
    .addHelpText('after', example)
    .action(run);
}

async function run(folder: string, { out: target, csv }: { out: string; csv?: boolean }): Promise<void> {
  const { exportSource } = await import('../study/export/source.ts');
  const { exportData } = await import('../study/export/export.ts');
  const { rows, without } = await exportData(await exportSource(folder), target, csv === true);
  for (const [table, count] of rows) out(`${table}: ${counted(count, 'row')}\n`);
  if (without.length > 0) out(`no files of runs are kept: without ${without.join(', ')}\n`);
  out(`Files     ${target}\n`);
}
