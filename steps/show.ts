/** What the implementation answered, attached to the step for whoever reads the run. */
import { world } from '@cucumber/cucumber';
import type { Parameters } from './under-test.ts';
import {
  SHOWN,
  type Shown,
  type ShownFrame,
  type ShownMarket,
  type ShownTrade,
} from '../src/protocol/shown.ts';
import type { ImplementationUnderTest, QuotesAnswer, StateAnswer } from '../src/protocol/protocol.ts';

/** Larger worlds are no pictures. */
const MOST_PARTIES = 16;
const MOST_TICKETS = 60;
const MOST_RUNGS = 16;

export const show = (shown: Shown): void => {
  if ((world.parameters as Parameters).pictures === true) world.attach(JSON.stringify(shown), SHOWN);
};

export type Did = Pick<ShownFrame, 'did' | 'takes' | 'refused'> & { readonly trade?: ShownTrade | null };

/** Balance sheets and ladders as they stand now, in a world that is small enough to look at. */
export async function showWorld(
  under: ImplementationUnderTest,
  state: StateAnswer,
  { did, takes, refused, trade = null }: Did,
): Promise<void> {
  const { dealers, vbts, traders, tickets, time, ticketSize } = state;
  if (traders.length > MOST_PARTIES || tickets.length > MOST_TICKETS) return;
  const desks = (kind: string, of: StateAnswer['dealers']) =>
    Object.entries(of).map(([bucket, desk]) => ({ id: `${kind}:${bucket}`, ...desk }));
  const markets: ShownMarket[] = [];
  for (const bucket of Object.keys(dealers)) {
    const quotes = await under.call('quotes', { bucket });
    if (quotes.rungs <= MOST_RUNGS)
      markets.push({ bucket, ...standing(quotes), ladder: await ladder(under, state, quotes) });
  }
  show({
    shows: 'frame',
    did,
    takes,
    trade:
      trade === null
        ? null
        : {
            executed: trade.executed,
            side: trade.side,
            bucket: trade.bucket,
            ticket: trade.ticket,
            price: trade.price,
            route: trade.route,
            reason: trade.reason,
          },
    refused,
    time,
    ticketSize,
    parties: [...desks('dealer', dealers), ...desks('vbt', vbts), ...traders].map(({ id, cash, equity }) => ({
      id,
      cash,
      equity,
      holds: tickets.filter(({ owner }) => owner === id).map((ticket) => ticket.id),
      owes: tickets.filter(({ issuer }) => issuer === id).map((ticket) => ticket.id),
    })),
    markets,
  });
}

const standing = (quotes: QuotesAnswer) => ({
  x: quotes.faceInventory,
  ask: quotes.ask,
  bid: quotes.bid,
  outsideAsk: quotes.outsideAsk,
  outsideBid: quotes.outsideBid,
  outsideMid: quotes.outsideMid,
  guard: quotes.guard,
});

/** Asked of the implementation rung by rung: nothing here knows the formula. */
async function ladder(
  under: ImplementationUnderTest,
  { ticketSize, guardThreshold, clipOutsideBid }: StateAnswer,
  quotes: QuotesAnswer,
): Promise<ShownMarket['ladder']> {
  const { outsideMid, outsideSpread, tickets, cash, rungs } = quotes;
  const all = [];
  for (let rung = 0; rung < rungs; rung++) {
    const faceInventory = String(rung * Number(ticketSize));
    const { midline, interiorAsk, interiorBid } = await under.call('kernel', {
      ticketSize,
      outsideMid,
      outsideSpread,
      guardThreshold,
      clipOutsideBid,
      tickets,
      cash,
      faceInventory,
    });
    all.push({ x: faceInventory, midline, ask: interiorAsk, bid: interiorBid });
  }
  return all;
}
