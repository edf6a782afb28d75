/** Random orders of play, drawn by fast-check: what a move asks for is in src/hunt/play.ts. */
import fc from 'fast-check';
import { moveKinds, type Move } from '../../src/hunt/play.ts';

export { requestsFor, type Move } from '../../src/hunt/play.ts';
export { ask, type Exchange } from '../../src/protocol/exchange.ts';

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.tuple(fc.constantFrom(...moveKinds), fc.nat(100_000)),
  { minLength: 1, maxLength: 16 },
);
