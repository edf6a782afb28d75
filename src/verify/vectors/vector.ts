/**
 * A vector: requests of the protocol in their order, each with the answer that is expected. The answers are
 * those of the built-in core in decimal arithmetic.
 */
import { hasWorld, neededFor } from '../../protocol/needs.ts';
import { capabilities, type Capability } from '../../protocol/protocol.ts';
import type { Exchange } from '../../protocol/exchange.ts';

/**
 * What the files mean, major.minor. Major: the form of a file, or an answer that an agreeing implementation
 * gives, is no longer what it was. Minor: other or more examples and worlds of the same form and meaning.
 * docs/vectors.md
 */
export const VECTORS_VERSION = '1.4';

/** Money agrees when it is this near. */
export const TOLERANCE = '1e-10';

/** Where the requests come from. */
export type Origin =
  | {
      readonly kind: 'feature';
      readonly name: string;
      /** `feature › rule › name`, as reports name it. */
      readonly title: string;
      /** The feature file. */
      readonly place: string;
      readonly clauses: readonly string[];
    }
  | { readonly kind: 'world'; readonly name: string; readonly seed: number; readonly clauses: readonly [] };

export interface Vector {
  /** Where the file goes, below the folder. */
  readonly file: string;
  /** `file:line` of a scenario; null for a world. */
  readonly at: string | null;
  readonly origin: Origin;
  readonly exchanges: readonly Exchange[];
}

/** A scenario that has no vector: it asks nothing, or too much. */
export interface WithoutVector {
  readonly title: string;
  readonly at: string;
  readonly clauses: readonly string[];
  readonly requests: number;
}

/** What an implementation must be capable of to be asked all this. */
export function neededCapabilities(exchanges: readonly Exchange[]): Capability[] {
  const needed = new Set<string>();
  for (const { op, takes, answer } of exchanges) {
    if (op === 'quotes') needed.add('kernel');
    for (const one of neededFor(op, takes)) needed.add(one);
    if ('refused' in answer && answer.refused === 'invalid') needed.add('input_checks');
  }
  // a kernel alone has no world: the least that has one can trade
  if (!hasWorld([...needed]) && exchanges.some(({ op }) => op !== 'kernel')) needed.add('trades');
  return capabilities.filter((capability) => needed.has(capability));
}

/** The file of a vector: a request and its expected answer on each line of `exchanges`. */
export function vectorText({ origin, exchanges }: Vector): string {
  const head = JSON.stringify({
    vectors: VECTORS_VERSION,
    ...origin,
    capabilities: neededCapabilities(exchanges),
  });
  const lines = exchanges.map(({ op, takes, answer }) => {
    const expected =
      'refused' in answer ? { ok: false, error: { kind: answer.refused } } : { ok: true, ...answer };
    return JSON.stringify({ request: { op, ...takes }, expected });
  });
  return `${head.slice(0, -1)},"exchanges":[\n${lines.join(',\n')}\n]}\n`;
}
