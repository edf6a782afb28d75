/** The dealer's inventory against its neutral level. MET-05. */
import type { ModelEvent } from '../../core/events.ts';
import { deskId } from '../../core/equity.ts';
import type { Num } from '../../num.ts';
import type { Accounts } from './accounts.ts';
import type { Fold } from './fold.ts';

/** Inventories in tickets; `imbalance` is inventory less the neutral level. Extremes are over day closes. */
export interface Imbalance {
  readonly bucket: string;
  readonly neutralLevel: Num;
  readonly inventoryInitial: number;
  readonly inventoryFinal: number;
  readonly inventoryMin: number;
  readonly inventoryMax: number;
  readonly imbalanceInitial: Num;
  readonly imbalanceFinal: Num;
}

interface Track {
  readonly neutral: Num;
  readonly initial: number;
  min: number;
  max: number;
}

export class ImbalanceFold implements Fold {
  readonly #tracks = new Map<string, Track>();

  constructor(readonly accounts: Accounts) {}

  /** The first quotes of a bucket tell X* at t = 0: the neutral level is half of it, in tickets. */
  after(event: ModelEvent): void {
    if (event.kind !== 'QuotesPosted' || this.#tracks.has(event.bucket)) return;
    const initial = event.dealerInventory;
    const neutral = event.dealerCapacity.div(this.accounts.ticketSize).div(2);
    this.#tracks.set(event.bucket, { neutral, initial, min: initial, max: initial });
  }

  closeDay(): void {
    for (const [bucket, track] of this.#tracks) {
      const now = this.#inventory(bucket);
      track.min = Math.min(track.min, now);
      track.max = Math.max(track.max, now);
    }
  }

  #inventory(bucket: string): number {
    return this.accounts.deskTickets(deskId('dealer', bucket));
  }

  imbalances(): Imbalance[] {
    const { zero } = this.accounts;
    return [...this.#tracks].map(([bucket, { neutral, initial, min, max }]) => ({
      bucket,
      neutralLevel: neutral,
      inventoryInitial: initial,
      inventoryFinal: this.#inventory(bucket),
      inventoryMin: min,
      inventoryMax: max,
      imbalanceInitial: zero.plus(initial).minus(neutral),
      imbalanceFinal: zero.plus(this.#inventory(bucket)).minus(neutral),
    }));
  }
}
