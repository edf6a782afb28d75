/** A conformance report as files: for `verify`, and for `certificate` of those who play vectors. OUT-14. */
import { jsonDocument } from '../files/json-document.ts';
import { existsSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { Fault } from '../files/faults.ts';
import { printable } from '../printable.ts';
import type { Readings } from '../protocol/rulings.ts';
import { err, out } from '../terminal.ts';
import type { ConformanceReport } from '../verify/conformance.ts';
import type { PageFolder } from './page-folder.ts';

/** What is written, and where. */
export interface Written {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly writeKnown?: string;
}

export async function openReport(target: string): Promise<PageFolder> {
  const { PageFolder } = await import('./page-folder.ts');
  return new PageFolder(target, [
    'report.txt',
    'report.json',
    'certificate.json',
    'cause-*.jsonl',
    'index.html',
  ]);
}

/** @throws Fault where something stands in the place of the file of known failures */
export function refuseThere({ writeKnown }: Written): void {
  if (writeKnown !== undefined && existsSync(writeKnown))
    throw new Fault(`${writeKnown} is there already: name a new file`, 'usage');
}

/** One reading more: `clearing=sequential`. */
export function reading(text: string, before: Readings = {}): Readings {
  const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError('a ruling and how it is read, such as clearing=sequential');
  return { ...before, [name]: value === 'true' ? true : value === 'false' ? false : value };
}

/** Writes what was asked for and says it, and sets the exit status. */
export async function tellReport(
  report: ConformanceReport,
  { json, quiet, writeKnown }: Written,
  folder: PageFolder | null,
  today: string,
): Promise<void> {
  const { showReport } = await import('../verify/show-report.ts');
  const text = showReport(report);
  if (folder !== null) {
    const { conformancePage } = await import('../pages/conformance/show-page.tsx');
    folder.write('report.txt', printable(text));
    folder.write('report.json', jsonDocument(report));
    // a part of the suite certifies nothing
    if (report.whole) folder.write('certificate.json', jsonDocument(report.certificate));
    for (const { id, example } of report.causes)
      if (example.firstDifference !== null)
        folder.write(
          `cause-${id.replace(/\W+/g, '-')}.jsonl`,
          `${example.firstDifference.conversation.join('\n')}\n`,
        );
    folder.write('index.html', conformancePage(report));
    folder.close('a conformance report');
  }
  if (writeKnown !== undefined) {
    const { writeWhole } = await import('../files/write-whole.ts');
    const { knownFailures } = await import('../verify/write-known.ts');
    writeWhole(writeKnown, knownFailures(report, today));
  }
  if (json === true) out(jsonDocument(report));
  else out(quiet === true ? `${text.trimEnd().split('\n').slice(-2).join('\n')}\n` : text);
  if (folder !== null)
    err(
      report.whole
        ? `${folder.target}/index.html shows it, ${folder.target}/certificate.json is the certificate\n`
        : `${folder.target}/index.html shows it\n`,
    );
  process.exitCode = statusOf(report);
}

function statusOf({ counts, faults, census, worlds }: ConformanceReport): number {
  if (census.faults.length > 0) return exitCodes.noEvidence;
  if (counts.failed + counts['not-run'] + worlds.length > 0) return exitCodes.failed;
  if (counts.passed + counts.known === 0) return exitCodes.noEvidence;
  return faults.length > 0 ? exitCodes.misfit : exitCodes.done;
}
