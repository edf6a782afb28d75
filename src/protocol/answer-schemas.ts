/** The border of the protocol from the other side: what an answer holds. Members beside these are let be. */
import * as z from 'zod';
import { refusals, routingReasons } from '../core/events.ts';
import { policyKinds } from '../core/state.ts';
import { errorKinds } from './protocol.ts';

/** No exponent, no plus, no JSON number. */
const money = z
  .string({ error: 'a decimal string such as "1.05"' })
  .regex(/^-?\d+(\.\d+)?$/, 'a decimal string such as "1.05", without an exponent');
const word = z.string({ error: 'a text' }).min(1, 'a text that is not empty');
const count = z.int({ error: 'an integer' }).min(0, 'an integer of at least 0');
const yes = z.boolean({ error: 'true or false' });
const either = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `one of ${words.join(', ')}` });
const list = <T extends z.ZodType>(item: T) => z.array(item, { error: 'a list' });
const object = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape, { error: 'an object' });

const quotes = object({
  tickets: count.describe('a, how many tickets the dealer holds'),
  faceInventory: money.describe('x, their face'),
  cash: money.describe('C, its cash'),
  midValuedWealth: money.describe('V = M · a + C (KER-02)'),
  fundableTickets: count.describe('K*, how many tickets it could carry (KER-03)'),
  capacity: money.describe('X* = S · K* (KER-05)'),
  rungs: count.describe('N, rungs of its ladder (KER-05)'),
  layoffProbability: money.describe('λ = S / (X* + S) (KER-06)'),
  insideWidth: money.describe('I = λ · O (KER-07)'),
  midline: money.describe('p(x), the inside midline at its inventory (KER-08)'),
  interiorAsk: money.describe('a(x) = p(x) + I/2, before pins (KER-09)'),
  interiorBid: money.describe('b(x) = p(x) − I/2, before pins (KER-09)'),
  ask: money.describe('what it asks: the interior ask, or the outside ask where pinned (KER-10)'),
  bid: money.describe('what it bids: the interior bid, or the outside bid where pinned (KER-10)'),
  outsideMid: money.describe('M'),
  outsideSpread: money.describe('O'),
  outsideAsk: money.describe('A = M + O/2 (KER-01)'),
  outsideBid: money.describe('B = M − O/2, kept at or above 0 with the clip on (KER-01)'),
  askPinned: yes.describe('the ask is the outside ask'),
  bidPinned: yes.describe('the bid is the outside bid'),
  guard: yes.describe('the outside mid is at or below the guard threshold (KER-12)'),
});

const side = either(['BUY', 'SELL']).describe('which side the customer is on');

const trade = object({
  executed: yes.describe('whether the order was executed'),
  side,
  trader: word.describe('the customer'),
  bucket: word.nullable().describe('where'),
  ticket: word.nullable().describe('which ticket moved'),
  issuer: word.nullable().describe('who owes it'),
  price: money.nullable().describe('what was paid, or the price that was refused; null where there was none'),
  route: either(['interior', 'passthrough']).nullable().describe('null where it was not executed'),
  reason: either(refusals).nullable().describe('why it was not executed; null where it was'),
  routedBecause: either(routingReasons)
    .nullish()
    .describe('why it went through to the VBT; null or left out on the interior route'),
});

const advance = object({
  rebucketed: list(
    object({
      ticket: word.describe('which'),
      from: word.describe('its bucket so far'),
      to: word.describe('its bucket now'),
      seller: word.describe('the desk that hands it over; its owner where it is only relabelled'),
      buyer: word.describe('the desk that takes it; its owner where it is only relabelled'),
      price: money
        .nullable()
        .describe(
          'what was paid; null where a trader’s ticket, or one that a dealer holds of another bucket, is only relabelled',
        ),
    }),
  ).describe('in the order of REB-06R'),
});

const orderFlow = object({
  arrivals: list(
    object({
      z: z
        .union([z.literal(0), z.literal(1), z.null()], { error: '0, 1 or null' })
        .describe('the draw: 1 for a sale; null where the policy draws none'),
      side,
      fallback: yes.describe('the set that was drawn was empty, so the other side was served (FLW-02)'),
      agent: word.describe('who arrived'),
      trade: trade.describe('as the answer to `sell`'),
    }),
  ).describe('in their order'),
});

const settle = object({
  issuers: list(
    object({
      issuer: word.describe('who had something due'),
      due: money.describe('what it owed today'),
      cashBefore: money.describe('C, what it could pay with under the clearing rule in force (SET-06R)'),
      recovery: money.describe('R, the share that it paid; below 1 is a default (SET-01)'),
      cashAfter: money.describe('cashBefore less what it paid'),
      payouts: list(
        object({
          holder: word.describe('who was paid: trader, dealer or VBT'),
          tickets: count.describe('for how many tickets'),
          amount: money.describe('how much in all'),
        }),
      ).describe('sorted by holder, by the bytes of the id'),
    }),
  ).describe('in the order in which the world lists its traders'),
});

const reissue = {
  ticket: word.describe('the old id with ~1, then ~2, …'),
  issuer: word.describe('who owes it'),
  owner: word.describe('who was repaid and lends again'),
  maturity: count.describe('today and its distance ΔT (ROL-01)'),
  price: money.describe('what is lent (ROL-02)'),
};
const placed = object({
  seller: word.describe('who hands it over'),
  buyer: word.describe('who takes it'),
  price: money.describe('at which price'),
});
const rollover = object({
  issued: list(
    object({
      ...reissue,
      placed: placed.optional().describe('where a desk’s new ticket goes on to its bucket (ROL-06R)'),
    }),
  ).describe('by issuer, then by serial'),
  declined: list(
    object({
      ...reissue,
      reason: word.describe('`cash`, or else `issuer`: its holder has tickets of another issuer (ROL-04R)'),
    }),
  ).describe('what was not issued again'),
});

const updateAnchors = object({
  buckets: list(
    object({
      bucket: word.describe('which'),
      lossRate: money.describe('ℓ, of this period (ANC-01)'),
      outsideMid: money.describe('M from now on'),
      outsideSpread: money.describe('O from now on'),
      outsideAsk: money.describe('A from now on'),
      outsideBid: money.describe('B from now on'),
    }),
  ).describe('every bucket, changed or not'),
});

const desks = (whose: string) =>
  z
    .record(
      z.string(),
      object({
        cash: money.describe('what it holds in money'),
        equity: money.describe('cash and tickets at mid (CHK-C5)'),
      }),
      { error: 'an object' },
    )
    .describe(`the ${whose}, by bucket`);

const state = object({
  time: count.describe('the present day'),
  ticketSize: money.describe('S'),
  guardThreshold: money.describe('M_min'),
  clipOutsideBid: yes.describe('as in the world'),
  buckets: list(
    object({
      id: word.describe('its name'),
      from: count.describe('shortest remaining maturity'),
      to: count.nullable().describe('longest remaining maturity'),
      outsideMid: money.describe('M today'),
      outsideSpread: money.describe('O today'),
      midSensitivity: money.describe('φ_M'),
      spreadSensitivity: money.describe('φ_O'),
      minSpread: money.describe('least outside spread'),
    }),
  ).describe('as in the world, at the present anchors'),
  dealers: desks('dealers'),
  vbts: desks('VBTs'),
  traders: list(
    object({
      id: word.describe('its name'),
      cash: money.describe('what it holds in money'),
      equity: money.describe('cash and tickets at face, less what it owes (CHK-C5)'),
      issuer: word.nullable().describe('k(i), the one issuer whose tickets it holds; null for none (MOD-08)'),
      defaulted: yes.describe('whether it has failed to pay so far'),
      shortfall: money.describe('what its cash cannot pay today (POL-01)'),
    }),
  ).describe('in the order of the world'),
  tickets: list(
    object({
      id: word.describe('its name'),
      liability: word.describe('the debt that it is a part of'),
      issuer: word.describe('who owes it'),
      owner: word.describe('who holds it'),
      maturity: count.describe('the day on which it is due'),
      serial: count.describe('as in the world'),
      distance: count.describe('ΔT (ROL-01)'),
    }),
  ).describe('every claim that is not settled'),
  policy: object({ kind: either(policyKinds).describe('as in the world') }).describe('as in the world'),
  totals: object({
    cash: money.describe('of everybody'),
    tickets: count.describe('how many'),
  }).describe('what the identities are checked against'),
});

const nothing = object({});

/** What each operation answers, beside `id` and `ok`. */
export const answerSchemas = {
  hello: object({
    protocol: z.int({ error: 'an integer' }).describe('the version that is spoken: 1'),
    minor: z
      .int({ error: 'an integer' })
      .min(0, 'an integer of at least 0')
      .optional()
      .describe('its minor version; 0 if left out'),
    name: word.describe('what the implementation is called'),
    version: word.describe('its version'),
    language: word.describe('what it is written in'),
    capabilities: list(word).describe('what it claims'),
    arithmetic: word.describe('how it counts, as decimal or float64'),
    rulings: z
      .record(word, z.union([word, yes]), { error: 'an object' })
      .optional()
      .describe('rulings that it reads otherwise, as {"cap_quotes_at_par": true}'),
  }),
  reset: nothing,
  quotes,
  kernel: quotes,
  sell: trade,
  buy: trade,
  advance,
  orderFlow,
  settle,
  rollover,
  updateAnchors,
  period: object({
    advance: advance.describe('as the answer to `advance`'),
    orderFlow: orderFlow.describe('as the answer to `orderFlow`'),
    settle: settle.describe('as the answer to `settle`'),
    rollover: rollover.describe('as the answer to `rollover`'),
    updateAnchors: updateAnchors.describe('as the answer to `updateAnchors`'),
  }),
  set: nothing,
  state,
  stop: nothing,
};

/** What every answer is, whatever was asked. */
export const frameSchema = object({ id: z.int({ error: 'an integer' }), ok: yes });

export const errorSchema = object({
  id: z.int({ error: 'an integer' }).nullable(),
  ok: z.literal(false),
  error: object({
    kind: either(errorKinds),
    message: z.string({ error: 'a text' }),
    check: z.string({ error: 'a text' }).optional(),
  }),
});

/** Every fault of an answer: its path, what was found there and what is allowed. */
export function answerFaults(schema: z.ZodType, answer: unknown): string[] {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => {
    const found = path.reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? (value as Record<PropertyKey, unknown>)[part]
          : undefined,
      answer,
    );
    return `${path.map(String).join('.') || 'the answer'}: found ${showFound(found)}; allowed: ${message}`;
  });
}

function showFound(found: unknown): string {
  if (found === undefined) return 'nothing';
  const text = JSON.stringify(found).slice(0, 80);
  return typeof found === 'number' ? `the JSON number ${text}` : text;
}
