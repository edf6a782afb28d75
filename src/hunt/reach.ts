/** Which places random play reached: about a place that it never reached it says nothing. */
import type { PeriodAnswer, QuotesAnswer, StateAnswer, TradeAnswer } from '../protocol/protocol.ts';
import type { Exchange } from '../protocol/exchange.ts';

export const places = [
  'interior SELL',
  'interior BUY',
  'pass-through SELL: guard',
  'pass-through SELL: capacity',
  'pass-through SELL: cash',
  'pass-through BUY: guard',
  'pass-through BUY: inventory',
  'pass-through BUY: issuer',
  'pass-through SELL: regime',
  'pass-through BUY: regime',
  'refusal: cash',
  'refusal: no_eligible_ticket',
  'refusal: no_ticket',
  'refusal: price',
  'repaid in full',
  'default with partial recovery',
  'default with nothing recovered',
  'default borne by a trader',
  'default borne by a dealer',
  'default borne by a VBT',
  'default under cash_on_hand',
  'default under sequential',
  'default under clearing_vector',
  'crossing: dealer to dealer',
  'crossing: dealer to VBT, short of cash',
  'crossing: VBT to VBT',
  'crossing: a label only',
  'rolled over at par',
  'rolled over at the mid',
  'rollover declined',
  'rollover placed with a dealer',
  'rollover placed with a VBT',
  'anchors moved by losses',
  'arrival under liquidity_and_investment',
  'arrival under default_avoidance',
  'arrival served on the other side',
  'a quote capped at par',
  'a quote pinned with the guard off',
  'an invalid request',
  'a passive period',
] as const;
export type Place = (typeof places)[number];

/** Counts by place. */
export class Reach {
  readonly counts = new Map<Place, number>(places.map((place) => [place, 0]));
  #state: StateAnswer | null = null;

  /** What was never reached. */
  get missed(): Place[] {
    return places.filter((place) => this.counts.get(place) === 0);
  }

  /** Notes what a play reached; `state` among its requests tells what world the others met. */
  note(play: readonly Exchange[]): void {
    this.#state = null;
    for (const { op, answer } of play) {
      if ('refused' in answer) this.#visit('an invalid request', answer.refused === 'invalid');
      else if (op === 'state') this.#state = answer as StateAnswer;
      else if (op === 'sell' || op === 'buy') this.#noteTrade(answer as TradeAnswer);
      else if (op === 'quotes') this.#noteQuotes(answer as QuotesAnswer);
      else this.#noteSteps(op === 'period' ? answer : { [op]: answer });
    }
  }

  /** The state that a step has met: a play looks before it asks. */
  get #met(): StateAnswer {
    if (this.#state === null) throw new Error('something was asked before anybody had looked');
    return this.#state;
  }

  #visit(place: Place, happened = true): void {
    if (happened) this.counts.set(place, (this.counts.get(place) ?? 0) + 1);
  }

  #noteTrade({ executed, side, route, reason, routedBecause }: TradeAnswer): void {
    const place = !executed
      ? `refusal: ${String(reason)}`
      : route === 'interior'
        ? `interior ${side}`
        : `pass-through ${side}: ${String(routedBecause)}`;
    const known = places.find((name) => name === place);
    if (known === undefined) throw new Error(`${place} is not among the places`);
    this.#visit(known);
  }

  #noteQuotes({ ask, bid, interiorAsk, interiorBid, askPinned, bidPinned, guard }: QuotesAnswer): void {
    const { rulings, ticketSize } = this.#met;
    const isCapped =
      rulings.cap_quotes_at_par &&
      !guard &&
      [ask, bid].some((quote) => Number(quote) === Number(ticketSize)) &&
      Math.max(Number(interiorAsk), Number(interiorBid)) > Number(ticketSize);
    this.#visit('a quote capped at par', isCapped);
    this.#visit('a quote pinned with the guard off', !guard && (askPinned || bidPinned));
  }

  #noteSteps({ advance, orderFlow, settle, rollover, updateAnchors }: Partial<PeriodAnswer>): void {
    for (const { seller, buyer, price } of advance?.rebucketed ?? []) {
      const [from, to] = [seller.split(':')[0], buyer.split(':')[0]];
      this.#visit('crossing: a label only', price === null);
      this.#visit('crossing: VBT to VBT', price !== null && from === 'vbt');
      this.#visit('crossing: dealer to dealer', price !== null && from === 'dealer' && to === 'dealer');
      this.#visit('crossing: dealer to VBT, short of cash', from === 'dealer' && to === 'vbt');
    }
    for (const { trade, fallback } of orderFlow?.arrivals ?? []) {
      this.#noteTrade(trade);
      this.#visit('arrival served on the other side', fallback);
      const { kind } = this.#met.policy;
      // random worlds have the other two policies
      if (kind !== 'two_sided') this.#visit(`arrival under ${kind}`);
    }
    for (const { recovery, payouts } of settle?.issuers ?? []) {
      this.#visit('repaid in full', Number(recovery) >= 1);
      if (Number(recovery) < 1) this.#noteDefault(Number(recovery), payouts);
    }
    for (const { placed } of rollover?.issued ?? []) {
      this.#visit(`rolled over at ${this.#met.rollover.issuePrice === 'mid' ? 'the mid' : 'par'}`);
      if (placed !== undefined)
        this.#visit(`rollover placed with a ${placed.buyer.startsWith('vbt') ? 'VBT' : 'dealer'}`);
    }
    this.#visit('rollover declined', (rollover?.declined ?? []).length > 0);
    const lost = updateAnchors?.buckets.some(({ lossRate }) => Number(lossRate) > 0) === true;
    this.#visit('anchors moved by losses', lost && this.#met.anchors.update);
    this.#visit('a passive period', orderFlow !== undefined && this.#met.regime === 'passive');
  }

  #noteDefault(recovery: number, payouts: readonly { holder: string }[]): void {
    this.#visit(recovery > 0 ? 'default with partial recovery' : 'default with nothing recovered');
    this.#visit(`default under ${this.#met.rulings.clearing}`);
    const holders = payouts.map(({ holder }) => holder.split(':'));
    this.#visit(
      'default borne by a trader',
      holders.some(([, bucket]) => bucket === undefined),
    );
    this.#visit(
      'default borne by a dealer',
      holders.some(([kind, bucket]) => kind === 'dealer' && bucket !== undefined),
    );
    this.#visit(
      'default borne by a VBT',
      holders.some(([kind, bucket]) => kind === 'vbt' && bucket !== undefined),
    );
  }
}
