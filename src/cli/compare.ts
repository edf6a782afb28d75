/** `ringspec compare`: two sweeps over the same points and seeds, pair by pair. EXP-09, CLI-01, CLI-04. */
import { jsonDocument } from '../files/json-document.ts';
import type { Command } from 'commander';
import { pathName } from './path-name.ts';
import { out } from '../terminal.ts';

const example = `
Examples:
  $ ringspec sweep balanced scenario.yaml --out-dir reports/near --horizon 3
  $ ringspec compare reports/sweep reports/near --out-dir reports/compared

A and B are folders of complete sweeps with the same points and seeds. What differs in their
parameters is named first; then how their effects differ, B less A, by point and over all of them.
With --out-dir the folder gets index.html (the differences in pictures), parameters.csv,
differences.csv and compare.json.`;

interface Flags {
  readonly outDir?: string;
  readonly json?: boolean;
}

export function describeCompare(program: Command): void {
  program
    .command('compare')
    .description('how the effects of two sweeps differ, paired by point and seed')
    .argument('<A>', 'folder of a complete sweep', pathName)
    .argument('<B>', 'folder of the sweep to set beside it', pathName)
    .option('--out-dir <dir>', 'folder for the tables', pathName)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', example)
    .action(run);
}

async function run(a: string, b: string, { outDir, json }: Flags): Promise<void> {
  const { readCompleteSweep } = await import('../study/compare/read.ts');
  const { compareSweeps } = await import('../study/compare/compare.ts');
  const { told, writeComparison } = await import('../study/compare/tables.ts');
  const { showText } = await import('../study/compare/words.ts');
  const found = compareSweeps(readCompleteSweep(a), readCompleteSweep(b));
  if (outDir !== undefined) {
    const { comparePage } = await import('../pages/compare/page.tsx');
    writeComparison(found, outDir, comparePage(found));
  }
  out(json === true ? jsonDocument(told(found)) : showText(found));
}
