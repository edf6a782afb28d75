/**
 * The series by day: inventories, the state of the system, mids. A day's rows are taken at its close, after
 * the anchor update and the quotes that follow it; day 0 is the opening. OUT-04, OUT-05, OUT-06, OUT-15R.
 */
import { deskId } from '../../core/equity.ts';
import type { ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import type { Accounts, BucketBook } from './accounts.ts';
import type { Cell } from '../../files/cell.ts';
import type { Fold, RowWriter, Tables } from './fold.ts';

export const inventoryColumns = [
  'day',
  'bucket',
  'dealer_inventory',
  'dealer_capacity',
  'capacity_used',
  'is_at_zero',
  'hit_vbt_this_step',
  'dealer_cash',
  'vbt_inventory',
  'vbt_cash',
  'total_face_outstanding',
  'share_dealer',
  'share_vbt',
  'share_traders',
] as const;

export const midColumns = [
  'day',
  'bucket',
  'dealer_midline',
  'vbt_mid',
  'dealer_premium_pct',
  'vbt_premium_pct',
] as const;

/** Columns of the system series, with one for each bucket: face_short, face_mid, face_long. OUT-05. */
export const systemColumns = (buckets: readonly string[]): string[] => [
  'day',
  'total_face_value',
  ...buckets.map((bucket) => `face_${bucket.toLowerCase()}`),
  'total_cash',
  'trader_cash',
  'debt_to_money',
];

/** (price − S)/S in percent. MET-03. */
export const premium = (price: Num, par: Num): Num => price.minus(par).div(par).times(100);

/** A part of a whole, or nothing where there is no whole. */
const share = (part: Num | number, whole: Num, zero: Num): Num | null =>
  whole.isZero() ? null : zero.plus(part).div(whole);

/** One row by day and bucket. Inventories and capacity are counts of tickets. OUT-04. */
export class InventorySeries implements Fold {
  readonly #write: RowWriter;
  readonly #passedThrough = new Set<string>();

  constructor(
    readonly accounts: Accounts,
    tables: Tables,
  ) {
    this.#write = tables.open('inventory_timeseries', inventoryColumns);
  }

  after(event: ModelEvent): void {
    if (event.kind === 'TradeExecuted' && event.isPassthrough) this.#passedThrough.add(event.bucket);
  }

  closeDay(day: number): void {
    for (const bucket of this.accounts.buckets) this.#write([day, bucket.id, ...this.#row(bucket)]);
    this.#passedThrough.clear();
  }

  #row(bucket: BucketBook): Cell[] {
    const { accounts } = this;
    const { zero, ticketSize } = accounts;
    const { trader, dealer, vbt } = bucket.held;
    const total = zero.plus(trader + dealer + vbt);
    return [
      ...this.#desks(bucket, ticketSize, zero),
      accounts.outstanding(bucket),
      share(dealer, total, zero),
      share(vbt, total, zero),
      share(trader, total, zero),
    ];
  }

  /** The desks' columns; empty where the regime has none. */
  #desks({ id, quotes }: BucketBook, ticketSize: Num, zero: Num): Cell[] {
    if (quotes === null) return [null, null, null, null, null, null, null, null];
    const { accounts } = this;
    const [dealer, vbt] = [deskId('dealer', id), deskId('vbt', id)];
    const inventory = accounts.deskTickets(dealer);
    const capacity = quotes.dealerCapacity.div(ticketSize);
    return [
      inventory,
      capacity,
      share(inventory, capacity, zero),
      inventory === 0,
      this.#passedThrough.has(id),
      accounts.party(dealer).cash,
      accounts.deskTickets(vbt),
      accounts.party(vbt).cash,
    ];
  }
}

/** One row by day. OUT-05. */
export class SystemSeries implements Fold {
  #write: RowWriter | null = null;

  constructor(
    readonly accounts: Accounts,
    readonly tables: Tables,
  ) {}

  after(event: ModelEvent): void {
    if (event.kind !== 'WorldOpened') return;
    this.#write = this.tables.open(
      'system_state_timeseries',
      systemColumns(event.buckets.map(({ id }) => id)),
    );
  }

  closeDay(day: number): void {
    const { accounts } = this;
    const { trader, dealer, vbt } = accounts.cash;
    const face = accounts.outstanding();
    if (this.#write === null) throw new Error('a day closes in a world that was opened');
    this.#write([
      day,
      face,
      ...accounts.buckets.map((bucket) => accounts.outstanding(bucket)),
      trader.plus(dealer).plus(vbt),
      trader,
      debtToMoney(face, trader),
    ]);
  }
}

/** Debt over the traders' money; 0 if there is no money. MET-04. */
export const debtToMoney = (debt: Num, money: Num): Num => (money.isZero() ? money : debt.div(money));

/** One row by day and bucket; empty where nobody makes a market. OUT-06, MET-03. */
export class MidSeries implements Fold {
  readonly #write: RowWriter;

  constructor(
    readonly accounts: Accounts,
    tables: Tables,
  ) {
    this.#write = tables.open('mid_timeseries', midColumns);
  }

  closeDay(day: number): void {
    for (const { id, dealerMid, vbtMid, dealerPremiumPct, vbtPremiumPct } of midsNow(this.accounts)) {
      this.#write([day, id, dealerMid, vbtMid, dealerPremiumPct, vbtPremiumPct]);
    }
  }
}

export interface Mids {
  readonly id: string;
  readonly dealerMid: Num | null;
  readonly vbtMid: Num | null;
  readonly dealerPremiumPct: Num | null;
  readonly vbtPremiumPct: Num | null;
}

/** Dealer midline and outside mid by bucket as they stand, and their premiums over par. MET-03. */
export function midsNow({ buckets, ticketSize }: Accounts): Mids[] {
  return buckets.map(({ id, quotes, outsideMid }) => {
    if (quotes === null) {
      return { id, dealerMid: null, vbtMid: null, dealerPremiumPct: null, vbtPremiumPct: null };
    }
    const dealerMid = quotes.dealerMidline;
    return {
      id,
      dealerMid,
      vbtMid: outsideMid,
      dealerPremiumPct: premium(dealerMid, ticketSize),
      vbtPremiumPct: premium(outsideMid, ticketSize),
    };
  });
}
