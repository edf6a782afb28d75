/** What dealers and VBTs hold at the start, and which tickets those are. INI-01 … INI-04R. */
import { at } from '../core/list.ts';
import { bucketOf } from '../core/tickets.ts';
import type { World, WorldBucket, WorldDesk, WorldTicket } from '../core/world.ts';
import { deskId } from '../core/equity.ts';
import { decimal, toMoney, wholeParts } from '../num.ts';
import type { Stream } from '../random.ts';
import { defaultShares } from './defaults.ts';
import type { Scenario } from './scenario.ts';

export interface Allocation extends Pick<World, 'dealers' | 'vbts'> {
  readonly tickets: readonly WorldTicket[];
  readonly notes: readonly string[];
}

/** How many of a bucket's tickets each large holder gets. */
interface Holding {
  readonly dealer: number;
  readonly vbt: number;
}

/**
 * Hands tickets of the ring to the large holders, bucket by bucket, drawn without replacement in the order of
 * issue: first the dealer's, then the VBT's. Both get cash M·a. INI-01 … INI-03R.
 */
export function allocate(
  scenario: Scenario,
  buckets: readonly WorldBucket[],
  ring: readonly WorldTicket[],
  stream: Stream,
): Allocation {
  if (scenario.regime === 'baseline') return { tickets: ring, dealers: {}, vbts: {}, notes: [] };
  const tickets = [...ring];
  const dealers: Record<string, WorldDesk> = {};
  const vbts: Record<string, WorldDesk> = {};
  const notes = ignoredTarget(scenario);
  const places = placesByBucket(buckets, ring);
  buckets.forEach((bucket, i) => {
    const own = at(places, i);
    const { dealer, vbt } = holding(scenario, bucket.id, own.length, notes);
    drawToFront(own, dealer + vbt, stream);
    const hand = (chosen: readonly number[], owner: string): void => {
      for (const place of chosen) tickets[place] = { ...at(ring, place), owner };
    };
    hand(own.slice(0, dealer), deskId('dealer', bucket.id));
    hand(own.slice(dealer, dealer + vbt), deskId('vbt', bucket.id));
    dealers[bucket.id] = { cash: worthAtMid(bucket, dealer) };
    vbts[bucket.id] = { cash: worthAtMid(bucket, vbt) };
  });
  return { tickets, dealers, vbts, notes };
}

/** The target, where shares decide. INI-04R. */
export function ignoredTarget({ initial_allocation, balance, dealers }: Scenario): string[] {
  const target = dealers.init_target_capacity_Xstar;
  const given = balance === null ? 'initial_allocation' : 'balance';
  if ((initial_allocation ?? balance) === null || target === null) return [];
  const why = `${given} is given, and its shares decide the size of dealers`;
  return [`dealers.init_target_capacity_Xstar ${target} is ignored: ${why} (INI-04R)`];
}

/** ⌊share·N_b⌋ by shares; by target X*_target/(2S) for the dealer, as far as there are tickets. INI-01, INI-02. */
function holding(scenario: Scenario, bucket: string, tickets: number, notes: string[]): Holding {
  const part = (share: string): number => wholeParts(decimal.of(share).times(tickets), decimal.of(1));
  const { initial_allocation: shares, dealers, ticket_size_S } = scenario;
  if (shares !== null) return { dealer: part(shares.dealer_share), vbt: part(shares.vbt_share) };
  const twoTickets = decimal.of(ticket_size_S).times(2);
  const target = dealers.init_target_capacity_Xstar;
  if (target === null) throw new Error('neither shares nor a target say how large dealers are');
  const middle = wholeParts(decimal.of(target), twoTickets);
  const dealer = Math.min(middle, tickets);
  const wanted = part(defaultShares.vbt);
  const vbt = Math.min(wanted, tickets - dealer);
  const note = (who: string, got: number, asked: number): void => {
    if (got === asked) return;
    const meant = `${String(got)} of the ${String(asked)} tickets that it is meant to have`;
    notes.push(`the ${bucket} ${who} starts with ${meant}: the bucket has ${String(tickets)} (INI-01)`);
  };
  note('dealer', dealer, middle);
  note('VBT', vbt, wanted);
  return { dealer, vbt };
}

/** M·a. INI-01, INI-02, BAL-04. */
export const worthAtMid = (bucket: WorldBucket, tickets: number): string =>
  toMoney(decimal.of(bucket.outsideMid).times(tickets)).toFixed();

/** For each bucket the places of its tickets, in order of issue. */
function placesByBucket(buckets: readonly WorldBucket[], tickets: readonly WorldTicket[]): number[][] {
  const places = buckets.map((): number[] => []);
  tickets.forEach(({ maturity }, place) => at(places, bucketOf(buckets, maturity)).push(place));
  return places;
}

/** Draws members without replacement to the front of a list, each time one of those not yet drawn. INI-03R. */
export function drawToFront(list: number[], count: number, stream: Stream): void {
  for (let i = 0; i < count; i++) {
    const chosen = i + stream.below(list.length - i);
    const drawn = at(list, chosen);
    list[chosen] = at(list, i);
    list[i] = drawn;
  }
}
