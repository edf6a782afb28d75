/** Every fault of a document, or what it says with its defaults. CFG-03. */
import { closest } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { Inconsistency } from './consistency.ts';
import { missingParts } from './defaults.ts';
import { instead, listFor } from './meant.ts';
import { pathText, inFiles, type FileFault, type Path } from '../files/faults.ts';
import type { Parsed } from './schema.ts';
import type { SourceNode } from '../files/yaml.ts';
import { describe, drop, nodeAt, placeOf, plain } from '../files/tree.ts';
import { applyOverrides, mendSpellings, type Overrides } from './variants.ts';

/** What a kind of document is made of: its keys, its defaults, and what must hold between them. */
export interface DocumentKind<P extends Parsed, T> {
  readonly schema: z.ZodType<P>;
  /** Makes keys of what may be written otherwise, too. */
  readonly spellOut: (root: SourceNode) => void;
  readonly fill: (parsed: P) => T;
  readonly inconsistencies: (filled: T) => readonly Inconsistency[];
}

/** @throws Fault with every fault of the document. CFG-03. */
export function judge<P extends Parsed, T extends { readonly warnings: string[] }>(
  root: SourceNode,
  faults: FileFault[],
  kind: DocumentKind<P, T>,
  overrides: Overrides,
): T {
  const warnings: string[] = [];
  kind.spellOut(root);
  faults.push(...applyOverrides(root, overrides), ...mendSpellings(root, warnings));
  kind.spellOut(root);
  const filled = check(root, new Findings(root, faults), kind);
  if (filled === null || faults.length > 0) throw inFiles(faults);
  return { ...filled, warnings: [...warnings, ...filled.warnings] };
}

/** Faults so far, and the paths that are not to be judged any more. */
class Findings {
  readonly #doubtful: string[];

  constructor(
    private readonly root: SourceNode,
    private readonly faults: FileFault[],
  ) {
    this.#doubtful = faults.map(({ path }) => path);
  }

  add(path: Path, found: string, allowed: string): void {
    // what could not be read is told already, and is nothing here
    if (nodeAt(this.root, path)?.value === null && this.#doubtful.includes(pathText(path))) return;
    const { file, line } = placeOf(this.root, path);
    this.faults.push({ file, line, path: pathText(path), found, allowed });
    this.doubt(path);
  }

  doubt(path: Path): void {
    this.#doubtful.push(pathText(path));
  }

  /** Whether the value at a path, something in it or something around it is at fault. */
  doubts(path: string): boolean {
    const within = (inner: string, outer: string): boolean =>
      inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
    return this.#doubtful.some((doubtful) => within(doubtful, path) || within(path, doubtful));
  }
}

/**
 * Every fault of a document: first of the single values, then, with the faulty ones taken out, of how the
 * others go together. Null when nothing is left to go on with.
 */
function check<P extends Parsed, T>(
  root: SourceNode,
  findings: Findings,
  kind: DocumentKind<P, T>,
): T | null {
  let result = kind.schema.safeParse(plain(root));
  for (let round = 0; !result.success; round++) {
    // what taking values out leaves behind is no fault of the file
    const faulty = result.error.issues.flatMap((issue) =>
      valueFaults(root, issue, round === 0 ? findings : null),
    );
    if (round === 10 || faulty.some((path) => path.length === 0)) return null;
    for (const path of faulty) drop(root, path);
    result = kind.schema.safeParse(plain(root));
  }
  const filled = kind.fill(result.data);
  reportMissing(root, result.data, findings);
  const certain = kind
    .inconsistencies(filled)
    .filter(({ because }) => !because.some((path) => findings.doubts(path)));
  for (const { path, found, allowed } of certain) findings.add(path, found, allowed);
  return filled;
}

/** Stands for the list of buckets as a whole. */
const ALL_BUCKETS = ['buckets', '*'];

/** What is said of a number with a decimal comma. */
const comma = (node: SourceNode | undefined): string[] =>
  typeof node?.value === 'string' && /^-?\d+,\d+$/.test(node.value)
    ? [`the decimals follow a point: ${node.value.replace(',', '.')}`]
    : [];

/** An issue of the schema as faults with their places; the paths are those to take out. */
function valueFaults(root: SourceNode, issue: z.core.$ZodIssue, findings: Findings | null): Path[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') {
    const node = nodeAt(root, path);
    const list = Array.isArray(node?.value) ? listFor(pathText(path)) : undefined;
    findings?.add(
      path,
      issue.code === 'invalid_key' ? String(path.at(-1)) : describe(node),
      [issue.message, list === undefined ? [] : `a list belongs under ${list}`, comma(node)]
        .flat()
        .join('; '),
    );
    // a bucket that is taken out leaves a gap, which is no fault of the others
    if (path[0] === 'buckets' && path.length === 2) findings?.doubt(ALL_BUCKETS);
    return [path];
  }
  const known = issue.message.split(', ');
  return issue.keys.map((key) => {
    const unknown = [...path, key];
    const allowed = elsewhere.get(pathText(unknown)) ?? instead(key, known);
    findings?.add(unknown, `the unknown key ${key}`, allowed);
    findings?.doubt([...path, closest(key, known)]);
    return unknown;
  });
}

/** Keys that are right in another kind of file. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['sweep', 'the keys of one scenario; a file with this section is for ringspec sweep balanced'],
]);

const nearest = (key: string, known: readonly string[]): string => `the nearest is ${closest(key, known)}`;

function reportMissing(root: SourceNode, parsed: Parsed, findings: Findings): void {
  for (const { path, known } of missingParts(parsed)) {
    if (known === undefined) {
      if (findings.doubts(pathText(path))) continue;
      findings.add(path, describe(nodeAt(root, path)), 'a value: only short, mid and long have a default');
      continue;
    }
    const key = String(path.at(-1));
    const list = `known here: ${known.join(', ')}; other buckets need a tau`;
    findings.add(path, `the unknown key ${key}`, `${nearest(key, known)} (${list})`);
  }
}
