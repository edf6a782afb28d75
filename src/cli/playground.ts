/** `ringspec playground`: the model in a page, with sliders. CLI-01, CLI-03. */
import type { Command } from 'commander';
import { pathName } from './path-name.ts';
import { out } from '../terminal.ts';

const example = `
Example:
  $ ringspec playground
  $ ringspec playground --out playground.html

The page opens from the disk, without a server and without a network. It runs the
model itself: passive, backstop and active on one seed, then on twenty. Its figures
are those of ringspec sweep balanced and ringspec run for the files that it shows.
An earlier playground is replaced; any other file is not.`;

export function describePlayground(program: Command): void {
  program
    .command('playground')
    .description('write one page that runs the model under sliders')
    .option('--out <file>', 'the page', pathName, 'reports/playground.html')
    .addHelpText('after', example)
    .action(async ({ out: path }: { readonly out: string }) => {
      const { playgroundPage } = await import('../pages/playground/page.tsx');
      const { writePage } = await import('../pages/write-page.ts');
      writePage(path, await playgroundPage(), 'playground');
      out(`${path}\n`);
    });
}
