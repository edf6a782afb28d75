/** What the words of the protocol mean. Each list is typed by the words that there are, so that none can be missing. */
import type { Refusal, RoutingReason } from '../src/core/events.ts';
import type { ClearingRule, PolicyKind, Regime } from '../src/core/state.ts';
import type { Capability, ErrorKind, OperationName } from '../src/protocol/protocol.ts';

export const operations: Readonly<Record<OperationName, string>> = {
  hello: 'Who is there, and what it can do.',
  reset: 'A fresh world; the last one is forgotten.',
  quotes: 'What the dealer of a bucket quotes, and every figure on the way there.',
  kernel: 'The same from a position alone, without a world.',
  sell: 'A trader, or a dealer as a customer, sells one ticket. The answer is a trade.',
  buy: 'A trader, or a dealer as a customer, buys one ticket. The answer is a trade.',
  advance: 'Time goes on by one period, and tickets change buckets.',
  orderFlow: 'The sets of sellers and buyers are formed by the policy of the world; then orders arrive.',
  settle: 'What is due today is paid.',
  rollover: 'What was repaid in full is issued again.',
  updateAnchors: 'The losses of the period move the outside quotes.',
  period: 'All steps of a period once, in the order of LOOP-01.',
  set: 'Overrides one thing of the world, for a stress step.',
  state: 'The world as it is now.',
  stop: 'Asks the process to end.',
};

export const refusals: Readonly<Record<Refusal, string>> = {
  cash: 'The buyer’s cash is below the price (TRD-05).',
  no_eligible_ticket: 'Neither dealer nor VBT has a ticket that this buyer may hold (TRD-07 to TRD-09R).',
  no_ticket: 'The seller has no ticket to sell.',
  price: 'The price offered is not positive, and the policy refuses it (POL-07).',
  unsafe: 'The buyer would have a gap after the purchase (POL-13).',
};

export const routingReasons: Readonly<Record<RoutingReason, string>> = {
  regime: 'The regime is `backstop`: no dealer makes a market (LOOP-05).',
  guard: 'The outside mid is at or below the guard threshold (KER-12).',
  capacity: 'A sale: the dealer’s ladder has no rung left (KER-14).',
  cash: 'A sale: the dealer cannot pay its own bid (KER-14).',
  inventory: 'A purchase: the dealer’s shelf is empty (KER-13).',
  issuer: 'A purchase: the dealer holds tickets, and none that this buyer may hold (TRD-09R).',
};

export const errorKinds: Readonly<Record<ErrorKind, string>> = {
  unsupported:
    'The operation, or an option of it, is not implemented. The scenario is reported as unsupported: neither passed nor failed.',
  invalid:
    'The request is malformed, or speaks of something that does not exist. The world is what it was before.',
  violation:
    'An identity does not hold after an event: `check` says which, the message shows the arithmetic. The world is gone until the next `reset`.',
  internal: 'A fault of the implementation.',
};

export const regimes: Readonly<Record<Regime, string>> = {
  active: 'Dealers make markets; what they cannot fill goes through to the VBT.',
  backstop: 'Dealers keep what they hold and make no market: every order goes to the VBT (LOOP-05).',
  passive:
    'No order flow; everything else is the same (LOOP-04). `quotes`, `sell` and `buy` answer as in `active` (LOOP-08R).',
  baseline: 'No dealers and no VBTs (LOOP-04). A world of it has no desks.',
};

export const policyKinds: Readonly<Record<PolicyKind, string>> = {
  liquidity_and_investment:
    'Traders that lack cash today sell; those with spare cash and a distant next payment buy (POL-02).',
  default_avoidance:
    'Traders with a gap ahead sell until it is closed; nobody buys, and z is ignored (POL-07).',
  two_sided: 'Sellers as under default_avoidance; those that stay safe buy (POL-13).',
};

export const clearingRules: Readonly<Record<ClearingRule, string>> = {
  cash_on_hand: 'Cash when settlement starts; receipts of the day do not count.',
  sequential: 'Issuers in the order of the traders; receipts count for later ones.',
  clearing_vector: 'The greatest fixed point of Eisenberg and Noe.',
};

export const capabilities: Readonly<Record<Capability, string>> = {
  kernel: '`kernel`',
  trades: '`reset`, `quotes`, `sell`, `buy`, `set`, `state`',
  rebucketing: '`advance`',
  settlement: '`settle`',
  anchors: '`updateAnchors`',
  order_flow: '`orderFlow`',
  period: '`period`',
  rollover: '`rollover`, and worlds with `rollover.enabled`',
  default_avoidance: 'worlds of that policy',
  'clearing:sequential': 'worlds of that clearing rule',
  'clearing:clearing_vector': 'worlds of that clearing rule',
  cap_quotes_at_par: 'worlds with that ruling',
  backstop: 'worlds of that regime',
  two_sided: 'worlds of that policy',
  regimes: 'passive and baseline worlds',
  guard_threshold: 'another threshold than 0.02 of the face',
  least_spread: 'a `minSpread` above 0',
  dealer_customers: '`dealer:<bucket>` as the trader of `sell` and `buy`',
  input_checks: 'malformed requests are refused as `invalid`',
  units: 'money is exact to 10⁻¹⁸ (CHK-09R)',
};
