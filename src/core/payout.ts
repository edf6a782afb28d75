/** Paying out one issuer: to whom, how much, and what goes off the books. SET-02 … SET-05. */
import { atLeast, splitExactly, type Num } from '../num.ts';
import { distribute } from './ledger.ts';
import { at } from './list.ts';
import { record } from './record.ts';
import { bucketAt, type Party, type State, type Ticket, type Trader } from './state.ts';
import { remove } from './tickets.ts';

/** An issuer with tickets due today; `amount` is D_i = S·N_i. SET-01. */
export interface Due {
  readonly issuer: Trader;
  readonly tickets: readonly Ticket[];
  readonly amount: Num;
}

/** What one issuer owed, had and paid; `payouts` in the order of the holders' ids. */
export interface IssuerSettlement {
  readonly issuer: Trader;
  readonly due: Num;
  readonly cashBefore: Num;
  readonly recovery: Num;
  readonly cashAfter: Num;
  readonly defaulted: boolean;
  readonly payouts: readonly { readonly holder: string; readonly tickets: number; readonly amount: Num }[];
}

/** What one holder gets out of one liability. */
interface Part {
  readonly party: Party;
  readonly tickets: Ticket[];
  amount: Num;
}

/** Number of tickets by holder, holders in the order of their ids. */
export function holdersOf(tickets: readonly Ticket[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { owner } of tickets) counts.set(owner.id, (counts.get(owner.id) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * R = min(1, C/D), to every holder of q tickets q·S·R; the tickets are deleted and C′ = C − R·D, exactly 0
 * where R < 1. `counted` is the C that counts, `paid` is R·D. SET-01 … SET-05.
 */
export function payOut(state: State, due: Due, counted: Num, paid: Num): IssuerSettlement {
  const { issuer, amount } = due;
  const defaulted = !atLeast(counted, amount);
  const recovery = defaulted ? paid.div(amount) : state.numbers.of(1);
  const holders = [...holdersOf(due.tickets)];
  const amounts = splitExactly(
    paid,
    holders.map(([, tickets]) => tickets),
  );
  const payouts = holders.map(([holder, tickets], i) => ({ holder, tickets, amount: at(amounts, i) }));
  if (defaulted) issuer.defaulted = true;
  settleLiabilities(state, due, payouts, issuer.cash.minus(paid), defaulted ? recovery : null);
  const cashAfter = counted.minus(paid);
  return { issuer, due: amount, cashBefore: counted, recovery, cashAfter, defaulted, payouts };
}

/** Events 3 to 8, one for each liability; the last one leaves the issuer with `closing`. */
function settleLiabilities(
  state: State,
  due: Due,
  payouts: IssuerSettlement['payouts'],
  closing: Num,
  recovery: Num | null,
): void {
  const liabilities = [...partsByLiability(state, due, payouts)];
  liabilities.forEach(([liability, parts], i) => {
    const paid = parts.reduce((sum, part) => sum.plus(part.amount), state.numbers.zero);
    const isLast = i === liabilities.length - 1;
    distribute(state, due.issuer, isLast ? closing : due.issuer.cash.minus(paid), parts);
    takeOffTheBooks(state, due.issuer, liability, parts, paid, recovery);
  });
}

/** An issuer's payouts told apart by liability: what a holder gets is split over its tickets. MOD-03, SET-05. */
function partsByLiability(state: State, due: Due, payouts: IssuerSettlement['payouts']): Map<string, Part[]> {
  const byLiability = new Map<string, Map<string, Part>>();
  const byHolder = new Map<string, Part[]>();
  for (const ticket of due.tickets) {
    const { owner, liability } = ticket;
    const parts = ensure(byLiability, liability, () => new Map<string, Part>());
    const part = ensure(parts, owner.id, () => {
      const fresh: Part = { party: owner, tickets: [], amount: state.numbers.zero };
      ensure(byHolder, owner.id, () => [] as Part[]).push(fresh);
      return fresh;
    });
    part.tickets.push(ticket);
  }
  for (const { holder, amount } of payouts) {
    const parts = byHolder.get(holder) ?? [];
    const amounts = splitExactly(
      amount,
      parts.map((part) => part.tickets.length),
    );
    parts.forEach((part, i) => (part.amount = at(amounts, i)));
  }
  return new Map([...byLiability].map(([liability, parts]) => [liability, [...parts.values()]]));
}

function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Deletes the tickets of a settled liability, counts the loss, and says how it was settled. SET-02 … SET-04. */
function takeOffTheBooks(
  state: State,
  issuer: Trader,
  pid: string,
  parts: readonly Part[],
  paid: Num,
  recovery: Num | null,
): void {
  let bucket = 0;
  let count = 0;
  for (const { tickets } of parts) {
    for (const ticket of tickets) {
      remove(state, ticket);
      bucket = ticket.bucket;
    }
    count += tickets.length;
    if (recovery === null) state.settled.repaid.push(...tickets);
  }
  const amount = state.ticketSize.times(count);
  countLoss(state, bucket, amount, amount.minus(paid));
  const payouts = parts.map((part) => ({
    holder: part.party.id,
    tickets: part.tickets.map((ticket) => ticket.id),
    amount: part.amount,
  }));
  const settled = { pid, debtor: issuer.id, amount, paid, bucket: bucketAt(state, bucket).id, payouts };
  if (recovery === null) record(state, { day: state.time, kind: 'PayableSettled', ...settled });
  else record(state, { day: state.time, kind: 'PayableDefaulted', recovery, ...settled });
}

/** Adds to what the bucket's loss rate is made of. ANC-01. */
function countLoss(state: State, bucket: number, face: Num, loss: Num): void {
  const matured = state.settled.matured[bucket];
  if (matured === undefined) return;
  matured.face = matured.face.plus(face);
  matured.loss = matured.loss.plus(loss);
}
