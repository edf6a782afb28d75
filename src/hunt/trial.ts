/** A trial: a world and what is asked in it, drawn from a seed. */
import type { OperationName, PartialWorld, ScriptEntry } from '../protocol/protocol.ts';
import { at } from '../core/list.ts';
import { streams, type Stream } from '../random.ts';
import { oneOf } from './draw.ts';
import { playOf, reference } from './play.ts';
import { ask, requestOf, type Request } from '../protocol/exchange.ts';
import { drawWorld } from './worlds.ts';

export interface DraftBucket {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
  readonly outsideMid?: string;
  readonly outsideSpread?: string;
  readonly midSensitivity?: string;
  readonly spreadSensitivity?: string;
  readonly minSpread?: string;
}

export interface DraftTicket {
  readonly id: string;
  readonly liability: string;
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
  readonly serial: number;
  readonly distance?: number;
}

/** A world as `reset` takes it; what has a default may be left out. Amounts are per ticket. */
export interface Draft {
  readonly time?: number;
  readonly ticketSize?: string;
  readonly guardThreshold?: string;
  readonly clipOutsideBid?: boolean;
  readonly rulings?: { readonly clearing?: string; readonly cap_quotes_at_par?: boolean };
  readonly buckets: readonly DraftBucket[];
  readonly dealers?: Readonly<Record<string, { readonly cash: string }>>;
  readonly vbts?: Readonly<Record<string, { readonly cash: string }>>;
  readonly traders: readonly { readonly id: string; readonly cash: string }[];
  readonly tickets: readonly DraftTicket[];
  readonly policy?: {
    readonly kind?: string;
    readonly horizon?: number;
    readonly cashBuffer?: string;
    readonly maxArrivals?: number | null;
  };
  readonly anchors?: { readonly update?: boolean };
  readonly rollover?: { readonly enabled?: boolean; readonly issuePrice?: string };
  readonly regime?: string;
}

export interface Trial {
  readonly world: Draft;
  readonly requests: readonly Request[];
}

const onlyLook = new Set<OperationName>(['reset', 'state', 'quotes']);

/**
 * The trial of a seed. It ends with the world opened again, so that what an implementation carries from one
 * world into the next shows within it.
 */
export async function drawTrial(seed: number): Promise<Trial> {
  const chance = streams(seed).allocation;
  // what drawWorld writes out is a draft
  const world = varied(drawWorld(streams(seed).ring) as unknown as Draft, chance);
  const played = await playOf(seed, asWorld(world));
  const asked = played.filter(({ op }) => !onlyLook.has(op)).map(requestOf);
  return {
    world,
    requests: [...(await withSurplus(world, asked, chance)), ['reset', { world: asWorld(world) }]],
  };
}

/** A draft as the protocol's types have it. */
export const asWorld = (draft: Draft): PartialWorld => ({ ...draft });

/** Rounded up in its last place: whole cash divided by it comes out just short of a whole number. KER-04R. */
const TWO_THIRDS = '0.666666666666666667';

/** What drawn worlds have too little of: later dates, defaults, other limits and names that sort otherwise. */
function varied(world: Draft, chance: Stream): Draft {
  const later = oneOf(chance, [0, 0, 0, 7]);
  const first = oneOf(chance, [1, 1, 1, 8]);
  const limit = oneOf(chance, [6, 2, 1, 'left out'] as const);
  const leavesDistance = later > 0 || oneOf(chance, [true, false]);
  const closed = oneOf(chance, [false, false, false, false, true]);
  const atTie = oneOf(chance, [0, 1, 2, ...Array.from({ length: 9 }, () => null)]);
  const atThreshold = oneOf(chance, [0, 1, 2, ...Array.from({ length: 15 }, () => null)]);
  const name = (id: string): string =>
    /^H\d+$/.test(id) ? `H${String(Number(id.slice(1)) + first - 1)}` : id;
  const tickets = world.tickets.map(({ distance, ...ticket }) => ({
    ...ticket,
    ...(leavesDistance || distance === undefined ? {} : { distance }),
    issuer: name(ticket.issuer),
    owner: name(ticket.owner),
    maturity: ticket.maturity + later,
  }));
  const { maxArrivals, ...policy } = world.policy ?? {};
  const renamed = {
    ...world,
    time: later,
    traders: world.traders.map((trader) => ({ ...trader, id: name(trader.id) })),
    tickets,
    buckets: world.buckets.map((bucket, i) =>
      i === atThreshold && world.guardThreshold !== undefined
        ? { ...bucket, outsideMid: world.guardThreshold }
        : i === atTie && world.ticketSize === '1'
          ? { ...bucket, outsideMid: TWO_THIRDS }
          : bucket,
    ),
    policy: limit === 'left out' || maxArrivals === undefined ? policy : { ...policy, maxArrivals: limit },
  };
  return closed ? closedRing(renamed, chance) : renamed;
}

/** Traders who owe one another on one day, with little or nothing to pay with: where the clearing rules differ. */
function closedRing(world: Draft, chance: Stream): Draft {
  const traders = world.traders.map((trader) => ({
    ...trader,
    cash: oneOf(chance, ['0', '0', trader.cash]),
  }));
  const maturity = (world.time ?? 0) + 1 + chance.below(2);
  const tickets = traders.map(({ id }, i): DraftTicket => ({
    id: `r${String(i + 1)}`,
    liability: `R${String(i + 1)}`,
    issuer: id,
    owner: at(traders, (i + 1) % traders.length).id,
    maturity,
    serial: 10 + ((i * 5) % 7) + 7 * i,
  }));
  return { ...world, traders, tickets };
}

/** Adds to every flow that ended by itself two arrivals that the right one leaves aside. */
async function withSurplus(world: Draft, asked: readonly Request[], chance: Stream): Promise<Request[]> {
  const core = reference();
  await core.call('reset', { world: asWorld(world) });
  const requests: Request[] = [];
  for (const request of asked) {
    const longer = lengthened(request, world, chance);
    const { answer } = await ask(core, longer);
    const isRefused = 'refused' in answer;
    if (isRefused && longer !== request) await ask(core, request);
    requests.push(isRefused ? request : longer);
  }
  return requests;
}

function lengthened(request: Request, { traders }: Draft, chance: Stream): Request {
  const [op, takes] = request;
  if ((op !== 'orderFlow' && op !== 'period') || takes.script === undefined) return request;
  const surplus = [0, 1].map((z): ScriptEntry => ({ z: z === 0 ? 0 : 1, agent: oneOf(chance, traders).id }));
  return [op, { script: [...takes.script, ...surplus] }];
}
