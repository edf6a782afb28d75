/** The clearing vector of Eisenberg and Noe for the claims that mature together. SET-06R. */
import { larger, smaller, toMoney, type Arithmetic, type Num } from '../num.ts';
import { at } from './list.ts';
import { handedOver } from './payment.ts';

/** Somebody who owes `due` to `creditors` (tickets by holder id, in id order) and has `cash` ≥ 0. */
export interface Debtor {
  readonly id: string;
  readonly cash: Num;
  readonly due: Num;
  readonly creditors: ReadonlyMap<string, number>;
}

/** What an issuer has to pay with, receipts that count included, and what it pays. Money. */
export interface Payment {
  readonly means: Num;
  readonly paid: Num;
}

/** A debtor with the one debtor that it receives from, and its place in that one's creditors. */
interface Node extends Debtor {
  readonly place: number;
  payer: { readonly node: Node; readonly slot: number } | null;
  /** Set once its payer's payment is known. */
  payment: Payment | null;
}

/**
 * What each debtor has and pays at the greatest fixed point of p_i = min(D_i, C_i + Σ_j receipts from j).
 *
 * A trader's tickets are all of one issuer (MOD-08), so nobody receives from two debtors, and "who pays me"
 * leads either to someone whose means are known or round a single cycle. Along a cycle the payments compose
 * to one function min(E, a + b·p), whose greatest fixed point has a closed form; the rest follows downstream.
 * SET-06R.
 */
export function clearingVector(numbers: Arithmetic, debtors: readonly Debtor[]): Payment[] {
  const nodes = debtors.map((debtor, place): Node => ({ ...debtor, place, payer: null, payment: null }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const payer of nodes) {
    [...payer.creditors.keys()].forEach((creditor, slot) => {
      const receiver = byId.get(creditor);
      if (receiver !== undefined) receiver.payer = { node: payer, slot };
    });
  }
  for (const node of nodes) solve(numbers, node);
  return nodes.map(paymentOf);
}

/** Follows the payers up to one whose payment is known, or round to a cycle, and works back down. */
function solve(numbers: Arithmetic, start: Node): void {
  const path: Node[] = [];
  const seen = new Set<Node>();
  let node: Node | undefined = start;
  while (node?.payment === null && !seen.has(node)) {
    path.push(node);
    seen.add(node);
    node = node.payer?.node;
  }
  if (node?.payment === null) solveCycle(numbers, fromFirst(path.slice(path.indexOf(node))));
  for (const unknown of path.reverse()) unknown.payment ??= payOutOf(numbers, unknown);
}

/** The same cycle, from the one that comes first in trader order. CHK-10R. */
function fromFirst(cycle: readonly Node[]): Node[] {
  const first = cycle.reduce((a, b) => (a.place < b.place ? a : b));
  const start = cycle.indexOf(first);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

/** What a debtor has and pays, once that is known. */
function paymentOf({ id, payment }: Node): Payment {
  if (payment === null) throw new Error(`what ${id} pays is not known yet`);
  return payment;
}

/** Its cash and what its payer, whose payment is known, hands over; of that it pays what it owes, or all. */
function payOutOf(numbers: Arithmetic, node: Node): Payment {
  const means = node.payer === null ? node.cash : node.cash.plus(receipt(numbers, node.payer));
  return { means, paid: handedOver(means, node.due) };
}

/** What a creditor gets of its payer's payment. SET-05. */
const receipt = (numbers: Arithmetic, { node, slot }: NonNullable<Node['payer']>): Num =>
  at(numbers.split(paymentOf(node).paid, [...node.creditors.values()]), slot);

/**
 * Greatest fixed point round a cycle, listed from receiver to payer. The composition of
 * p ↦ min(D, C + s·p) over the cycle is min(E, a + b·p) with b ≤ 1: its greatest fixed point is E if
 * E ≤ a + b·E, else a/(1 − b).
 */
function solveCycle(numbers: Arithmetic, cycle: readonly Node[]): void {
  // the payers in turn, from the one that the first pays through to the first itself
  const round = [...cycle].reverse();
  const start: Capped = { cap: null, a: numbers.zero, b: numbers.of(1) };
  const composed = round.reduce((so, node) => compose(node, shareFrom(numbers, node), so), start);
  const { cap: top, a, b } = composed;
  if (top === null) throw new Error('a ring of nobody');
  const reached = a.plus(b.times(top)).comparedTo(top) >= 0;
  const fixed = reached ? top : a.div(numbers.of(1).minus(b));
  settleRound(numbers, round, larger(numbers.zero, toMoney(fixed)));
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

/** The share of its payer's payment that a node of a cycle receives. */
function shareFrom(numbers: Arithmetic, { id, payer }: Node): Num {
  if (payer === null) throw new Error(`${id} is in a cycle, and nobody pays it`);
  const weights = [...payer.node.creditors.values()];
  return numbers.of(at(weights, payer.slot)).div(weights.reduce((sum, weight) => sum + weight, 0));
}

/**
 * Walks the payments round in whole units of money until they close on themselves. Rounding residues may chase
 * one another for ever: then the first debtor pays an amount that comes back to it in full, and the unit that
 * comes back besides is left to it, so that nobody pays what it has not. CHK-09R, CHK-10R.
 */
function settleRound(numbers: Arithmetic, round: readonly Node[], guess: Num): void {
  const first = at(round, round.length - 1);
  let paid = guess;
  for (let attempt = 0; attempt < ROUNDS; attempt++) {
    const back = comesBack(numbers, round, first, paid);
    if (back.comparedTo(paid) === 0) return;
    paid = back;
  }
  for (let back = comesBack(numbers, round, first, paid); back.comparedTo(paid) < 0;) {
    paid = back;
    back = comesBack(numbers, round, first, paid);
  }
  first.payment = { means: paymentOf(first).means, paid };
}

/** More than the payments need to close, where they do. */
const ROUNDS = 64;

/** What the first debtor would pay if everybody round the cycle, from its own payment on, paid what it then has. */
function comesBack(numbers: Arithmetic, round: readonly Node[], first: Node, paid: Num): Num {
  first.payment = { means: paid, paid };
  for (const node of round) node.payment = payOutOf(numbers, node);
  return paymentOf(first).paid;
}
