// The smallest adapter in TypeScript: it says who it is, and answers KER-01, the outside quotes A = M + O/2 and B = M − O/2.
//
//   node adapter.ts          from node 22.18 on, which reads TypeScript
//   npx tsx adapter.ts       before
import { serveAdapter, type KernelArguments, type QuotesAnswer } from 'ringspec/protocol';

/** Money is written as a decimal string without an exponent. */
const written = (amount: number): string => amount.toFixed(18);

/** One rung, until KER-03 to KER-12 are there: the dealer quotes what the VBT quotes. */
function kernel({
  ticketSize,
  outsideMid,
  outsideSpread,
  clipOutsideBid = true,
  ...own
}: KernelArguments): QuotesAnswer {
  const [S, M, O, C] = [ticketSize, outsideMid, outsideSpread, own.cash].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const ask = written(M + O / 2); // KER-01
  const bid = written(clipOutsideBid ? Math.max(M - O / 2, 0) : M - O / 2); // KER-01, ANC-04
  return {
    ...{ tickets: own.tickets, faceInventory: own.faceInventory ?? written(own.tickets * S), cash: own.cash },
    ...{ midValuedWealth: written(M * own.tickets + C), fundableTickets: 0, capacity: '0', rungs: 1 },
    ...{ layoffProbability: '1', insideWidth: outsideSpread, midline: outsideMid },
    ...{
      interiorAsk: ask,
      interiorBid: bid,
      ask,
      bid,
      outsideAsk: ask,
      outsideBid: bid,
      outsideMid,
      outsideSpread,
    },
    ...{ askPinned: true, bidPinned: true, guard: false },
  };
}

await serveAdapter({
  hello: {
    name: 'my market',
    version: '0.1.0',
    language: 'TypeScript',
    arithmetic: 'float64',
    capabilities: ['kernel'],
  },
  kernel,
});
