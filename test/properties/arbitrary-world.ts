/** Random worlds for the properties, drawn by fast-check so that a failure shrinks: see src/hunt/worlds.ts. */
import fc from 'fast-check';
import type { PartialWorld } from '../../src/protocol/protocol.ts';
import {
  buildWorld,
  cashes,
  clearings,
  ladders,
  mids,
  MOST_TICKETS_OF_A_DEBT,
  owners,
  policies,
  sizes,
  spreads,
  type Debt,
} from '../../src/hunt/worlds.ts';

const debt: fc.Arbitrary<Debt> = fc.record({
  issuer: fc.nat(6),
  count: fc.integer({ min: 1, max: MOST_TICKETS_OF_A_DEBT }),
  maturity: fc.integer({ min: 1, max: 12 }),
  owners: fc.array(fc.record({ kind: fc.constantFrom(...owners), pick: fc.nat(20) }), {
    minLength: MOST_TICKETS_OF_A_DEBT,
    maxLength: MOST_TICKETS_OF_A_DEBT,
  }),
});

/** Beside the short decimals, two mids that are cut off, where rounding shows. */
const mid = fc.constantFrom(...mids, '0.3333333333333333333', '0.1666666666666666667');

/** A valid world, as the protocol's `reset` takes it. */
export const world: fc.Arbitrary<PartialWorld> = fc
  .record({
    ladder: fc.constantFrom(...ladders),
    size: fc.constantFrom(...sizes),
    anchors: fc.array(fc.tuple(mid, fc.constantFrom(...spreads)), { minLength: 3, maxLength: 3 }),
    clip: fc.boolean(),
    clearing: fc.constantFrom(...clearings),
    cap: fc.constantFrom(false, false, true),
    traderCash: fc.array(fc.constantFrom(...cashes), { minLength: 3, maxLength: 7 }),
    deskCash: fc.array(fc.constantFrom(...cashes), { minLength: 6, maxLength: 6 }),
    debts: fc.array(debt, { minLength: 1, maxLength: 9 }),
    kind: fc.constantFrom(...policies),
    horizon: fc.integer({ min: 0, max: 12 }),
    buffer: fc.constantFrom('0', '0.5', '1'),
    update: fc.constantFrom(true, true, false),
    rollover: fc.boolean(),
    issuePrice: fc.constantFrom('par', 'mid'),
    regime: fc.constantFrom('active', 'active', 'active', 'active', 'backstop', 'passive'),
    minSpread: fc.constantFrom('0', '0', '0.25'),
  })
  .map(buildWorld);
