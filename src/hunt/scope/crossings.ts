/** Tickets that cross from bucket to bucket, are settled and issued again: what dealers pay and who gets what. */
import { issuePrices } from '../../core/state.ts';
import type { Draft, Trial } from '../trial.ts';
import type { Detail } from './about.ts';
import { below, coarse, near, ONE, upTo, written } from './amounts.ts';
import { each, mapped, oneOf, product, union, type Enumeration } from './enumeration.ts';
import { period, type Part } from './part.ts';
import { everyTicket, shapes, ticketsOf, tradersOf, type Owed, type Shape } from './shapes.ts';

/** Buckets of a day each, at mids of their own, so that every ticket crosses on every day. */
const mids = { short: ONE, mid: (ONE * 9n) / 10n, long: (ONE * 11n) / 10n } as const;
type BucketName = keyof typeof mids;
const names = ['short', 'mid', 'long'] as const;

const days = [1, 2, 3];
/** A VBT holds its home bucket only; a dealer may hold a ticket of another. MOD-09. */
const isAtHome = ({ owner, maturity }: Owed): boolean =>
  !owner.startsWith('vbt:') || owner === `vbt:${String(names[maturity - 1])}`;
const vbts = names.map((name) => `vbt:${name}`);
const dealers = names.map((name) => `dealer:${name}`);
const owedBy = (issuers: readonly string[], owners: readonly string[]): Owed[] =>
  everyTicket(issuers, owners, days).filter(isAtHome);

interface Case {
  readonly shape: Shape;
  readonly rollover: 'off' | (typeof issuePrices)[number];
  readonly issuer: string;
  readonly short: string;
  readonly mid: string;
  readonly long: string;
}

function world({ shape, rollover, issuer, ...cash }: Case): Draft {
  return {
    buckets: names.map((id, i) => ({
      id,
      from: i + 1,
      to: id === 'long' ? null : i + 1,
      outsideMid: written(mids[id]),
      outsideSpread: '0.2',
    })),
    dealers: Object.fromEntries(names.map((id) => [id, { cash: cash[id] }])),
    traders: tradersOf(shape).map((id) => ({ id, cash: id === 'H1' ? issuer : '0' })),
    tickets: ticketsOf(shape),
    rollover: rollover === 'off' ? { enabled: false } : { enabled: true, issuePrice: rollover },
  };
}

/** A dealer's cash: nothing, and around what it pays for so many tickets of its bucket. */
const purse = (
  bucket: BucketName,
  counts: readonly bigint[],
  steps: readonly bigint[],
): Enumeration<string> =>
  oneOf(
    near(
      counts.map((count) => count * mids[bucket]),
      steps,
    ).map(written),
  );

function cases(
  shape: Shape,
  debts: readonly bigint[],
  counts: readonly bigint[],
  steps: readonly bigint[],
): Enumeration<Case> {
  return product<Case>({
    shape: oneOf([shape]),
    rollover: oneOf(['off', ...issuePrices] as const),
    issuer: oneOf(debts.map(written)),
    short: purse('short', counts, steps),
    mid: purse('mid', counts, steps),
    long: purse('long', counts, steps),
  });
}

const oneTicket = (steps: readonly bigint[]): Enumeration<Case> =>
  each(shapes(owedBy(['H1'], ['H2', ...dealers, ...vbts]), { most: 1 }), (shape) =>
    cases(shape, near([ONE], coarse), [1n], steps),
  );

/** Serials decide who crosses first and is paid while there is cash: every order of two tickets is a world. */
const twoTickets = (): Enumeration<Case> =>
  each(shapes(owedBy(['H1'], [...dealers, ...vbts]), { least: 2, most: 2, ordered: true }), (shape) =>
    cases(shape, [0n, 2n * ONE], [1n], coarse),
  );

const trials = (all: Enumeration<Case>): Enumeration<Trial> =>
  mapped(all, (one) => ({ world: world(one), requests: [period([]), period([]), period([])] }));

const crossing: Part = {
  name: 'crossing',
  trials: (detail: Detail) =>
    trials(detail === 'small' ? oneTicket([0n]) : union([oneTicket(upTo), twoTickets()])),
};

/** Three tickets of one dealer cross together into a bucket whose dealer can pay for some of them. */
const together: Part = {
  name: 'crossing together',
  trials: (detail) =>
    mapped(
      each(
        shapes(everyTicket(['H1'], ['dealer:mid', 'vbt:mid'], [2]), { least: 2, most: 3, ordered: true }),
        (shape) =>
          product<Case>({
            shape: oneOf([shape]),
            rollover: oneOf(['off'] as const),
            issuer: oneOf(['0']),
            short: purse('short', [1n, 2n, 3n], detail === 'small' ? coarse : below),
            mid: purse('mid', [], []),
            long: purse('long', [], []),
          }),
      ),
      (one) => ({ world: world(one), requests: [period([])] }),
    ),
};

export const crossings: readonly Part[] = [crossing, together];
