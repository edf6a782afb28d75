/** The catalogue of clauses: what there is to cover, what each clause needs, and all that people read beside it. */
import { z } from 'zod';
import { inFiles, type FileFault } from '../files/faults.ts';
import { sha256 } from '../files/sha256.ts';
import { finding, type Finding, type Place } from './finding.ts';
import { readYaml, textHash, type TextFile } from './input.ts';
import { nearMisses } from './near.ts';

/** What evidence can be: an untagged scenario is an example, the others are tagged. */
export const kinds = ['example', 'boundary', 'refusal', 'property'] as const;
export type Kind = (typeof kinds)[number];

/** The tag of each kind that has one. A repository that uses such a tag for something else names another. */
export type KindTags = Readonly<Record<Exclude<Kind, 'example'>, string>>;
export const usualKindTags: KindTags = { boundary: 'boundary', refusal: 'refusal', property: 'property' };

export interface Clause {
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly needs: readonly Kind[];
  /** Evidence that cannot show that it asserts, and that its text is unchanged, does not count. */
  readonly strict: boolean;
  readonly text: string;
  /** Of its normalised text: what an acceptance is given for. */
  readonly fingerprint: string;
  readonly place: Place;
}

export interface Catalogue {
  readonly path: string;
  readonly sha256: string;
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  readonly clauses: ReadonlyMap<string, Clause>;
  /** The kind that a tag names, without its @. */
  readonly kindOf: ReadonlyMap<string, Kind>;
  /** Whether a tag, without its @, is a label: neither a clause nor a kind, and known all the same. */
  readonly isLabel: (tag: string) => boolean;
  readonly findings: readonly Finding[];
  /** Everything that stands in it, for people. */
  readonly document: CatalogueDocument;
}

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const clauseSchema = z.looseObject({
  id: z.string().regex(/^[^\s@]+$/, 'one word without @'),
  title: z.string().default(''),
  text: z.string().trim().min(1, 'a text that is not empty'),
  needs: z.array(z.enum(kinds)).min(1).default(['example']),
  /** `strong`: only evidence that shows that it asserts, and that its text is that of the tree. */
  evidence: z.enum(['any', 'strong']).default('any'),
  source: z.string().optional(),
  ruling: z.looseObject({ reason: z.string() }).optional(),
  /** Where a scenario file may read a ruling the other way. */
  switch: z.looseObject({ path: z.string(), values: z.array(word).min(2), default: word }).optional(),
});

export const catalogueSchema = z.looseObject({
  title: z.string().default('The specification'),
  introduction: z.string().default(''),
  sources: z.record(z.string(), z.string()).default({}),
  /** Tags that are no clauses; `#` stands for a digit and `*` for any characters: `EX-##`, `issue*`. */
  labels: z.array(z.string()).default([]),
  chapters: z.array(
    z.looseObject({
      id: z.string().min(1),
      title: z.string().default(''),
      note: z.string().optional(),
      clauses: z.array(clauseSchema),
    }),
  ),
  glossary: z
    .array(z.object({ symbol: z.string(), name: z.string(), meaning: z.string(), unit: z.string() }))
    .default([]),
});
export type CatalogueDocument = z.infer<typeof catalogueSchema>;

/** The same text in other lines, other spaces or another Unicode form has the same fingerprint. */
export const fingerprint = (text: string): string =>
  sha256(text.normalize('NFC').replace(/\s+/g, ' ').trim()).slice(0, 16);

/** @throws Fault with every fault, misspelt members included */
export function readCatalogue(file: TextFile, kindTags: KindTags = usualKindTags): Catalogue {
  const { value, lineOf } = readYaml(file, catalogueSchema);
  const misspelt = [
    ...nearMisses(value, ['labels', 'chapters'], []),
    ...value.chapters.flatMap((chapter, i) => [
      ...nearMisses(chapter, ['title'], ['chapters', i]),
      ...chapter.clauses.flatMap((clause, j) =>
        nearMisses(clause, ['title', 'needs', 'evidence'], ['chapters', i, 'clauses', j]),
      ),
    ]),
  ];
  if (misspelt.length > 0)
    throw inFiles(
      misspelt.map(({ steps, ...fault }): FileFault => ({ file: file.path, line: lineOf(steps), ...fault })),
    );
  const clauses = new Map<string, Clause>();
  const findings: Finding[] = [];
  value.chapters.forEach((chapter, i) => {
    chapter.clauses.forEach(({ id, title, text, needs, evidence }, j) => {
      const place = { file: file.path, line: lineOf(['chapters', i, 'clauses', j, 'id']) };
      const first = clauses.get(id);
      if (first === undefined) {
        const own = { id, chapter: chapter.id, title, needs, strict: evidence === 'strong', text };
        clauses.set(id, { ...own, fingerprint: fingerprint(text), place });
        return;
      }
      const message = `the clause id ${id} is used twice, first on line ${String(first.place.line)}`;
      findings.push(finding('clause-twice', message, 'give the later clause an id of its own', place, id));
    });
  });
  if (clauses.size === 0)
    findings.push(
      finding('no-clauses', 'the catalogue has no clause', 'write the first one', {
        file: file.path,
        line: 1,
      }),
    );
  const labels = value.labels.map(patternOf);
  return {
    path: file.path,
    sha256: textHash(file.text),
    chapters: value.chapters.map(({ id, title }) => ({ id, title })),
    clauses,
    kindOf: new Map(Object.entries(kindTags).map(([kind, tag]) => [tag, kind as Kind])),
    isLabel: (tag) => labels.some((label) => label.test(tag)),
    findings,
    document: value,
  };
}

/** What a pattern of words means: `#` stands for a digit and `*` for any characters. */
export const patternOf = (label: string): RegExp =>
  new RegExp(
    `^${label
      .replace(/^@/, '')
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/#/g, '\\d')
      .replace(/\*/g, '.*')}$`,
    'u',
  );
