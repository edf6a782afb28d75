/** Who owes whom, and when: every way in which a few tickets can lie among three traders and the desks. */
import type { DraftTicket } from '../trial.ts';

export interface Owed {
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
}
export type Shape = readonly Owed[];

const names = ['H1', 'H2', 'H3'] as const;

/** Every ticket that one of these issuers can owe to one of these owners on one of these days. */
export const everyTicket = (
  issuers: readonly string[],
  owners: readonly string[],
  days: readonly number[],
): Owed[] =>
  issuers.flatMap((issuer) =>
    owners
      .filter((owner) => owner !== issuer)
      .flatMap((owner) => days.map((maturity) => ({ issuer, owner, maturity }))),
  );

/**
 * All shapes of `least` to `most` such tickets. Each ticket stands for all that it could trade places with: two
 * that are alike are told apart by nothing, and of several orders of one set one is kept, unless `ordered` keeps
 * all, because there the serials decide. Traders that nothing is said of are left out: H1 owes H3 is H1 owes H2.
 */
export function shapes(
  tickets: readonly Owed[],
  { least = 1, most, ordered = false }: { least?: number; most: number; ordered?: boolean },
): Shape[] {
  const grow = (shape: Shape, from: number): Shape[] => [
    ...(shape.length >= least && hasNoGap(shape) ? [shape] : []),
    ...(shape.length === most
      ? []
      : tickets.flatMap((ticket, i) =>
          i < from || !mayHold(shape, ticket) ? [] : grow([...shape, ticket], ordered ? 0 : i),
        )),
  ];
  return grow([], 0);
}

/** One issuer a trader. MOD-08. */
const mayHold = (shape: Shape, { owner, issuer }: Owed): boolean =>
  owner.includes(':') || shape.every((other) => other.owner !== owner || other.issuer === issuer);

/** The traders of a shape are the first ones. */
function hasNoGap(shape: Shape): boolean {
  const named = tradersOf(shape);
  return named.every((name, i) => name === names[i]);
}

/** The traders that issue or hold, in their order. */
export const tradersOf = (shape: Shape): string[] =>
  names.filter((name) => shape.some(({ issuer, owner }) => issuer === name || owner === name));

/** How many tickets an issuer owes, and how many an owner holds. */
export const owes = (shape: Shape, name: string): number =>
  shape.filter(({ issuer }) => issuer === name).length;
export const holds = (shape: Shape, name: string): number =>
  shape.filter(({ owner }) => owner === name).length;

/** The tickets of a world, numbered in their order. */
export const ticketsOf = (shape: Shape): DraftTicket[] =>
  shape.map((ticket, i) => ({
    id: `k${String(i + 1)}`,
    liability: `P-k${String(i + 1)}`,
    ...ticket,
    serial: i + 1,
  }));
