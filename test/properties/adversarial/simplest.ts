/** A smaller world with the same kind of fault: what is left out, or said with rounder numbers, one thing at a time. */
import type { World } from '../../../src/core/world.ts';
import type { Arithmetic } from '../../../src/num.ts';
import { play, type Case, type Fault } from './play.ts';

const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, i) => i !== place);

/** Amounts, the simplest first. */
const rounder = [
  ...['0', '1', '0.5', '2', '0.000000001', '0.000000002', '0.0000000005', '0.000000000000000001'],
  ...['0.9999999999', '1.0000000001'],
];

const written =
  /"(ticketSize|guardThreshold|cash|cashBuffer|outside\w+|\w+Sensitivity|minSpread)":"(-?[\d.]+)"/g;

const costOfAmount = (text: string): number => {
  const place = rounder.indexOf(text);
  return place < 0 ? rounder.length + text.length : place;
};

/** What a reader has to take in; a simpler case costs less, so that looking for one comes to an end. */
function cost({ world, requests }: Case): number {
  const { buckets, tickets, traders, rulings, rollover, policy } = world;
  const set = [
    ...[world.regime !== 'passive', rollover.enabled, rollover.issuePrice !== 'par', world.anchors.update],
    ...[!world.clipOutsideBid, rulings.clearing !== 'cash_on_hand', rulings.cap_quotes_at_par],
    ...[policy.kind !== 'liquidity_and_investment', policy.horizon !== 3, world.time > 0],
  ].filter(Boolean).length;
  const amounts = [...JSON.stringify(world).matchAll(written)].map(([, , text = '']) => costOfAmount(text));
  const asked = requests.map(([op, takes]) => (op === 'period' ? ('script' in takes ? 300 : 320) : 60));
  return [...asked, ...amounts].reduce(
    (a, b) => a + b,
    30 * set + 40 * (buckets.length + tickets.length + traders.length),
  );
}

function* simpler({ world, requests }: Case): Generator<Case> {
  for (const [i] of requests.entries()) yield { world, requests: without(requests, i) };
  for (const [i, [op]] of requests.entries()) {
    if (op !== 'period') continue;
    const steps = [
      ['advance', {}],
      ['settle', {}],
      ['rollover', {}],
      ['updateAnchors', {}],
    ] as const;
    yield { world, requests: [...requests.slice(0, i), ...steps, ...requests.slice(i + 1)] };
    yield {
      world,
      requests: [...requests.slice(0, i), ['period', { script: [] }], ...requests.slice(i + 1)],
    };
  }
  const changed = (change: Partial<World>): Case => ({ world: { ...world, ...change }, requests });
  const { tickets, traders } = world;
  for (const [i] of tickets.entries()) yield changed({ tickets: without(tickets, i) });
  for (const [i, { id }] of traders.entries())
    if (!tickets.some(({ issuer, owner }) => issuer === id || owner === id))
      yield changed({ traders: without(traders, i) });
  for (const [i] of world.buckets.entries())
    if (world.buckets.length > 1) yield changed(fewerBuckets(world, i));
  yield changed({ regime: 'passive' });
  yield changed({ rollover: { enabled: false, issuePrice: 'par' } });
  yield changed({ rollover: { ...world.rollover, issuePrice: 'par' } });
  yield changed({ anchors: { update: false } });
  yield changed({ clipOutsideBid: true });
  yield changed({ rulings: { clearing: 'cash_on_hand', cap_quotes_at_par: false } });
  yield changed({ rulings: { ...world.rulings, cap_quotes_at_par: false } });
  yield changed({ policy: { ...world.policy, kind: 'liquidity_and_investment', horizon: 3 } });
  for (const text of rounder) yield* said(world, requests, text);
}

/** The world without one bucket: its neighbours close the gap. */
function fewerBuckets({ buckets, tickets }: World, place: number): Partial<World> {
  const gone = buckets[place]?.id ?? '';
  let from = 1;
  const left = without(buckets, place).map((bucket, i, all) => {
    const to = i === all.length - 1 ? null : bucket.to;
    const closed = { ...bucket, from, to };
    from = (to ?? 0) + 1;
    return closed;
  });
  return { buckets: left, tickets: tickets.filter(({ owner }) => !owner.endsWith(`:${gone}`)) };
}

/** The world with one amount said otherwise. */
function* said(world: World, requests: Case['requests'], text: string): Generator<Case> {
  const copy = JSON.stringify(world);
  for (const { 0: whole, 1: name = '', index } of copy.matchAll(written)) {
    const changed = `${copy.slice(0, index)}"${name}":"${text}"${copy.slice(index + whole.length)}`;
    yield { world: JSON.parse(changed) as World, requests };
  }
}

/** As long as one of the simpler ones still shows a fault of this kind. */
export async function simplest(
  numbers: Arithmetic,
  found: Case,
  fault: Fault,
): Promise<{ case: Case; fault: Fault }> {
  let best = { case: { ...found, requests: found.requests.slice(0, fault.after) }, fault };
  for (let better = true; better;) {
    better = false;
    for (const candidate of simpler(best.case)) {
      if (cost(candidate) >= cost(best.case)) continue;
      const again = await faultOf(numbers, candidate, fault.kind);
      if (again === null) continue;
      best = { case: { ...candidate, requests: candidate.requests.slice(0, again.after) }, fault: again };
      better = true;
      break;
    }
  }
  return best;
}

/** A simpler world may be none at all: it is then refused. */
async function faultOf(numbers: Arithmetic, candidate: Case, kind: string): Promise<Fault | null> {
  const faults = await play(numbers, candidate);
  return faults.find((fault) => fault.kind === kind) ?? null;
}
