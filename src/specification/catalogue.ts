/** The catalogue of clauses: what there is to cover, and what each clause needs. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { finding, type Finding, type Place } from './finding.ts';
import { readYaml, sha256, type TextFile } from './input.ts';

/** What evidence can be: an untagged scenario is an example, the others are tagged. */
export const kinds = ['example', 'boundary', 'refusal', 'property'] as const;
export type Kind = (typeof kinds)[number];

export interface Clause {
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly needs: readonly Kind[];
  /** Of its normalised text: what an acceptance is given for. */
  readonly fingerprint: string;
  readonly place: Place;
}

export interface Catalogue {
  readonly path: string;
  readonly sha256: string;
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Whether a tag, without its @, is a label: neither a clause nor a kind, and known all the same. */
  readonly isLabel: (tag: string) => boolean;
  readonly findings: readonly Finding[];
}

const schema = z.looseObject({
  /** Tags that are no clauses; `#` stands for a digit, so `EX-##` is EX-01 and EX-14. */
  labels: z.array(z.string()).default([]),
  chapters: z.array(
    z.looseObject({
      id: z.string().min(1),
      title: z.string().default(''),
      clauses: z.array(
        z.looseObject({
          id: z.string().regex(/^[^\s@]+$/, 'one word without @'),
          title: z.string().default(''),
          text: z.string().trim().min(1, 'a text that is not empty'),
          needs: z.array(z.enum(kinds)).min(1).default(['example']),
        }),
      ),
    }),
  ),
});

/** The same text in other lines, other spaces or another Unicode form has the same fingerprint. */
export const fingerprint = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);

export function readCatalogue(file: TextFile): Catalogue {
  const { value, lineOf } = readYaml(file, schema);
  const clauses = new Map<string, Clause>();
  const findings: Finding[] = [];
  value.chapters.forEach((chapter, i) => {
    chapter.clauses.forEach(({ id, title, text, needs }, j) => {
      const place = { file: file.path, line: lineOf(['chapters', i, 'clauses', j, 'id']) };
      const first = clauses.get(id);
      if (first === undefined) {
        clauses.set(id, { id, chapter: chapter.id, title, needs, fingerprint: fingerprint(text), place });
        return;
      }
      const message = `the clause id ${id} is used twice, first on line ${String(first.place.line)}`;
      findings.push(finding('clause-twice', message, 'give the later clause an id of its own', place, id));
    });
  });
  const labels = value.labels.map(
    (label) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/#/g, '\\d')}$`),
  );
  return {
    path: file.path,
    sha256: sha256(file.text),
    chapters: value.chapters.map(({ id, title }) => ({ id, title })),
    clauses,
    isLabel: (tag) => labels.some((label) => label.test(tag)),
    findings,
  };
}
