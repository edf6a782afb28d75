/** The folder of vectors: a file for each, and an index of them. Whole or not at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '../../protocol/protocol.ts';
import { sha256 } from '../../files/sha256.ts';
import { Names } from '../../files/names.ts';
import { OutputFolder, program } from '../../files/output-folder.ts';
import { root } from '../../place.ts';
import { version } from '../../version.ts';
import { specification } from '../suite.ts';
import {
  neededCapabilities,
  TOLERANCE,
  VECTORS_VERSION,
  vectorText,
  type Vector,
  type WithoutVector,
} from './vector.ts';

/** What the index says of the folder as a whole. */
export interface About {
  readonly seed: number;
  readonly worlds: number;
  readonly without: readonly WithoutVector[];
  /** What the random worlds reached, with counts. */
  readonly reach: Readonly<Record<string, number>>;
}

export const INDEX = 'index.json';

/** Refuses a place that holds something else, before there is any work. */
export const openVectors = (target: string): OutputFolder => new OutputFolder(target, { names, mark: INDEX });

const names = new Names([INDEX, 'features/*/*-#.json', 'worlds/#.json']);

/** Writes the folder; an earlier one of its kind is replaced once this one is complete. */
export function writeVectors(
  folder: OutputFolder,
  vectors: readonly Vector[],
  { without, ...about }: About,
): void {
  const files = vectors.map(entryOf);
  const head = {
    program,
    version: version(),
    vectors: VECTORS_VERSION,
    protocol: PROTOCOL_VERSION,
    specification: sha256(readFileSync(catalogue, 'utf8')),
    suite: specification().suite,
    arithmetic: 'decimal',
    tolerance: TOLERANCE,
    ...about,
    leftOut: without.filter(({ requests }) => requests > 0).length,
  };
  // the index first: it marks the folder as ours should this be cut off
  folder.write(INDEX, `${JSON.stringify({ ...head, files, without }, null, 1)}\n`);
  for (const vector of vectors) folder.write(vector.file, vectorText(vector));
  folder.commit();
}

/** What the index says of a file. */
export const entryOf = (vector: Vector) => ({
  file: vector.file,
  ...vector.origin,
  ...(vector.at === null ? {} : { at: vector.at }),
  capabilities: neededCapabilities(vector.exchanges),
  requests: vector.exchanges.length,
  sha256: sha256(vectorText(vector)),
});

const catalogue = join(root, 'features/clauses.yaml');
