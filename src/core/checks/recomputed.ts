/** The figures of the rules, worked out another way, from the state alone. CHK-11. */
import { MONEY_PLACES, type Num } from '../../num.ts';
import type { ModelEvent } from '../events.ts';
import { ticketsCounted, type Changes, type Running } from '../journal.ts';
import { desksOf, type Bucket, type Desk, type Party, type State } from '../state.ts';
import { no, perhaps, surely, type Belief } from './belief.ts';
import type { Limits, StepEnded } from './memory.ts';
import type { Occasion } from './occasion.ts';

/** What a tie is, once more: a difference that decides nothing. KER-04R. */
const TIE = 1e-9;

/** The largest of these amounts, whatever its sign. */
export function size(...amounts: readonly Num[]): number {
  let largest = 0;
  for (const amount of amounts) largest = Math.max(largest, Math.abs(amount.toNumber()));
  return largest;
}

/** Whether two amounts are the same but for rounding in sums; mostly there is no need to ask for their size. CHK-09R. */
export function sameSum({ numbers }: State, a: Num, b: Num, turnover: () => number): boolean {
  if (a.comparedTo(b) === 0) return true;
  const difference = Math.abs(a.minus(b).toNumber());
  return difference <= numbers.slack(0) || difference <= numbers.slack(turnover());
}

/** Whether a ≥ b, or misses it by no more than a tie, for each of so many payments, and the rounding of such amounts. */
export const reaches = (state: State, a: Num, b: Num, payments = 1): boolean =>
  a.comparedTo(b) >= 0 || a.minus(b).toNumber() >= -TIE * payments - state.numbers.tolerance(size(a, b));

/** Whether a ≥ b, by more than the rounding of such amounts decides at a tie. */
export const clearlyReaches = (state: State, a: Num, b: Num): boolean =>
  a.minus(b).toNumber() >= -TIE + state.numbers.tolerance(size(a, b));

/** Whether a > b, ties excluded, where amounts of this size went into it. KER-04R, CHK-12R. */
export function isAbove({ numbers }: State, a: Num, b: Num, scale = size(a, b)): Belief {
  const over = a.minus(b).toNumber() - TIE;
  const near = numbers.tolerance(scale);
  return over > near ? surely : over < -near ? no : perhaps;
}

/** Whether a figure is the recomputed one, within a tie. */
export function agrees(state: State, found: Num, recomputed: Num): boolean {
  if (found.comparedTo(recomputed) === 0) return true;
  const difference = Math.abs(found.minus(recomputed).toNumber());
  return difference <= TIE || difference <= TIE + state.numbers.tolerance(size(found, recomputed));
}

/** Whether an amount is of whole units of money; a float64 is coarser. CHK-09R. */
export const isWhole = ({ numbers }: State, amount: Num): boolean =>
  numbers.name === 'float64' || amount.comparedTo(amount.toDecimalPlaces(MONEY_PLACES)) === 0;

/** Demands that a figure is the recomputed one. CHK-11. */
export function mustAgree(
  at: Occasion<ModelEvent | StepEnded>,
  parties: readonly string[],
  what: string,
  found: Num,
  recomputed: Num,
): void {
  if (!agrees(at.state, found, recomputed)) at.differs('CHK-11', parties, what, found, recomputed);
}

/** The account as it was before the event. */
export function before(
  { state, changes }: { readonly state: Running; readonly changes: Changes },
  party: Party,
): { readonly cash: Num; readonly tickets: number } {
  const note = changes.notes[party.account];
  return note?.event === state.journal.index ? note : { cash: party.cash, tickets: ticketsCounted(party) };
}

/** The bucket of a remaining maturity: the last whose range begins at or below it. MOD-04, MOD-05R. */
export function bucketFor(state: State, remaining: number): Bucket {
  let found: Bucket | null = null;
  for (const bucket of state.buckets) if (bucket.from <= Math.max(1, remaining)) found = bucket;
  if (found === null) throw new Error(`no bucket for ${String(remaining)} periods`);
  return found;
}

/** 2A = 2M + O and 2B = 2M − O, B not below 0 where it is clipped; worked out once for each (M, O). KER-01, ANC-04. */
export function outside({ state, memory }: Where, { index, outsideMid, outsideSpread }: Bucket): Limits {
  const known = memory.limits[index];
  if (known?.mid === outsideMid && known.spread === outsideSpread) return known;
  const twice = outsideMid.plus(outsideMid);
  const bid = twice.minus(outsideSpread).div(2);
  const limits: Limits = {
    mid: outsideMid,
    spread: outsideSpread,
    ask: twice.plus(outsideSpread).div(2),
    bid: state.clipOutsideBid && bid.comparedTo(0) < 0 ? state.numbers.zero : bid,
    tie: outsideMid.times(TIE),
    aboveGuard: outsideMid.minus(state.guardThreshold).toNumber() - TIE,
    near: state.numbers.tolerance(size(outsideMid)),
  };
  memory.limits[index] = limits;
  return limits;
}

/** A world and what the checks know of it. */
export type Where = Pick<Occasion<ModelEvent | StepEnded>, 'state' | 'memory'>;

export interface Position {
  readonly tickets: number;
  readonly cash: Num;
}

/** How a dealer may stand at a position: under the guard, or with a ladder and its quotes. */
export interface Stance {
  readonly guard: boolean;
  /** K*, in tickets. */
  readonly capacity: number;
  readonly midline: Num;
  readonly ask: Num;
  readonly bid: Num;
}

/**
 * How the dealer of a bucket stands at a position. More than one answer only where guard or capacity lie so near
 * their tie that rounding decides. KER-03 … KER-12.
 */
export function stances(at: Where, bucket: Bucket, position: Position): Stance[] {
  const limits = outside(at, bucket);
  const { aboveGuard, near, mid, ask, bid } = limits;
  const guarded = { guard: true, capacity: 0, midline: mid, ask, bid };
  if (aboveGuard < -near) return [guarded];
  const open = capacities(at.state, limits, position).map((capacity) =>
    onLadder(at.state, limits, position, capacity),
  );
  return aboveGuard > near ? open : [guarded, ...open];
}

/** The largest K with K·M ≤ M·a + C, the tie of KER-04R included. KER-03. */
function capacities(state: State, { mid, tie }: Limits, { tickets, cash }: Position): number[] {
  const more = cash.plus(tie).div(mid);
  const whole = more.floor().toNumber();
  const rest = more.toNumber() - whole;
  const near = state.numbers.tolerance(Math.abs(whole));
  const counts = rest <= near ? [whole, whole - 1] : rest >= 1 - near ? [whole, whole + 1] : [whole];
  return counts.map((count) => Math.max(0, tickets + count));
}

/** M + O·((K − 2a)/(2K + 4) ± 1/(2K + 2)) over one denominator: the midline, or a quote beside it. KER-08, KER-09. */
function interior({ mid, spread }: Limits, tickets: number, capacity: number, side: -1 | 0 | 1): Num {
  const [slopes, widths] = [2 * capacity + 4, 2 * capacity + 2];
  return mid.plus(spread.times((capacity - 2 * tickets) * widths + side * slopes).div(slopes * widths));
}

/**
 * The quotes with a capacity of K tickets. With the slope and half the inside width over one denominator:
 * a(x) = M + O·((K − 2a)/(2K + 4) + 1/(2K + 2)), and b(x) with a minus. KER-05 … KER-10, KER-16R, KER-18R.
 */
function onLadder(state: State, limits: Limits, { tickets }: Position, capacity: number): Stance {
  const { bid, ask } = limits;
  const best = higher(bid, interior(limits, tickets, capacity, -1));
  const lowest = higher(best, lower(ask, interior(limits, tickets, capacity, 1)));
  const midline = interior(limits, tickets, capacity, 0);
  if (!state.capQuotesAtPar) return { guard: false, capacity, midline, ask: lowest, bid: best };
  const capped = lower(state.ticketSize, best);
  const highest = higher(capped, lower(state.ticketSize, lowest));
  return { guard: false, capacity, midline, ask: highest, bid: capped };
}

const higher = (a: Num, b: Num): Num => (a.comparedTo(b) < 0 ? b : a);
const lower = (a: Num, b: Num): Num => (a.comparedTo(b) > 0 ? b : a);

/** What a payer with this cash hands over for `count` tickets at a price: it does not borrow. TRD-05, REB-07R. */
export const payment = (payer: Party, cash: Num, price: Num, count = 1): Num => {
  const asked = price.times(count);
  return payer.kind === 'vbt' || asked.comparedTo(0) <= 0
    ? asked
    : lower(asked, higher(cash, cash.minus(cash)));
};

/** The desk of a bucket of the same kind as another desk. */
export const counterpart = (bucket: Bucket, { kind }: Desk): Desk => desksOf(bucket)[kind];
