/** The ring: who owes whom how much and when, and who has how much cash. RING-01 … RING-05. */
import { at } from '../core/list.ts';
import type { World, WorldTicket } from '../core/world.ts';
import { decimal, larger, toMoney, type Num } from '../num.ts';
import { dirichlet, type Stream } from '../random.ts';
import { dueDays } from './calendar.ts';
import { tradersCash } from './cash.ts';
import { inProportion, ticketsOwed } from './debts.ts';
import type { CashSpread, Scenario, ScenarioRing } from './scenario.ts';

export interface Ring {
  readonly traders: World['traders'];
  /** In order of issue: by trader, each held by its first creditor. */
  readonly tickets: readonly WorldTicket[];
}

/**
 * Draws a ring. The same draws make the same ring in either arithmetic: amounts are exact decimals here. With
 * large holders on top its debts are the same, and cash is scaled with the claims. BAL-02, BAL-03.
 */
export function drawRing(scenario: Scenario, stream: Stream): Ring {
  const { ring, ticket_size_S } = scenario;
  const { n_traders, mu, maturity_days, total_debt_Q } = ring;
  const tickets = decimal.of(total_debt_Q).div(decimal.of(ticket_size_S)).toNumber();
  const owed = debtsOf(ring, tickets, stream);
  const cash = spreadCash(tradersCash(scenario), cashWeights(ring.cash, owed));
  return {
    traders: cash.map((amount, i) => ({ id: traderId(i), cash: amount })),
    tickets: issueAround(owed, dueDays(n_traders, mu, maturity_days)),
  };
}

/** How many tickets each trader owes: drawn, or as many as everybody else. RING-02, RING-09R. */
function debtsOf(
  { debts, concentration, n_traders }: ScenarioRing,
  tickets: number,
  stream: Stream,
): number[] {
  return debts === 'equal'
    ? inProportion(tickets, new Array<number>(n_traders).fill(1))
    : ticketsOwed(dirichlet(stream, Number(concentration), n_traders), tickets);
}

/** H1 … HN. RING-01. */
const traderId = (place: number): string => `H${String(place + 1)}`;

/** H_i owes H_{i+1}, H_N owes H_1: liabilities P1 … PN, tickets k1, k2, … with their numbers as serials. RING-01. */
export function issueAround(owed: readonly number[], days: readonly number[]): WorldTicket[] {
  const tickets: WorldTicket[] = [];
  owed.forEach((count, i) => {
    const creditor = traderId((i + 1) % owed.length);
    const issuer = traderId(i);
    const liability = `P${String(i + 1)}`;
    const maturity = at(days, i);
    for (let n = 0; n < count; n++) {
      const serial = tickets.length + 1;
      const id = `k${String(serial)}`;
      tickets.push({ id, serial, liability, issuer, owner: creditor, creditor, maturity });
    }
  });
  return tickets;
}

/** Whose cash weighs how much: alike, by debt, or as the file says. RING-04. */
function cashWeights(spread: CashSpread, owed: readonly number[]): Num[] {
  if (spread === 'uniform') return owed.map(() => decimal.of(1));
  if (spread === 'proportional') return owed.map((count) => decimal.of(count));
  return spread.vector.map((weight) => decimal.of(weight));
}

/**
 * Splits an amount over weights so that the parts sum to it to the last digit: each part is rounded to the unit
 * of money, and the first of the heaviest takes the residue; where that is more than it has, the next heaviest
 * takes what is left of it, and so on, so that nobody's cash is negative. RING-04, MOD-07.
 */
export function spreadCash(total: Num, weights: readonly Num[]): string[] {
  const sum = weights.reduce((a, b) => a.plus(b), decimal.zero);
  const parts = weights.map((weight) => toMoney(total.times(weight).div(sum)));
  let residue = total.minus(parts.reduce((a, b) => a.plus(b), decimal.zero));
  const heaviestFirst = [...weights.keys()].sort((a, b) => at(weights, b).comparedTo(at(weights, a)));
  for (const i of heaviestFirst) {
    if (residue.isZero()) break;
    const owned = at(parts, i).plus(residue);
    parts[i] = larger(owned, decimal.zero);
    residue = owned.minus(at(parts, i));
  }
  return parts.map((part) => part.toFixed());
}
