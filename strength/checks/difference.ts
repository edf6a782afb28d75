/** Where the events of a mutated core first differ from those of the core, and what that moved. */
import type { ArithmeticName, Num } from '../../src/num.ts';
import type { Told } from './core.ts';

/**
 * What a difference is about, worst first. `choice`: another trader comes, or wants something else; `request`: what is
 * asked from outside is invalid, or answered where it is; `order`: the same is told in another order, or more of it in
 * one event; `words` move nothing.
 */
export const effects = [
  'money',
  'tickets',
  'quotes',
  'refusal',
  'choice',
  'request',
  'order',
  'words',
] as const;
export type Effect = (typeof effects)[number];

/** A told event as plain data: amounts are decimal strings. */
export type Plain = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface Difference {
  readonly effect: Effect;
  /** The event by its kind; both where they differ, `nothing` where one has no more. */
  readonly kind: string;
  readonly fields: readonly string[];
  readonly is: string;
  readonly was: string;
}

/** Float64 amounts nearer than this are the same: which of them rounding leaves is no rule's business. CHK-09R. */
const PLACES = 9;
const isLong = /^-?\d+\.\d{10,}$/;

export function plain(told: Told, arithmetic: ArithmeticName): Plain {
  /** An amount is written in full, as the protocol writes it. */
  const amounts = function (this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
    const raw = this[key];
    const text = typeof raw === 'object' && raw !== null && 'toFixed' in raw ? (raw as Num).toFixed() : value;
    const isRounded = arithmetic === 'float64' && typeof text === 'string' && isLong.test(text);
    return isRounded ? String(Number(Number(text).toFixed(PLACES)) + 0) : text;
  };
  return JSON.parse(JSON.stringify(told, amounts)) as Plain;
}

interface Amount {
  comparedTo(other: Amount): number;
}

/** Whether two events tell the same, amounts compared as numbers: what is asked most often, and quickly answered. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if ('comparedTo' in a && 'comparedTo' in b) return (a as Amount).comparedTo(b as Amount) === 0;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => isSame(left[name], right[name]));
}

const trades = new Set(['TradeExecuted', 'OrderRejected']);
/** Steps that nobody chooses, by what they move. */
const moved = new Map<string, Effect>([
  ['QuotesPosted', 'quotes'],
  ['AnchorsUpdated', 'quotes'],
  ['WorldOpened', 'quotes'],
  ['AccountOpened', 'money'],
  ['PayableSettled', 'money'],
  ['PayableDefaulted', 'money'],
  ['PayableRolledOver', 'money'],
  ['RolloverDeclined', 'money'],
  ['Overridden', 'money'],
  ['TicketPlaced', 'tickets'],
  ['TicketRebucketed', 'tickets'],
  ['PayableCreated', 'tickets'],
  ['TicketsAllocated', 'tickets'],
]);

/** When a run ends is no event of the books. */
const elsewhere = new Set(['RunEnded']);

/** Fields of the events by what they say; all others are words. */
const money = ['cash', 'dealerCash', 'price', 'amount', 'paid', 'payouts', 'recovery', 'dealers', 'vbts'];
const tickets = [
  ...['tickets', 'ticketId', 'dealerInventory', 'dealerInventoryBefore', 'dealerInventoryAfter', 'sellerId'],
  ...[
    'buyerId',
    'buyer',
    'seller',
    'creditor',
    'debtor',
    'holder',
    'fromBucket',
    'toBucket',
    'dueDay',
    'isPassthrough',
  ],
];
const quotes = [
  'bid',
  'ask',
  'outsideBid',
  'outsideAsk',
  'outsideMid',
  'outsideMidBefore',
  'outsideSpread',
  'buckets',
];

/** What a customer wants is its own affair; what it gets is not. */
const chosen = ['day', 'traderId', 'side', 'bucket'];

/** @param next the event that the core told after `was` */
export function difference(
  was: Plain | undefined,
  is: Plain | undefined,
  next: Plain | undefined,
): Difference | null {
  if (was === undefined || was.kind !== is?.kind) {
    if (was === is) return null;
    return {
      effect: effectOfKinds(was, is, next),
      kind: was === undefined ? `${is?.kind ?? ''} besides` : `${is?.kind ?? 'nothing'} for ${was.kind}`,
      fields: [],
      is: is === undefined ? 'nothing' : JSON.stringify(is),
      was: was === undefined ? 'nothing' : JSON.stringify(was),
    };
  }
  if (was.kind === 'State') return stateDifference(was['state'] as Plain, is['state'] as Plain);
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const fields = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  if (fields.length === 0) return null;
  return {
    effect: effectOfFields(was, is, fields),
    kind: was.kind,
    fields,
    is: show(is, fields),
    was: show(was, fields),
  };
}

const show = (event: Plain, fields: readonly string[]): string =>
  fields.map((field) => `${field} ${JSON.stringify(event[field])}`).join(', ');

/** @param next what the core told next */
function effectOfKinds(was: Plain | undefined, is: Plain | undefined, next: Plain | undefined): Effect {
  const [left, right] = [was?.kind ?? '', is?.kind ?? ''];
  if (left === 'Invalid' || right === 'Invalid') return 'request';
  if (trades.has(left) && trades.has(right))
    return chosen.every((name) => is?.[name] === was?.[name]) ? 'refusal' : 'choice';
  // a trade in the place of quotes: the quotes were left out, or somebody came who should not
  if (left === 'QuotesPosted' && trades.has(right))
    return next?.kind === right && chosen.every((name) => is?.[name] === next[name]) ? 'quotes' : 'choice';
  if ([left, right].some((kind) => trades.has(kind) || elsewhere.has(kind))) return 'choice';
  // what comes too early stands for what is left out, unless it is posted besides
  return moved.get(right === 'QuotesPosted' || left === '' ? right : left) ?? 'words';
}

function effectOfFields(was: Plain, is: Plain, fields: readonly string[]): Effect {
  const some = (names: readonly string[]): boolean => fields.some((field) => names.includes(field));
  if (
    trades.has(was.kind) &&
    (some(chosen) || (was['side'] === 'SELL' && was['ticketId'] !== is['ticketId']))
  )
    return 'choice';
  if (was.kind === 'OrderRejected') return 'refusal';
  if (some(money)) return 'money';
  if (some(tickets) || (some(['bucket']) && !trades.has(was.kind))) return 'tickets';
  return some(quotes) ? 'quotes' : 'words';
}

/** States are compared at the end of a world whose events were the same. */
function stateDifference(was: Plain, is: Plain): Difference | null {
  const fields = Object.keys(was).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  if (fields.length === 0) return null;
  const balances = (state: Plain): string =>
    JSON.stringify([
      state['totals'],
      ...['traders', 'dealers', 'vbts'].map((name) => JSON.stringify(state[name]).match(/"cash":"[^"]*"/g)),
    ]);
  const owners = (state: Plain): string => JSON.stringify(state['tickets']);
  const anchors = (state: Plain): string => JSON.stringify(state['buckets']);
  const effect =
    balances(was) !== balances(is)
      ? 'money'
      : owners(was) !== owners(is)
        ? 'tickets'
        : anchors(was) !== anchors(is)
          ? 'quotes'
          : 'words';
  return { effect, kind: 'State', fields, is: show(is, fields), was: show(was, fields) };
}
