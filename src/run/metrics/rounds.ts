/** Defaults that come of the issuer's own lack of cash, and defaults that other defaults bring about. MET-13. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import { at } from '../../core/list.ts';
import { bucketOf } from '../../core/tickets.ts';
import { atLeast, larger, type Num } from '../../num.ts';
import { kindOf, type Accounts } from './accounts.ts';
import type { Fold, Rules } from './fold.ts';
import { known } from './postings.ts';

/** Liabilities that defaulted, and their face. */
export interface Defaults {
  count: number;
  face: Num;
}

/** Together all defaults of the run. MET-13. */
export interface Rounds {
  readonly firstRound: Defaults;
  readonly induced: Defaults;
}

/** The default of an issuer on a day. */
interface Default {
  readonly debtor: string;
  liabilities: number;
  due: Num;
  paid: Num;
  /** What it would have had besides of claims before its turn. */
  readonly missed: Num;
  /** How far its balance was below zero. TRD-13R. */
  readonly below: Num;
}

/**
 * A default is induced if the issuer could have paid in full had every claim that it held been paid in full, as
 * far as its clearing rule lets such money pay: claims of earlier days always, claims of the day itself of those
 * that settled before it under `sequential`, all of the day under `clearing_vector`. Who defaults pays all that it
 * has, so what it paid is its cash; a balance below zero would first have taken what came in before. With rollover a
 * claim paid in full is lent again at once. MET-13, SET-06R.
 */
export class RoundsFold implements Fold {
  readonly #firstRound: Defaults;
  readonly #induced: Defaults;
  /** What traders would have kept of claims that were not paid in full. */
  readonly #missed = new Map<string, Num>();
  #today = new Map<string, Default>();
  /** Losses of the day that count from the next day on; under the clearing vector on the day itself, too. */
  #later: [holder: string, amount: Num][] = [];
  /** Traders with a balance below zero when the settlement of a day began, and by how much. */
  #below = new Map<string, Num>();
  #settledOn: number | null = null;
  /** Distance from issue to maturity, by liability: the log's own. ROL-01. */
  readonly #distances = new Map<string, number>();
  #ranges: EventOf<'WorldOpened'>['buckets'] = [];

  constructor(
    readonly accounts: Accounts,
    readonly rules: Rules,
    /** Hears of each debtor's default of a day, once the day is over. */
    readonly onJudged: (debtor: string, isInduced: boolean) => void = () => undefined,
  ) {
    this.#firstRound = { count: 0, face: accounts.zero };
    this.#induced = { count: 0, face: accounts.zero };
  }

  before(event: ModelEvent): void {
    if (event.kind !== 'PayableSettled' && event.kind !== 'PayableDefaulted') return;
    if (event.day === this.#settledOn) return;
    this.#settledOn = event.day;
    this.#below = new Map();
    for (const { id, kind, cash } of this.accounts.parties.values())
      if (kind === 'trader' && cash.comparedTo(0) < 0) this.#below.set(id, cash.negated());
  }

  after(event: ModelEvent): void {
    switch (event.kind) {
      case 'WorldOpened':
        this.#ranges = event.buckets;
        return;
      case 'PayableCreated':
      case 'PayableRolledOver':
        if (this.#lendsAtMid()) this.#distances.set(event.payableId, event.dueDay - event.day);
        return;
      case 'PayableDefaulted':
        this.#note(event);
        return;
      default:
      // the others are no default
    }
  }

  #lendsAtMid(): boolean {
    const { enabled, issuePrice } = this.rules.rollover;
    return enabled && issuePrice === 'mid';
  }

  #note({ debtor, amount, paid, pid, payouts }: EventOf<'PayableDefaulted'>): void {
    const { zero, ticketSize } = this.accounts;
    const begun = this.#today.get(debtor);
    const missed = this.#missed.get(debtor) ?? zero;
    const own = begun ?? {
      ...{ debtor, liabilities: 0, due: zero, paid: zero, missed },
      below: this.#belowAtTurn(debtor, paid),
    };
    own.liabilities++;
    own.due = own.due.plus(amount);
    own.paid = own.paid.plus(paid);
    this.#today.set(debtor, own);
    const kept = ticketSize.minus(this.#lentAgain(pid));
    for (const { holder, tickets, amount: payout } of payouts) {
      if (kindOf(holder) !== 'trader') continue;
      const loss = kept.times(tickets.length).minus(payout);
      if (this.rules.clearing === 'sequential') this.#add(this.#missed, holder, loss);
      else this.#later.push([holder, loss]);
    }
  }

  /** Under `sequential` receipts of the day have come in already. */
  #belowAtTurn(debtor: string, paid: Num): Num {
    const { zero } = this.accounts;
    if (this.rules.clearing !== 'sequential') return this.#below.get(debtor) ?? zero;
    return larger(zero, this.accounts.party(debtor).cash.plus(paid).negated());
  }

  #add(missed: Map<string, Num>, holder: string, loss: Num): void {
    missed.set(holder, (missed.get(holder) ?? this.accounts.zero).plus(loss));
  }

  /** What the holder of a repaid ticket would have paid for the new one. ROL-02. */
  #lentAgain(liability: string): Num {
    const { accounts, rules } = this;
    if (!rules.rollover.enabled) return accounts.zero;
    if (!this.#lendsAtMid()) return accounts.ticketSize;
    return at(accounts.buckets, bucketOf(this.#ranges, known(this.#distances, liability))).outsideMid;
  }

  closeDay(): void {
    this.#judge();
  }

  finish(): void {
    this.#judge();
  }

  #judge(): void {
    const { zero } = this.accounts;
    const missedToday = new Map<string, Num>();
    if (this.rules.clearing === 'clearing_vector')
      for (const [holder, loss] of this.#later) this.#add(missedToday, holder, loss);
    for (const { debtor, liabilities, due, paid, missed, below } of this.#today.values()) {
      const kept = below.comparedTo(0) > 0 ? larger(zero, missed.minus(below)) : missed;
      const means = paid.plus(kept).plus(missedToday.get(debtor) ?? zero);
      const isInduced = atLeast(means, due);
      const round = isInduced ? this.#induced : this.#firstRound;
      round.count += liabilities;
      round.face = round.face.plus(due);
      this.onJudged(debtor, isInduced);
    }
    this.#today = new Map();
    for (const [holder, loss] of this.#later) this.#add(this.#missed, holder, loss);
    this.#later = [];
  }

  rounds(): Rounds {
    return { firstRound: this.#firstRound, induced: this.#induced };
  }
}
