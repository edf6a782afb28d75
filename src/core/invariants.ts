/** C1 … C6, after every event: fail loudly. CHK-07. */
import { atLeast, larger, smaller, ties, type Num } from '../num.ts';
import { equity, explainEquity, type Books } from './equity.ts';
import type { EventOf, ModelEvent } from './events.ts';
import { fundableTickets, guardIsOn } from './kernel.ts';
import { desksOf, type Bucket, type Party, type State } from './state.ts';
import { lists, ticketsOf } from './tickets.ts';

export const checkNames = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const;
export type CheckName = (typeof checkNames)[number];
/** How often each check was made and held. OUT-12. */
export type CheckCounts = Record<CheckName, number>;
export const noChecks = (): CheckCounts => ({ C1: 0, C2: 0, C3: 0, C4: 0, C5: 0, C6: 0 });

/** A broken identity. The message names the run, the period, the event, the parties and both sides. CHK-07. */
export class CheckViolation extends Error {
  override readonly name = 'CheckViolation';
  constructor(
    readonly check: CheckName,
    message: string,
  ) {
    super(message);
  }
}

type Side = Num | number | string | boolean;
const show = (side: Side): string => (typeof side === 'object' ? side.toFixed() : String(side));

function violated(
  state: State,
  event: ModelEvent,
  check: CheckName,
  parties: readonly string[],
  identity: string,
  left: Side,
  right: Side,
): never {
  const { run, index } = state.journal;
  const who = parties.length === 0 ? '' : ` between ${parties.join(', ')}`;
  throw new CheckViolation(
    check,
    `run ${run}, period ${String(event.day)}, event ${String(index)} (${event.kind})${who}: ` +
      `${check} does not hold: ${identity}: ${show(left)} ≠ ${show(right)}`,
  );
}

const ids = (parties: readonly Party[]): string[] => parties.map((party) => party.id);

const absolute = (value: Num): Num => larger(value, value.negated());

const withinSlack = (state: State, difference: Num, size: Num): boolean =>
  difference.isZero() || Math.abs(difference.toNumber()) <= state.numbers.slack(Math.abs(size.toNumber()));

/** Whether a difference is forgiven whatever the amounts are: mostly there is no need to look at them. */
const isNothing = (state: State, difference: Num): boolean =>
  withinSlack(state, difference, state.numbers.zero);

/** The checks that an event calls for. */
export function checkEvent(state: State, event: ModelEvent): void {
  const counts = state.journal.checks;
  if (counts === null) return;
  checkDoubleEntry(state, event);
  counts.C1++;
  if (event.kind === 'QuotesPosted') {
    checkQuotes(state, event);
    counts.C2++;
  }
  if (event.kind === 'TradeExecuted') {
    if (event.isPassthrough) {
      checkPassThrough(state, event);
      counts.C4++;
    } else {
      checkInteriorFill(state, event);
      counts.C3++;
    }
  }
  checkEquity(state, event);
  counts.C5++;
  checkAnchorsHold(state, event);
  counts.C6++;
}

/** Cash and tickets only change hands, ticket by ticket; the registry changes by settlement and rollover. CHK-C1. */
function checkDoubleEntry(state: State, event: ModelEvent): void {
  const { touched, moves, issued, deleted } = state.journal;
  let cash = state.numbers.zero;
  let held = 0;
  for (const party of touched) {
    cash = cash.plus(party.cash.minus(party.cashBefore));
    held += party.held - party.heldBefore;
  }
  if (event.kind !== 'Overridden' && !isNothing(state, cash) && !withinSlack(state, cash, largest(touched))) {
    violated(state, event, 'C1', ids(touched), 'the changes of cash add up to nothing', cash, 0);
  }
  if (held !== issued.length - deleted.length) {
    const change = issued.length - deleted.length;
    violated(
      state,
      event,
      'C1',
      ids(touched),
      'tickets held change by what is issued less settled',
      held,
      change,
    );
  }
  for (const { ticket, from, to } of moves) {
    if (ticket.owner !== to || !lists(to, ticket) || (from !== to && lists(from, ticket))) {
      violated(
        state,
        event,
        'C1',
        [from.id, to.id],
        `ticket ${ticket.id} is held once`,
        ticket.owner.id,
        to.id,
      );
    }
  }
  if (deleted.length > 0 || issued.length > 0) checkRegistry(state, event);
  if (event.kind === 'PayableSettled' || event.kind === 'PayableDefaulted') checkSettlement(state, event);
}

/** The largest balance among those that an event touched. */
const largest = (parties: readonly Party[]): Num =>
  parties.map((party) => absolute(party.cash)).reduce((a, b) => larger(a, b));

const mayIssue = (event: ModelEvent): boolean => event.kind === 'PayableRolledOver';
const mayDelete = (event: ModelEvent): boolean =>
  event.kind === 'PayableSettled' || event.kind === 'PayableDefaulted';

/** The registry grows only by rollover and shrinks only by settlement. SET-08. */
function checkRegistry(state: State, event: ModelEvent): void {
  const { issued, deleted } = state.journal;
  const misplaced = [...(mayIssue(event) ? [] : issued), ...(mayDelete(event) ? [] : deleted)];
  const first = misplaced[0];
  if (first !== undefined) {
    violated(
      state,
      event,
      'C1',
      [first.owner.id],
      'the registry changes only by settlement and rollover',
      first.id,
      'none',
    );
  }
  for (const ticket of issued) {
    if (!ticket.live || !lists(ticket.owner, ticket)) {
      violated(
        state,
        event,
        'C1',
        [ticket.owner.id],
        'an issued ticket is registered and held',
        ticket.id,
        'missing',
      );
    }
  }
  for (const ticket of deleted) {
    if (ticket.live) {
      violated(
        state,
        event,
        'C1',
        [ticket.owner.id],
        'a settled ticket is gone',
        ticket.id,
        'still registered',
      );
    }
  }
}

/** Total paid = R·D, to the holders of just the tickets that are gone. CHK-C1. */
function checkSettlement(state: State, event: EventOf<'PayableSettled' | 'PayableDefaulted'>): void {
  const { zero } = state.numbers;
  const holders = event.payouts.map((payout) => payout.holder);
  const received = event.payouts.reduce((sum, payout) => sum.plus(payout.amount), zero);
  if (!withinSlack(state, received.minus(event.paid), event.paid)) {
    violated(state, event, 'C1', holders, 'payouts add up to what was paid', received, event.paid);
  }
  const recovery = event.kind === 'PayableDefaulted' ? event.recovery : state.numbers.of(1);
  const owed = recovery.times(event.amount);
  // R is a rounded quotient in every arithmetic, so even decimals may only tie
  if (!ties(event.paid, owed) && !withinSlack(state, event.paid.minus(owed), event.amount)) {
    violated(state, event, 'C1', [event.debtor], 'paid = R·D', event.paid, owed);
  }
  const claimed = event.payouts.reduce((n, payout) => n + payout.tickets.length, 0);
  const gone = state.journal.deleted.length;
  if (claimed !== gone) {
    violated(state, event, 'C1', holders, 'every matured ticket is paid for and gone', claimed, gone);
  }
  const face = state.ticketSize.times(gone);
  if (!ties(face, event.amount)) {
    violated(state, event, 'C1', [event.debtor], 'D is the face of what matured', event.amount, face);
  }
}

/** The quotes stay inside the outside ones, and the flags say exactly when they meet. CHK-C2, KER-16R. */
function checkQuotes(state: State, event: EventOf<'QuotesPosted'>): void {
  const { bid, ask, outsideBid, outsideAsk } = event;
  const lowest = state.capQuotesAtPar && !event.guard ? smaller(outsideBid, state.ticketSize) : outsideBid;
  const at = [event.bucket];
  if (bid.comparedTo(lowest) < 0) violated(state, event, 'C2', at, 'b_c ≥ B', bid, lowest);
  if (ask.comparedTo(outsideAsk) > 0) violated(state, event, 'C2', at, 'a_c ≤ A', ask, outsideAsk);
  if (event.bidPinned !== (bid.comparedTo(outsideBid) === 0)) {
    violated(
      state,
      event,
      'C2',
      at,
      `bid pinned ⇔ b_c = B, with b_c = ${show(bid)}`,
      event.bidPinned,
      outsideBid,
    );
  }
  if (event.askPinned !== (ask.comparedTo(outsideAsk) === 0)) {
    violated(
      state,
      event,
      'C2',
      at,
      `ask pinned ⇔ a_c = A, with a_c = ${show(ask)}`,
      event.askPinned,
      outsideAsk,
    );
  }
}

function bucketNamed(state: State, id: string): Bucket {
  for (const bucket of state.buckets) if (bucket.id === id) return bucket;
  throw new Error(`no bucket ${id}`);
}

/** The dealer as it stood before the event. */
function dealerBefore(state: State, event: EventOf<'TradeExecuted'>): { tickets: number; cash: Num } {
  const { dealer } = desksOf(bucketNamed(state, event.bucket));
  const changed = dealer.touchedAt === state.journal.index;
  return {
    tickets: changed ? dealer.ticketsBefore : dealer.tickets,
    cash: changed ? dealer.cashBefore : dealer.cash,
  };
}

/** Before an interior fill KER-13 or KER-14 held. CHK-C3. */
function checkInteriorFill(state: State, event: EventOf<'TradeExecuted'>): void {
  const { tickets, cash } = dealerBefore(state, event);
  const parties = [event.sellerId, event.buyerId];
  if (guardIsOn(event.outsideMid, state.guardThreshold)) {
    violated(
      state,
      event,
      'C3',
      parties,
      'an interior fill needs M > M_min',
      event.outsideMid,
      state.guardThreshold,
    );
  }
  if (event.side === 'BUY') {
    if (tickets < 1) violated(state, event, 'C3', parties, 'an interior BUY needs x ≥ S', tickets, 1);
    return;
  }
  const fundable = fundableTickets(event.outsideMid, tickets, cash);
  if (tickets + 1 > fundable) {
    violated(
      state,
      event,
      'C3',
      parties,
      'an interior SELL needs x + S ≤ X*, in tickets',
      tickets + 1,
      fundable,
    );
  }
  if (!atLeast(cash, event.bid)) {
    violated(state, event, 'C3', parties, 'an interior SELL needs C ≥ b_c(x)', cash, event.bid);
  }
}

/** After a pass-through the dealer is what it was, and the side's flag is set; a price may tie. CHK-C4, KER-04R. */
function checkPassThrough(state: State, event: EventOf<'TradeExecuted'>): void {
  const { dealer } = desksOf(bucketNamed(state, event.bucket));
  const before = dealerBefore(state, event);
  if (dealer.tickets !== before.tickets) {
    violated(
      state,
      event,
      'C4',
      [dealer.id],
      'a pass-through leaves x, in tickets',
      dealer.tickets,
      before.tickets,
    );
  }
  if (dealer.cash.comparedTo(before.cash) !== 0) {
    violated(state, event, 'C4', [dealer.id], 'a pass-through leaves C', dealer.cash, before.cash);
  }
  if (!event.pinned)
    violated(state, event, 'C4', [dealer.id], 'a pass-through needs a pinned quote', false, true);
  const outside = event.side === 'SELL' ? event.outsideBid : event.outsideAsk;
  if (!ties(event.price, outside)) {
    violated(
      state,
      event,
      'C4',
      [dealer.id],
      'a pass-through is filled at the outside quote',
      event.price,
      outside,
    );
  }
}

/** Equity on the balance sheet is what the events explain: desks C + M·a, traders at face. CHK-C5, MOD-12. */
function checkEquity(state: State, event: ModelEvent): void {
  explainEquity(event, new StateBooks(state), (id, _part, change) => {
    const party = state.parties.get(id);
    if (party !== undefined) party.bookedEquity = party.bookedEquity.plus(change);
  });
  for (const party of state.journal.touched) checkEquityOf(state, event, party);
  if (event.kind !== 'AnchorsUpdated') return;
  const { desks } = bucketNamed(state, event.bucket);
  if (desks === null) return;
  checkEquityOf(state, event, desks.dealer);
  checkEquityOf(state, event, desks.vbt);
}

function checkEquityOf(state: State, event: ModelEvent, party: Party): void {
  const onSheet = equity(state, party);
  const difference = onSheet.minus(party.bookedEquity);
  if (
    isNothing(state, difference) ||
    withinSlack(state, difference, larger(absolute(onSheet), absolute(party.cash)))
  ) {
    // what rounding left is forgiven once and not carried along: a million events would add it up
    party.bookedEquity = onSheet;
    return;
  }
  const identity = party.kind === 'trader' ? 'equity at face is what the events explain' : 'E = C + M·a';
  violated(state, event, 'C5', [party.id], identity, party.bookedEquity, onSheet);
}

/** The state as the attribution of equity reads it. */
class StateBooks implements Books {
  readonly #state: State;
  constructor(state: State) {
    this.#state = state;
  }
  get ticketSize(): Num {
    return this.#state.ticketSize;
  }
  get zero(): Num {
    return this.#state.numbers.zero;
  }
  outsideMid(bucket: string): Num {
    return bucketNamed(this.#state, bucket).outsideMid;
  }
  deskTickets(desk: string): number {
    const party = this.#state.parties.get(desk);
    return party === undefined || party.kind === 'trader' ? 0 : party.tickets;
  }
}

/** Between the ends of two periods (M, O) do not change. CHK-C6, ANC-05. */
function checkAnchorsHold(state: State, event: ModelEvent): void {
  for (const bucket of state.buckets) {
    const { outsideMid, outsideSpread } = bucket.anchorsSet;
    if (bucket.outsideMid !== outsideMid) {
      violated(
        state,
        event,
        'C6',
        [bucket.id],
        'M is what the last period left',
        bucket.outsideMid,
        outsideMid,
      );
    }
    if (bucket.outsideSpread !== outsideSpread) {
      violated(
        state,
        event,
        'C6',
        [bucket.id],
        'O is what the last period left',
        bucket.outsideSpread,
        outsideSpread,
      );
    }
  }
}

/** The whole world once, at the end of a run: every ticket held once, no money appeared, equity explained. */
export function audit(state: State, event: ModelEvent): void {
  if (state.journal.checks === null) return;
  let cash = state.numbers.zero;
  let held = 0;
  for (const party of state.parties.values()) {
    cash = cash.plus(party.cash);
    held += party.held;
    checkEquityOf(state, event, party);
  }
  if (!withinSlack(state, cash.minus(state.cashInWorld), cash)) {
    violated(state, event, 'C1', [], 'the cash in the world is what it was', cash, state.cashInWorld);
  }
  if (held !== state.registered) {
    violated(state, event, 'C1', [], 'every registered ticket is held', held, state.registered);
  }
  for (const ticket of ticketsOf(state.calendar)) {
    if (!lists(ticket.owner, ticket)) {
      violated(state, event, 'C1', [ticket.owner.id], 'the owner holds the ticket', ticket.id, 'missing');
    }
  }
}
