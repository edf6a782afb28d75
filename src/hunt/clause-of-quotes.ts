/** The clause that two quotes differ about. KER-01 … KER-18R. */
import type { QuotesAnswer } from '../protocol/protocol.ts';
import type { Difference } from './differ.ts';
import type { Parting } from './duel.ts';
import type { Draft } from './trial.ts';

/** What a quote is, in the order in which one follows from another. */
const quoteClauses: readonly (readonly [member: keyof QuotesAnswer, clause: string])[] = [
  ['guard', 'KER-12'],
  ['tickets', 'MOD-09'],
  ['faceInventory', 'MOD-09'],
  ['cash', 'KER-15'],
  ['outsideMid', 'KER-15'],
  ['outsideSpread', 'KER-15'],
  ['midValuedWealth', 'KER-02'],
  ['fundableTickets', 'KER-03'],
  ['capacity', 'KER-05'],
  ['rungs', 'KER-05'],
  ['layoffProbability', 'KER-06'],
  ['insideWidth', 'KER-07'],
  ['midline', 'KER-08'],
  ['interiorAsk', 'KER-09'],
  ['interiorBid', 'KER-09'],
  ['outsideAsk', 'KER-01'],
  ['outsideBid', 'KER-01'],
  ['ask', 'KER-10'],
  ['bid', 'KER-10'],
  ['askPinned', 'KER-10'],
  ['bidPinned', 'KER-10'],
];

export function ofQuotes(
  right: QuotesAnswer,
  found: QuotesAnswer,
  differences: readonly Difference[],
  { op, asked }: Parting,
  world: Draft,
): string {
  const differs = new Set(differences.map(({ path }) => path[0]));
  const [member, clause] = quoteClauses.find(([name]) => differs.has(name)) ?? ['guard', 'PROTOCOL'];
  if (member === 'fundableTickets' && right.outsideMid.length > 8) return 'KER-04R';
  if (member === 'outsideBid' && (right.outsideBid === '0' || found.outsideBid === '0')) return 'ANC-04';
  if (asked.length > 0 && op === 'quotes' && right.outsideMid === found.outsideMid) return 'KER-15';
  if (right.guard || found.guard) return 'KER-12';
  if ((member === 'ask' || member === 'bid') && world.rulings?.cap_quotes_at_par !== undefined)
    return 'KER-16R';
  if (
    (member === 'ask' || member === 'bid') &&
    (Number(right.ask) > Number(found.ask) || Number(right.bid) > Number(found.bid))
  )
    return Number(found.ask) === Number(world.ticketSize ?? '1') ||
      Number(found.bid) === Number(world.ticketSize ?? '1')
      ? 'KER-16R'
      : clause;
  return clause;
}
