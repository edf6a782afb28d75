/**
 * Named, independent random streams from one seed. RING-06.
 *
 * The generator is xoroshiro128+ (pure-rand), whose jump skips 2⁶⁴ draws. From the seed's generator each
 * stream lies one jump further on, in the order of `streamNames`; so however much one stream is drawn from,
 * the others stay where they are. New names may only be added at the end of that list.
 *
 * Only +, −, ×, ÷, square root, logarithm and exponential are used, which node computes alike on every machine.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Choices } from './core/choices.ts';

export const streamNames = ['ring', 'allocation', 'orderFlow'] as const;
export type StreamName = (typeof streamNames)[number];

export interface Stream {
  /** A whole number from 0 to n − 1, each as likely as the next. */
  below(n: number): number;
  /** A number in [0, 1), on a grid of 2⁻⁵³. */
  unit(): number;
}

export type Streams = Readonly<Record<StreamName, Stream>>;

/** The generator's seed has 32 bits. */
export const LARGEST_SEED = 2 ** 32 - 1;

/** All streams of a run. RING-06. */
export function streams(seed: number): Streams {
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) {
    throw new Error(`seed ${String(seed)} is not a whole number from 0 to ${String(LARGEST_SEED)}`);
  }
  const generator = xoroshiro128plus(seed);
  const next = (): Stream => {
    generator.jump();
    const own = generator.clone();
    return {
      below(n) {
        if (n < 1) throw new Error(`nothing to draw from: below(${String(n)})`);
        return uniformInt(own, 0, n - 1);
      },
      // the upper 27 and 26 bits of two draws, the upper bits being the better ones
      unit: () => ((own.next() >>> 5) * 2 ** 26 + (own.next() >>> 6)) * 2 ** -53,
    };
  };
  return { ring: next(), allocation: next(), orderFlow: next() };
}

/** The order flow's choices, drawn: one draw for Z, one for the agent. FLW-01, FLW-03. */
export function drawnChoices(stream: Stream): Choices {
  return {
    more: () => true,
    prefersSell: (sellProbability) => stream.unit() < sellProbability,
    agent: (eligible) => eligible.at(stream.below(eligible.size)),
  };
}

/** A standard normal draw: Marsaglia's polar method, without keeping the second of the pair. */
export function normal(stream: Stream): number {
  for (;;) {
    const x = 2 * stream.unit() - 1;
    const y = 2 * stream.unit() - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A uniform draw from (0, 1], whose logarithm is finite. */
const positiveUnit = (stream: Stream): number => 1 - stream.unit();

/**
 * The logarithm of a Gamma(shape, 1) draw: Marsaglia and Tsang's method, and for a shape c < 1 the boost
 * ln G(c) = ln G(c + 1) + ln(U)/c, which in logarithms does not underflow however small c is. RING-07.
 */
export function logGamma(stream: Stream, shape: number): number {
  if (shape < 1) {
    const boosted = logGamma(stream, shape + 1);
    return boosted + Math.log(positiveUnit(stream)) / shape;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal(stream);
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(positiveUnit(stream)) < (z * z) / 2 + d - d * v + d * Math.log(v)) {
      return Math.log(d) + Math.log(v);
    }
  }
}

/**
 * A symmetric Dirichlet draw of n weights that sum to 1 (up to rounding). Normalised after taking the largest
 * logarithm out, so that the largest weight never underflows: no NaN, no all-zero vector. RING-02, RING-07.
 */
export function dirichlet(stream: Stream, concentration: number, n: number): number[] {
  const logs = Array.from({ length: n }, () => logGamma(stream, concentration));
  const largest = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logs.map((log) => Math.exp(log - largest));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
