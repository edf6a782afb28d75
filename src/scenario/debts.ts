/** How much each trader owes: whole tickets that sum to the total. RING-02. */
import { at } from '../core/list.ts';

/**
 * Splits a number of tickets over weights, at least one each. Whoever's quota is below one ticket gets exactly
 * one; the others share what is left in proportion, and again, until every quota left is one ticket at least;
 * then what the whole parts of the quotas leave goes to the largest fractions. Ties go in trader order. RING-02.
 */
export function ticketsOwed(weights: readonly number[], tickets: number): number[] {
  if (tickets < weights.length) {
    throw new Error(`${String(tickets)} tickets for ${String(weights.length)} traders: fewer than one each`);
  }
  const owed = new Array<number>(weights.length).fill(1);
  let sharing = weights.map((weight, trader) => ({ trader, weight }));
  for (;;) {
    const left = tickets - (weights.length - sharing.length);
    const sum = sharing.reduce((total, { weight }) => total + weight, 0);
    // weights that are all zero share alike
    const quota = (weight: number): number => (sum > 0 ? (weight / sum) * left : left / sharing.length);
    const quotas = sharing.map(({ trader, weight }) => ({ trader, weight, quota: quota(weight) }));
    const above = quotas.filter((one) => one.quota >= 1);
    if (above.length === sharing.length) {
      for (const [i, count] of largestRemainder(
        quotas.map((one) => one.quota),
        left,
      ).entries())
        owed[at(quotas, i).trader] = count;
      return owed;
    }
    sharing = above;
  }
}

/**
 * Splits a number of tickets over debts in proportion, by largest remainder; ties go in trader order. In whole
 * numbers throughout, so that equal remainders are equal. BAL-05.
 */
export function inProportion(tickets: number, debts: readonly number[]): number[] {
  const sum = debts.reduce((a, b) => a + b, 0);
  if (sum === 0) return debts.map(() => 0);
  const products = debts.map((debt) => BigInt(tickets) * BigInt(debt));
  const counts = products.map((product) => Number(product / BigInt(sum)));
  const left = tickets - counts.reduce((a, b) => a + b, 0);
  const byRemainder = products
    .map((product, i) => ({ i, remainder: Number(product % BigInt(sum)) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) counts[i] = at(counts, i) + 1;
  return counts;
}

/** Whole parts of the quotas, and one more each for the largest fractions, until the total is reached. */
export function largestRemainder(quotas: readonly number[], total: number): number[] {
  const counts = quotas.map(Math.floor);
  const left = total - counts.reduce((a, b) => a + b, 0);
  const byFraction = quotas
    .map((quota, i) => ({ i, fraction: quota - Math.floor(quota) }))
    .sort((a, b) => b.fraction - a.fraction || a.i - b.i);
  for (const { i } of byFraction.slice(0, left)) counts[i] = at(counts, i) + 1;
  return counts;
}
