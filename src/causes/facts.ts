/** What is known of a difference beside its place: what the world was set to, and what the two answers look like. */
import type {
  AdvanceAnswer,
  OrderFlowAnswer,
  QuotesAnswer,
  RolloverAnswer,
  StateAnswer,
  TradeAnswer,
} from '../protocol/protocol.ts';
import { arrivalsOf, type Divergence } from './diagnose.ts';
import { apart, isMoney, type Difference } from './differences.ts';
import type { FactName } from './row.ts';

/** A divergence with the answers that are compared: of a flow the order, of a period the step. */
export interface Case {
  readonly divergence: Divergence;
  readonly subject: string;
  readonly right: object;
  readonly found: object;
  readonly differences: readonly Difference[];
  /** Whether others of its flow came before it in its bucket. */
  readonly afterOthers?: boolean;
}

interface Settings {
  readonly ticketSize?: string;
  readonly regime?: string;
  readonly clipOutsideBid?: boolean;
  readonly guardThreshold?: string;
  readonly rulings?: { readonly clearing?: string; readonly cap_quotes_at_par?: boolean };
  readonly policy?: { readonly kind?: string };
  readonly rollover?: { readonly enabled?: boolean };
  readonly anchors?: { readonly update?: boolean };
}

const world = ({ divergence }: Case): Settings => divergence.world ?? {};
const quotes = ({ right, found }: Case): Partial<QuotesAnswer>[] => [right, found];
const bucketOf = (state: StateAnswer | null, id: string | null | undefined) =>
  state?.buckets.find((bucket) => bucket.id === id);

const places = (text: string): number => text.split('.')[1]?.length ?? 0;

/** A figure that is the right one to as many decimals as it has. */
function isRounded({ right, found }: Difference): boolean {
  if (typeof right !== 'string' || typeof found !== 'string') return false;
  const kept = places(found);
  return kept >= 4 && kept < places(right) && Math.abs(Number(right) - Number(found)) <= 10 ** -kept;
}

/** How far two amounts are apart; without end where one is no amount. */
const off = ({ right, found }: Difference): number =>
  isMoney(right) && isMoney(found) ? Number(apart(right, found)) : Infinity;

/** Whether every figure is the right one to fewer decimals, ties that were rounded up included. */
export const mayBeRounded = ({ differences }: Case): boolean =>
  differences.length > 0 &&
  differences.every(
    ({ right, found }) =>
      typeof right === 'string' &&
      typeof found === 'string' &&
      places(found) < places(right) &&
      [4, 5, 6, 7, 8].some((kept) => Number(Number(right).toFixed(kept)) === Number(found)),
  );

type Crossing = AdvanceAnswer['rebucketed'][number];

/** The first ticket that crosses in two ways. */
function crossing({ right, found, differences }: Case): Crossing | undefined {
  const [here, there] = [right, found] as Partial<AdvanceAnswer>[];
  const at = differences[0]?.path[1];
  if (here?.rebucketed?.length === there?.rebucketed?.length && typeof at === 'number')
    return here?.rebucketed?.[at];
  const gone = new Set(there?.rebucketed?.map(({ ticket }) => ticket));
  return here?.rebucketed?.find(({ ticket }) => !gone.has(ticket));
}

const sells = (kind: string) => (one: Case) => crossing(one)?.seller.startsWith(`${kind}:`) === true;

const trades = ({ right, found }: Case): Partial<TradeAnswer>[] => [right, found];

/** The orders that a look at the world comes after. */
function ordersBefore({ divergence: { last } }: Case): readonly Partial<TradeAnswer>[] {
  const answer: object = last?.answer ?? {};
  const flow: object = 'orderFlow' in answer ? (answer.orderFlow as object) : answer;
  return 'arrivals' in flow ? (flow as OrderFlowAnswer).arrivals.map(({ trade }) => trade) : [answer];
}

/** Amounts in the world and in the requests that miss one of six decimals by a ten-millionth or less. */
function amountsNextToOthers({ divergence: { world: opened, conversation } }: Case): boolean {
  const amounts = JSON.stringify([opened, conversation]).match(/-?\d+\.\d{8,}(?=")/g) ?? [];
  return amounts.some((amount) => {
    const off = Math.abs(Number(amount) - Number(Number(amount).toFixed(6)));
    return off > 1e-12 && off < 1e-7;
  });
}

/** The steps of a period in their order, as its answer names them. LOOP-01. */
export const stepsOfPeriod = ['advance', 'orderFlow', 'settle', 'rollover', 'updateAnchors'] as const;

/**
 * Whether the steps of this day were asked in another order than that of a period, or one of them twice, or on a day
 * before it some that come after settlement were left out. LOOP-01.
 */
function isOutOfOrder({ divergence: { conversation } }: Case): boolean {
  const places = conversation
    .map(([op]) => stepsOfPeriod.findIndex((step) => step === op))
    .filter((place) => place >= 0);
  const day = places.lastIndexOf(0);
  const earlier = places.slice(0, Math.max(0, day));
  const count = (step: number): number => earlier.filter((place) => place === step).length;
  const isPart = count(SETTLE) > Math.min(count(SETTLE + 1), count(SETTLE + 2));
  const today = places.slice(day + 1);
  return isPart || today.some((place, i) => place <= (today[i - 1] ?? 0));
}

const SETTLE = stepsOfPeriod.indexOf('settle');

const lossesIn = (differences: readonly Difference[]): readonly Difference[] =>
  differences.filter(({ path }) => path.at(-1) === 'lossRate');

const comesTwice = (arrivals: OrderFlowAnswer['arrivals']): boolean =>
  new Set(arrivals.map(({ agent }) => agent)).size < arrivals.length;

const rolledIn = (answer: object): number => {
  const { issued = [], declined = [] } = answer as Partial<RolloverAnswer>;
  return issued.length + declined.length;
};

export const facts: Readonly<Record<FactName, (one: Case) => boolean>> = {
  'default avoidance': (one) => world(one).policy?.kind === 'default_avoidance',
  'two-sided traders': (one) => world(one).policy?.kind === 'two_sided',
  backstop: (one) =>
    world(one).regime === 'backstop' || trades(one).some(({ routedBecause }) => routedBecause === 'regime'),
  'clearing is chosen': (one) => (world(one).rulings?.clearing ?? 'cash_on_hand') !== 'cash_on_hand',
  'nobody trades': (one) => world(one).regime === 'passive' || world(one).regime === 'baseline',
  'updates are off': (one) => world(one).anchors?.update === false,
  'rollover is expected': (one) => facts['default avoidance'](one) && world(one).rollover?.enabled === true,
  'loss is elsewhere': ({ differences }) => {
    const losses = lossesIn(differences);
    const more = losses.filter(({ right, found }) => Number(found) > Number(right)).length;
    return more > 0 && more < losses.length;
  },
  'loss within a tie': ({ differences }) =>
    lossesIn(differences).every(({ right, found }) => Number(right) === 0 && Math.abs(Number(found)) < 1e-6),
  'loss of another size': ({ differences }) => lossesIn(differences).every(({ right }) => Number(right) > 0),
  'more is rolled': ({ right, found }) => rolledIn(found) > rolledIn(right),
  // somebody comes once more, and in the other flow nobody does
  'sells again': (one) =>
    facts['default avoidance'](one) &&
    comesTwice(arrivalsOf(one.right)) &&
    !comesTwice(arrivalsOf(one.found)),
  // the limit of the other policy
  'ends after three': (one) => {
    const [here, there] = [arrivalsOf(one.right), arrivalsOf(one.found)];
    const alike = there.every((arrival, i) => JSON.stringify(arrival) === JSON.stringify(here[i]));
    return facts['default avoidance'](one) && alike && there.length === 3 && here.length > 3;
  },
  'no fallback': ({ divergence }) => divergence.sides === 'no fallback',
  // of one Z two preferences: the side is the other, or what is served is called the fallback
  'other side preferred': ({ right, found, divergence }) => {
    if (divergence.sides === 'mixed up') return true;
    const there = arrivalsOf(found);
    const first = arrivalsOf(right).flatMap((here, i) => {
      const other = there[i];
      const differs = other !== undefined && (other.side !== here.side || other.fallback !== here.fallback);
      return differs ? [[here, other] as const] : [];
    })[0];
    if (first === undefined) return false;
    const [here, other] = first;
    return here.z === other.z && (here.side !== other.side) !== (here.fallback !== other.fallback);
  },
  // of payments in whole units nothing but the last digits
  'units differ': ({ differences }) =>
    differences.length > 0 && differences.every((one) => typeof one.right === 'string' && off(one) <= 1e-15),
  'rounded among them': ({ differences }) =>
    differences.some(isRounded) &&
    differences.every((one) => typeof one.right !== 'string' || off(one) < 1e-3),
  'balance below zero': ({ divergence: { takes } }) => JSON.stringify(takes).includes('"cash":"-'),
  'nothing else differs': ({ differences }) => differences.every(({ path }) => path.at(-1) === 'defaulted'),
  'after other orders': ({ afterOthers = false }) => afterOthers,
  'amounts at a tie': amountsNextToOthers,
  'due today': ({ right, found, divergence: { before } }) =>
    before !== null &&
    [right, found].some(
      ({ ticket }: Partial<TradeAnswer>) =>
        before.tickets.find(({ id }) => id === ticket)?.maturity === before.time,
    ),
  'steps out of order': isOutOfOrder,
  'own debt': ({ right, found }) =>
    [right, found].some(
      ({ issuer, trader }: Partial<TradeAnswer>) => issuer !== undefined && issuer === trader,
    ),
  'second issuer': ({ found, divergence: { before } }) => {
    const { issuer, trader } = found as Partial<TradeAnswer>;
    const has = before?.traders.find(({ id }) => id === trader)?.issuer ?? null;
    return has !== null && issuer !== undefined && issuer !== null && issuer !== has;
  },
  'negative price': (one) =>
    [...trades(one), ...ordersBefore(one)].some(({ price }) => Number(price ?? 0) < 0),
  'own choice': ({ divergence: { op, takes } }) =>
    (op !== 'sell' && op !== 'buy') || !('bucket' in takes || 'ticket' in takes),
  'own choice, no price': (one) => facts['own choice'](one) && facts['no price'](one),
  'no price': (one) => trades(one).some(({ reason }) => reason === 'price'),
  'no ticket': (one) => trades(one).some(({ reason }) => reason === 'no_ticket'),
  'passed through': (one) =>
    [...(one.subject.startsWith('state') ? ordersBefore(one) : [one.right as Partial<TradeAnswer>])].some(
      ({ route }) => route === 'passthrough',
    ),
  'bid was clipped': (one) => quotes(one).some(({ outsideBid }) => Number(outsideBid) === 0),
  'par is capped': (one) => {
    const { takes } = one.divergence;
    const face = Number('ticketSize' in takes ? takes.ticketSize : (world(one).ticketSize ?? '1'));
    const capped = one.differences.some(({ found, right }) => Number(found) === face && Number(right) > face);
    return capped || world(one).rulings?.cap_quotes_at_par === true;
  },
  'no capacity': ({ right }) => Number((right as Partial<QuotesAnswer>).capacity) === 0,
  'kernel is right': ({ divergence }) => divergence.kernelIsRight === true,
  'other order': ({ right, found }) => {
    const names = (answer: Partial<AdvanceAnswer>): string[] =>
      answer.rebucketed?.map(({ ticket }) => ticket) ?? [];
    const [here, there] = [names(right), names(found)];
    return here.join() !== there.join() && here.sort().join() === there.sort().join();
  },
  'foreign ticket': (one) => {
    const { seller = '', price = '' } = crossing(one) ?? {};
    return seller.includes(':') && price === null;
  },
  'VBT sells': sells('vbt'),
  'dealer sells': sells('dealer'),
  'trader sells': (one) => crossing(one)?.seller.includes(':') === false,
  guard: (one) => {
    const { bucket = null } = one.right as Partial<TradeAnswer>;
    const { before } = one.divergence;
    const mid = bucketOf(before, bucket ?? (one.found as Partial<TradeAnswer>).bucket)?.outsideMid;
    return mid !== undefined && before !== null && Number(mid) <= Number(before.guardThreshold);
  },
  'mid is zero': ({ differences }) =>
    differences.some(
      ({ path, right, found }) => path.at(-1) === 'outsideMid' && [right, found].includes('0'),
    ),
  'long figures': (one) => quotes(one).some(({ outsideMid = '' }) => places(outsideMid) > 8),
  rounded: ({ differences }) => differences.length > 0 && differences.every(isRounded),
};
