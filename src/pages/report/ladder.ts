/** A whole ladder from the kernel itself, rung by rung, for the page that shows it. KER-05 … KER-14. */
import { canPay, quotesAt, type KernelInput, type Quotes } from '../../core/kernel.ts';
import { decimal } from '../../num.ts';
import type { DrawnRung } from './charts/ladder.tsx';
import type { LadderState } from './ladder-state.ts';

/** What the kernel says at one rung, and what orders there would come to. */
export interface Rung {
  readonly tickets: number;
  readonly quotes: Quotes;
  /** A buyer is served from the dealer's shelf; otherwise it pays the outside ask. KER-13. */
  readonly buyInterior: boolean;
  /** The dealer takes a seller's ticket; otherwise the seller gets the outside bid. KER-14. */
  readonly sellInterior: boolean;
}

/** Rungs drawn at most; a longer ladder is drawn at evenly spread ones. */
const DRAWN = 121;

const kernelInput = (state: LadderState): KernelInput => ({
  ticketSize: decimal.of(String(state.ticketSize)),
  outsideMid: decimal.of(String(state.outsideMid)),
  outsideSpread: decimal.of(String(state.outsideSpread)),
  guardThreshold: decimal.of(String(state.guardThreshold)),
  clipOutsideBid: state.clipOutsideBid,
  capQuotesAtPar: state.capQuotesAtPar,
  tickets: state.tickets,
  cash: decimal.of(String(state.cash)),
});

/** The quotes at the dealer's own position. */
export const quotesNow = (state: LadderState): Quotes => quotesAt(kernelInput(state));

/** The schedule that the dealer's wealth funds, read at every rung from 0 to K*, or at `DRAWN` of them. KER-05. */
export function ladder(state: LadderState): Rung[] {
  const input = kernelInput(state);
  const { fundableTickets, guard } = quotesAt(input);
  const places = Math.min(fundableTickets + 1, DRAWN);
  return Array.from({ length: places }, (_, i) => {
    const tickets = places === 1 ? 0 : Math.round((i * fundableTickets) / (places - 1));
    const quotes = quotesAt(input, input.ticketSize.times(tickets));
    return {
      tickets,
      quotes,
      buyInterior: !guard && tickets >= 1,
      sellInterior: !guard && tickets + 1 <= fundableTickets && canPay(quotes),
    };
  });
}

/** A rung as the chart draws it. */
export const drawnRung = ({ quotes }: Rung): DrawnRung => ({
  face: quotes.faceInventory.toNumber(),
  ask: quotes.ask.toNumber(),
  bid: quotes.bid.toNumber(),
  midline: quotes.midline.toNumber(),
  outsideAsk: quotes.outsideAsk.toNumber(),
  outsideBid: quotes.outsideBid.toNumber(),
});
