/** C1 … C6 seen from outside: over what an implementation says before and after one request. */
import { Decimal } from 'decimal.js';
import { at } from '../core/list.ts';
import type { PeriodAnswer, QuotesAnswer, StateAnswer, TradeAnswer } from '../protocol/protocol.ts';
/** A request with what was said to it. */
interface Exchange {
  readonly op: string;
  readonly answer: object;
}

const Exact = Decimal.clone({ precision: 60 });
const TOLERANCE = 1e-9;
/** The smallest unit of money. CHK-09R. */
const UNIT = new Exact('1e-18');

const near = (a: Decimal.Value, b: Decimal.Value): boolean => {
  const scale = Math.max(1, Math.abs(Number(a)), Math.abs(Number(b)));
  return new Exact(a)
    .minus(b)
    .abs()
    .lte(TOLERANCE * scale);
};

const total = (state: StateAnswer): Decimal =>
  [...Object.values(state.dealers), ...Object.values(state.vbts), ...state.traders].reduce(
    (sum, { cash }) => sum.plus(cash),
    new Exact(0),
  );

export interface Seen {
  readonly state: StateAnswer;
  readonly quotes: readonly QuotesAnswer[];
}

/**
 * The identities that a request broke, in words; none if all hold. Each begins with the clause or check that it
 * is from. `exact` asks for sums to the last digit.
 */
export function broken(before: Seen, exchange: Exchange, after: Seen, exact: boolean): string[] {
  return [
    ...bookkeeping(before.state, exchange, after.state, exact),
    ...quotesInside(after),
    ...equities(after),
    ...anchors(before.state, exchange, after.state),
    ...fills(before, exchange, after),
  ];
}

/** Of these what needs no model to be seen: money and tickets, balances, and what is paid out. */
export const bookkeeping = (
  before: StateAnswer,
  exchange: Exchange,
  after: StateAnswer,
  exact: boolean,
): string[] => [
  ...moneyAndTickets(before, exchange, after, exact),
  ...balances(before, after),
  ...payouts(exchange, exact),
];

/** CHK-11: nobody but a VBT falls below zero where no price is negative. MOD-07, MOD-10, TRD-13R. */
function balances(before: StateAnswer, after: StateAnswer): string[] {
  if ([before, after].some(hasNegativePrices)) return [];
  const [was, is] = [cashOf(before), cashOf(after)];
  return [...is].flatMap(([name, cash]) =>
    Number(cash) < 0 && Number(was.get(name)) >= 0 ? [`CHK-11: ${name} has ${cash}`] : [],
  );
}

/** The cash of everybody who may not borrow. */
const cashOf = ({ dealers, traders }: StateAnswer): Map<string, string> =>
  new Map([
    ...Object.entries(dealers).map(([bucket, { cash }]) => [`dealer:${bucket}`, cash] as const),
    ...traders.map(({ id, cash }) => [id, cash] as const),
  ]);

const hasNegativePrices = ({ buckets, clipOutsideBid }: StateAnswer): boolean =>
  buckets.some(({ outsideMid, outsideSpread }) =>
    new Exact(outsideMid).minus(clipOutsideBid ? 0 : new Exact(outsideSpread).div(2)).lt(0),
  );

/** C1, SET-08: money is conserved; ticket ids change by settlement and rollover only. */
function moneyAndTickets(
  before: StateAnswer,
  { op, answer }: Exchange,
  after: StateAnswer,
  exact: boolean,
): string[] {
  const [was, is] = [total(before), total(after)];
  const money =
    op === 'set' || (exact ? was.eq(is) : near(was, is))
      ? []
      : [`C1: cash ${was.toFixed()} → ${is.toFixed()}`];
  const now = after.tickets.map(({ id }) => id);
  const steps = (op === 'period' ? answer : { [op]: answer }) as Partial<PeriodAnswer>;
  const born = new Set((steps.rollover?.issued ?? []).map(({ ticket }) => ticket));
  const settled = (steps.settle?.issuers ?? []).flatMap(({ payouts }) =>
    payouts.map(({ tickets }) => tickets),
  );
  const gone = settled.reduce((sum, count) => sum + count, 0);
  const expected = new Set(before.tickets.map(({ id }) => id));
  const stayed = now.filter((id) => expected.has(id)).length;
  const odd = now.filter((id) => !expected.has(id) && !born.has(id));
  const lost =
    before.tickets.length - stayed !== gone
      ? [`SET-08: ${String(gone)} settled, ${String(before.tickets.length - stayed)} gone`]
      : [];
  const twice = new Set(now).size === now.length ? [] : ['a ticket id stands there twice'];
  return [...money, ...odd.map((id) => `SET-08: ${id} came from nowhere`), ...lost, ...twice];
}

/** C2: clipped quotes stay inside the outside ones and the flags say exactly when they meet. */
function quotesInside({ state, quotes }: Seen): string[] {
  const capped = state.rulings.cap_quotes_at_par;
  return quotes.flatMap(({ ask, bid, outsideAsk, outsideBid, askPinned, bidPinned, guard }) => {
    const floor =
      capped && !guard ? Math.min(Number(state.ticketSize), Number(outsideBid)) : Number(outsideBid);
    const faults: string[] = [];
    if (Number(ask) > Number(outsideAsk)) faults.push(`C2: ask ${ask} above ${outsideAsk}`);
    if (Number(bid) < floor) faults.push(`C2: bid ${bid} below ${String(floor)}`);
    if (askPinned !== (Number(ask) === Number(outsideAsk)))
      faults.push(`C2: ask ${ask} pinned ${String(askPinned)}`);
    if (bidPinned !== (Number(bid) === Number(outsideBid)))
      faults.push(`C2: bid ${bid} pinned ${String(bidPinned)}`);
    return faults;
  });
}

/** C5: desks at C + M·a of their home book, traders at face. */
function equities({ state }: Seen): string[] {
  const { traders, tickets, ticketSize, buckets, time } = state;
  const home = (maturity: number): string | undefined =>
    buckets.find(({ to }) => to === null || Math.max(1, maturity - time) <= to)?.id;
  const desks = buckets.flatMap(({ id, outsideMid }) =>
    (['dealer', 'vbt'] as const).flatMap((kind) => {
      const desk = (kind === 'dealer' ? state.dealers : state.vbts)[id];
      if (desk === undefined) return [];
      const held = tickets.filter((t) => t.owner === `${kind}:${id}` && home(t.maturity) === id).length;
      const expected = new Exact(desk.cash).plus(new Exact(outsideMid).times(held));
      return near(expected, desk.equity)
        ? []
        : [`C5: ${kind}:${id} has ${desk.equity}, not ${expected.toFixed()}`];
    }),
  );
  const sheets = traders.flatMap(({ id, cash, equity }) => {
    const net = tickets.filter((t) => t.owner === id).length - tickets.filter((t) => t.issuer === id).length;
    const expected = new Exact(cash).plus(new Exact(ticketSize).times(net));
    return near(expected, equity) ? [] : [`C5: ${id} has ${equity}, not ${expected.toFixed()}`];
  });
  return [...desks, ...sheets];
}

/** C6: only an anchor update moves (M, O). */
function anchors(before: StateAnswer, { op }: Exchange, after: StateAnswer): string[] {
  if (op === 'updateAnchors' || op === 'period') return [];
  return after.buckets.flatMap(({ id, outsideMid, outsideSpread }, i) => {
    const was = before.buckets[i];
    const same = was?.outsideMid === outsideMid && was.outsideSpread === outsideSpread;
    return same ? [] : [`C6: ${op} moved the anchors of ${id}`];
  });
}

/** C3 and C4: an interior fill was allowed, and a pass-through left the dealer alone. */
function fills(before: Seen, { op, answer }: Exchange, after: Seen): string[] {
  if ((op !== 'sell' && op !== 'buy') || !('executed' in answer)) return [];
  const trade = answer as TradeAnswer;
  const place = before.state.buckets.findIndex(({ id }) => id === trade.bucket);
  const [was, is] = [before.quotes[place], after.quotes[place]];
  if (!trade.executed || was === undefined || is === undefined) return [];
  if (trade.route === 'passthrough') {
    const moved = was.tickets !== is.tickets || was.cash !== is.cash;
    return moved ? [`C4: a pass-through moved the dealer from (${String(was.tickets)}, ${was.cash})`] : [];
  }
  if (was.guard) return ['C3: an interior fill under the guard'];
  if (trade.side === 'BUY') return was.tickets >= 1 ? [] : ['C3: an interior BUY from an empty shelf'];
  const room = was.tickets + 1 <= was.fundableTickets;
  const cash = Number(was.cash) >= Number(was.bid) - TOLERANCE;
  return room && cash ? [] : ['C3: an interior SELL without room or cash'];
}

/** SET-05: payouts add up to what was paid, none is negative, and each is its share by largest remainder. */
function payouts({ op, answer }: Exchange, exact: boolean): string[] {
  if (op !== 'settle' && op !== 'period') return [];
  const { settle } = (op === 'period' ? answer : { settle: answer }) as Partial<PeriodAnswer>;
  return (settle?.issuers ?? []).flatMap(({ issuer, cashBefore, cashAfter, payouts: paid }) => {
    const amounts = paid.map(({ amount }) => new Exact(amount));
    const sum = amounts.reduce((all, amount) => all.plus(amount), new Exact(0));
    const left = new Exact(cashBefore).minus(cashAfter);
    const negative = paid.find(({ amount }) => Number(amount) < 0);
    if (negative !== undefined) return [`SET-05: ${issuer} pays ${negative.holder} ${negative.amount}`];
    if (exact ? !sum.eq(left) : !near(sum, left))
      return [`SET-05: ${issuer} paid ${sum.toFixed()} out of ${left.toFixed()}`];
    const shares = exact ? largestRemainders(sum, paid) : null;
    const odd = paid.find(({ amount }, i) =>
      shares === null ? !near(amount, sum.times(share(paid, i))) : !at(shares, i).eq(amount),
    );
    return odd === undefined
      ? []
      : [`SET-05: ${issuer} pays ${odd.holder} ${odd.amount} for ${tickets(odd)} of ${sum.toFixed()}`];
  });
}

type Paid = readonly { readonly tickets: number }[];

const tickets = ({ tickets: count }: { readonly tickets: number }): string =>
  count === 1 ? 'a ticket' : `${String(count)} tickets`;

const share = (paid: Paid, i: number): Decimal =>
  new Exact(at(paid, i).tickets).div(paid.reduce((all, { tickets: count }) => all + count, 0));

/** The parts of a sum in whole units: each its share rounded down, the units left over to the largest remainders. */
function largestRemainders(sum: Decimal, paid: Paid): Decimal[] {
  const shares = paid.map((_, i) => sum.times(share(paid, i)).div(UNIT));
  // a share of 60 digits that is whole but for its rounding is whole
  const parts = shares.map((exactly) => exactly.toDecimalPlaces(20).floor());
  const left = parts.reduce((rest, part) => rest.minus(part), sum.div(UNIT)).toNumber();
  const remainder = (i: number): Decimal => at(shares, i).minus(at(parts, i)).toDecimalPlaces(20);
  const first = paid.map((_, i) => i).sort((a, b) => remainder(b).comparedTo(remainder(a)));
  const more = new Set(first.slice(0, left));
  return parts.map((part, i) => part.plus(more.has(i) ? 1 : 0).times(UNIT));
}
