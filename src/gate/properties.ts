/** Properties that tests outside cucumber checked in this run: what the reporter wrote, read as evidence. */
import { z } from 'zod';
import type { Catalogue } from '../specification/catalogue.ts';
import { finding, type Finding } from '../specification/finding.ts';
import { readJson, textHash, type TextFile } from '../specification/input.ts';
import type { TestEvidence, TestsFound } from './tests.ts';

const schema = z.object({
  properties: z.literal('ringspec gate 1'),
  /** SHA-256 of each test file that ran. */
  files: z.record(z.string(), z.string()),
  tests: z.array(
    z.object({ file: z.string(), name: z.string(), ended: z.enum(['passed', 'failed', 'skipped']) }),
  ),
});
export type PropertyResults = z.infer<typeof schema>;

export const readProperties = (file: TextFile): PropertyResults => readJson(file, schema);

/** A word that looks like the id of a clause: a capital and a digit in it, and nothing that ends it. */
const isId = (word: string): boolean => /^(?=.*[A-Z])(?=.*\d)[^\s:,@]+$/.test(word);

/** `KER-11: …` and `RING-02, RING-07: …` are named by the clauses that they check. */
export function idsInName(name: string): string[] {
  const [head = '', ...rest] = name.split(':');
  const words = head.split(',').map((word) => word.trim());
  return rest.length > 0 && words.every(isId) ? words : [];
}

/** Tests of files that still stand as they ran, by the clauses that they name. */
export function propertyEvidence(
  results: PropertyResults,
  tree: readonly TextFile[],
  catalogue: Catalogue,
): TestsFound {
  const now = new Map(tree.map(({ path, text }) => [path, textHash(text)]));
  const findings: Finding[] = [];
  const other = (file: string, message: string): void => {
    findings.push(finding('other-properties', message, 'run the suite again', { file, line: 1 }));
  };
  for (const [file, hash] of Object.entries(results.files))
    if (now.get(file) !== hash) other(file, `${file} is not the file whose properties ran`);
  for (const file of new Set(results.tests.map((one) => one.file)))
    if (!Object.hasOwn(results.files, file))
      other(file, `${file} has properties, and no hash of the file that ran`);
  const tests = results.tests.map(({ file, name, ended }): TestEvidence => {
    const ids = idsInName(name);
    for (const id of ids.filter((word) => !catalogue.clauses.has(word) && !catalogue.isLabel(word))) {
      const message = `the property "${name}" names ${id}, which is no clause and no label`;
      findings.push(finding('unknown-tag', message, 'name a clause of the catalogue', { file, line: 1 }));
    }
    if (ended === 'failed')
      findings.push(finding('failing', `the property "${name}" failed`, 'see its test', { file, line: 1 }));
    const clauses = ids.filter((word) => catalogue.clauses.has(word));
    return { title: `${file} › ${name}`, file, clauses, kinds: ['property'], ended, weaker: false };
  });
  return { tests, findings };
}
