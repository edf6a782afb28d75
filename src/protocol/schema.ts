/** The border of the protocol: what a request may hold. Inside, types are trusted. */
import * as z from 'zod';
import { clearingRules, issuePrices, policyKinds, regimes } from '../core/state.ts';
import { MONEY_PLACES } from '../num.ts';
import { LARGEST_SEED } from '../random.ts';
import { findFaults, NO_NEGATIVE_MID } from './world-faults.ts';

/** Money has 18 decimals in 28 digits, and sums need room. CHK-09R. */
const LARGEST = 1e9;
const SMALLEST = 10 ** -MONEY_PLACES;

const amount = z
  .string({ error: 'a decimal string such as "1.05"' })
  .regex(/^-?\d+(\.\d+)?$/, 'a decimal string such as "1.05"')
  .refine((text) => Math.abs(Number(text)) <= LARGEST, `an amount of at most ${String(LARGEST)}`);
const nonNegative = amount.refine((text) => Number(text) >= 0, 'an amount of at least 0');
/** A face that rounds to no unit of money would be no face. MOD-02, CHK-09R. */
const face = amount.refine(
  (text) => Number(text) >= SMALLEST,
  'an amount above 0, of at least one unit of 10⁻¹⁸',
);
const probability = nonNegative.refine((text) => Number(text) <= 1, 'a probability from 0 to 1');
const id = z.string().min(1);
const traderId = id.refine((text) => !text.includes(':'), 'a trader id without a colon');
/** What names a member of an object: this name is none there. */
const bucketId = id
  .refine((text) => !text.includes(':'), 'a bucket id without a colon')
  .refine((text) => text !== '__proto__', 'a bucket id other than __proto__');
/** Counts are added up, and serials go on from the last: the sums are to be integers still. */
const count = z.int().min(0).max(LARGEST);
const day = z.int().min(0).max(1_000_000);

/** What `state` adds to a world is read and left aside, so that a state can be a world again. */
const derived = z.unknown().optional();

const desks = (whose: string) =>
  z
    .record(
      id,
      z.strictObject({ cash: amount.default('0').describe('what it holds in money'), equity: derived }),
    )
    .default({})
    .describe(`the ${whose}, by bucket; one that is left out has no cash (MOD-06)`);

const bucket = z.strictObject({
  id: bucketId.describe('its name, without a colon'),
  from: z.int().min(1).describe('shortest remaining maturity, in periods; ranges leave no gap (MOD-04)'),
  to: z.int().min(1).nullable().describe('longest remaining maturity; null for the last bucket alone'),
  outsideMid: amount.optional().describe('M, what the VBT values a ticket at (MOD-13R)'),
  outsideSpread: nonNegative.optional().describe('O, between what the VBT asks and bids (MOD-13R)'),
  outsideAsk: derived,
  outsideBid: derived,
  midSensitivity: nonNegative.optional().describe('φ_M, how far a loss rate of 1 lowers the mid (ANC-03)'),
  spreadSensitivity: nonNegative
    .optional()
    .describe('φ_O, how far a loss rate of 1 widens the spread (ANC-03)'),
  minSpread: nonNegative.optional().describe('least outside spread, from the first update on (ANC-07R)'),
});

const ticket = z.strictObject({
  id: id.describe('its name'),
  liability: id
    .optional()
    .describe('the debt that it is a part of: one issuer, one maturity; its own id if left out (MOD-03)'),
  issuer: id.describe('the trader that owes it'),
  owner: id.describe("who holds it: a trader's id, `dealer:<bucket>` or `vbt:<bucket>`"),
  maturity: day.describe('the day on which it is due'),
  serial: count.describe('decides between tickets that are otherwise alike: the lowest first'),
  distance: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('ΔT, for how long it is issued again; maturity − time if left out (ROL-01)'),
  bucket: derived,
});

export const worldSchema = z
  .strictObject({
    time: day.default(0).describe('the present day'),
    ticketSize: face.default('1').describe('S, the face of every ticket (MOD-02)'),
    guardThreshold: nonNegative
      .optional()
      .describe('at or below this outside mid a dealer only passes orders on (KER-12)'),
    clipOutsideBid: z.boolean().default(true).describe('outside mid and bid are kept at or above 0 (ANC-04)'),
    rulings: z
      .strictObject({
        clearing: z
          .enum(clearingRules)
          .default('cash_on_hand')
          .describe('what an issuer may pay with on the day (SET-06R)'),
        cap_quotes_at_par: z.boolean().default(false).describe('no quote exceeds the face (KER-16R)'),
      })
      .prefault({})
      .describe('rulings that can be set the other way'),
    buckets: z
      .array(bucket)
      .min(1, 'a list of at least one bucket')
      .optional()
      .describe('ranges of remaining maturity, shortest first'),
    dealers: desks('dealers'),
    vbts: desks('VBTs, the outside investors'),
    traders: z
      .array(
        z.strictObject({
          id: traderId.describe('its name, without a colon'),
          cash: amount.default('0').describe('what it holds in money'),
          equity: derived,
          issuer: derived,
          defaulted: z.boolean().default(false).describe('it has failed to pay before (SET-04)'),
          shortfall: derived,
        }),
      )
      .default([])
      .describe('in the order in which they are settled and asked'),
    tickets: z.array(ticket).default([]).describe('every claim there is'),
    policy: z
      .strictObject({
        kind: z
          .enum(policyKinds)
          .default('liquidity_and_investment')
          .describe('why traders sell and buy (POL-02, POL-06, POL-13)'),
        horizon: count.default(3).describe('H, how far a trader looks ahead, in periods'),
        cashBuffer: nonNegative.default('1.0').describe('cash that a buyer keeps (POL-02)'),
        maxArrivals: count
          .nullable()
          .optional()
          .describe('N_max, how many orders arrive in a period; null for no limit (FLW-01)'),
        sellProbability: probability.default('0.5').describe('π_sell, how likely an arrival sells (FLW-01)'),
      })
      .prefault({})
      .describe('how traders decide'),
    anchors: z
      .strictObject({
        update: z.boolean().default(true).describe('losses move the outside mid and spread (ANC-03)'),
      })
      .prefault({})
      .describe('the outside quotes after a loss'),
    rollover: z
      .strictObject({
        enabled: z.boolean().default(false).describe('what was repaid is issued again (ROL-01)'),
        issuePrice: z
          .enum(issuePrices)
          .default('par')
          .describe('what the new ticket is paid for: its face, or the outside mid of its bucket (ROL-02)'),
      })
      .prefault({})
      .describe('new debt for old'),
    regime: z.enum(regimes).default('active').describe('who makes a market (LOOP-04, LOOP-05)'),
    totals: derived,
  })
  .superRefine((world, context) => {
    for (const { path, message } of findFaults(world)) context.addIssue({ code: 'custom', path, message });
  });
export type ParsedWorld = z.infer<typeof worldSchema>;
/** A world as it may be given: what is left out has a default. CFG-02. */
export type WorldInput = z.input<typeof worldSchema>;

const nothing = z.strictObject({});
const script = z
  .array(
    z.strictObject({
      z: z
        .union([z.literal(0), z.literal(1)])
        .default(1)
        .describe('1 for a sale, 0 for a purchase'),
      agent: id.describe('the trader that arrives; it must be in the set that serves the arrival'),
    }),
  )
  .describe('the arrivals in place of draws; what is left when the flow ends is ignored (FLW-08)');
const flow = z
  .strictObject({
    script: script.optional(),
    seed: z
      .int()
      .min(0)
      .max(LARGEST_SEED)
      .optional()
      .describe('draws of this seed from their beginning; a script or a seed, not both (FLW-10R)'),
  })
  .refine((flow) => flow.script === undefined || flow.seed === undefined, 'a script or a seed, not both');

/** The arguments of each operation. */
export const argumentSchemas = {
  hello: z.strictObject({ protocol: z.int().describe('the version of the protocol that is asked for: 1') }),
  reset: z.strictObject({ world: worldSchema.describe('the world to begin with') }),
  quotes: z.strictObject({ bucket: id.describe('the bucket whose dealer is asked') }),
  kernel: z
    .strictObject({
      ticketSize: face.describe('S, the face of a ticket'),
      outsideMid: amount.describe('M'),
      outsideSpread: nonNegative.describe('O'),
      guardThreshold: nonNegative.optional().describe('0.02 of the face if left out (KER-12)'),
      clipOutsideBid: z.boolean().default(true).describe('the outside bid is kept at or above 0 (ANC-04)'),
      tickets: count.describe('a, how many tickets the dealer holds'),
      cash: amount.describe('C, its cash'),
      faceInventory: amount
        .optional()
        .describe('x, where another rung than its own position is asked for; a · S if left out'),
    })
    .refine(({ clipOutsideBid, outsideMid }) => !clipOutsideBid || Number(outsideMid) >= 0, {
      path: ['outsideMid'],
      message: NO_NEGATIVE_MID,
    }),
  sell: z.strictObject({
    trader: id.describe('who sells: a trader, or `dealer:<bucket>` as a customer of another bucket (TRD-11)'),
    ticket: id.optional().describe("which one; the trader's policy chooses if left out (TRD-15R)"),
  }),
  buy: z.strictObject({
    trader: id.describe('who buys: a trader, or `dealer:<bucket>` as a customer of another bucket (TRD-11)'),
    bucket: id.optional().describe("from which one; the trader's policy chooses if left out (TRD-15R)"),
  }),
  advance: nothing,
  orderFlow: flow,
  settle: nothing,
  rollover: nothing,
  updateAnchors: nothing,
  period: flow,
  set: z.strictObject({
    path: z.string().describe('what is overridden'),
    value: z.union([amount, z.array(id)]).describe('an amount, or the ids of the tickets'),
  }),
  state: nothing,
  stop: nothing,
};
