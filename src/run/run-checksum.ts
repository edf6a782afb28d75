/** One checksum for all files of a run, taken while they are written and again from the disk. OUT-14. */
import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { onRead } from '../files/on-disk.ts';
import type { TextFile } from '../files/text-file.ts';

/** Every file of a run. OUT-01. */
export const runFileNames = [
  'events.jsonl',
  'inventory_timeseries.csv',
  'manifest.json',
  'metrics.json',
  'mid_timeseries.csv',
  'repayment_events.csv',
  'system_state_timeseries.csv',
  'trades.csv',
] as const;

/** CRC-32 finds what a crash or a disk does to a file. It is no proof against somebody who means to deceive. */
export const checksumOf = (files: readonly TextFile[]): string =>
  together(new Map(files.map(({ path, crc }) => [basename(path), crc])));

/** The checksum of a run as it stands in its folder; null where one of its files is not there. */
export function checksumIn(folder: string): string | null {
  const paths = runFileNames.map((name) => join(folder, name));
  if (!paths.every(isFile)) return null;
  return together(new Map(paths.map((path) => [basename(path), crcOfFile(path)])));
}

const together = (crcs: ReadonlyMap<string, number>): string =>
  crc32(runFileNames.map((name) => `${name} ${String(crcs.get(name))}\n`).join(''))
    .toString(16)
    .padStart(8, '0');

const isFile = (path: string): boolean =>
  onRead(path, () => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true);

const piece = Buffer.alloc(1 << 20);

function crcOfFile(path: string): number {
  return onRead(path, () => {
    const file = openSync(path, 'r');
    try {
      let crc = 0;
      for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
        crc = crc32(piece.subarray(0, read), crc);
      return crc;
    } finally {
      closeSync(file);
    }
  });
}
