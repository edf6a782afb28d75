/**
 * Every balance sheet at any time, rebuilt from the events alone: exactly in decimal, up to the rounding of a
 * double in float64. OUT-02.
 */
import type { ModelEvent } from '../src/core/events.ts';
import type { Num } from '../src/num.ts';
import { known, PostingReader, type Claim, type Postings } from '../src/run/metrics/postings.ts';

/** A live ticket as the events left it. MOD-02. */
export interface ReplayedTicket extends Claim {
  owner: string;
  bucket: string;
}

/** Cash by party and live tickets by id. */
export class Replay implements Postings {
  readonly cash = new Map<string, Num>();
  readonly tickets = new Map<string, ReplayedTicket>();
  readonly #reader = new PostingReader();

  take(event: ModelEvent): void {
    this.#reader.read(event, this);
  }

  openAccount(party: string, cash: Num): void {
    this.cash.set(party, cash);
  }

  book(party: string, change: Num): void {
    this.cash.set(party, known(this.cash, party).plus(change));
  }

  issue(claim: Claim, owner: string, bucket: string, tickets: readonly string[]): void {
    for (const id of tickets) this.tickets.set(id, { ...claim, owner, bucket });
  }

  hand(tickets: readonly string[], from: string, to: string, oldBucket: string, newBucket: string): void {
    for (const id of tickets) {
      const ticket = this.#heldBy(id, from);
      if (ticket.bucket !== oldBucket)
        throw new Error(`ticket ${id} is in ${ticket.bucket}, not in ${oldBucket}`);
      ticket.owner = to;
      ticket.bucket = newBucket;
    }
  }

  retire(debtor: string, holder: string, _bucket: string, tickets: readonly string[]): void {
    for (const id of tickets) {
      const ticket = this.#heldBy(id, holder);
      if (ticket.debtor !== debtor)
        throw new Error(`ticket ${id} is owed by ${ticket.debtor}, not by ${debtor}`);
      this.tickets.delete(id);
    }
  }

  #heldBy(id: string, holder: string): ReplayedTicket {
    const ticket = known(this.tickets, id);
    if (ticket.owner !== holder) throw new Error(`ticket ${id} is held by ${ticket.owner}, not by ${holder}`);
    return ticket;
  }
}

/** The balance sheets at the close of a day. */
export function replayUntil(events: Iterable<ModelEvent>, day: number): Replay {
  const replay = new Replay();
  for (const event of events) {
    if (event.day > day) break;
    replay.take(event);
  }
  return replay;
}
