/** Walking and changing a document's tree. */
import type { Path } from './faults.ts';
import type { Place, SourceNode } from './yaml.ts';

/** What a document holds, without places. */
export type Plain = string | boolean | null | Plain[] | PlainSection;

// an interface, since a type may not name itself within a Record
export interface PlainSection {
  [key: string]: Plain;
}

/** The tree as plain data, for the schema. */
export function plain({ value }: SourceNode): Plain {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  // no prototype, so that a key such as __proto__ is a key like any other
  const members = Object.create(null) as PlainSection;
  for (const [key, member] of value) members[key] = plain(member);
  return members;
}

function child(node: SourceNode, step: string | number): SourceNode | undefined {
  if (Array.isArray(node.value)) return typeof step === 'number' ? node.value[step] : undefined;
  return node.value instanceof Map ? node.value.get(String(step)) : undefined;
}

/** The node at a path, or undefined. */
export function nodeAt(root: SourceNode, path: Path): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const step of path) {
    if (node === undefined) return undefined;
    node = child(node, step);
  }
  return node;
}

/** The place of a path, or of the nearest thing above it that is in the document. */
export function placeOf(root: SourceNode, path: Path): Place {
  let node = root;
  for (const step of path) {
    const next = child(node, step);
    if (next === undefined) break;
    node = next;
  }
  return node.place;
}

/** Takes out what is at a path; a list is taken out whole, since its positions would move. */
export function drop(root: SourceNode, path: Path): void {
  const list = path.findIndex((step) => typeof step === 'number');
  const named = list < 0 ? path : path.slice(0, list);
  const parent = nodeAt(root, named.slice(0, -1));
  if (parent?.value instanceof Map) parent.value.delete(String(named.at(-1)));
}

/** Puts a value at a path, making the sections on the way. False when the path leads through a value. */
export function put(root: SourceNode, path: readonly string[], node: SourceNode): boolean {
  let parent = root;
  for (const step of path.slice(0, -1)) {
    if (!(parent.value instanceof Map)) return false;
    let next = parent.value.get(step);
    if (next === undefined || next.value === null) {
      next = { place: node.place, value: new Map<string, SourceNode>() };
      parent.value.set(step, next);
    }
    parent = next;
  }
  if (!(parent.value instanceof Map)) return false;
  parent.value.set(path.at(-1) ?? '', node);
  return true;
}

/** A value in a few words, for a message. */
export function describe(node: SourceNode | undefined): string {
  if (node === undefined || node.value === null) return 'nothing';
  const text = JSON.stringify(plain(node));
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  if (Array.isArray(node.value)) return `the list ${shown}`;
  if (node.value instanceof Map) return `the section ${shown}`;
  const isWord = typeof node.value === 'string' && node.value.length <= 60;
  // quotes tell the text "true" from the value true
  return isWord && !/^(true|false|null|)$/.test(node.value) ? node.value : shown;
}

/** Whether a value is one, and no list or section. */
export const isScalar = (value: Plain): value is string | boolean | null =>
  typeof value !== 'object' || value === null;
