/** That everybody is paid what the rules say, out of what the issuer had. SET-01 … SET-06R, CHK-11. */
import { MONEY_PLACES, type Num } from '../../num.ts';
import type { EventOf } from '../events.ts';
import { at as listed, byBytes, groupBy } from '../list.ts';
import type { State, Trader } from '../state.ts';
import { onDay } from '../tickets.ts';
import { checkEquityOf } from './equity.ts';
import { changeDue, type Account, type StepEnded } from './memory.ts';
import { agrees, before, bucketFor, reaches, clearlyReaches, sameSum, size } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

type Settled = Occasion<EventOf<'PayableSettled' | 'PayableDefaulted'>>;

/** A few of the smallest units: what CHK-10R may leave behind. */
const UNITS = 4 / 10 ** MONEY_PLACES;

const UNITS_OF_ONE = `1${'0'.repeat(MONEY_PLACES)}`;

const notBelowZero = (cash: Num): Num => (cash.comparedTo(0) < 0 ? cash.minus(cash) : cash);

/** The accounts of today's issuers, opened with what they had before the first event of the settlement. */
function openAccounts(at: Settled): Map<Trader, Account> {
  const { state } = at;
  const due = groupBy(onDay(state.calendar, state.time), (ticket) => ticket.issuer);
  return new Map(
    [...due].map(([issuer, tickets]): [Trader, Account] => [
      issuer,
      {
        issuer,
        due: tickets.length,
        start: before(at, issuer).cash,
        atTurn: null,
        gone: 0,
        paid: state.numbers.zero,
        received: state.numbers.zero,
        defaulted: false,
        payouts: new Map(),
      },
    ]),
  );
}

export function checkSettlement(at: Settled): void {
  const { state, event, memory, changes } = at;
  memory.accounts ??= openAccounts(at);
  const account = memory.accounts.get(state.parties.get(event.debtor) as Trader);
  if (account === undefined) at.fails('CHK-11', [event.debtor], 'an issuer settles that owes nothing today');
  checkGone(at, account);
  const paid = checkPostings(at, account);
  account.atTurn ??= before(at, account.issuer).cash;
  account.paid = account.paid.plus(paid);
  account.gone += changes.deleted.length;
  account.defaulted = event.kind === 'PayableDefaulted';
  noteMatured(at, paid);
  if (account.gone === account.due) {
    if (event.kind === 'PayableDefaulted') checkRecovery(at, event.recovery, account);
    if (state.clearing !== 'clearing_vector') {
      const counted = state.clearing === 'sequential' ? account.atTurn : account.start;
      checkAccount(at, account, notBelowZero(counted));
    }
  }
  checkTurn(at, account.issuer);
}

/** Issuers settle in trader order, and who has defaulted is marked. SET-04, SET-06R. */
function checkTurn(at: Settled, issuer: Trader): void {
  const { event, memory } = at;
  const { lastIssuer, defaulters } = memory;
  if (lastIssuer !== null && lastIssuer.index > issuer.index)
    at.fails('CHK-11', [issuer.id, lastIssuer.id], `${issuer.id} settles after ${lastIssuer.id}`);
  memory.lastIssuer = issuer;
  if (event.kind === 'PayableDefaulted') defaulters.add(issuer);
  if (issuer.defaulted !== defaulters.has(issuer))
    at.fails('CHK-11', [issuer.id], `${issuer.id} is ${issuer.defaulted ? '' : 'not '}marked as in default`);
}

/** The tickets that are gone are the debtor's, of this liability, due today, and paid for one by one. */
function checkGone(at: Settled, { issuer }: Account): void {
  const { state, event } = at;
  const { deleted } = at.changes;
  const label = bucketFor(state, 1).index;
  for (const ticket of deleted) {
    if (ticket.issuer !== issuer || ticket.liability !== event.pid || ticket.maturity !== state.time)
      at.fails(
        'C1',
        [event.debtor],
        `ticket ${ticket.id} is settled with ${event.pid}, and is not due with it`,
      );
    if (ticket.bucket !== label)
      at.fails('C1', [event.debtor], `ticket ${ticket.id} is due, and does not have the label of τ = 1`);
  }
  const claimed = event.payouts.reduce((count, payout) => count + payout.tickets.length, 0);
  if (claimed !== deleted.length)
    at.differs('C1', holdersOf(event), 'every matured ticket is paid for and gone', claimed, deleted.length);
  let place = 0;
  for (const { holder, tickets } of event.payouts)
    for (const id of tickets) {
      const gone = deleted[place++];
      if (gone?.id !== id || gone.owner.id !== holder)
        at.fails(
          'C1',
          [event.debtor, holder],
          `ticket ${id} is paid for, and is not one of ${holder} that is gone`,
        );
    }
  const face = state.ticketSize.times(deleted.length);
  if (!sameSum(state, event.amount, face, () => size(face)))
    at.differs('C1', [event.debtor], 'D is the face of what matured', event.amount, face);
}

const holdersOf = ({ payouts }: Settled['event']): string[] => payouts.map(({ holder }) => holder);

/**
 * What was paid, after it is seen that it left the debtor's cash and reached the holders as told. The difference of two
 * large balances of float64 would be coarser. SET-02, SET-05.
 */
function checkPostings(at: Settled, account: Account): Num {
  const { state, event, memory } = at;
  const { issuer } = account;
  const gone = before(at, issuer).cash.minus(issuer.cash);
  const sum = event.payouts.reduce((total, payout) => total.plus(payout.amount), state.numbers.zero);
  if (!sameSum(state, sum, event.paid, () => size(issuer.cash, event.amount)))
    at.differs('C1', holdersOf(event), 'payouts add up to what was paid', sum, event.paid);
  if (!sameSum(state, event.paid, gone, () => size(issuer.cash, event.amount, gone)))
    at.differs('C1', [event.debtor], 'what was paid left the cash of the debtor', event.paid, gone);
  for (const { holder, tickets, amount } of event.payouts) {
    const party = state.parties.get(holder);
    if (party === undefined) at.fails('C1', [holder], 'nobody here holds what was paid for');
    const got = party.cash.minus(before(at, party).cash);
    if (!sameSum(state, got, amount, () => size(party.cash, amount)))
      at.differs('C1', [holder], 'the payout reached the holder', got, amount);
    if (amount.comparedTo(0) < 0) at.differs('CHK-11', [holder], 'no payout is negative', amount, 0, '<');
    const so = account.payouts.get(holder);
    if (so === undefined) account.payouts.set(holder, { tickets: tickets.length, amount });
    else {
      so.tickets += tickets.length;
      so.amount = so.amount.plus(amount);
    }
    const receiver = party.kind === 'trader' ? memory.accounts?.get(party) : undefined;
    if (receiver !== undefined) receiver.received = receiver.received.plus(amount);
  }
  return event.paid;
}

/** p = min(D, C), R = p/D, and every holder its share to the unit. SET-01 … SET-06R. */
function checkAccount(at: Settled | Occasion<StepEnded>, account: Account, counted: Num): void {
  const { state } = at;
  const { issuer, due, paid } = account;
  const debt = state.ticketSize.times(due);
  const expected = counted.comparedTo(debt) < 0 ? counted : debt;
  const short = expected.comparedTo(paid) === 0 ? 0 : Math.abs(expected.minus(paid).toNumber());
  const units = state.clearing === 'clearing_vector' ? UNITS : 0;
  if (short > 0 && short > state.numbers.slack(size(counted, debt)) + units)
    at.differs('CHK-11', [issuer.id], 'what is paid is the smaller of D and C', paid, expected);
  if (account.defaulted ? clearlyReaches(state, counted, debt) : !reaches(state, counted, debt))
    at.fails(
      'CHK-11',
      [issuer.id],
      `with ${counted.toFixed()} for ${debt.toFixed()} it ${account.defaulted ? 'defaults' : 'does not default'}`,
    );
  checkShares(at, account);
}

/** paid = R·D. CHK-C1. */
function checkRecovery(at: Settled, recovery: Num, { issuer, due, paid }: Account): void {
  const owed = recovery.times(at.state.ticketSize).times(due);
  if (!agrees(at.state, owed, paid)) at.differs('C1', [issuer.id], 'paid = R·D', paid, owed);
}

/** The unit of money, and the rounding of such amounts: what was paid is the difference of two balances. SET-05. */
const unitOf = (state: State, { paid, due, start, issuer }: Account): number =>
  (1 + 1e-9) / 10 ** MONEY_PLACES +
  state.numbers.slack(size(paid, state.ticketSize.times(due), start, issuer.cash));

/** q·p/N to every holder of q tickets, to the unit of money. SET-05. */
function checkShares(at: Settled | Occasion<StepEnded>, account: Account): void {
  const { state } = at;
  const { due, paid, payouts, issuer } = account;
  for (const [holder, { tickets, amount }] of payouts) {
    const share = tickets === due ? paid : paid.times(tickets).div(due);
    if (amount.comparedTo(share) !== 0 && Math.abs(amount.minus(share).toNumber()) > unitOf(state, account))
      at.differs('CHK-11', [issuer.id, holder], 'a holder gets its share of what is paid', amount, share);
  }
  if (state.numbers.name === 'decimal' && account.defaulted && payouts.size > 1) checkUnits(at, account);
}

/** The units that no share has in full go to the largest remainders, of equal ones to the first by id. SET-05. */
function checkUnits(at: Settled | Occasion<StepEnded>, { issuer, due, paid, payouts }: Account): void {
  const one = at.state.numbers.of(UNITS_OF_ONE);
  const units = (amount: Num): bigint => BigInt(amount.times(one).toFixed());
  const whole = units(paid);
  const shares = [...payouts].map(([holder, { tickets, amount }]) => {
    const part = BigInt(tickets) * whole;
    return { holder, amount, floor: part / BigInt(due), rest: part % BigInt(due) };
  });
  const left = shares.reduce((sum, { floor }) => sum - floor, whole);
  shares.sort((a, b) => (a.rest === b.rest ? byBytes(a.holder, b.holder) : a.rest > b.rest ? -1 : 1));
  shares.forEach(({ holder, amount, floor }, place) => {
    const share = floor + (place < left ? 1n : 0n);
    if (units(amount) !== share)
      at.differs('CHK-11', [issuer.id, holder], 'units of a payout', String(units(amount)), String(share));
  });
}

/** Adds to what the bucket's losses are made of, and to what may be rolled over. ANC-01, ROL-01. */
function noteMatured({ state, event, memory, changes }: Settled, paid: Num): void {
  const { deleted } = changes;
  changeDue(memory, state.time, -deleted.length);
  const face = state.ticketSize.times(deleted.length);
  const matured = listed(memory.matured, bucketFor(state, 1).index);
  matured.face = matured.face.plus(face);
  if (event.kind === 'PayableDefaulted') matured.loss = matured.loss.plus(face.minus(paid));
  else if (state.rollover.enabled) for (const ticket of deleted) memory.repaid.push(ticket);
}

/** After settlement nothing is due, and under the clearing vector the payments fit and are the greatest. SET-06R. */
export function checkSettled(at: Occasion<StepEnded>): void {
  const { state, memory } = at;
  const left = memory.dueOn.get(state.time) ?? 0;
  if (left !== 0) at.differs('CHK-11', [], 'tickets that settlement left due', left, 0);
  const { accounts } = memory;
  // nothing was due, or it was looked at when it was settled: what has been bought or sold since is no payment
  if (accounts === null || memory.isSettled) return;
  memory.isSettled = true;
  for (const account of accounts.values()) {
    const { issuer, due, gone, start, received, paid } = account;
    if (gone !== due) at.differs('CHK-11', [issuer.id], 'tickets settled of those due', gone, due);
    if (state.clearing !== 'clearing_vector') continue;
    checkAccount(at, account, notBelowZero(start).plus(received));
    // its balance was closed after its last event
    checkEquityOf(at, issuer, size(start, received, paid, state.ticketSize.times(due)));
    if (issuer.cash.comparedTo(0) < 0 && issuer.cash.comparedTo(start) < 0)
      at.differs('CHK-11', [issuer.id], 'nobody pays what it has not', issuer.cash, 0, '<');
  }
  if (state.clearing === 'clearing_vector') checkGreatest(at, accounts);
}

/** Where debtors owe only one another, in a circle, one of them pays in full: less would not be the greatest. */
function checkGreatest(at: Occasion<StepEnded>, accounts: ReadonlyMap<Trader, Account>): void {
  const short = new Map<string, Account>();
  for (const account of accounts.values()) if (account.defaulted) short.set(account.issuer.id, account);
  for (const start of short.values()) {
    const circle = new Set<Account>();
    let next: Account | undefined = start;
    while (next !== undefined && !circle.has(next)) {
      circle.add(next);
      const [creditor, second] = next.payouts.keys();
      next = creditor === undefined || second !== undefined ? undefined : short.get(creditor);
    }
    if (next !== undefined)
      at.fails(
        'CHK-11',
        [...circle].map(({ issuer }) => issuer.id),
        'all of a closed ring default, and one could pay in full',
      );
  }
}
