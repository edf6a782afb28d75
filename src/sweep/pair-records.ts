/** The records of the pairs of a sweep: files that say for themselves whether they are whole, and of which sweep. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../files/faults.ts';
import { onDisk } from '../files/on-disk.ts';
import { jsonDocument } from '../run/plain.ts';
import { checksumIn } from '../run/run-checksum.ts';
import { runFolder, type PairRecord } from './pair.ts';
import { writeDurably } from '../files/write-whole.ts';

export class PairRecords {
  /** @param sweep the hash of the sweep that the folder holds */
  constructor(
    readonly folder: string,
    readonly sweep: string,
  ) {}

  path(index: number): string {
    return recordPath(this.folder, index);
  }

  /** Puts a record in its place once it is on the disk. */
  async write(record: PairRecord): Promise<void> {
    await writeDurably(this.path(record.index), recordText(record, this.sweep));
  }

  /** @throws Fault where the record is not there, or not what was written. */
  read(index: number): PairRecord {
    const found = this.#look(index);
    if (typeof found !== 'string') return found;
    throw new Fault(
      `${this.path(index)} ${found}: the sweep's own command with --resume makes it again`,
      'badInput',
    );
  }

  /** What is wrong with a pair's record or with the files of its runs, in words; null where nothing is. */
  faultOf(index: number): string | null {
    const found = this.#look(index);
    if (typeof found === 'string') return `${this.path(index)} ${found}`;
    for (const { regime, runId, checksum } of found.runs) {
      const out = join(runFolder(this.folder, regime, runId), 'out');
      if (checksum === null ? !existsSync(out) : checksumIn(out) === checksum) continue;
      return `${out} ${existsSync(out) ? 'is not what the run wrote' : 'is missing'}`;
    }
    return null;
  }

  /** A record, or what is wrong with it. */
  #look(index: number): PairRecord | string {
    const path = this.path(index);
    const there = onDisk(path, () => statSync(path, { throwIfNoEntry: false }));
    if (there === undefined) return 'is missing';
    if (!there.isFile()) return 'is no file';
    const text = onDisk(path, () => readFileSync(path, 'utf8'));
    if (text === '') return 'is empty';
    const [, hash, rest = ''] = RECORD.exec(text) ?? [];
    if (hash !== sha256(rest)) return 'is damaged or was cut off';
    // nobody but this program writes a record that carries its own hash
    const { sweep, ...record } = JSON.parse(`{${rest}`) as PairRecord & { readonly sweep: string };
    if (sweep !== this.sweep) return 'is of another sweep';
    return record.index === index ? record : `is the record of pair ${String(record.index)}`;
  }
}

/** Where the record of a pair stands in the folder of its sweep. */
export const recordPath = (folder: string, index: number): string =>
  join(folder, 'aggregate', 'pairs', `${String(index).padStart(6, '0')}.json`);

const RECORD = /^\{\n {2}"sha256": "([0-9a-f]{64})",([^]*)$/;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash stands first, of every byte that follows it. */
function recordText(record: PairRecord, sweep: string): string {
  const rest = jsonDocument({ sweep, ...record }).slice('{'.length);
  return `{\n  "sha256": "${sha256(rest)}",${rest}`;
}
