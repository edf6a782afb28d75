/** `ringspec certificates`: several implementations side by side, clause by clause. */
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { pathName } from './path-name.ts';
import { printable } from '../printable.ts';
import { err, out } from '../terminal.ts';

interface Flags {
  readonly out?: string;
  readonly json?: boolean;
}

const examples = `
Example:
  $ ringspec certificates reports/mine/certificate.json reports/yours/certificate.json --out reports/matrix

Exit status: 0 done; 3 the certificates are of different suites; 65 a file that is no certificate.`;

export function describeCertificates(program: Command): void {
  program
    .command('certificates <files...>')
    .description('put certificates of several implementations side by side, clause by clause')
    .option('--out <folder>', 'the matrix as page, text and JSON', pathName)
    .option('--json', 'the matrix for a program')
    .addHelpText('after', examples)
    .action(async (files: readonly string[], flags: Flags) => {
      const { MatrixFault } = await import('../verify/certificate.ts');
      const { InputFault } = await import('../specification/input.ts');
      const { OutputFault } = await import('../files/output-fault.ts');
      try {
        await show(files, flags);
      } catch (error) {
        const status =
          error instanceof MatrixFault
            ? exitCodes.misfit
            : error instanceof InputFault
              ? exitCodes.badInput
              : error instanceof OutputFault
                ? error.exitStatus
                : null;
        if (status === null || !(error instanceof Error)) throw error;
        err(`ringspec certificates: ${error.message}\n`);
        process.exitCode = status;
      }
    });
}

async function show(files: readonly string[], flags: Flags): Promise<void> {
  const { certificateSchema, matrix } = await import('../verify/certificate.ts');
  const { readText } = await import('../gate/files.ts');
  const { readAll } = await import('../files/faults.ts');
  const { readJson } = await import('../specification/input.ts');
  const { readCatalogue } = await import('../verify/verify.ts');
  const { matrixPage, matrixText } = await import('../pages/conformance/show-matrix.tsx');
  const certificates = readAll(...files.map((path) => () => readJson(readText(path), certificateSchema)));
  const made = matrix(certificates);
  const text = matrixText(made, readCatalogue());
  const json = `${JSON.stringify(made, null, 2)}\n`;
  if (flags.out !== undefined) {
    const { PageFolder } = await import('./page-folder.ts');
    const folder = new PageFolder(flags.out, ['matrix.txt', 'matrix.json', 'index.html']);
    folder.put('matrix.txt', printable(text));
    folder.put('matrix.json', json);
    folder.put('index.html', matrixPage(made, readCatalogue()));
    folder.close('a matrix of certificates');
  }
  out(flags.json === true ? json : text);
}
