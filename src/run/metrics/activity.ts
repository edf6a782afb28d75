/** How much was traded where, by which route and why; orders refused; rollover. Beside the P&L of MET-02; MET-15. */
import { refusals, routingReasons, type Refusal, type RoutingReason } from '../../core/events.ts';
import type { ModelEvent } from '../../core/events.ts';
import type { Num } from '../../num.ts';
import type { Accounts } from './accounts.ts';
import type { Fold } from './fold.ts';
import { known } from './postings.ts';

export interface BucketActivity {
  readonly bucket: string;
  buys: number;
  sells: number;
  interior: number;
  passThrough: number;
  readonly passThroughByReason: Record<RoutingReason, number>;
  /** Face that passed through to the VBT. */
  passThroughFace: Num;
  cashVolume: Num;
}

export interface Activity {
  readonly trades: number;
  readonly liquidityDriven: number;
  readonly ordersRefused: Readonly<Record<Refusal, number>>;
  readonly ticketsRolledOver: number;
  readonly rolloversDeclined: number;
  /** Face of the tickets that were not issued again because the holder could not pay. MET-15. */
  readonly rolloversDeclinedFace: Num;
  readonly byBucket: readonly BucketActivity[];
}

const none = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

export class ActivityFold implements Fold {
  readonly #buckets = new Map<string, BucketActivity>();
  readonly #refused = none(refusals);
  #liquidityDriven = 0;
  #rolled = 0;
  #declined = 0;

  constructor(readonly accounts: Accounts) {}

  after(event: ModelEvent): void {
    if (event.kind === 'WorldOpened') for (const { id } of event.buckets) this.#open(id);
    else if (event.kind === 'OrderRejected') this.#refused[event.reason]++;
    else if (event.kind === 'PayableRolledOver') this.#rolled += event.tickets.length;
    else if (event.kind === 'RolloverDeclined') this.#declined++;
    else if (event.kind === 'TradeExecuted') {
      const bucket = known(this.#buckets, event.bucket);
      if (event.side === 'BUY') bucket.buys++;
      else bucket.sells++;
      if (event.isLiquidityDriven) this.#liquidityDriven++;
      bucket.cashVolume = bucket.cashVolume.plus(event.price);
      const { hitVbtReason: reason } = event;
      if (reason === null) {
        bucket.interior++;
        return;
      }
      bucket.passThrough++;
      bucket.passThroughFace = bucket.passThroughFace.plus(this.accounts.ticketSize);
      bucket.passThroughByReason[reason]++;
    }
  }

  #open(bucket: string): void {
    const { zero } = this.accounts;
    this.#buckets.set(bucket, {
      bucket,
      buys: 0,
      sells: 0,
      interior: 0,
      passThrough: 0,
      passThroughByReason: none(routingReasons),
      passThroughFace: zero,
      cashVolume: zero,
    });
  }

  activity(): Activity {
    const byBucket = [...this.#buckets.values()];
    return {
      trades: byBucket.reduce((sum, { buys, sells }) => sum + buys + sells, 0),
      liquidityDriven: this.#liquidityDriven,
      ordersRefused: this.#refused,
      ticketsRolledOver: this.#rolled,
      rolloversDeclined: this.#declined,
      rolloversDeclinedFace: this.accounts.face(this.#declined),
      byBucket,
    };
  }
}
