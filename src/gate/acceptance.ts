/** Acceptance: for which text of a clause somebody said that its scenarios are right. */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Catalogue } from '../specification/catalogue.ts';
import { finding, type Finding } from '../specification/finding.ts';
import { readYaml, type TextFile } from '../specification/input.ts';

const schema = z
  .record(z.string(), z.strictObject({ text: z.string(), by: z.string().min(1), why: z.string().min(1) }))
  .nullable()
  .transform((record) => record ?? {});

export interface Acceptance {
  /** Fingerprint of the clause's text. */
  readonly text: string;
  readonly by: string;
  readonly why: string;
}
export type Acceptances = Readonly<Record<string, Acceptance>>;

export const readAcceptances = (file: TextFile): Acceptances => readYaml(file, schema).value;

/** An acceptance of a clause that is gone. */
export const unknownAcceptances = (
  acceptances: Acceptances,
  catalogue: Catalogue,
  path: string,
): readonly Finding[] =>
  Object.keys(acceptances)
    .filter((id) => !catalogue.clauses.has(id))
    .map((id) =>
      finding(
        'accepted-unknown',
        `${id} was accepted and is no clause`,
        'take it out',
        { file: path, line: 1 },
        id,
      ),
    );

const heading = `# Which text of each clause its scenarios were accepted for. Written by \`ringspec gate --accept\`.
`;

/** The file with these clauses accepted as they stand; the others stay as they were. */
export function accept(
  acceptances: Acceptances,
  catalogue: Catalogue,
  ids: readonly string[],
  by: string,
  why: string,
): string {
  const fresh = ids.map((id): [string, Acceptance] => {
    const clause = catalogue.clauses.get(id);
    if (clause === undefined) throw new RangeError(`${id} is no clause of ${catalogue.path}`);
    return [id, { text: clause.fingerprint, by, why }];
  });
  const all = { ...acceptances, ...Object.fromEntries(fresh) };
  const sorted = Object.entries(all)
    .filter(([id]) => catalogue.clauses.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return heading + stringify(Object.fromEntries(sorted), { lineWidth: 0 });
}
