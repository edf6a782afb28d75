/** A block of records: a file with a line for each of a thousand pairs, in the order in which they came. OUT-16. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onRead } from '../files/on-disk.ts';
import { indexIn } from './record-line.ts';

/** A block is read as a whole: a few megabytes. */
export const PAIRS_IN_BLOCK = 1000;

export const blockOf = (index: number): number => Math.floor(index / PAIRS_IN_BLOCK);

/** Where a block stands in the folder of its sweep. */
export const blockPath = (folder: string, block: number): string =>
  join(folder, 'aggregate', 'pairs', `${String(block).padStart(4, '0')}.ndjson`);

export interface RecordBlock {
  readonly text: string;
  /** By the pair that a line names; of two lines of a pair the later one. */
  readonly lines: ReadonlyMap<number, string>;
  /** Lines that name no pair of this block, counted from 1. */
  readonly nameless: readonly number[];
}

/** The block that stands in a file; null where no file does, or something else than a file. */
export function readBlock(path: string, block: number): RecordBlock | null {
  const there = onRead(path, () => statSync(path, { throwIfNoEntry: false }));
  if (there?.isFile() !== true) return null;
  const text = onRead(path, () => readFileSync(path, 'utf8'));
  const lines = new Map<number, string>();
  const nameless: number[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const index = indexIn(line);
    if (index !== null && blockOf(index) === block) lines.set(index, line);
    else if (line !== '') nameless.push(i + 1);
  }
  return { text, lines, nameless };
}

/** The text of a block: its lines in the order of the pairs. */
export const blockText = (lines: ReadonlyMap<number, string>): string =>
  [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => `${line}\n`)
    .join('');
