/** What the checks keep between events. No rule reads it, so that a fault in a rule cannot reach it. CHK-11. */
import type { Num } from '../../num.ts';
import type { ModelEvent, RunEnding } from '../events.ts';
import type { State, Ticket, Trader } from '../state.ts';
import { BookedEquity } from './booked-equity.ts';
import type { Flow } from './crowd.ts';
import { noChecks, type CheckCounts } from './violation.ts';

/** What one issuer had and has handed over in the settlement of a day. */
export interface Account {
  readonly issuer: Trader;
  /** How many of its tickets are due. */
  readonly due: number;
  /** Its cash when settlement started. */
  readonly start: Num;
  /** Its cash when its turn came. */
  atTurn: Num | null;
  gone: number;
  paid: Num;
  received: Num;
  /** Whether its last event told of a default. */
  defaulted: boolean;
  readonly payouts: Map<string, { tickets: number; amount: Num }>;
}

/** What has become of a bucket's quotes since they were posted: nothing, an account was touched, or an input moved. */
export type Posting = 'current' | 'touched' | 'moved';

/** The steps of a period after which something must be complete. LOOP-01. */
export interface StepEnded {
  readonly day: number;
  readonly kind:
    | 'opening'
    | 'advance'
    | 'posting'
    | 'order flow'
    | 'settlement'
    | 'rollover'
    | 'anchor update'
    | 'period';
}

/** What has happened since the run began. */
export interface Progress {
  /** Periods that are complete. */
  periods: number;
  /** The steps of the period under way. */
  steps: StepEnded['kind'][];
  /** The first period with a default, and the first that began without a ticket; counted from 1. */
  defaulted: number | null;
  empty: number | null;
}

export const noProgress = (): Progress => ({ periods: 0, steps: [], defaulted: null, empty: null });

export interface Memory {
  readonly counts: CheckCounts;
  readonly equity: BookedEquity;
  /** By bucket, what follows from (M, O) alone. */
  readonly limits: (Limits | null)[];
  /** (M, O) of each bucket as the losses so far have made them. ANC-03. */
  readonly anchors: { readonly mid: Num; readonly spread: Num }[];
  /** Buckets whose anchors have moved in the update under way. */
  readonly updated: Set<number>;
  /** The day of what follows. */
  day: number;
  /** Issuers whose tickets are due today, once settlement has started. */
  accounts: Map<Trader, Account> | null;
  /** Whether the settlement of these accounts has been looked at as a whole. */
  isSettled: boolean;
  /** Face that matured today and loss on it, by bucket. ANC-01. */
  readonly matured: { face: Num; loss: Num }[];
  /** Tickets repaid today, and how many of them have been dealt with in rollover. ROL-01, ROL-04R. */
  readonly repaid: Ticket[];
  rolled: number;
  /** What has been told, until the world is open. */
  told: ModelEvent[] | null;
  /** How many tickets there are to settle, by day. */
  readonly dueOn: Map<number, number>;
  /** Cash in the world as it was after the last event. */
  cashInWorld: Num;
  /** By bucket, what has become of its quotes since they were posted. KER-15. */
  readonly posting: Posting[];
  /** Whether the last event but for quotes was a trade. */
  hasTraded: boolean;
  /** The issuer that settled last today. SET-06R. */
  lastIssuer: Trader | null;
  /** A new ticket that its holder has to pass on at once. ROL-06R. */
  toPlace: Ticket | null;
  /** Who has defaulted so far. SET-04. */
  readonly defaulters: Set<Trader>;
  /** How many trades there were: the number that the next one is told with. OUT-03. */
  trades: number;
  /** The order flow under way. */
  flow: Flow | null;
  progress: Progress;
  /** Why the run has ended, once it has. */
  ending: RunEnding | null;
}

/** What follows from the anchors of a bucket: A and B, and the distance to the guard. KER-01, KER-12. */
export interface Limits {
  readonly mid: Num;
  readonly spread: Num;
  readonly ask: Num;
  readonly bid: Num;
  /** M·10⁻⁹: what cash may lack of a ticket. KER-04R. */
  readonly tie: Num;
  /** How far M lies above the guard's threshold, and the rounding of such amounts. */
  readonly aboveGuard: number;
  readonly near: number;
}

export const openMemory = (state: State): Memory => {
  const { buckets, time, numbers, traders } = state;
  return {
    counts: noChecks(),
    equity: new BookedEquity(state),
    limits: buckets.map(() => null),
    anchors: buckets.map(({ outsideMid, outsideSpread }) => ({ mid: outsideMid, spread: outsideSpread })),
    updated: new Set(),
    day: time,
    accounts: null,
    isSettled: false,
    matured: buckets.map(() => ({ face: numbers.zero, loss: numbers.zero })),
    repaid: [],
    rolled: 0,
    told: [],
    dueOn: new Map(),
    cashInWorld: state.cashInWorld,
    posting: buckets.map(({ desks }): Posting => (desks === null ? 'current' : 'moved')),
    hasTraded: false,
    lastIssuer: null,
    toPlace: null,
    defaulters: new Set(traders.filter(({ defaulted }) => defaulted)),
    trades: 0,
    flow: null,
    progress: noProgress(),
    ending: null,
  };
};

/** Forgets yesterday when a new day has begun. LOOP-07R. */
export function today(state: State, memory: Memory): Memory {
  if (memory.day === state.time) return memory;
  memory.day = state.time;
  memory.accounts = null;
  memory.isSettled = false;
  memory.repaid.length = 0;
  memory.rolled = 0;
  memory.lastIssuer = null;
  for (const matured of memory.matured) {
    matured.face = state.numbers.zero;
    matured.loss = state.numbers.zero;
  }
  return memory;
}

/** The id that a ticket has when it is issued again: one more after its last `~`. ROL-01. */
export function reissuedId(id: string): string {
  const mark = id.lastIndexOf('~');
  if (mark < 0) return `${id}~1`;
  const count = id.slice(mark + 1);
  return /^\d+$/.test(count) ? `${id.slice(0, mark + 1)}${String(BigInt(count) + 1n)}` : `${id}~1`;
}

/** So many tickets more, or fewer, fall due on a day. */
export function changeDue({ dueOn }: Memory, day: number, change: number): void {
  dueOn.set(day, (dueOn.get(day) ?? 0) + change);
}
