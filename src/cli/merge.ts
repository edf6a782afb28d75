/** `ringspec merge`: the shards of a sweep as one. CLI-01, CLI-04, OUT-14. */
import type { Command } from 'commander';
import { pathName, pathNames } from './path-name.ts';

export function describeMerge(program: Command): void {
  program
    .command('merge')
    .description('join the shards of a sweep into one folder')
    .argument('<shards...>', 'folders of all shards', pathNames)
    .requiredOption('--out-dir <dir>', 'folder of the whole sweep', pathName)
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ ringspec sweep balanced scenario.yaml --out-dir reports/part-1 --shard 1/2
  $ ringspec sweep balanced scenario.yaml --out-dir reports/part-2 --shard 2/2
  $ ringspec merge reports/part-1 reports/part-2 --out-dir reports/whole`,
    )
    .action(merge);
}

async function merge(shards: string[], { outDir, json }: { outDir: string; json?: boolean }): Promise<void> {
  const { mergeShards } = await import('../sweep/merge.ts');
  const { printSummary } = await import('./sweep-summary.ts');
  const { summary, arms } = await mergeShards(shards, outDir);
  printSummary(summary, arms, outDir, json === true);
}
