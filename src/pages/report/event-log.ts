/** `events.jsonl` read back, line by line, and held against the shape that each kind of event has. OUT-02. */
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { EventKind, ModelEvent } from '../../core/events.ts';
import { faultsIn } from '../../files/faults.ts';
import { parseJson } from '../../files/json.ts';
import type { Arithmetic } from '../../num.ts';
import { readEventLine } from '../../run/event-line.ts';
import { wordsOf, type Faults } from './faults.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value);
const isNumber = (value: unknown): boolean => isText(value) && /^-?\d+(\.\d+)?$/.test(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const listOf =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(is);
const orNull =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || is(value);

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const fits =
  (shape: Shape) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([key, is]) => is((value as Readonly<Record<string, unknown>>)[key]));

const texts = (...keys: string[]): Shape => Object.fromEntries(keys.map((key) => [key, isText]));
const numbers = (...keys: string[]): Shape => Object.fromEntries(keys.map((key) => [key, isNumber]));
const counts = (...keys: string[]): Shape => Object.fromEntries(keys.map((key) => [key, isCount]));
const flags = (...keys: string[]): Shape => Object.fromEntries(keys.map((key) => [key, isFlag]));

const settled: Shape = {
  ...texts('pid', 'debtor', 'bucket'),
  ...numbers('amount', 'paid'),
  payouts: listOf(fits({ holder: isText, tickets: listOf(isText), amount: isNumber })),
};

const shapes: Readonly<Record<EventKind, Shape>> = {
  WorldOpened: {
    ...numbers('ticket_size'),
    ...texts('regime'),
    buckets: listOf(
      fits({
        id: isText,
        from: isCount,
        to: orNull(isCount),
        outside_mid: isNumber,
        outside_spread: isNumber,
      }),
    ),
  },
  AccountOpened: { ...texts('party'), ...numbers('cash') },
  PayableCreated: {
    ...texts('payable_id', 'debtor', 'creditor'),
    ...counts('due_day'),
    ...numbers('amount'),
    tickets: listOf(isText),
  },
  TicketsAllocated: { ...texts('payable_id', 'from', 'to'), tickets: listOf(isText) },
  QuotesPosted: {
    ...texts('bucket'),
    ...counts('dealer_inventory'),
    ...numbers(
      'dealer_cash',
      'dealer_capacity',
      'dealer_midline',
      'bid',
      'ask',
      'outside_bid',
      'outside_ask',
    ),
    ...flags('bid_pinned', 'ask_pinned', 'guard'),
  },
  TradeExecuted: {
    ...counts('trade_index', 'maturity_day', 'dealer_inventory_before', 'dealer_inventory_after'),
    ...texts(
      'trader_id',
      'side',
      'buyer_id',
      'seller_id',
      'bucket',
      'ticket_id',
      'liability_id',
      'issuer_id',
    ),
    ...numbers('price', 'outside_mid', 'outside_bid', 'outside_ask', 'dealer_midline', 'bid', 'ask'),
    ...flags('is_passthrough', 'pinned', 'is_liquidity_driven'),
    hit_vbt_reason: orNull(isText),
  },
  OrderRejected: {
    ...texts('trader_id', 'side', 'reason'),
    bucket: orNull(isText),
    price: orNull(isNumber),
  },
  TicketRebucketed: {
    ...texts('from_bucket', 'to_bucket', 'seller', 'buyer'),
    tickets: listOf(isText),
    price: orNull(isNumber),
  },
  PayableSettled: settled,
  PayableDefaulted: { ...settled, ...numbers('recovery') },
  PayableRolledOver: {
    ...texts('pid', 'payable_id', 'debtor', 'creditor', 'bucket'),
    ...counts('due_day'),
    ...numbers('amount', 'price'),
    tickets: listOf(isText),
  },
  RolloverDeclined: { ...texts('ticket_id', 'debtor', 'holder', 'reason'), ...numbers('price') },
  TicketPlaced: { ...texts('ticket_id', 'bucket', 'seller', 'buyer'), ...numbers('price') },
  AnchorsUpdated: {
    ...texts('bucket'),
    ...numbers(
      'loss_rate',
      'outside_mid_before',
      'outside_mid',
      'outside_spread',
      'outside_bid',
      'outside_ask',
    ),
  },
  Overridden: texts('path'),
  RunEnded: texts('reason'),
};

/** What is wrong with a line, or null. */
function faultOf(line: string): string | null {
  let event: unknown;
  try {
    event = parseJson(line, '');
  } catch (error) {
    const [{ found, allowed } = { found: '', allowed: '' }] = faultsIn(error);
    return `found ${found}; allowed: ${allowed}`;
  }
  if (typeof event !== 'object' || event === null) return 'this is no event';
  const fields = event as Readonly<Record<string, unknown>>;
  const kind = fields['kind'];
  if (!isText(kind) || !Object.hasOwn(shapes, kind))
    return `no kind of event is ${JSON.stringify(kind ?? null)}`;
  if (!isCount(fields['day'])) return `${kind} has no day`;
  const wrong = Object.entries(shapes[kind as EventKind]).filter(([key, is]) => !is(fields[key]));
  if (wrong.length === 0) return null;
  return `${kind} has ${wrong.map(([key]) => `${key}: ${JSON.stringify(fields[key] ?? null)}`).join(', ')}`;
}

/**
 * Hands over the events in their order, up to the first fault; goes on to find the other faults. What `take`
 * throws is a fault of the line that it was given: an event that does not fit what came before it.
 */
export async function readEventLog(
  path: string,
  arithmetic: Arithmetic,
  faults: Faults,
  take: (event: ModelEvent) => void,
): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    faults.add(path, 0, 'the event log is missing');
    return;
  }
  let number = 0;
  let good = true;
  let ended = false;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++;
    const fault = faultOf(line);
    if (fault !== null) {
      faults.add(path, number, fault);
      good = false;
    }
    if (!good) continue;
    const event = readEventLine(line, arithmetic);
    ended = event.kind === 'RunEnded';
    try {
      take(event);
    } catch (error) {
      faults.add(path, number, `this does not fit what came before it: ${wordsOf(error)}`);
      good = false;
    }
  }
  if (good && !ended) faults.add(path, number, 'the log ends without RunEnded: the run was cut off');
}
