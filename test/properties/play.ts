/** Random orders of play: moves are numbers until they meet a state, then they name who and what. */
import fc from 'fast-check';
import {
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
  type ScriptEntry,
  type StateAnswer,
} from '../../src/conformance/protocol.ts';

export type Move = readonly [
  kind: 'sell' | 'buy' | 'flow' | 'period' | 'steps' | 'drain' | 'refuse',
  pick: number,
];

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.tuple(
    fc.constantFrom(
      'sell',
      'sell',
      'buy',
      'buy',
      'buy',
      'flow',
      'period',
      'period',
      'steps',
      'drain',
      'refuse',
    ),
    fc.nat(100_000),
  ),
  { minLength: 1, maxLength: 16 },
);

/** A request with what was said to it. */
export interface Exchange {
  readonly op: OperationName;
  readonly takes: object;
  readonly answer: unknown;
}

type Request = { [Op in OperationName]: readonly [op: Op, takes: Operations[Op]['takes']] }[OperationName];

const pickFrom = <T>(list: readonly T[], pick: number): T | undefined =>
  list[pick % Math.max(1, list.length)];

/** What a move asks for in this state. */
export function requestsFor([kind, pick]: Move, state: StateAnswer): Request[] {
  const customers = [...state.traders.map(({ id }) => id), ...state.buckets.map(({ id }) => `dealer:${id}`)];
  const customer = pickFrom(customers, pick) ?? 'H1';
  const bucket = pickFrom(state.buckets, Math.floor(pick / 16))?.id ?? 'short';
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
      return [['orderFlow', { script: scriptFor(state, pick) }]];
    case 'period':
      return [['period', { script: pick % 2 === 0 ? [] : scriptFor(state, pick) }]];
    case 'steps':
      return [
        ['advance', {}],
        ['settle', {}],
        ['rollover', {}],
        ['updateAnchors', {}],
      ];
    case 'drain':
      return drain(state, bucket, pick);
    case 'refuse':
      return [
        ['sell', { trader: pick % 2 === 0 ? 'Nobody' : customer, ticket: 'k0' }],
        ['orderFlow', { script: [{ z: 1, agent: 'Nobody' }] }],
      ];
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

/** Asks one thing; an error is an answer too. */
export async function ask(under: ImplementationUnderTest, [op, takes]: Request): Promise<Exchange> {
  try {
    // the pair came from one operation
    return { op, takes, answer: await under.call(op, takes) };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { op, takes, answer: { refused: error.kind } };
  }
}
