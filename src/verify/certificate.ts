/**
 * A certificate: what one implementation showed against one suite, small enough to publish. It has no date and
 * no machine in it, so the same implementation has the same certificate. Several make a matrix.
 */
import { z } from 'zod';
import { at } from '../core/list.ts';
import { Fault, readEach } from '../files/faults.ts';
import { readJson } from '../files/json.ts';
import { readText } from '../files/read-text.ts';
import { onOneLine } from '../printable.ts';
import type { Hello } from '../protocol/protocol.ts';
import { readingText, type Readings } from '../protocol/rulings.ts';
import type { Specification } from './suite.ts';
import { clauseResults, type ClauseResult, type Verdict } from './verdict.ts';

const count = z.int().min(0);

export const certificateSchema = z.strictObject({
  program: z.literal('ringspec'),
  certificate: z.literal(2),
  specification: z.strictObject({ version: z.string(), suite: z.string().regex(/^[0-9a-f]{64}$/) }),
  implementation: z.strictObject({ name: z.string(), version: z.string(), language: z.string() }),
  /** As it introduced itself, and how its figures were judged. */
  arithmetic: z.strictObject({ stated: z.string(), judged: z.string(), tolerance: z.string() }),
  capabilities: z.array(z.string()),
  /** Rulings that it reads in a way of its own. */
  rulings: z.record(z.string(), z.union([z.string(), z.boolean()])),
  command: z.string(),
  /** Where vectors were asked in place of the scenarios themselves: their version, and what came of the random worlds. */
  vectors: z
    .strictObject({
      version: z.string(),
      worlds: z.strictObject({ agree: count, differ: count, unsupported: count, 'set-aside': count }),
    })
    .optional(),
  /** Every clause that was asked holds, without an excuse and with nothing left out; never by vectors. */
  conforms: z.boolean(),
  scenarios: z.strictObject({
    passed: count,
    failed: count,
    known: count,
    unsupported: count,
    'set-aside': count,
    'not-run': count,
  }),
  /** What explains the failures, the biggest first, with how many. */
  causes: z.array(z.strictObject({ cause: z.string(), scenarios: count })),
  /** Result by clause id, in the order of the specification. */
  clauses: z.record(z.string(), z.enum(clauseResults)),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** How a run was judged. */
export interface Terms {
  readonly command: string;
  readonly arithmetic: 'decimal' | 'float64';
  readonly tolerance: string;
  readonly readings: Readings;
}

export function certify(
  specification: Specification,
  hello: Hello,
  terms: Terms,
  verdict: Verdict,
  vectors?: Certificate['vectors'],
): Certificate {
  const { name, version, language } = hello;
  const { counts } = verdict;
  return {
    program: 'ringspec',
    certificate: 2,
    specification,
    implementation: { name, version, language },
    arithmetic: { stated: hello.arithmetic, judged: terms.arithmetic, tolerance: terms.tolerance },
    capabilities: [...hello.capabilities],
    rulings: { ...terms.readings },
    command: terms.command,
    ...(vectors === undefined ? {} : { vectors }),
    conforms:
      vectors === undefined &&
      counts.passed > 0 &&
      counts.failed + counts.known + counts.unsupported + counts['not-run'] === 0,
    scenarios: { ...counts },
    causes: verdict.causes.map(({ id, scenarios }) => ({ cause: id, scenarios })),
    clauses: Object.fromEntries(
      verdict.chapters.flatMap(({ clauses }) => clauses.map(({ id, result }) => [id, result])),
    ),
  };
}

/** What a certificate amounts to, in words. */
export function standing({
  scenarios,
  conforms,
  rulings,
  vectors,
}: Pick<Certificate, 'scenarios' | 'conforms' | 'rulings' | 'vectors'>): string {
  const own = readingText(rulings);
  if (conforms) return own === '' ? 'conforms' : `conforms, reading ${own}`;
  if (scenarios.failed + scenarios['not-run'] + (vectors?.worlds.differ ?? 0) > 0) return 'does not conform';
  if (scenarios.known > 0) return 'conforms but for what it is known to fail';
  return scenarios.passed > 0 ? 'conforms in all that it claims' : 'was asked nothing that it claims';
}

export interface Matrix {
  readonly specification: Specification;
  readonly columns: readonly Certificate[];
  /** One row a clause that some implementation was asked about, with a result for each column. */
  readonly rows: readonly { readonly clause: string; readonly results: readonly ClauseResult[] }[];
}

/** `name version`, as it may stand in a line. */
export const nameOf = ({ implementation }: Pick<Certificate, 'implementation'>): string =>
  onOneLine(`${implementation.name} ${implementation.version}`);

/** Certificates to be compared, by their files. @throws Fault with every fault of every file, or where their suites differ. CLI-03. */
export function readCertificates(paths: readonly string[]): Certificate[] {
  const certificates = readEach(paths, (path) => readJson(readText(path), path, certificateSchema));
  const suites = new Set(certificates.map(({ specification: { suite } }) => suite));
  if (suites.size > 1) {
    const all = certificates.map((one, i) => {
      const { suite, version } = one.specification;
      return `  ${paths[i] ?? ''}: ${nameOf(one)}: suite ${suite.slice(0, 12)} of version ${version}`;
    });
    throw new Fault(
      `these certificates are of different suites, and cannot be compared:\n${all.join('\n')}`,
      'badInput',
    );
  }
  return certificates;
}

/** Clauses against implementations, of at least one certificate, all of one suite. */
export function matrix(certificates: readonly Certificate[]): Matrix {
  const { specification, clauses } = at(certificates, 0);
  const rows = Object.keys(clauses)
    .map((clause) => ({ clause, results: certificates.map((one) => resultOf(one, clause)) }))
    .filter(({ results }) => results.some((result) => result !== 'not-asked'));
  return { specification, columns: certificates, rows };
}

/** Certificates of one suite speak of the same clauses, unless one was damaged. */
function resultOf(one: Certificate, clause: string): ClauseResult {
  const result = one.clauses[clause];
  if (result === undefined)
    throw new Fault(`the certificate of ${nameOf(one)} says nothing of ${clause}: it is damaged`, 'badInput');
  return result;
}
