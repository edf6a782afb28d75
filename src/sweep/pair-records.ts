/** The records of the pairs of a sweep, in blocks to which lines are appended while the sweep goes on. OUT-14, OUT-16. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../files/faults.ts';
import { onDisk, onRead } from '../files/on-disk.ts';
import { makeFolder } from '../files/make-folder.ts';
import { appendDurably, writeOwn } from '../files/write-whole.ts';
import { checksumIn } from '../run/run-checksum.ts';
import type { PairRecord } from './pair-record.ts';
import { blockOf, blockPath, blockText, readBlock, type RecordBlock } from './record-block.ts';
import { readRecordLine, recordLine } from './record-line.ts';
import { runFolder } from './run-folder.ts';

interface Waiting {
  readonly block: number;
  readonly line: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export class PairRecords {
  /** Lines that wait for the disk, which takes longer for one than a small pair takes. */
  #waiting: Waiting[] = [];
  #isWriting = false;
  #isMade = false;
  /** The block that was read last: whoever reads records reads them in their order. */
  #last: { readonly number: number; readonly block: RecordBlock | null } | null = null;

  /** @param sweep the hash of the sweep that the folder holds */
  constructor(
    readonly folder: string,
    readonly sweep: string,
  ) {}

  /** Makes the folder of the blocks, once: where it is renamed meanwhile, no other takes its place. */
  makeFolder(): void {
    if (!this.#isMade) makeFolder(dirname(blockPath(this.folder, 0)));
    this.#isMade = true;
  }

  /** The block that a record is in. */
  path(index: number): string {
    return blockPath(this.folder, blockOf(index));
  }

  /** Adds a record to its block; done when it is on the disk. */
  write(record: PairRecord): Promise<void> {
    const written = new Promise<void>((done, failed) => {
      const line = recordLine(record, this.sweep);
      this.#waiting.push({ block: blockOf(record.index), line, done, failed });
    });
    if (!this.#isWriting) void this.#writeWaiting();
    return written;
  }

  /** Whether there is a line of a pair, whole or not. */
  has(index: number): boolean {
    return this.#block(blockOf(index))?.lines.has(index) === true;
  }

  /** @throws Fault where the record is not there, or not what was written. */
  read(index: number): PairRecord {
    const found = this.#look(index);
    if (typeof found !== 'string') return found;
    throw new Fault(
      `${this.path(index)}: the record of pair ${String(index)} ${found}: the sweep's own command with --resume makes it again`,
      'badInput',
    );
  }

  /** What is wrong with a pair's record or with the files of its runs, in words; null where nothing is. */
  faultOf(index: number): string | null {
    const found = this.#look(index);
    if (typeof found === 'string') return `${this.path(index)}: its record ${found}`;
    for (const { regime, runId, checksum } of found.runs) {
      const out = join(runFolder(this.folder, regime, runId), 'out');
      if (checksum === null ? !existsSync(out) : checksumIn(out) === checksum) continue;
      return `${out} ${existsSync(out) ? 'is not what the run wrote' : 'is missing'}`;
    }
    return null;
  }

  /** The line of a pair whose record is whole. */
  line(index: number): string {
    this.read(index);
    return this.#block(blockOf(index))?.lines.get(index) ?? '';
  }

  /** Lines of which nobody can say whose record they were, in words. */
  *nameless(): Generator<string> {
    for (const number of this.#numbers())
      for (const line of this.#block(number)?.nameless ?? [])
        yield `${blockPath(this.folder, number)}:${String(line)} is no record: the pair that it was of is run again`;
  }

  /**
   * Leaves in each block the whole records, without those of the pairs that are named, in the order of the pairs: so
   * the bytes do not say who came first. What was cut off within a line goes.
   */
  settle(without: ReadonlySet<number> = new Set()): void {
    for (const number of this.#numbers()) {
      const block = this.#block(number);
      if (block === null) continue;
      const whole = [...block.lines].filter(
        ([index, line]) => !without.has(index) && typeof readRecordLine(line, index, this.sweep) !== 'string',
      );
      const text = blockText(new Map(whole));
      if (text === block.text) continue;
      this.#last = null;
      const path = blockPath(this.folder, number);
      if (text === '')
        onDisk(path, () => {
          rmSync(path);
        });
      else writeOwn(path, text);
    }
  }

  /** The numbers of the blocks that are there. */
  #numbers(): number[] {
    const folder = dirname(blockPath(this.folder, 0));
    const names = onRead(folder, () => (existsSync(folder) ? readdirSync(folder) : []));
    return names
      .sort()
      .flatMap((name) => /^(\d{4})\.ndjson$/.exec(name)?.[1] ?? [])
      .map(Number);
  }

  /** A record, or what is wrong with it. */
  #look(index: number): PairRecord | string {
    const line = this.#block(blockOf(index))?.lines.get(index);
    return line === undefined ? 'is missing' : readRecordLine(line, index, this.sweep);
  }

  #block(number: number): RecordBlock | null {
    if (this.#last?.number !== number)
      this.#last = { number, block: readBlock(blockPath(this.folder, number), number) };
    return this.#last.block;
  }

  /** All that waits goes to the disk at once: what comes meanwhile waits for the next time. */
  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    for (let batch = this.#waiting; batch.length > 0; batch = this.#waiting) {
      this.#waiting = [];
      for (const number of new Set(batch.map(({ block }) => block))) {
        const own = batch.filter(({ block }) => block === number);
        try {
          this.makeFolder();
          await appendDurably(blockPath(this.folder, number), own.map(({ line }) => `${line}\n`).join(''));
          this.#last = null;
          for (const { done } of own) done();
        } catch (error) {
          for (const { failed } of own) failed(error);
        }
      }
    }
    this.#isWriting = false;
  }
}
