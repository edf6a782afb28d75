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
  tickets: count,
  faceInventory: money,
  cash: money,
  midValuedWealth: money,
  fundableTickets: count,
  capacity: money,
  rungs: count,
  layoffProbability: money,
  insideWidth: money,
  midline: money,
  interiorAsk: money,
  interiorBid: money,
  ask: money,
  bid: money,
  outsideMid: money,
  outsideSpread: money,
  outsideAsk: money,
  outsideBid: money,
  askPinned: yes,
  bidPinned: yes,
  guard: yes,
});

const side = either(['BUY', 'SELL']);

const trade = object({
  executed: yes,
  side,
  trader: word,
  bucket: word.nullable(),
  ticket: word.nullable(),
  issuer: word.nullable(),
  price: money.nullable(),
  route: either(['interior', 'passthrough']).nullable(),
  reason: either(refusals).nullable(),
  routedBecause: either(routingReasons).nullish(),
});

const advance = object({
  rebucketed: list(
    object({ ticket: word, from: word, to: word, seller: word, buyer: word, price: money.nullable() }),
  ),
});

const orderFlow = object({
  arrivals: list(
    object({
      z: z.union([z.literal(0), z.literal(1), z.null()], { error: '0, 1 or null' }),
      side,
      fallback: yes,
      agent: word,
      trade,
    }),
  ),
});

const settle = object({
  issuers: list(
    object({
      issuer: word,
      due: money,
      cashBefore: money,
      recovery: money,
      cashAfter: money,
      payouts: list(object({ holder: word, tickets: count, amount: money })),
    }),
  ),
});

const reissue = { ticket: word, issuer: word, owner: word, maturity: count, price: money };
const rollover = object({
  issued: list(
    object({ ...reissue, placed: object({ seller: word, buyer: word, price: money }).optional() }),
  ),
  declined: list(object({ ...reissue, reason: word })),
});

const updateAnchors = object({
  buckets: list(
    object({
      bucket: word,
      lossRate: money,
      outsideMid: money,
      outsideSpread: money,
      outsideAsk: money,
      outsideBid: money,
    }),
  ),
});

const desks = z.record(z.string(), object({ cash: money, equity: money }), { error: 'an object' });

const state = object({
  time: count,
  ticketSize: money,
  guardThreshold: money,
  clipOutsideBid: yes,
  buckets: list(
    object({
      id: word,
      from: count,
      to: count.nullable(),
      outsideMid: money,
      outsideSpread: money,
      midSensitivity: money,
      spreadSensitivity: money,
      minSpread: money,
    }),
  ),
  dealers: desks,
  vbts: desks,
  traders: list(
    object({
      id: word,
      cash: money,
      equity: money,
      issuer: word.nullable(),
      defaulted: yes,
      shortfall: money,
    }),
  ),
  tickets: list(
    object({
      id: word,
      liability: word,
      issuer: word,
      owner: word,
      maturity: count,
      serial: count,
      distance: count,
    }),
  ),
  policy: object({ kind: either(policyKinds) }),
  totals: object({ cash: money, tickets: count }),
});

const nothing = object({});

/** What each operation answers, beside `id` and `ok`. */
export const answerSchemas = {
  hello: object({
    protocol: z.int({ error: 'an integer' }),
    minor: z.int({ error: 'an integer' }).min(0, 'an integer of at least 0').optional(),
    name: word,
    version: word,
    language: word,
    capabilities: list(word),
    arithmetic: word,
    rulings: z.record(word, z.union([word, yes]), { error: 'an object' }).optional(),
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
  period: object({ advance, orderFlow, settle, rollover, updateAnchors }),
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
