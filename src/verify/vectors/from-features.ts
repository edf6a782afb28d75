/** Vectors from the features: what every scenario sends to the implementation under test. */
import { Writable } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { codeEnding, root, stepFiles } from '../../place.ts';
import { scripted } from '../../protocol/exchange.ts';
import { recordings, type Recording } from './recordings.ts';
import type { Vector } from './vector.ts';

/** Chapters whose scenarios ask something of an implementation; the others are about this program. */
export const askedChapters = [
  ...['anc', 'chk', 'events', 'examples', 'flw', 'ini', 'ker', 'loop', 'mod', 'pol', 'protocol', 'reb'],
  ...['rol', 'set', 'trd'],
] as const;

/** Most requests of a scenario that makes a file. */
const MOST_EXCHANGES = 200;

export interface FromFeatures {
  readonly vectors: readonly Vector[];
  /** Scenarios of very many requests, which are about frequencies of drawn arrivals. */
  readonly leftOut: number;
}

/** Runs the features on the core in decimal arithmetic; null if one of them fails, for then nothing is sure. */
export async function vectorsFromFeatures(): Promise<FromFeatures | null> {
  recordings.length = 0;
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: root, stdout: nowhere, stderr: process.stderr };
  const provided = {
    paths: askedChapters.map((chapter) => `features/${chapter}/*.feature`),
    import: [stepFiles, `src/verify/vectors/recording-hooks.${codeEnding}`],
    worldParameters: { arithmetic: 'decimal' },
  };
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment);
  const { success } = await runCucumber(runConfiguration, environment);
  if (!success || recordings.length === 0) return null;
  return select(recordings);
}

/** The recordings that make a vector, numbered within their feature. */
function select(all: readonly Recording[]): FromFeatures {
  const numbers = new Map<string, number>();
  const vectors: Vector[] = [];
  let leftOut = 0;
  for (const { name, uri, tags, exchanges } of all) {
    const number = (numbers.get(uri) ?? 0) + 1;
    numbers.set(uri, number);
    const asked = exchanges.filter(({ op }) => op !== 'hello' && op !== 'stop').map(scripted);
    if (asked.length === 0) continue;
    if (asked.length > MOST_EXCHANGES) {
      leftOut++;
      continue;
    }
    const clauses = tags
      .map((tag) => tag.slice(1))
      .filter((tag) => /^[A-Z]+-C?\d+R?$/.test(tag) && !/^(EX|EVENT)-/.test(tag));
    vectors.push({
      file: `${uri.replace(/\.feature$/, '')}-${String(number).padStart(2, '0')}.json`,
      origin: { kind: 'feature', name, place: uri, clauses: [...new Set(clauses)].sort() },
      exchanges: asked,
    });
  }
  return { vectors, leftOut };
}
