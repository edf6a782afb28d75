/** Which capabilities a request rests on: a scenario that needs one that is not claimed is unsupported. */
import type { Capability, Hello, OperationName } from './protocol.ts';
import { capabilities } from './protocol.ts';

const byOperation: Partial<Record<OperationName, Capability>> = {
  kernel: 'kernel',
  sell: 'trades',
  buy: 'trades',
  advance: 'rebucketing',
  orderFlow: 'order_flow',
  settle: 'settlement',
  rollover: 'rollover',
  updateAnchors: 'anchors',
  period: 'period',
};

/** A kernel alone touches no world; any other capability does. */
const ofAWorld: readonly OperationName[] = ['reset', 'quotes', 'set', 'state'];

/** What everybody had to have before it could be left out: claimed by whoever speaks minor version 0. */
const sinceMinor1: readonly Capability[] = [
  ...(['regimes', 'guard_threshold', 'least_spread', 'dealer_customers', 'input_checks'] as const),
];

/** What an implementation claims, with what its minor version of the protocol takes for granted. */
export const claimsOf = ({ capabilities: named, minor = 0 }: Hello): string[] => [
  ...new Set([...named, ...(minor === 0 ? sinceMinor1 : [])]),
];

/** Every capability that a request needs, as far as the request tells. */
export function neededFor(op: OperationName, takes: object): Capability[] {
  const own = byOperation[op];
  const { trader, guardThreshold, ticketSize } = takes as Readonly<Record<string, unknown>>;
  return [
    ...(own === undefined ? [] : [own]),
    ...(typeof trader === 'string' && trader.startsWith('dealer:') ? ['dealer_customers' as const] : []),
    ...(isOwnThreshold(guardThreshold, ticketSize) ? ['guard_threshold' as const] : []),
    ...('world' in takes ? optionsOf(takes.world) : []),
  ];
}

const aboutWorlds: readonly string[] = capabilities.slice(1, capabilities.indexOf('regimes'));

/** Whether there is a world to ask about: what minor version 1 takes for granted is a world to nobody. */
export const hasWorld = (claims: readonly string[]): boolean =>
  claims.some((claim) => aboutWorlds.includes(claim));

/** The first capability that a request needs and that is not claimed; null when there is none. */
export function unclaimed(op: OperationName, takes: object, claims: readonly string[]): string | null {
  const missing = neededFor(op, takes).find((need) => !claims.includes(need)) ?? null;
  if (missing !== null) return missing;
  return ofAWorld.includes(op) && !hasWorld(claims) ? 'trades' : null;
}

/** A threshold other than that of the specification, 0.02 of the face. KER-12. */
const isOwnThreshold = (threshold: unknown, size: unknown): boolean =>
  threshold !== undefined && Math.abs(Number(threshold) - 0.02 * Number(size ?? 1)) > 1e-12;

/** What the options of a world ask for; an unknown word asks for nothing: it must be refused. */
function optionsOf(world: unknown): Capability[] {
  const at = (...path: string[]): unknown =>
    path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      world,
    );
  const buckets = at('buckets');
  const floors = Array.isArray(buckets) ? buckets.map((one: { minSpread?: unknown }) => one.minSpread) : [];
  return [
    ...(at('rollover', 'enabled') === true ? ['rollover' as const] : []),
    ...(at('policy', 'kind') === 'default_avoidance' ? ['default_avoidance' as const] : []),
    ...(at('regime') === 'backstop' ? ['backstop' as const] : []),
    ...(at('policy', 'kind') === 'two_sided' ? ['two_sided' as const] : []),
    ...(at('rulings', 'cap_quotes_at_par') === true ? ['cap_quotes_at_par' as const] : []),
    ...capabilities.filter((name) => name === `clearing:${String(at('rulings', 'clearing'))}`),
    ...(['passive', 'baseline'].includes(String(at('regime'))) ? ['regimes' as const] : []),
    ...(isOwnThreshold(at('guardThreshold'), at('ticketSize')) ? ['guard_threshold' as const] : []),
    ...(floors.some((floor) => Number(floor ?? 0) > 0) ? ['least_spread' as const] : []),
  ];
}
