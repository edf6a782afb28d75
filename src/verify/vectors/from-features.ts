/** Vectors from the features: what every scenario sends to the implementation under test. */
import { decimal } from '../../num.ts';
import { scripted, type Exchange } from '../../protocol/exchange.ts';
import { InProcess } from '../../protocol/in-process.ts';
import { askInstead } from '../../protocol/in-this-process.ts';
import { ProtocolError, type ImplementationUnderTest } from '../../protocol/protocol.ts';
import { askedPaths } from '../suite.ts';
import { runFeatures } from '../verify.ts';
import type { Vector, WithoutVector } from './vector.ts';

/** Most requests of a scenario that makes a file. */
const MOST_EXCHANGES = 200;

export interface FromFeatures {
  readonly vectors: readonly Vector[];
  /** The scenarios that make no file. */
  readonly without: readonly WithoutVector[];
}

/**
 * Runs the features, or the scenarios at some places of them, on the core in decimal arithmetic; null if one of them
 * fails, for then nothing is sure.
 */
export async function vectorsFromFeatures(
  paths: readonly string[] = askedPaths,
): Promise<FromFeatures | null> {
  const numbers = new Map<string, number>();
  const vectors: Vector[] = [];
  const without: WithoutVector[] = [];
  let exchanges: Exchange[] = [];
  const failing: string[] = [];
  askInstead(() => noting(exchanges));
  try {
    const parameters = { arithmetic: 'decimal', record: true, modelOnly: true };
    await runFeatures(
      parameters,
      ({ name, title, place, tags, passed, record }) => {
        const asked = exchanges.filter(({ op }) => op !== 'hello' && op !== 'stop').map(scripted);
        exchanges = [];
        if (!passed && record?.ended !== 'left-out') failing.push(place);
        const clauses = [...new Set(tags.filter((tag) => /^[A-Z]+-C?\d+R?$/.test(tag)))]
          .filter((tag) => !/^(EX|EVENT)-/.test(tag))
          .sort();
        const [file = ''] = place.split(':');
        const number = (numbers.get(file) ?? 0) + 1;
        numbers.set(file, number);
        if (asked.length === 0 || asked.length > MOST_EXCHANGES)
          without.push({ title, at: place, clauses, requests: asked.length });
        else
          vectors.push({
            file: `${file.replace(/\.feature$/, '')}-${String(number).padStart(2, '0')}.json`,
            at: place,
            origin: { kind: 'feature', name, title, place: file, clauses },
            exchanges: asked,
          });
      },
      { paths },
    );
  } finally {
    askInstead(null);
  }
  return failing.length > 0 || vectors.length + without.length === 0 ? null : { vectors, without };
}

/** The built-in core, with a note of all that it is asked and answers. */
function noting(exchanges: Exchange[]): ImplementationUnderTest {
  const core = new InProcess(decimal);
  return {
    call: async (op, takes) => {
      // who asks may change the request and the answer
      const note = (answer: object): void => void exchanges.push(structuredClone({ op, takes, answer }));
      try {
        const answer = await core.call(op, takes);
        note(answer);
        return answer;
      } catch (error) {
        if (error instanceof ProtocolError) note({ refused: error.kind });
        throw error;
      }
    },
    close: () => core.close(),
  };
}
