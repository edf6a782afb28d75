/** Acceptance: for which text of a clause, and for which scenarios, somebody said that they fit. */
import { stringify } from 'yaml';
import { z } from 'zod';
import { fingerprint, type Catalogue, type Clause } from '../specification/catalogue.ts';
import { finding, type Finding } from '../specification/finding.ts';
import { readYaml, type TextFile } from '../specification/input.ts';
import type { CaseEvidence } from './evidence.ts';

const told = { by: z.string().trim().min(1, 'a name'), why: z.string().trim().min(1, 'a reason') };
const schema = z
  .record(
    z.string(),
    z.union([
      z.strictObject({ removed: z.literal(true), ...told }),
      z.strictObject({
        text: z.string(),
        needs: z.string().default(''),
        evidence: z.string().default(''),
        ...told,
      }),
    ]),
  )
  .nullable()
  .transform((record) => record ?? {});

/** Of a clause that stands in the catalogue. */
export interface Acceptance {
  /** Fingerprint of the clause's text. */
  readonly text: string;
  /** What it needed; empty in files of older versions. */
  readonly needs: string;
  /** Fingerprint of its scenarios: their steps, rows and doc strings. */
  readonly evidence: string;
  readonly by: string;
  readonly why: string;
}
/** Of taking a clause out. */
export interface Removal {
  readonly removed: true;
  readonly by: string;
  readonly why: string;
}
export type Acceptances = Readonly<Record<string, Acceptance | Removal>>;

export const isRemoval = (one: Acceptance | Removal | undefined): one is Removal =>
  one !== undefined && 'removed' in one;

/** What was accepted of a clause, if anything was. A clause may have any name, `constructor` too. */
export const acceptanceOf = (acceptances: Acceptances, id: string): Acceptance | Removal | undefined =>
  Object.hasOwn(acceptances, id) ? acceptances[id] : undefined;

export const readAcceptances = (file: TextFile): Acceptances => readYaml(file, schema).value;

/** What the scenarios of a clause say, whatever their order and their places. */
export const evidenceOf = (cases: readonly Pick<CaseEvidence, 'case' | 'kinds'>[]): string =>
  fingerprint(
    cases
      .map((one) => `${one.kinds.join(' ')} ${one.case.fingerprint}`)
      .sort()
      .join('\n'),
  );

/** Why an acceptance is none for what stands there now; null where it is one. */
export function outdated(
  acceptance: Acceptance | Removal | undefined,
  clause: Clause,
  cases: readonly CaseEvidence[],
): string | null {
  if (acceptance === undefined) return 'nobody has accepted its scenarios yet';
  const since = `since ${acceptance.by} accepted it`;
  if (isRemoval(acceptance)) return `${acceptance.by} accepted that it is taken out, and it is there`;
  const changed = [
    ...(acceptance.text === clause.fingerprint ? [] : ['its text has changed']),
    ...(acceptance.needs === clause.needs.join(' ')
      ? []
      : [
          `it needs ${clause.needs.join(', ')} and needed ${acceptance.needs || 'what was not written down'}`,
        ]),
    ...(acceptance.evidence === evidenceOf(cases) ? [] : ['its scenarios have changed']),
  ];
  return changed.length === 0 ? null : `${changed.join(', and ')} ${since}`;
}

/** An acceptance of a clause that is gone. */
export const unknownAcceptances = (
  acceptances: Acceptances,
  catalogue: Catalogue,
  path: string,
): readonly Finding[] =>
  Object.entries(acceptances)
    .filter(([id, one]) => !catalogue.clauses.has(id) && !isRemoval(one))
    .map(([id]) =>
      finding(
        'accepted-unknown',
        `${id} was accepted and is no clause`,
        'take it out',
        { file: path, line: 1 },
        id,
      ),
    );

const heading = `# Which text, and which scenarios, of each clause were accepted. Written by \`ringspec gate --accept\`.
`;

/** The file with these clauses accepted as they stand, or as taken out; the others stay as they were. */
export function accept(
  acceptances: Acceptances,
  catalogue: Catalogue,
  casesOf: ReadonlyMap<string, readonly CaseEvidence[]>,
  ids: readonly string[],
  by: string,
  why: string,
): string {
  const fresh = ids.map((id): [string, Acceptance | Removal] => {
    const clause = catalogue.clauses.get(id);
    if (clause === undefined) return [id, { removed: true, by, why }];
    const evidence = evidenceOf(casesOf.get(id) ?? []);
    return [id, { text: clause.fingerprint, needs: clause.needs.join(' '), evidence, by, why }];
  });
  const all = { ...acceptances, ...Object.fromEntries(fresh) };
  const sorted = Object.entries(all)
    .filter(([id, one]) => catalogue.clauses.has(id) || isRemoval(one))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return heading + stringify(Object.fromEntries(sorted), { lineWidth: 0 });
}
