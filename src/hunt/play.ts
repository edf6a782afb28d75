/**
 * Random play: a world and what is asked in it, one request after the other, a pure function of a seed.
 *
 * What is worth asking depends on the state, so a play is drawn against the built-in core, and the answers
 * that it got there belong to it. The requests stand for themselves: every arrival is scripted (FLW-08), and
 * whoever is asked the same needs no generator.
 */
import { InProcess } from '../protocol/in-process.ts';
import { ask, scripted, type Exchange, type Request } from '../protocol/exchange.ts';
import type {
  ImplementationUnderTest,
  PartialWorld,
  ScriptEntry,
  StateAnswer,
} from '../protocol/protocol.ts';
import { at } from '../core/list.ts';
import { decimal } from '../num.ts';
import { streams, type Stream } from '../random.ts';
import { between, oneOf, several } from './draw.ts';
import { drawWorld } from './worlds.ts';

export const moveKinds = [
  ...['sell', 'sell', 'buy', 'buy', 'buy', 'flow', 'period', 'period', 'period', 'steps', 'drain', 'refuse'],
] as const;
/** A move is numbers until it meets a state; then it names who and what. */
export type Move = readonly [kind: string, pick: number];

/**
 * The core in exact arithmetic: what an implementation is compared with. It does not check itself, so where it breaks
 * an identity it goes on, and the core with its checks differs from it like any other program. CHK-07.
 */
export const reference = (): InProcess => new InProcess(decimal, { checks: false });

/**
 * The play of a seed with the core's answers in decimal arithmetic. The first request is `reset`; `state`
 * and the quotes of every bucket are asked for before each move, and at the end.
 *
 * @param world the world to play in; the seed's own without it
 */
export async function playOf(seed: number, world?: PartialWorld): Promise<Exchange[]> {
  const { ring, orderFlow } = streams(seed);
  const core = reference();
  const exchanges = [await ask(core, ['reset', { world: world ?? drawWorld(ring) }])];
  for (const move of drawMoves(orderFlow)) {
    const { state, looks } = await look(core);
    exchanges.push(...looks);
    for (const request of requestsFor(move, state)) exchanges.push(scripted(await ask(core, request)));
  }
  return [...exchanges, ...(await look(core)).looks];
}

/** The state, and every bucket's quotes. */
async function look(under: ImplementationUnderTest): Promise<{ state: StateAnswer; looks: Exchange[] }> {
  const state = await under.call('state', {});
  const looks: Exchange[] = [{ op: 'state', takes: {}, answer: state }];
  for (const { id } of state.buckets) looks.push(await ask(under, ['quotes', { bucket: id }]));
  return { state, looks };
}

const drawMoves = (chance: Stream): Move[] =>
  several(between(chance, 3, 10), () => [oneOf(chance, moveKinds), chance.below(100_000)] as const);

/** From a list that is never empty: every world has a trader and a bucket. */
const oneFrom = <T>(list: readonly T[], pick: number): T => at(list, pick % list.length);

const pickFrom = <T>(list: readonly T[], pick: number): T | undefined =>
  list[pick % Math.max(1, list.length)];

/** What a move asks for in this state. */
export function requestsFor([kind, pick]: Move, state: StateAnswer): Request[] {
  const customers = [...state.traders.map(({ id }) => id), ...state.buckets.map(({ id }) => `dealer:${id}`)];
  const customer = oneFrom(customers, pick);
  const bucket = oneFrom(state.buckets, Math.floor(pick / 16)).id;
  const own = state.tickets.filter((ticket) => ticket.owner === customer);
  switch (kind) {
    case 'sell': {
      const ticket = pickFrom(own, Math.floor(pick / 16))?.id;
      if (ticket === undefined || (pick % 3 === 0 && !customer.includes(':')))
        return [['sell', { trader: customer }]];
      return [['sell', { trader: customer, ticket }]];
    }
    case 'buy':
      return [
        [
          'buy',
          pick % 4 === 0 && !customer.includes(':') ? { trader: customer } : { trader: customer, bucket },
        ],
      ];
    case 'flow':
      return [['orderFlow', pick % 3 === 0 ? { script: scriptFor(state, pick) } : { seed: pick }]];
    case 'period':
      return [['period', pick % 4 === 0 ? { script: scriptFor(state, pick) } : { seed: pick }]];
    case 'steps':
      return [
        ['advance', {}],
        ['settle', {}],
        ['rollover', {}],
        ['updateAnchors', {}],
      ];
    case 'drain':
      return [...drain(state, bucket, pick), ...sellInto(state, bucket, pick)];
    case 'refuse':
      return [
        ['sell', { trader: pick % 2 === 0 ? 'Nobody' : customer, ticket: 'k0' }],
        ['orderFlow', { script: [{ z: 1, agent: 'Nobody' }] }],
      ];
    default:
      throw new Error(`there is no move ${kind}`);
  }
}

/** Leaves a dealer poor, or with an empty shelf and the cash that a wide spread can exhaust. */
function drain({ ticketSize }: StateAnswer, bucket: string, pick: number): Request[] {
  const path = `dealer.${bucket}`;
  const cash = (units: number): Request => [
    'set',
    { path: `${path}.cash`, value: String(units * Number(ticketSize)) },
  ];
  if (pick % 3 > 0) return [cash(pick % 3 === 1 ? 0 : 0.5)];
  return [['set', { path: `${path}.tickets`, value: [] }], cash(3)];
}

/** Somebody sells in this bucket, if a trader has something to sell there. */
function sellInto({ tickets, buckets, time }: StateAnswer, bucket: string, pick: number): Request[] {
  const range = buckets.find(({ id }) => id === bucket);
  const there = tickets.filter(({ owner, maturity }) => {
    const remaining = Math.max(1, maturity - time);
    return !owner.includes(':') && remaining >= (range?.from ?? 1) && remaining <= (range?.to ?? Infinity);
  });
  const ticket = pickFrom(there, pick);
  return ticket === undefined ? [] : [['sell', { trader: ticket.owner, ticket: ticket.id }]];
}

/** Arrivals of traders that could well be in the set that is asked. */
function scriptFor(state: StateAnswer, pick: number): ScriptEntry[] {
  const needy = state.traders.filter(
    ({ id, shortfall }) => Number(shortfall) > 0 && state.tickets.some((t) => t.owner === id),
  );
  const holders = state.traders.filter(({ id }) => state.tickets.some((ticket) => ticket.owner === id));
  const rich = state.traders.filter(({ cash }) => Number(cash) > Number(state.policy.cashBuffer));
  const seller = pickFrom(needy.length > 0 ? needy : holders, pick)?.id;
  const buyer = pickFrom(rich, Math.floor(pick / 8))?.id;
  const entry = (z: 0 | 1, agent: string | undefined): ScriptEntry[] =>
    agent === undefined ? [] : [{ z, agent }];
  if (state.policy.kind === 'default_avoidance') return entry(1, pickFrom(holders, pick)?.id);
  return pick % 3 === 0
    ? [...entry(1, seller), ...entry(0, buyer)]
    : pick % 3 === 1
      ? entry(0, buyer)
      : entry(1, seller);
}
