/** What a buyer may get, and for how much: tickets of the desks' shelves, looked for another way. TRD-06 … TRD-10R. */
import type { Num } from '../../num.ts';
import {
  desksOf,
  type Bucket,
  type Desk,
  type Party,
  type State,
  type Ticket,
  type TicketsByDay,
  type Trader,
} from '../state.ts';
import { no, ofAll, perhaps, surely, type Belief } from './belief.ts';
import { clearlyReaches, outside, reaches, stances, type Where } from './recomputed.ts';

/** The buyer, with the issuer that its tickets tied it to before the one that it just got. TRD-07. */
export interface Buyer {
  readonly party: Party;
  readonly tiedTo: Trader | null;
}

export function buyerOf(party: Party, delivered: string | null): Buyer {
  const other = party.kind === 'trader' ? earliest(party.holdings, ({ id }) => id !== delivered) : null;
  return { party, tiedTo: other === null ? null : other.issuer };
}

export function partyNamed(state: State, id: string): Party {
  const party = state.parties.get(id);
  if (party === undefined) throw new Error(`nobody is called ${id}`);
  return party;
}

/** The earliest ticket of a desk's home bucket that the buyer may hold. TRD-06 … TRD-08R. */
export const firstFor = (desk: Desk, { party, tiedTo }: Buyer): Ticket | null =>
  earliest(
    tiedTo === null ? desk.holdings : tiedTo.issued,
    (ticket) =>
      ticket.live && ticket.owner === desk && ticket.bucket === desk.bucket && ticket.issuer !== party,
  );

/** The lists are looked through from their beginning, not as the rules do it: what searches for them may be wrong. */
function earliest(days: TicketsByDay, fits: (ticket: Ticket) => boolean): Ticket | null {
  for (const { tickets } of days) for (const ticket of tickets) if (fits(ticket)) return ticket;
  return null;
}

/** What a buyer would be delivered in a bucket, and the price asked for it. */
export interface Offer {
  readonly ticket: Ticket;
  readonly price: Num;
}

/**
 * What a buyer would get in a bucket as it is: null where nobody can deliver. More than one answer only where rounding
 * decides how the dealer stands. TRD-02, TRD-04, TRD-09R, LOOP-05.
 */
export function offersIn(at: Where, bucket: Bucket, buyer: Buyer): (Offer | null)[] {
  const { state } = at;
  const { dealer, vbt } = desksOf(bucket);
  const atVbt = firstFor(vbt, buyer);
  const passed = atVbt === null ? null : { ticket: atVbt, price: outside(at, bucket).ask };
  return stances(at, bucket, dealer).map(({ guard, ask }) => {
    const fills = !guard && state.regime !== 'backstop' && dealer.tickets > 0;
    const shelf = fills ? firstFor(dealer, buyer) : null;
    return shelf === null ? passed : { ticket: shelf, price: ask };
  });
}

/** Whether a bucket with these offers serves a buyer with this cash. TRD-05, TRD-09R. */
export const canServe = (at: Where, buyer: Buyer, cash: Num, offers: readonly (Offer | null)[]): Belief =>
  ofAll(offers.map((offer) => (offer === null ? no : isAffordable(at, buyer, cash, offer))));

/** Whether a buyer with this cash can pay what it is offered. A VBT always can. TRD-05. */
function isAffordable({ state }: Where, { party }: Buyer, cash: Num, { price }: Offer): Belief {
  if (party.kind === 'vbt') return surely;
  return clearlyReaches(state, cash, price) ? surely : reaches(state, cash, price) ? perhaps : no;
}
