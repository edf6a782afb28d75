/** What mutation testing said of each clause: how many mutants of its own code its scenarios kill. */
import { z } from 'zod';
import { finding, type Finding } from '../specification/finding.ts';
import { readJson, textHash, type TextFile } from '../specification/input.ts';

const count = z.int().min(0);
const clause = z.object({
  /** Mutants in the code that names the clause, those that change nothing aside. */
  mutants: count,
  killedByOwn: count,
  killedByOthers: count,
  survived: count,
});
export type ClauseStrength = z.infer<typeof clause>;

const schema = z.object({
  strength: z.literal('ringspec gate 1'),
  /** SHA-256 of each file that was mutated, and of each feature that ran. */
  files: z.record(z.string(), z.string()),
  clauses: z.record(z.string(), clause),
});
export type Strength = z.infer<typeof schema>;

export const readStrength = (file: TextFile): Strength => readJson(file, schema);

/** By clause; empty where it was not measured, or on other files than those that stand here. */
export interface StrengthEvidence {
  readonly clauses: ReadonlyMap<string, ClauseStrength>;
  readonly findings: readonly Finding[];
}

export function strengthEvidence(
  strength: Strength | null,
  tree: readonly TextFile[],
  path: string,
): StrengthEvidence {
  if (strength === null) return { clauses: new Map(), findings: [] };
  const now = new Map(tree.map((file) => [file.path, textHash(file.text)]));
  const changed = Object.entries(strength.files).filter(([file, hash]) => now.get(file) !== hash);
  const [first] = changed.map(([file]) => file);
  if (first === undefined) return { clauses: new Map(Object.entries(strength.clauses)), findings: [] };
  const more = changed.length > 1 ? ` and ${String(changed.length - 1)} more` : '';
  const message = `the strength is that of another tree: ${first}${more} changed since it was measured, so it does not count`;
  return {
    clauses: new Map(),
    findings: [finding('other-strength', message, 'measure it again', { file: path, line: 1 })],
  };
}

/** A short name for the files that were measured, by which a page and its figures know one another. */
export const treeOf = ({ files }: Pick<Strength, 'files'>): string =>
  textHash(JSON.stringify(Object.entries(files).sort())).slice(0, 12);

/** Its scenarios notice nothing that could be wrong with its own code. */
export const isToothless = ({ mutants, killedByOwn }: ClauseStrength): boolean =>
  mutants > 0 && killedByOwn === 0;
