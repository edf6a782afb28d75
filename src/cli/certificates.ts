/** `ringspec certificates`: several implementations side by side, clause by clause. */
import { jsonDocument } from '../files/json-document.ts';
import type { Command } from 'commander';
import { pathName } from './path-name.ts';
import { printable } from '../printable.ts';
import { out } from '../terminal.ts';

interface Flags {
  readonly out?: string;
  readonly json?: boolean;
}

const examples = `
Example:
  $ ringspec certificates reports/mine/certificate.json reports/yours/certificate.json --out reports/matrix

Exit status: 0 done; 65 a file that is no certificate, or certificates of different suites.`;

export function describeCertificates(program: Command): void {
  program
    .command('certificates <files...>')
    .description('put certificates of several implementations side by side, clause by clause')
    .option('--out <folder>', 'the matrix as page, text and JSON', pathName)
    .option('--json', 'the matrix for a program')
    .addHelpText('after', examples)
    .action(show);
}

async function show(paths: readonly string[], flags: Flags): Promise<void> {
  const { matrix, readCertificates } = await import('../verify/certificate.ts');
  const { readCatalogue } = await import('../verify/verify.ts');
  const { matrixPage, matrixText } = await import('../pages/conformance/show-matrix.tsx');
  const made = matrix(readCertificates(paths));
  const text = matrixText(made, readCatalogue());
  const json = jsonDocument(made);
  if (flags.out !== undefined) {
    const { PageFolder } = await import('./page-folder.ts');
    const folder = new PageFolder(flags.out, ['matrix.txt', 'matrix.json', 'index.html']);
    folder.write('matrix.txt', printable(text));
    folder.write('matrix.json', json);
    folder.write('index.html', matrixPage(made, readCatalogue()));
    folder.close('a matrix of certificates');
  }
  out(flags.json === true ? json : text);
}
