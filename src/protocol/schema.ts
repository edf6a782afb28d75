/** The border of the protocol: what a request may hold. Inside, types are trusted. */
import * as z from 'zod';
import { clearingRules, issuePrices, policyKinds, regimes } from '../core/state.ts';
import { MONEY_PLACES } from '../num.ts';
import { LARGEST_SEED } from '../random.ts';
import { findFaults } from './world-faults.ts';

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
/** Counts are added up, and serials go on from the last: the sums are to be integers still. */
const count = z.int().min(0).max(LARGEST);
const day = z.int().min(0).max(1_000_000);

/** What `state` adds to a world is read and left aside, so that a state can be a world again. */
const derived = z.unknown().optional();

const desks = z.record(id, z.strictObject({ cash: amount.default('0'), equity: derived })).default({});

const bucket = z.strictObject({
  id: id.refine((text) => !text.includes(':'), 'a bucket id without a colon'),
  from: z.int().min(1),
  to: z.int().min(1).nullable(),
  outsideMid: amount.optional(),
  outsideSpread: nonNegative.optional(),
  outsideAsk: derived,
  outsideBid: derived,
  midSensitivity: nonNegative.optional(),
  spreadSensitivity: nonNegative.optional(),
  minSpread: nonNegative.optional(),
});

const ticket = z.strictObject({
  id,
  liability: id.optional(),
  issuer: id,
  owner: id,
  maturity: day,
  serial: count,
  distance: z.int().min(0).max(1_000_000).optional(),
  bucket: derived,
});

export const worldSchema = z
  .strictObject({
    time: day.default(0),
    ticketSize: face.default('1'),
    guardThreshold: nonNegative.optional(),
    clipOutsideBid: z.boolean().default(true),
    rulings: z
      .strictObject({
        clearing: z.enum(clearingRules).default('cash_on_hand'),
        cap_quotes_at_par: z.boolean().default(false),
      })
      .prefault({}),
    buckets: z.array(bucket).min(1).optional(),
    dealers: desks,
    vbts: desks,
    traders: z
      .array(
        z.strictObject({
          id: traderId,
          cash: amount.default('0'),
          equity: derived,
          issuer: derived,
          defaulted: z.boolean().default(false),
          shortfall: derived,
        }),
      )
      .default([]),
    tickets: z.array(ticket).default([]),
    policy: z
      .strictObject({
        kind: z.enum(policyKinds).default('liquidity_and_investment'),
        horizon: count.default(3),
        cashBuffer: nonNegative.default('1.0'),
        maxArrivals: count.nullable().optional(),
        sellProbability: probability.default('0.5'),
      })
      .prefault({}),
    anchors: z.strictObject({ update: z.boolean().default(true) }).prefault({}),
    rollover: z
      .strictObject({ enabled: z.boolean().default(false), issuePrice: z.enum(issuePrices).default('par') })
      .prefault({}),
    regime: z.enum(regimes).default('active'),
    totals: derived,
  })
  .superRefine((world, context) => {
    for (const { path, message } of findFaults(world)) context.addIssue({ code: 'custom', path, message });
  });
export type ParsedWorld = z.infer<typeof worldSchema>;
/** A world as it may be given: what is left out has a default. CFG-02. */
export type WorldInput = z.input<typeof worldSchema>;

const nothing = z.strictObject({});
const script = z.array(z.strictObject({ z: z.union([z.literal(0), z.literal(1)]).default(1), agent: id }));
const flow = z
  .strictObject({ script: script.optional(), seed: z.int().min(0).max(LARGEST_SEED).optional() })
  .refine((flow) => flow.script === undefined || flow.seed === undefined, 'a script or a seed, not both');

/** The arguments of each operation. */
export const argumentSchemas = {
  hello: z.strictObject({ protocol: z.int() }),
  reset: z.strictObject({ world: worldSchema }),
  quotes: z.strictObject({ bucket: id }),
  kernel: z.strictObject({
    ticketSize: face,
    outsideMid: amount,
    outsideSpread: nonNegative,
    guardThreshold: nonNegative.optional(),
    clipOutsideBid: z.boolean().default(true),
    tickets: count,
    cash: amount,
    faceInventory: amount.optional(),
  }),
  sell: z.strictObject({ trader: id, ticket: id.optional() }),
  buy: z.strictObject({ trader: id, bucket: id.optional() }),
  advance: nothing,
  orderFlow: flow,
  settle: nothing,
  rollover: nothing,
  updateAnchors: nothing,
  period: flow,
  set: z.strictObject({ path: z.string(), value: z.union([amount, z.array(id)]) }),
  state: nothing,
  stop: nothing,
};
