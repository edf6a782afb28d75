/** Equity as the events explain it, account by account. CHK-C5, MOD-12. */
import type { Num } from '../../num.ts';
import { equity, explainEquity, type Books, type ProfitPart } from '../equity.ts';
import type { ModelEvent } from '../events.ts';
import { at as listed } from '../list.ts';
import { bucketNamed, type Party, type State } from '../state.ts';

/** What C5 holds the balance sheets against. One serves a run: an event is explained without a new object. */
export class BookedEquity implements Books {
  readonly #state: State;
  /** By account number. */
  readonly #booked: Num[];

  constructor(state: State) {
    this.#state = state;
    this.#booked = Array.from(state.parties.values(), (party) => equity(state, party));
  }

  of({ account }: Party): Num {
    return listed(this.#booked, account);
  }

  add(party: Party, change: Num): void {
    this.#booked[party.account] = this.of(party).plus(change);
  }

  /** The account is as its balance sheet says. */
  accept(party: Party, onSheet = equity(this.#state, party)): void {
    this.#booked[party.account] = onSheet;
  }

  /** Adds what the event explains. */
  explain(event: ModelEvent): void {
    explainEquity(event, this, this.#explained);
  }

  readonly #explained = (id: string, _part: ProfitPart, change: Num): void => {
    const party = this.#state.parties.get(id);
    if (party !== undefined) this.add(party, change);
  };

  get ticketSize(): Num {
    return this.#state.ticketSize;
  }

  get zero(): Num {
    return this.#state.numbers.zero;
  }

  outsideMid(bucket: string): Num {
    return bucketNamed(this.#state, bucket).outsideMid;
  }

  deskTickets(desk: string): number {
    const party = this.#state.parties.get(desk);
    return party === undefined || party.kind === 'trader' ? 0 : party.tickets;
  }
}
