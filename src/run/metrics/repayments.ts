/** One row for each liability that matured, with the trading behind it. OUT-07 … OUT-10. */
import type { EventOf, ModelEvent } from '../../core/events.ts';
import { last } from '../../core/list.ts';
import type { Num } from '../../num.ts';
import { kindOf, type Accounts } from './accounts.ts';
import type { Cell } from '../../files/cell.ts';
import type { Fold, RowWriter, RunLabel, Tables } from './fold.ts';

export const strategies = ['no_trade', 'hold_to_maturity', 'sell_before', 'round_trip'] as const;
export type Strategy = (typeof strategies)[number];

export const repaymentColumns = [
  'run_id',
  'regime',
  'trader_id',
  'liability_id',
  'maturity_day',
  'face_value',
  'outcome',
  'recovery',
  'buy_count',
  'sell_count',
  'net_cash_pnl',
  'strategy',
  'debtor_buy_count',
  'debtor_sell_count',
  'debtor_net_cash_pnl',
  'debtor_strategy',
  'held_matching_maturity',
] as const;

/** Nothing bought or sold, bought only, sold only, or both. OUT-09. */
export function strategyOf(buys: number, sells: number): Strategy {
  if (buys > 0) return sells > 0 ? 'round_trip' : 'hold_to_maturity';
  return sells > 0 ? 'sell_before' : 'no_trade';
}

/** Trades counted, and the cash that they brought: sales less purchases. */
interface Trading {
  buys: number;
  sells: number;
  cash: Num;
}

/** What a row needs of the event; `recovery` is null where all was repaid. */
interface Settled {
  readonly day: number;
  readonly pid: string;
  readonly debtor: string;
  readonly amount: Num;
  readonly recovery: Num | null;
}

const settledBy = (event: EventOf<'PayableSettled' | 'PayableDefaulted'>): Settled => {
  const { day, pid, debtor, amount } = event;
  return { day, pid, debtor, amount, recovery: event.kind === 'PayableDefaulted' ? event.recovery : null };
};

export class RepaymentRows implements Fold {
  readonly #write: RowWriter;
  readonly #ofLiability = new Map<string, Trading>();
  readonly #ofTrader = new Map<string, Trading>();
  /** By maturity day: who ever held a ticket of that day. */
  readonly #heldOn = new Map<number, Set<string>>();
  /** The liability that was created last, while its tickets may still be allocated. */
  #opening: { holder: string; tickets: number; dueDay: number }[] = [];
  /** The day's repayments and defaults: their rows wait for the close, in the order of the liabilities' ids. */
  #settled: Settled[] = [];

  constructor(
    readonly accounts: Accounts,
    readonly label: RunLabel,
    tables: Tables,
  ) {
    this.#write = tables.open('repayment_events', repaymentColumns);
  }

  after(event: ModelEvent): void {
    switch (event.kind) {
      case 'PayableCreated':
        this.#endOpening();
        this.#opening = [{ holder: event.creditor, tickets: event.tickets.length, dueDay: event.dueDay }];
        return;
      case 'TicketsAllocated':
        this.#allocate(event);
        return;
      case 'TradeExecuted':
        this.#endOpening();
        this.#count(event);
        this.#hold(event.buyerId, event.maturityDay);
        return;
      case 'PayableRolledOver':
        this.#hold(event.creditor, event.dueDay);
        return;
      case 'PayableSettled':
      case 'PayableDefaulted':
        this.#endOpening();
        this.#settled.push(settledBy(event));
        return;
      default:
      // the others neither settle nor trade
    }
  }

  /** A creditor whose tickets all went to large holders at the start never held one. INI-02. */
  #allocate({ to, tickets }: EventOf<'TicketsAllocated'>): void {
    const opening = last(this.#opening);
    opening.tickets -= tickets.length;
    this.#hold(to, opening.dueDay);
  }

  #endOpening(): void {
    for (const { holder, tickets, dueDay } of this.#opening) if (tickets > 0) this.#hold(holder, dueDay);
    this.#opening = [];
  }

  #hold(party: string, dueDay: number): void {
    const holders = this.#heldOn.get(dueDay);
    if (holders === undefined) this.#heldOn.set(dueDay, new Set([party]));
    else holders.add(party);
  }

  /** Trades by traders only: a dealer may be a customer too. OUT-08R, TRD-11. */
  #count({ traderId, liabilityId, side, price }: EventOf<'TradeExecuted'>): void {
    if (kindOf(traderId) !== 'trader') return;
    for (const trading of [this.#tradingIn(liabilityId), this.#tradingBy(traderId)]) {
      if (side === 'BUY') trading.buys++;
      else trading.sells++;
      trading.cash = side === 'BUY' ? trading.cash.minus(price) : trading.cash.plus(price);
    }
  }

  #tradingIn(liability: string): Trading {
    return entry(this.#ofLiability, liability, this.accounts.zero);
  }

  #tradingBy(trader: string): Trading {
    return entry(this.#ofTrader, trader, this.accounts.zero);
  }

  #row({ day, pid, debtor, amount, recovery }: Settled): Cell[] {
    const nothing: Trading = { buys: 0, sells: 0, cash: this.accounts.zero };
    return [
      this.label.runId,
      this.label.regime,
      debtor,
      pid,
      day,
      amount,
      recovery === null ? 'repaid' : 'defaulted',
      recovery ?? 1,
      ...cells(this.#ofLiability.get(pid) ?? nothing),
      ...cells(this.#ofTrader.get(debtor) ?? nothing),
      this.#heldOn.get(day)?.has(debtor) === true,
    ];
  }

  closeDay(day: number): void {
    this.#writeRows();
    this.#heldOn.delete(day);
  }

  finish(): void {
    this.#writeRows();
  }

  /** Nothing is traded after a day's settlement, so at its close the counts are those of the repayment. */
  #writeRows(): void {
    this.#settled.sort((a, b) => (a.pid < b.pid ? -1 : 1));
    for (const settled of this.#settled) {
      this.#write(this.#row(settled));
      this.#ofLiability.delete(settled.pid);
    }
    this.#settled = [];
  }
}

const cells = ({ buys, sells, cash }: Trading): Cell[] => [buys, sells, cash, strategyOf(buys, sells)];

function entry(map: Map<string, Trading>, key: string, zero: Num): Trading {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = { buys: 0, sells: 0, cash: zero };
  map.set(key, made);
  return made;
}
