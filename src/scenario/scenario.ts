/** A scenario with every default filled in: plain data, as it goes into the manifest and comes back. OUT-12. */
import type { ClearingRule, IssuePrice, PolicyKind, Regime } from '../core/state.ts';
import type { ArithmeticName } from '../num.ts';

/** Numbers are exact decimal strings, counts are integers; null is "left out" and loads as that. */
export interface Scenario {
  readonly seed: number;
  readonly periods: number;
  readonly regime: Regime;
  readonly arithmetic: ArithmeticName;
  readonly checks: boolean;
  readonly stop_on_default: boolean;
  readonly allow_small_ring: boolean;
  /** S, money. */
  readonly ticket_size_S: string;
  readonly rulings: { readonly clearing: ClearingRule; readonly cap_quotes_at_par: boolean };
  /** By id, nearest maturity first. MOD-04. */
  readonly buckets: Readonly<Record<string, ScenarioBucket>>;
  /** Mmin is per unit of face. MOD-13R. */
  readonly guard: { readonly Mmin: string; readonly clip_nonneg_B: boolean };
  /** X*_target, face; null when ownership shares decide and no target was given. INI-04R. */
  readonly dealers: { readonly init_target_capacity_Xstar: string | null };
  readonly order_flow: { readonly pi_sell: string; readonly Nmax: number | null };
  readonly trader_policy: ScenarioPolicy;
  /** Null when the run is not balanced: then shares or the target decide what large holders have. */
  readonly balance: Balance | null;
  /** Null when it was not given: then the target decides. INI-04R. */
  readonly initial_allocation: OwnershipShares | null;
  readonly anchors: { readonly update: boolean };
  readonly rollover: { readonly enabled: boolean; readonly issue_price: IssuePrice };
  readonly ring: ScenarioRing;
}

/** A maturity range; `max` is null for the last one. */
export interface TauRange {
  readonly min: number;
  readonly max: number | null;
}

/** Per unit of face: multiplied by S when the world is made. MOD-13R. */
export interface ScenarioBucket {
  readonly tau: TauRange;
  readonly M0: string;
  readonly O0: string;
  readonly Omin: string;
  readonly phiM: string;
  readonly phiO: string;
}

export interface ScenarioPolicy {
  readonly kind: PolicyKind;
  readonly H_min_invest: number;
  readonly buffer_cash_B: string;
  /** H of POL-06; `liquidity_and_investment` does not use it. */
  readonly horizon: number | null;
}

/** INI-02; the rest stays with the original creditors whatever `traders_share` says. */
export interface OwnershipShares {
  readonly dealer_share: string;
  readonly vbt_share: string;
  readonly traders_share: string;
}

/** How claims on the issuers are added for the large holders. BAL-02, BAL-03. */
export const balanceModes = ['share_of_total', 'additional'] as const;
export type BalanceMode = (typeof balanceModes)[number];

/** What large holders have in a balanced run: shares of all claims, or a share β on top of the ring's. */
export type Balance = BalanceByShares | { readonly mode: 'additional'; readonly big_entity_share: string };

export interface BalanceByShares {
  readonly mode: 'share_of_total';
  readonly vbt_share: string;
  readonly dealer_share: string;
}

export interface ScenarioRing {
  readonly n_traders: number;
  readonly n_traders_min: number;
  /** Q, money. */
  readonly total_debt_Q: string;
  /** κ = Q/L; exactly one of this and `liquidity_ratio` is given. RING-03R. */
  readonly kappa: string | null;
  /** L/Q. */
  readonly liquidity_ratio: string | null;
  readonly debts: DebtRule;
  readonly concentration: string;
  readonly mu: string;
  readonly maturity_days: number;
  readonly cash: CashSpread;
}

/** Drawn by a Dirichlet draw, or the same for everybody. RING-02, RING-09R. */
export const debtRules = ['drawn', 'equal'] as const;
export type DebtRule = (typeof debtRules)[number];

/** RING-04. */
export type CashSpread = 'uniform' | 'proportional' | { readonly vector: readonly string[] };

export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly warnings: string[];
}
