/** The smallest trial on which two implementations still diverge. */
import type { ImplementationUnderTest, StateAnswer } from '../protocol/protocol.ts';
import type { Divergence } from './compare.ts';
import { reference } from './play.ts';
import { ask, requestOf, type Request } from '../protocol/exchange.ts';
import { homeMaturity } from './draft-parts.ts';
import { weight } from './plainer-markets.ts';
import { SOMEBODY, waysToSimplify } from './simpler.ts';
import { asWorld, type Draft, type Trial } from './trial.ts';

/** A trial with the place where the two answers differ. */
export interface Case {
  readonly trial: Trial;
  readonly divergence: Divergence;
}

/** Puts a trial to both; null where they agree or the trial is void. */
export type Put = (trial: Trial) => Promise<Divergence | null>;

/** No more trials than this are made for one case. */
const LIMIT = 4000;

const isRefused = (answer: object): boolean => 'refused' in answer;

/** Makes a case smaller, one way after the other, as long as one of the simpler trials still parts the two. */
export async function shrink(found: Case, put: Put, limit = LIMIT): Promise<Case> {
  let best = cut(found);
  let made = 0;

  /** Goes one way until it leads no further. */
  async function go(way: (typeof waysToSimplify)[number]): Promise<boolean> {
    const states = await statesOf(best.trial);
    for (const trial of way(best.trial, states)) {
      if (made >= limit) return false;
      if (cost(trial) >= cost(best.trial)) continue;
      made++;
      const divergence = await put(trial);
      if (divergence === null || isRefused(divergence.right) !== isRefused(found.divergence.right)) continue;
      best = cut({ trial, divergence });
      return true;
    }
    return false;
  }

  for (let before = Infinity; cost(best.trial) < before;) {
    before = cost(best.trial);
    for (const way of waysToSimplify) while (await go(way));
  }
  return best;
}

/** Without what was asked after the two had diverged. */
const cut = ({ trial: { world }, divergence }: Case): Case => ({
  trial: { world, requests: divergence.asked.map(requestOf) },
  divergence,
});

/** The right states before each request. */
async function statesOf({ world, requests }: Trial): Promise<StateAnswer[]> {
  const core: ImplementationUnderTest = reference();
  await core.call('reset', { world: asWorld(world) });
  const states: StateAnswer[] = [];
  for (const request of requests) {
    states.push(await core.call('state', {}));
    await ask(core, request);
  }
  return states;
}

const costOfRequest = ([op, takes]: Request): number => {
  if (op === 'orderFlow' || op === 'period')
    return (op === 'period' ? 1400 : 1000) + 150 * (takes.script?.length ?? 0);
  return op === 'set' || op === 'reset' ? 1100 : 900;
};

/** How much a reader has to take in. */
export function cost({ world, requests }: Trial): number {
  const plays = requests.reduce((sum, request) => sum + costOfRequest(request), 0);
  return plays + costOfWorld(world);
}

function costOfWorld(world: Draft): number {
  const { buckets, dealers = {}, vbts = {}, traders, tickets, time = 0 } = world;
  const groups = [world.rulings, world.policy, world.anchors, world.rollover];
  const single = [world.guardThreshold, world.clipOutsideBid, world.regime, world.ticketSize];
  const settings =
    40 * single.filter((member) => member !== undefined).length +
    groups.reduce((sum, group) => sum + 35 * Object.keys(group ?? {}).length + (group ? 5 : 0), 0) +
    Math.abs((world.policy?.horizon ?? 3) - 3) +
    (Number(world.policy?.cashBuffer ?? 0) === 0 ? 0 : weight(world.policy?.cashBuffer ?? '0'));
  const amounts = [
    ...[...Object.values(dealers), ...Object.values(vbts), ...traders].map(({ cash }) => cash),
    ...(world.ticketSize === undefined ? [] : [world.ticketSize]),
    ...(world.guardThreshold === undefined ? [] : [world.guardThreshold]),
  ];
  const markets = buckets.reduce((sum, bucket, i) => {
    const { id, from, to, ...anchors } = bucket;
    const standard = [
      [1, 3],
      [4, 8],
      [9, null],
    ][i];
    const odd = standard?.[0] === from && standard[1] === to ? 0 : 15;
    const said = Object.values(anchors).reduce((all, amount) => all + 12 + weight(amount), 0);
    return sum + odd + said + id.length / 1000;
  }, 0);
  const paper = tickets.reduce((sum, ticket, i) => {
    const { id, liability, issuer, owner, maturity, serial, distance } = ticket;
    const plainDate = maturity === homeMaturity(world, owner);
    return (
      sum +
      100 +
      (issuer === SOMEBODY ? 0 : 6) +
      (plainDate ? 0 : 3 + (maturity - time) / 10) +
      (serial === i + 1 ? 0 : 4 + serial / 1000) +
      (liability === `P-${id}` ? 0 : 4) +
      (distance === undefined ? 0 : 10)
    );
  }, 0);
  const issuers = new Set(tickets.map(({ issuer }) => issuer)).size;
  return (
    settings +
    amounts.reduce((sum, amount) => sum + 3 * weight(amount), 0) +
    markets +
    paper +
    5 * issuers +
    traders.reduce((sum, { id }) => sum + (id === SOMEBODY ? 1 : 60), 0) +
    10 * (Object.keys(dealers).length + Object.keys(vbts).length) +
    (time > 0 ? 20 + time : 0)
  );
}
