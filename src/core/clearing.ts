/** The clearing vector of Eisenberg and Noe for the claims that mature together. SET-06R. */
import { atLeast, larger, smaller, splitExactly, toMoney, type Num } from '../num.ts';
import { at } from './list.ts';

/** Somebody who owes `due` to `creditors` (tickets by holder id, in id order) and has `cash`. Money in units. */
export interface Debtor {
  readonly id: string;
  readonly cash: Num;
  readonly due: Num;
  readonly creditors: ReadonlyMap<string, number>;
}

/** A debtor with the one debtor that it receives from, and its place in that one's creditors. */
interface Node extends Debtor {
  readonly place: number;
  payer: { node: Node; slot: number } | null;
  /** What it has: cash and receipts; set once its payer's payment is known. */
  means: Num | null;
}

/**
 * What each debtor has to pay with, receipts included, at the greatest fixed point of
 * p_i = min(D_i, C_i + Σ_j receipts from j); p_i is the smaller of that and D_i.
 *
 * A trader's tickets are all of one issuer (MOD-08), so nobody receives from two debtors, and "who pays me"
 * leads either to someone whose means are known or round a single cycle. Along a cycle the payments compose
 * to one function min(E, a + b·p), whose greatest fixed point has a closed form; the rest follows downstream.
 * SET-06R.
 */
export function clearingVector(debtors: readonly Debtor[]): Num[] {
  const nodes = debtors.map((debtor, place): Node => ({ ...debtor, place, payer: null, means: null }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const payer of nodes) {
    [...payer.creditors.keys()].forEach((creditor, slot) => {
      const receiver = byId.get(creditor);
      if (receiver !== undefined) receiver.payer = { node: payer, slot };
    });
  }
  for (const node of nodes) solve(node);
  return nodes.map((node) => node.means ?? node.cash);
}

/** Follows the payers up to one whose means are known, or round to a cycle, and works back down. */
function solve(start: Node): void {
  const path: Node[] = [];
  const seen = new Set<Node>();
  let node: Node | undefined = start;
  while (node?.means === null && !seen.has(node)) {
    path.push(node);
    seen.add(node);
    node = node.payer?.node;
  }
  if (node?.means === null) solveCycle(fromFirst(path.slice(path.indexOf(node))));
  for (const unknown of path.reverse()) unknown.means ??= meansOf(unknown);
}

/** The same cycle, from the one that comes first in trader order. CHK-10R. */
function fromFirst(cycle: readonly Node[]): Node[] {
  const first = cycle.reduce((a, b) => (a.place < b.place ? a : b));
  const start = cycle.indexOf(first);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

/** p_i = min(D_i, means). */
const payment = (node: Node, means: Num): Num =>
  atLeast(means, node.due) ? node.due : smaller(means, node.due);

/** Cash plus what the payer, whose means are known, hands over. */
function meansOf(node: Node): Num {
  if (node.payer === null) return node.cash;
  const { node: payer, slot } = node.payer;
  const parts = splitExactly(payment(payer, payer.means ?? payer.cash), [...payer.creditors.values()]);
  return node.cash.plus(parts[slot] ?? node.cash.minus(node.cash));
}

/**
 * Greatest fixed point round a cycle, listed from receiver to payer. The composition of
 * p ↦ min(D, C + s·p) over the cycle is min(E, a + b·p) with b ≤ 1: its greatest fixed point is E if
 * E ≤ a + b·E, else a/(1 − b).
 */
function solveCycle(cycle: readonly Node[]): void {
  const first = at(cycle, 0);
  const one = first.due.div(first.due);
  const zero = one.minus(one);
  // the payers in turn, from the one that `first` pays through to `first` itself
  const round = [...cycle].reverse();
  let composed = { cap: null as Num | null, a: zero, b: one };
  for (const node of round) composed = compose(node, shareFrom(node), composed);
  const top = composed.cap ?? first.due;
  const fixed = atLeast(composed.a.plus(composed.b.times(top)), top)
    ? top
    : composed.a.div(one.minus(composed.b));
  settleRound(round, larger(zero, toMoney(fixed)));
}

/** The function p ↦ min(cap, a + b·p); no cap yet before the first debtor. */
interface Capped {
  readonly cap: Num | null;
  readonly a: Num;
  readonly b: Num;
}

/** min(D, C + s·f(p)) as a function of the same kind. */
function compose({ due, cash }: Node, share: Num, { cap, a, b }: Capped): Capped {
  return {
    cap: cap === null ? due : smaller(due, cash.plus(share.times(cap))),
    a: cash.plus(share.times(a)),
    b: share.times(b),
  };
}

/** The share of its payer's payment that a node receives. */
function shareFrom(node: Node): Num {
  const one = node.due.div(node.due);
  if (node.payer === null) return one.minus(one);
  const weights = [...node.payer.node.creditors.values()];
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return one.times(weights[node.payer.slot] ?? 0).div(all);
}

/**
 * Walks the payments round in whole units of money until they close on themselves. Rounding residues may chase
 * one another for ever: then the first debtor pays an amount that comes back to it in full, and the unit that
 * comes back besides is left to it, so that nobody pays what it has not. CHK-09R, CHK-10R.
 */
function settleRound(round: readonly Node[], guess: Num): void {
  const first = at(round, round.length - 1);
  let paid = guess;
  for (let attempt = 0; attempt < ROUNDS; attempt++) {
    const back = comesBack(round, first, paid);
    if (back.comparedTo(paid) === 0) return;
    paid = back;
  }
  for (let back = comesBack(round, first, paid); back.comparedTo(paid) < 0;) {
    paid = back;
    back = comesBack(round, first, paid);
  }
  first.means = paid;
}

/** More than the payments need to close, where they do. */
const ROUNDS = 64;

/** What the first debtor would pay if everybody round the cycle, from its own payment on, paid what it then has. */
function comesBack(round: readonly Node[], first: Node, paid: Num): Num {
  first.means = paid;
  for (const node of round) node.means = meansOf(node);
  return payment(first, first.means);
}
