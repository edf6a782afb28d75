/** The record of a pair as one line, which says for itself whether it is whole, and of which sweep. OUT-14, OUT-16. */
import { sha256 } from '../files/sha256.ts';
import type { PairRecord } from './pair.ts';

/** The index stands first, so that a line that is damaged further on still says whose it was. */
const LINE = /^(\{"index":(\d{1,7}),)"sha256":"([0-9a-f]{64})",(.*)$/;
const BEGIN = /^\{"index":(\d{1,7}),/;

/** `{"index":12,"sha256":"…","sweep":"…",…}`: the hash is of all the rest of the line. */
export function recordLine({ index, ...record }: PairRecord, sweep: string): string {
  const head = `{"index":${String(index)},`;
  const rest = JSON.stringify({ sweep, ...record }).slice('{'.length);
  return `${head}"sha256":"${sha256(head + rest)}",${rest}`;
}

/** The pair that a line names; null where it names none. */
export function indexIn(line: string): number | null {
  const index = BEGIN.exec(line)?.[1];
  return index === undefined ? null : Number(index);
}

/** The record of a pair of a sweep, or what is wrong with its line, in words. */
export function readRecordLine(line: string, index: number, sweep: string): PairRecord | string {
  const [, head = '', , hash, rest = ''] = LINE.exec(line) ?? [];
  if (hash !== sha256(head + rest)) return 'is damaged or was cut off';
  // nobody but this program writes a record that carries its own hash
  const { sweep: of, ...record } = JSON.parse(head + rest) as PairRecord & { readonly sweep: string };
  if (of !== sweep) return 'is of another sweep';
  return record.index === index ? record : `is the record of pair ${String(record.index)}`;
}
