/** The clause that a parting is about: what the question asked for, and where the answers differ. */
import type {
  AdvanceAnswer,
  ArrivalAnswer,
  OrderFlowAnswer,
  PeriodAnswer,
  QuotesAnswer,
  RolloverAnswer,
  SettleAnswer,
  TradeAnswer,
} from '../protocol/protocol.ts';
import { clauseOfCheck, type CheckName } from '../core/checks/violation.ts';
import { ofQuotes } from './clause-of-quotes.ts';
import type { Difference } from './differ.ts';
import type { Parting } from './duel.ts';
import type { Draft } from './trial.ts';

/** The steps of a period in their order, as its answer names them. LOOP-01. */
export const stepsOfPeriod = ['advance', 'orderFlow', 'settle', 'rollover', 'updateAnchors'] as const;

/** The clause, for a parting in this world. */
export function clauseOf(parting: Parting, world: Draft): string {
  const { op, right, found, differences, identity } = parting;
  if (identity !== null) return /^C\d:/.test(identity) ? `CHK-${identity.slice(0, 2)}` : named(identity);
  // it stopped itself on one of its checks
  if ('check' in found) return clauseOfCheck(found.check as CheckName);
  const first = [...differences][0];
  if (first === undefined) return 'PROTOCOL';
  switch (op) {
    case 'quotes':
    case 'kernel':
      // the answer of an operation is what the operation answers
      return ofQuotes(right as QuotesAnswer, found as QuotesAnswer, differences, parting, world);
    case 'sell':
    case 'buy':
      return ofTrade(right as TradeAnswer, found, parting, world);
    case 'advance':
      return ofCrossings(right as AdvanceAnswer, found);
    case 'settle':
      return ofSettlement(differences);
    case 'rollover':
      return ofRollover(right as RolloverAnswer, found, differences);
    case 'updateAnchors':
      return ofAnchors(differences, world);
    case 'orderFlow':
      return ofFlow(right as OrderFlowAnswer, found, parting, world);
    case 'period':
      return ofPeriod(parting, world);
    case 'state':
      return ofState(differences, parting, world);
    default:
      return 'PROTOCOL';
  }
}

const named = (identity: string): string => identity.slice(0, identity.indexOf(':'));

const byRoute = ({ side, route }: Partial<TradeAnswer>): string =>
  side === 'SELL' ? (route === 'interior' ? 'TRD-01' : 'TRD-03') : route === 'interior' ? 'TRD-02' : 'TRD-04';

function ofTrade(right: TradeAnswer, found: Partial<TradeAnswer>, parting: Parting, world: Draft): string {
  if ([right.routedBecause, found.routedBecause].includes('regime')) return 'LOOP-05';
  const refusals = [right.reason, found.reason];
  const byPolicy = isByPolicy(parting);
  if (right.executed !== found.executed) {
    if (refusals.includes('price')) return 'POL-07';
    if (refusals.includes('cash')) return right.side === 'SELL' ? 'MOD-11R' : 'TRD-05';
    if (refusals.includes('no_ticket')) return 'MOD-05R';
    if (right.executed) return right.routedBecause === 'issuer' ? 'TRD-09R' : 'MOD-08';
    return found.issuer === right.trader ? 'TRD-08R' : 'TRD-07';
  }
  if (right.side === 'BUY' && right.reason !== found.reason) return ofRefusals(right, found, parting);
  if (right.bucket !== found.bucket) return right.side === 'BUY' && byPolicy ? 'POL-05' : 'MOD-04';
  if (right.ticket !== found.ticket) {
    if (right.side === 'SELL') return world.policy?.kind === 'default_avoidance' ? 'POL-08R' : 'POL-04';
    if (found.issuer === right.trader) return 'TRD-08R';
    if (right.route !== found.route) return right.routedBecause === 'guard' ? 'KER-12' : 'TRD-09R';
    return right.issuer === found.issuer || !holdsSomething(parting, right.trader) ? 'TRD-06' : 'TRD-07';
  }
  if (right.route !== found.route || right.routedBecause !== found.routedBecause) {
    if ([right.routedBecause, found.routedBecause].includes('guard')) return 'KER-12';
    if (right.side === 'BUY') return right.routedBecause === 'issuer' ? 'TRD-09R' : 'KER-13';
    return found.routedBecause === 'cash' && world.ticketSize !== undefined ? 'TRD-12R' : 'KER-14';
  }
  return byRoute(right);
}

/** Two refusals for different reasons: one of the two saw a ticket that the other did not. */
function ofRefusals(right: TradeAnswer, found: Partial<TradeAnswer>, { before }: Parting): string {
  const seen = String(right.reason === 'cash' ? right.bucket : found.bucket);
  // an order without a ticket names no bucket
  const market = before.buckets.find(({ id }) => id === seen);
  if (market !== undefined && Number(market.outsideMid) <= Number(before.guardThreshold)) return 'KER-12';
  if (right.reason === 'cash') return 'TRD-09R';
  const shelf = before.tickets.filter(({ owner }) => owner === `dealer:${seen}` || owner === `vbt:${seen}`);
  return shelf.every(({ issuer }) => issuer === right.trader) ? 'TRD-08R' : 'TRD-07';
}

const isByPolicy = ({ op, takes }: Parting): boolean =>
  op !== 'sell' && op !== 'buy' ? true : !('bucket' in takes) && !('ticket' in takes);

const holdsSomething = ({ before }: Parting, trader: string): boolean =>
  before.tickets.some(({ owner }) => owner === trader);

function ofCrossings(
  { rebucketed: right }: AdvanceAnswer,
  { rebucketed: found = [] }: Partial<AdvanceAnswer>,
) {
  const names = (all: AdvanceAnswer['rebucketed']): string => all.map(({ ticket }) => ticket).join(' ');
  if (right.length !== found.length) return 'REB-01';
  if (names(right) !== names(found)) return 'REB-06R';
  const odd = right.findIndex((crossing, i) => JSON.stringify(crossing) !== JSON.stringify(found[i]));
  const [here, there] = [right[odd], found[odd]];
  if (here === undefined || there === undefined) return 'REB-01';
  if (!here.seller.includes(':')) return 'REB-02';
  if (here.price === null) return 'MOD-09';
  if (here.seller.startsWith('vbt:')) return 'REB-04';
  return here.buyer === there.buyer ? 'REB-03' : 'REB-07R';
}

function ofSettlement(differences: readonly Difference[]): string {
  const members = new Set(differences.flatMap(({ path }) => path));
  if (members.has('issuer') || members.has('cashBefore')) return 'SET-06R';
  if (members.has('recovery') || members.has('due')) return 'SET-01';
  return members.has('payouts') ? 'SET-02' : 'SET-01';
}

function ofRollover(
  right: RolloverAnswer,
  { issued = [], declined = [] }: Partial<RolloverAnswer>,
  differences: readonly Difference[],
): string {
  const names = (all: readonly { readonly ticket: string }[]): string[] => all.map(({ ticket }) => ticket);
  if (right.declined.length !== declined.length) return 'ROL-04R';
  if (right.issued.length !== issued.length) return right.issued.length > issued.length ? 'ROL-01' : 'ROL-03';
  const [here, there] = [names(right.issued), names(issued)];
  if (here.join() !== there.join()) return here.sort().join() === there.sort().join() ? 'ROL-04R' : 'ROL-01';
  const members = new Set(differences.flatMap(({ path }) => path));
  if (members.has('placed')) return 'ROL-06R';
  return members.has('price') ? 'ROL-02' : 'ROL-01';
}

function ofAnchors(differences: readonly Difference[], world: Draft): string {
  const members = new Set(differences.map(({ path }) => path.at(-1)));
  if (members.has('lossRate'))
    return world.tickets.some(({ distance }) => distance !== undefined) ? 'ANC-02R' : 'ANC-01';
  if (world.regime === 'passive') return 'LOOP-04';
  if (world.anchors?.update === false) return 'ANC-05';
  if (members.has('outsideMid'))
    return differences.some(({ path, right }) => path.at(-1) === 'outsideMid' && right === '0')
      ? 'ANC-06R'
      : 'ANC-03';
  return world.buckets.some(({ minSpread }) => minSpread !== undefined) || !members.has('outsideSpread')
    ? 'ANC-04'
    : 'ANC-03';
}

/** Who may come, by the policy of the world. */
function ofEligibility(world: Draft, trader: string | undefined, { before }: Parting): string {
  if (world.policy?.kind === 'default_avoidance') {
    if (world.rollover?.enabled === true) return 'POL-11R';
    return world.rulings?.clearing === undefined ? 'POL-06' : 'POL-10R';
  }
  const { shortfall = '0' } = before.traders.find(({ id }) => id === trader) ?? {};
  return Number(shortfall) > 0 ? 'POL-03R' : 'POL-02';
}

function ofFlow(
  right: OrderFlowAnswer | { readonly refused: string },
  found: Partial<OrderFlowAnswer>,
  parting: Parting,
  world: Draft,
): string {
  const script = (parting.takes as { script?: readonly { agent: string }[] }).script ?? [];
  const arrivals: readonly ArrivalAnswer[] = 'refused' in right ? [] : right.arrivals;
  if (world.regime === 'passive') return 'LOOP-04';
  const there = found.arrivals;
  if (there?.length === arrivals.length) {
    const odd = arrivals.findIndex((arrival, i) => JSON.stringify(arrival) !== JSON.stringify(there[i]));
    const [here, other] = [arrivals[odd], there[odd]];
    if (here === undefined || other === undefined) return 'FLW-01';
    if (here.fallback || other.fallback || here.side !== other.side)
      return here.fallback ? 'FLW-02' : 'FLW-01';
    return ofTrade(here.trade, other.trade, parting, world);
  }
  const came = arrivals.at(-1)?.agent;
  if (parting.before.traders.some(({ id, defaulted }) => id === came && defaulted)) return 'SET-07';
  if (arrivals.some(({ fallback }) => fallback)) return 'FLW-02';
  if (arrivals.some(({ trade }) => !trade.executed)) return 'FLW-05';
  const agents = script.map(({ agent }) => agent);
  const twice = agents.find((agent, i) => agents.indexOf(agent) < i);
  if (world.policy?.kind === 'default_avoidance' && twice !== undefined) return 'FLW-07';
  if (twice !== undefined) return 'FLW-04';
  if (world.policy?.maxArrivals !== undefined || arrivals.length >= 3) return 'FLW-01';
  return ofEligibility(world, agents.at(-1), parting);
}

/** The first step of a period in which the two differ; one who takes no part in it differs in who may come. */
export function stepThatParts({ differences, found, identity }: Parting): (typeof stepsOfPeriod)[number] {
  if ('refused' in found) return 'orderFlow';
  const first = stepsOfPeriod.find((name) => differences.some(({ path }) => path[0] === name));
  return first ?? (identity === null ? 'orderFlow' : 'settle');
}

function ofPeriod(parting: Parting, world: Draft): string {
  const [right, found] = [parting.right, parting.found] as [Partial<PeriodAnswer>, Partial<PeriodAnswer>];
  if ('refused' in right || 'refused' in found) {
    const flow = right.orderFlow ?? { arrivals: [] };
    return ofFlow(flow, {}, parting, world);
  }
  const step = stepThatParts(parting);
  const [here, there] = [right[step], found[step]];
  if (here === undefined || there === undefined) return 'LOOP-01';
  const inStep = parting.differences
    .filter(({ path }) => path[0] === step)
    .map(({ path, ...difference }) => ({ ...difference, path: path.slice(1) }));
  const clause = clauseOf({ ...parting, op: step, right: here, found: there, differences: inStep }, world);
  return isAboutOrder(step, right, found) ? 'LOOP-01' : clause;
}

/** Nobody left to trade, or another price to roll over at, after losses: two steps have changed places. LOOP-01. */
function isAboutOrder(step: string, right: Partial<PeriodAnswer>, found: Partial<PeriodAnswer>): boolean {
  if (step === 'orderFlow')
    return (right.orderFlow?.arrivals.length ?? 0) > 0 && found.orderFlow?.arrivals.length === 0;
  const losses = right.updateAnchors?.buckets.some(({ lossRate }) => Number(lossRate) > 0) ?? false;
  return step === 'rollover' && losses;
}

function ofState(differences: readonly Difference[], parting: Parting, world: Draft): string {
  const last = parting.asked.at(-1);
  const has = (member: string): boolean => differences.some(({ path }) => path.includes(member));
  if (last?.op === 'reset') return 'PROTOCOL';
  if (has('buckets')) return last === undefined ? 'ANC-07R' : 'ANC-05';
  if (has('cash') || has('owner') || differences.some(({ path }) => path.length < 3)) {
    if (last?.op === 'sell' || last?.op === 'buy') return byRoute(last.answer as TradeAnswer);
    if (last?.op === 'advance') return 'REB-03';
    if (last?.op === 'settle') return (last.answer as SettleAnswer).issuers.length > 0 ? 'SET-02' : 'SET-08';
    if (last?.op === 'rollover')
      return (last.answer as RolloverAnswer).declined.length > 0 ? 'ROL-04R' : 'ROL-02';
    return last === undefined ? 'PROTOCOL' : 'LOOP-01';
  }
  if (has('shortfall')) return 'POL-01';
  if (has('issuer')) return 'MOD-08';
  if (has('defaulted')) return 'SET-03';
  if (has('equity')) {
    if (deskWithForeignTicket(world)) return 'MOD-09';
    return differences.some(({ found }) => found === '0') && world.tickets.length > 0 ? 'MOD-04' : 'MOD-12';
  }
  return has('distance') || has('serial') || has('liability') ? 'ROL-01' : 'MOD-01';
}

/** Whether some dealer holds a ticket of another bucket. */
const deskWithForeignTicket = ({ buckets, tickets, time = 0 }: Draft): boolean =>
  tickets.some(({ owner, maturity }) => {
    const tau = Math.max(1, maturity - time);
    const home = buckets.find(({ to }) => to === null || tau <= to);
    if (home === undefined) throw new Error(`no bucket has room for ${String(tau)} days`);
    return owner.startsWith('dealer:') && owner !== `dealer:${home.id}`;
  });
