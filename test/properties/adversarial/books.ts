/** Books that this test keeps of its own, from what the events say and from nothing else. */
import type { World } from '../../../src/core/world.ts';
import { amount, precisionOf, sum, ZERO, type Amount, type Precision } from './exact.ts';
import type { Position } from './kernel.ts';

export interface Ticket {
  readonly id: string;
  readonly liability: string;
  readonly issuer: string;
  owner: string;
  readonly maturity: number;
  readonly distance: number;
  /** The bucket whose label it carries. */
  bucket: string;
}

export interface Market {
  readonly id: string;
  readonly to: number | null;
  mid: Amount;
  spread: Amount;
  readonly midSensitivity: Amount;
  readonly spreadSensitivity: Amount;
  readonly minSpread: Amount;
  /** Quotes as they were posted last. */
  posted: { readonly bid: Amount; readonly ask: Amount } | null;
  /** What matured with its label since the day began, and the loss on it. ANC-01, ANC-02R. */
  matured: { face: Amount; loss: Amount };
}

export class Books {
  readonly cash = new Map<string, Amount>();
  readonly tickets = new Map<string, Ticket>();
  readonly markets: readonly Market[];
  readonly size: Amount;
  readonly precision: Precision;
  readonly exact: boolean;
  time: number;
  /** Repaid in full today and neither issued again nor declined. */
  readonly repaid = new Map<string, Ticket>();
  /** All that went wrong so far: a kind, and what it is about. */
  readonly faults: { readonly kind: string; readonly about: string }[] = [];

  constructor(
    readonly world: World,
    readonly arithmetic: string,
  ) {
    this.size = amount(world.ticketSize);
    this.time = world.time;
    this.exact = arithmetic === 'decimal';
    this.markets = world.buckets.map((bucket) => ({
      id: bucket.id,
      to: bucket.to,
      mid: amount(bucket.outsideMid),
      spread: amount(bucket.outsideSpread),
      midSensitivity: amount(bucket.midSensitivity),
      spreadSensitivity: amount(bucket.spreadSensitivity),
      minSpread: amount(bucket.minSpread),
      posted: null,
      matured: { face: ZERO, loss: ZERO },
    }));
    for (const { id } of this.markets) {
      this.cash.set(`dealer:${id}`, amount(world.dealers[id]?.cash ?? '0'));
      this.cash.set(`vbt:${id}`, amount(world.vbts[id]?.cash ?? '0'));
    }
    for (const { id, cash } of world.traders) this.cash.set(id, amount(cash));
    for (const ticket of world.tickets) {
      const { id, liability, issuer, owner, maturity, distance = maturity - world.time } = ticket;
      const bucket = this.bucketFor(maturity);
      this.tickets.set(id, { id, liability, issuer, owner, maturity, distance, bucket });
    }
    this.precision = precisionOf(arithmetic, this.#scale());
  }

  /** No amount of this world is much larger. */
  #scale(): Amount {
    const sizes = [...this.cash.values(), ...this.markets.flatMap(({ mid, spread }) => [mid, spread])];
    return sum(sizes.map((size) => size.abs())).plus(this.size.times(4 + this.tickets.size));
  }

  fault(kind: string, about: string): void {
    this.faults.push({ kind, about });
  }

  cashOf(party: string): Amount {
    const cash = this.cash.get(party);
    if (cash === undefined) throw new Error(`the events name ${party}, whom the world does not`);
    return cash;
  }

  market(id: string): Market {
    const market = this.markets.find((one) => one.id === id);
    if (market === undefined) throw new Error(`the events name bucket ${id}, which the world does not`);
    return market;
  }

  /** The bucket of a remaining maturity; a ticket due today counts as due tomorrow. MOD-04, MOD-05R. */
  bucketOfDistance(distance: number): string {
    const found = this.markets.find(({ to }) => to === null || Math.max(1, distance) <= to);
    if (found === undefined) throw new Error('the last bucket has no end');
    return found.id;
  }

  bucketFor(maturity: number): string {
    return this.bucketOfDistance(maturity - this.time);
  }

  /** The tickets of a desk that its kernel counts. MOD-09. */
  shelf(desk: string): Ticket[] {
    const [, home] = desk.split(':');
    return [...this.tickets.values()].filter(({ owner, bucket }) => owner === desk && bucket === home);
  }

  position({ id, mid, spread }: Market): Position {
    const { size, world } = this;
    return {
      size,
      guardThreshold: amount(world.guardThreshold),
      clip: world.clipOutsideBid,
      cap: world.rulings.cap_quotes_at_par,
      mid,
      spread,
      tickets: this.shelf(`dealer:${id}`).length,
      cash: this.cashOf(`dealer:${id}`),
    };
  }

  /**
   * Moves cash; whoever pays a price above 0 must have it, unless it is a VBT. A negative price is paid by who would
   * receive it, and may leave that one below 0. MOD-07, MOD-10, MOD-11R, TRD-13R.
   */
  pay(from: string, to: string, price: Amount, what: string): void {
    this.cash.set(from, this.cashOf(from).minus(price));
    this.cash.set(to, this.cashOf(to).plus(price));
    if (price.gt(0)) this.mustNotBeBelowZero(from, what);
  }

  mustNotBeBelowZero(party: string, what: string): void {
    const cash = this.cashOf(party);
    if (party.startsWith('vbt:') || cash.gte(this.precision.sums.negated())) return;
    this.fault('below zero', `${party} has ${cash.toFixed()} after ${what}`);
  }

  hand(id: string, from: string, to: string): void {
    const ticket = this.tickets.get(id);
    if (ticket?.owner === from) ticket.owner = to;
    else this.fault('ticket', `${id} is handed over by ${from}, ${ticket?.owner ?? 'nobody'} has it`);
  }
}
