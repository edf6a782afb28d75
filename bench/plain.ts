/** The kernel and a trade as a plain loop over doubles would have them: no library, no checks, no events. */

/** The inputs of the dealer's formula. */
export interface PlainDealer {
  cash: number;
  tickets: number;
}

export interface PlainMarket {
  readonly ticketSize: number;
  readonly mid: number;
  readonly spread: number;
  readonly guardThreshold: number;
}

const TIE = 1e-9;

/** All that the kernel says, with the clip on and no par cap; a tie counts as reached, as in the core. */
export function plainQuotes(market: PlainMarket, { cash, tickets }: PlainDealer) {
  const { ticketSize: S, mid: M, spread: O, guardThreshold } = market;
  const faceInventory = S * tickets;
  const outsideAsk = M + O / 2;
  const outsideBid = Math.max(0, M - O / 2);
  const guard = M <= guardThreshold + TIE;
  const fundable = guard ? 0 : Math.max(0, tickets + Math.floor(cash / M + TIE));
  const capacity = S * fundable;
  const layoff = S / (capacity + S);
  const insideWidth = layoff * O;
  const midline = guard ? M : M - (O / (capacity + 2 * S)) * (faceInventory - capacity / 2);
  const interiorAsk = guard ? outsideAsk : midline + insideWidth / 2;
  const interiorBid = guard ? outsideBid : midline - insideWidth / 2;
  const bidPinned = interiorBid <= outsideBid + TIE;
  const bid = bidPinned ? outsideBid : interiorBid;
  const ask = interiorAsk >= outsideAsk - TIE ? outsideAsk : Math.max(bid, interiorAsk);
  return {
    tickets,
    faceInventory,
    cash,
    wealth: M * tickets + cash,
    fundable,
    capacity,
    rungs: fundable + 1,
    layoff,
    insideWidth,
    midline,
    interiorAsk,
    interiorBid,
    ask,
    bid,
    askPinned: ask === outsideAsk,
    bidPinned,
    outsideMid: M,
    outsideSpread: O,
    outsideAsk,
    outsideBid,
    guard,
  };
}

export interface PlainTicket {
  readonly serial: number;
  readonly maturity: number;
}

export interface PlainHolder {
  cash: number;
  readonly tickets: PlainTicket[];
}

/** A dealer and one customer who trade tickets in the order of maturity and serial; quotes are kept and renewed. */
export class PlainTrades {
  quotes: ReturnType<typeof plainQuotes>;

  constructor(
    readonly market: PlainMarket,
    readonly dealer: PlainHolder,
    readonly customer: PlainHolder,
  ) {
    this.quotes = this.#quote();
  }

  #quote(): ReturnType<typeof plainQuotes> {
    return plainQuotes(this.market, { cash: this.dealer.cash, tickets: this.dealer.tickets.length });
  }

  sell(): void {
    const { quotes } = this;
    if (quotes.guard || quotes.tickets + 1 > quotes.fundable || quotes.cash + TIE < quotes.bid) return;
    this.#hand(this.customer, this.dealer, quotes.bid);
  }

  buy(): void {
    const { quotes } = this;
    if (quotes.guard || quotes.tickets < 1 || this.customer.cash + TIE < quotes.ask) return;
    this.#hand(this.dealer, this.customer, quotes.ask);
  }

  /** The first ticket goes one way, and the price the other. */
  #hand(seller: PlainHolder, buyer: PlainHolder, price: number): void {
    const ticket = seller.tickets.shift();
    if (ticket === undefined) return;
    seller.cash += price;
    buyer.cash -= price;
    const place = buyer.tickets.findIndex(
      ({ maturity, serial }) =>
        maturity > ticket.maturity || (maturity === ticket.maturity && serial > ticket.serial),
    );
    buyer.tickets.splice(place < 0 ? buyer.tickets.length : place, 0, ticket);
    this.quotes = this.#quote();
  }
}
