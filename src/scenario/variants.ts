/** What may change a document before it is judged: values from outside, and known misspellings. CFG-01, CLI-02. */
import type { FileFault } from '../files/faults.ts';
import { readSource, type SourceNode } from '../files/yaml.ts';
import { drop, nodeAt, put } from '../files/tree.ts';

/** Values in YAML by path in the document. */
export type Overrides = Readonly<Record<string, string>>;

/** The two keys of which a file has one: giving one from outside takes the file's other one out. RING-03R. */
const alternatives: Readonly<Record<string, string>> = {
  'ring.kappa': 'ring.liquidity_ratio',
  'ring.liquidity_ratio': 'ring.kappa',
  'sweep.kappas': 'sweep.liquidity_ratios',
  'sweep.liquidity_ratios': 'sweep.kappas',
  'sweep.seeds': 'sweep.precision',
  'sweep.precision': 'sweep.seeds',
};

/** Puts the overrides into the document: what comes from outside wins over the file. CLI-02. */
export function applyOverrides(root: SourceNode, overrides: Overrides): FileFault[] {
  return Object.entries(overrides).flatMap(([path, text]): FileFault[] => {
    const from = { file: 'a value given from outside', line: 0 };
    const { root: node, faults } = readSource(text, from.file);
    if (faults.length > 0) return faults.map((fault) => ({ ...fault, line: 0, path }));
    const steps = stepsOf(path);
    // the schema passes over it without a word
    if (steps.includes('__proto__'))
      return [{ ...from, path, found: 'the unknown key __proto__', allowed: 'names as keys' }];
    const other = alternatives[path];
    if (other !== undefined && !Object.hasOwn(overrides, other)) drop(root, other.split('.'));
    const given = fromOutside(node, from);
    if (put(root, steps, given)) return [];
    return [{ ...from, path, found: 'a path through a value', allowed: 'the path of a key' }];
  });
}

/** The steps of a path; an axis is a key with dots in its name. EXP-01. */
function stepsOf(path: string): string[] {
  const axis = /^sweep\.axes\.(.+)$/.exec(path)?.[1];
  return axis === undefined ? path.split('.') : ['sweep', 'axes', axis];
}

/** Everything in it has the place of the override, which has no lines. */
function fromOutside(node: SourceNode | null, place: SourceNode['place']): SourceNode {
  const value = node?.value ?? null;
  if (Array.isArray(value)) return { place, value: value.map((item) => fromOutside(item, place)) };
  if (!(value instanceof Map)) return { place, value };
  return { place, value: new Map([...value].map(([key, item]) => [key, fromOutside(item, place)])) };
}

/** `balance: additional` is short for a section with that mode; so is the override. BAL-02, BAL-03. */
export function spellOutBalance(root: SourceNode): void {
  const balance = nodeAt(root, ['balance']);
  if (typeof balance?.value !== 'string') return;
  put(root, ['balance'], { place: balance.place, value: new Map([['mode', balance]]) });
}

/** The lists of a sweep may be written as on a command line: `0.25,0.5,1`, or one value. CLI-02. */
export function spellOutLists(root: SourceNode, keys: readonly string[]): void {
  for (const key of keys) {
    const list = nodeAt(root, ['sweep', key]);
    if (typeof list?.value !== 'string') continue;
    const { place, value } = list;
    const items = value.split(',').map((item): SourceNode => ({ place, value: item.trim() }));
    put(root, ['sweep', key], { place, value: items });
  }
}

/** So may an axis; what is written there as a word stands for the value. EXP-01. */
export function spellOutAxes(root: SourceNode): void {
  const axes = nodeAt(root, ['sweep', 'axes']);
  if (!(axes?.value instanceof Map)) return;
  for (const [key, { place, value }] of axes.value) {
    if (Array.isArray(value) || value instanceof Map || value === null) continue;
    const words = typeof value === 'string' ? value.split(',').map((item) => item.trim()) : [value];
    const items = words.map((word): SourceNode => ({ place, value: meant(word) }));
    axes.value.set(key, { place, value: items });
  }
}

const meant = (word: string | boolean): string | boolean | null =>
  word === 'true' || word === 'false' ? word === 'true' : word === 'null' ? null : word;

/** How the source's own stub misspells the keys of a bucket. CFG-01. */
const misspellings = { '00': 'O0', phi0: 'phiO' } as const;

/** Gives misspelt keys their right names, each with a warning; a key given in both spellings is a fault. */
export function mendSpellings(root: SourceNode, warnings: string[]): FileFault[] {
  const buckets = nodeAt(root, ['buckets']);
  if (!(buckets?.value instanceof Map)) return [];
  return [...buckets.value].flatMap(([id, bucket]) =>
    Object.entries(misspellings).flatMap(([wrong, right]): FileFault[] => {
      const { value: members } = bucket;
      const member = members instanceof Map ? members.get(wrong) : undefined;
      if (!(members instanceof Map) || member === undefined) return [];
      const { file, line } = member.place;
      const path = `buckets.${id}.${wrong}`;
      members.delete(wrong);
      if (members.has(right))
        return [{ file, line, path, found: `both ${wrong} and ${right}`, allowed: `${right} only` }];
      members.set(right, member);
      warnings.push(`${file}:${String(line)}: ${path} is read as ${right}`);
      return [];
    }),
  );
}
