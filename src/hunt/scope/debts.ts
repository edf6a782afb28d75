/** Debts that fall due: chains, cycles and splits under every clearing rule, repaid, in default, rolled over. */
import { clearingRules, issuePrices } from '../../core/state.ts';
import type { Draft, Trial } from '../trial.ts';
import type { Detail } from './about.ts';
import { below, coarse, near, ONE, UNIT, upTo, written } from './amounts.ts';
import { each, mapped, oneOf, product, type Enumeration } from './enumeration.ts';
import { period, type Part } from './part.ts';
import { everyTicket, holds, owes, shapes, ticketsOf, tradersOf, type Shape } from './shapes.ts';

const traders = ['H1', 'H2', 'H3'];
const desks = ['dealer:short', 'vbt:short'];
const HALF = ONE / 2n;
/** An issue at the mid costs a fifth more than the face that has just been repaid. */
const DEARER = ONE / 5n;

/** Cash by the names of those who have it. */
type Purses = Readonly<Record<string, string>>;

/** Every combination of cash, a list of amounts for each name. */
function purses(of: Readonly<Record<string, readonly bigint[]>>): Enumeration<Purses> {
  const members = Object.entries(of).map(([name, amounts]) => [name, oneOf(amounts.map(written))] as const);
  return product<Purses>(Object.fromEntries(members));
}

interface Case {
  readonly shape: Shape;
  readonly clearing: string;
  readonly cash: Purses;
  readonly rollover: 'off' | (typeof issuePrices)[number];
}

/** One bucket for every maturity; at the mid of 1.2 a new ticket costs more than par. */
function world({ shape, clearing, cash, rollover }: Case): Draft {
  const { 'dealer:short': dealer = '0' } = cash;
  return {
    rulings: { clearing },
    buckets: [{ id: 'short', from: 1, to: null, outsideMid: '1.2', outsideSpread: '0.2' }],
    dealers: { short: { cash: dealer } },
    traders: tradersOf(shape).map((id) => ({ id, cash: cash[id] ?? '0' })),
    tickets: ticketsOf(shape),
    rollover: rollover === 'off' ? { enabled: false } : { enabled: true, issuePrice: rollover },
  };
}

const trials = (cases: Enumeration<Case>, periods: number): Enumeration<Trial> =>
  mapped(cases, (one) => ({
    world: world(one),
    requests: Array.from({ length: periods }, () => period([])),
  }));

const due = (shape: Shape, name: string): bigint => BigInt(owes(shape, name)) * ONE;

/**
 * Nothing, a unit, half of a ticket, what is owed, and what is missing where a receipt pays one ticket. Three
 * issuers owe one ticket each.
 */
function toSettle(shape: Shape, detail: Detail): Record<string, readonly bigint[]> {
  const issuers = tradersOf(shape).filter((name) => owes(shape, name) > 0);
  return Object.fromEntries(
    issuers.map((name) => {
      const debt = due(shape, name);
      if (detail === 'small') return [name, near([debt], coarse)];
      if (issuers.length === 3) return [name, [0n, UNIT, HALF, ...upTo.map((step) => debt + step)]];
      return [name, [...new Set([...near([HALF], coarse), UNIT, ...near([debt - ONE, debt], below)])]];
    }),
  );
}

/** What is due on one day. Without rollover nobody's cash decides anything but an issuer's. */
const settlement: Part = {
  name: 'settlement',
  trials: (detail) =>
    trials(
      each(
        shapes(everyTicket(traders, [...traders, ...desks], [1]), { most: detail === 'small' ? 2 : 3 }),
        (shape) =>
          product<Case>({
            shape: oneOf([shape]),
            clearing: oneOf(clearingRules),
            cash: purses(toSettle(shape, detail)),
            rollover: oneOf(['off'] as const),
          }),
      ),
      1,
    ),
};

/** What is owed, and that with what new issues cost above the face repaid. */
function toRoll(shape: Shape, price: 'par' | 'mid', detail: Detail): Record<string, readonly bigint[]> {
  const steps = detail === 'small' || shape.length === 3 ? coarse : below;
  const more = price === 'par' ? 0n : DEARER;
  const parties = [...tradersOf(shape), ...(holds(shape, 'dealer:short') > 0 ? ['dealer:short'] : [])];
  return Object.fromEntries(
    parties.map((name) => {
      const debt = due(shape, name);
      return [name, near([debt, debt + BigInt(holds(shape, name)) * more], steps)];
    }),
  );
}

/** Settled on one day and issued again, at par and at a mid above par. */
const rollover: Part = {
  name: 'rollover',
  trials: (detail) =>
    trials(
      each(
        shapes(everyTicket(traders, [...traders, ...desks], [1]), { most: detail === 'small' ? 1 : 3 }),
        (shape) =>
          each(issuePrices, (price) =>
            product<Case>({
              shape: oneOf([shape]),
              clearing: oneOf(clearingRules),
              cash: purses(toRoll(shape, price, detail)),
              rollover: oneOf([price]),
            }),
          ),
      ),
      1,
    ),
};

/** Receipts of one day pay the debts of the next. */
const days: Part = {
  name: 'days',
  trials: (detail) =>
    trials(
      each(shapes(everyTicket(traders, traders, [1, 2, 3]), { most: detail === 'small' ? 1 : 3 }), (shape) =>
        product<Case>({
          shape: oneOf([shape]),
          rollover: oneOf(['off', ...issuePrices] as const),
          clearing: oneOf(clearingRules),
          cash: purses(
            Object.fromEntries(
              tradersOf(shape).map((name) => [name, owes(shape, name) === 0 ? [0n] : near([ONE], coarse)]),
            ),
          ),
        }),
      ),
      3,
    ),
};

export const debts: readonly Part[] = [settlement, rollover, days];
