/** Properties that tests outside cucumber checked in this run: what the reporter wrote, read as evidence. */
import { z } from 'zod';
import type { Catalogue } from '../specification/catalogue.ts';
import { finding, type Finding } from '../specification/finding.ts';
import { readJson, sha256, type TextFile } from '../specification/input.ts';

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

export interface Property {
  /** `file › name`. */
  readonly title: string;
  readonly file: string;
  readonly clauses: readonly string[];
  readonly ended: 'passed' | 'failed' | 'skipped';
}

export interface PropertyEvidence {
  readonly properties: readonly Property[];
  readonly findings: readonly Finding[];
}

/** `KER-11: …` and `RING-02, RING-07: …` are named by the clauses that they check. */
export function idsInName(name: string): string[] {
  const [head = '', ...rest] = name.split(':');
  const words = head.split(',').map((word) => word.trim());
  return rest.length > 0 && words.every((word) => /^[A-Z]+-[A-Z]?\d+[A-Z]?$/.test(word)) ? words : [];
}

/** Tests of files that still stand as they ran, by the clauses that they name. */
export function propertyEvidence(
  results: PropertyResults,
  tree: readonly TextFile[],
  catalogue: Catalogue,
): PropertyEvidence {
  const now = new Map(tree.map(({ path, text }) => [path, sha256(text)]));
  const findings: Finding[] = [];
  for (const [file, hash] of Object.entries(results.files)) {
    if (now.get(file) === hash) continue;
    const message = `${file} is not the file whose properties ran`;
    findings.push(finding('other-properties', message, 'run the suite again', { file, line: 1 }));
  }
  const properties = results.tests.map(({ file, name, ended }) => {
    const ids = idsInName(name);
    for (const id of ids.filter((word) => !catalogue.clauses.has(word) && !catalogue.isLabel(word))) {
      const message = `the property "${name}" names ${id}, which is no clause and no label`;
      findings.push(finding('unknown-tag', message, 'name a clause of the catalogue', { file, line: 1 }));
    }
    if (ended === 'failed')
      findings.push(finding('failing', `the property "${name}" failed`, 'see its test', { file, line: 1 }));
    const clauses = ids.filter((word) => catalogue.clauses.has(word));
    return { title: `${file} › ${name}`, file, clauses, ended };
  });
  return { properties, findings };
}
