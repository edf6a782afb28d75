/** Rulings that an implementation may read in a way of its own, and where a world says how they are read. */
import type { Capability, Hello, PartialWorld } from './protocol.ts';

/** A reading by the name of its ruling, as `cap_quotes_at_par: true`. */
export type Readings = Readonly<Record<string, string | boolean>>;

interface Ruling {
  readonly clause: string;
  /** Of the world, as `reset` takes it. */
  readonly path: readonly [group: string, member: string];
  /** What it can be, the reading of the specification first. */
  readonly values: readonly (string | boolean)[];
}

const switches: Readonly<Record<string, Ruling>> = {
  cap_quotes_at_par: { clause: 'KER-16R', path: ['rulings', 'cap_quotes_at_par'], values: [false, true] },
  clearing: {
    clause: 'SET-06R',
    path: ['rulings', 'clearing'],
    values: ['cash_on_hand', 'sequential', 'clearing_vector'],
  },
  'anchors.update': { clause: 'ANC-05', path: ['anchors', 'update'], values: [true, false] },
  'rollover.issue_price': { clause: 'ROL-02', path: ['rollover', 'issuePrice'], values: ['par', 'mid'] },
};

/** By the names of the catalogue's switches, without `rulings.` before them. */
export const rulings: ReadonlyMap<string, Ruling> = new Map(Object.entries(switches));

export const readingText = (readings: Readings): string =>
  Object.entries(readings)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');

/** What is wrong with readings, in words; empty where nothing is. */
export function readingFaults(readings: Readings): string[] {
  return Object.entries(readings).flatMap(([name, value]) => {
    const ruling = rulings.get(name);
    if (ruling === undefined) return [`ruling ${name}: allowed are ${[...rulings.keys()].join(', ')}`];
    const allowed = ruling.values.map(String).join(', ');
    return ruling.values.includes(value)
      ? []
      : [`ruling ${name}: found ${String(value)}; allowed: ${allowed}`];
  });
}

/** Readings that are not those of the specification. */
export const ownReadings = (readings: Readings): Readings =>
  Object.fromEntries(
    Object.entries(readings).filter(([name, value]) => rulings.get(name)?.values[0] !== value),
  );

/** The capabilities that somebody has who reads in this way. */
export const impliedClaims = ({ cap_quotes_at_par: cap, clearing }: Readings): Capability[] => [
  ...(cap === true ? ['cap_quotes_at_par' as const] : []),
  ...(clearing === 'sequential' ? ['clearing:sequential' as const] : []),
  ...(clearing === 'clearing_vector' ? ['clearing:clearing_vector' as const] : []),
];

/** The readings of a greeting, with those that were given besides, which count for more. */
export const readingsOf = ({ rulings: said = {} }: Pick<Hello, 'rulings'>, given: Readings): Readings =>
  ownReadings({ ...said, ...given });

/** A world under these readings, or the reading that it is about instead. */
export function underReadings(
  world: PartialWorld,
  readings: Readings,
): { readonly world: PartialWorld } | { readonly insteadOf: string } {
  let read = world;
  for (const [name, value] of Object.entries(readings)) {
    const ruling = rulings.get(name);
    if (ruling === undefined) continue;
    const [group, member] = ruling.path;
    const there = read[group];
    if (there !== undefined && (typeof there !== 'object' || there === null)) continue;
    const said = (there as Readonly<Record<string, unknown>> | undefined)?.[member];
    if (said !== undefined && said !== value && (ruling.values as unknown[]).includes(said))
      return { insteadOf: `${name}=${JSON.stringify(said)}` };
    read = { ...read, [group]: { ...there, [member]: said ?? value } };
  }
  return { world: read };
}
