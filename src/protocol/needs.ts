/** Which capability a request rests on: a scenario that needs one that is not claimed is unsupported. */
import type { Capability, OperationName } from './protocol.ts';
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

/** The first capability that a request needs and that is not claimed; null when there is none. */
export function unclaimed(op: OperationName, takes: object, claims: readonly string[]): string | null {
  const needs = [byOperation[op] ?? null, ...('world' in takes ? optionsOf(takes.world) : [])];
  const missing = needs.find((need) => need !== null && !claims.includes(need)) ?? null;
  if (missing !== null) return missing;
  const hasWorld = claims.some((claim) => claim !== 'kernel');
  return ofAWorld.includes(op) && !hasWorld ? 'anything beyond kernel' : null;
}

/** What the options of a world ask for; an unknown word asks for nothing: it must be refused. */
export function optionsOf(world: unknown): Capability[] {
  const at = (...path: string[]): unknown =>
    path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      world,
    );
  return [
    ...(at('rollover', 'enabled') === true ? ['rollover' as const] : []),
    ...(at('policy', 'kind') === 'default_avoidance' ? ['default_avoidance' as const] : []),
    ...(at('regime') === 'backstop' ? ['backstop' as const] : []),
    ...(at('policy', 'kind') === 'two_sided' ? ['two_sided' as const] : []),
    ...(at('rulings', 'cap_quotes_at_par') === true ? ['cap_quotes_at_par' as const] : []),
    ...capabilities.filter((name) => name === `clearing:${String(at('rulings', 'clearing'))}`),
  ];
}
