/** What a scenario file may say, key by key. Everything may be left out. CFG-01, CFG-05, CFG-06R. */
import * as z from 'zod';
import { clearingRules, issuePrices, policyKinds, regimes } from '../core/state.ts';
import { arithmeticNames } from '../num.ts';
import { LARGEST_SEED } from '../random.ts';
import { cashSpread } from './cash-spread.ts';
import { count, fraction, nonNegative, oneOf, positive, ratio, section, yesOrNo } from './fields.ts';
import { balanceModes, debtRules } from './scenario.ts';
import { tau } from './tau.ts';

/** Days, periods and horizons. */
const LAST_DAY = 1_000_000;
/** Traders of a ring, and the least number of them. */
export const MOST_TRADERS = 1_000_000;

const bucket = section({
  tau: tau.optional(),
  M0: ratio.optional(),
  O0: nonNegative.optional(),
  Omin: nonNegative.optional(),
  phiM: nonNegative.optional(),
  phiO: nonNegative.optional(),
});

const bucketId = z.string().regex(/^[a-z][a-z0-9_]*$/);

const shape = {
  seed: count(0, LARGEST_SEED).optional(),
  periods: count(1, LAST_DAY).optional(),
  regime: oneOf(regimes).optional(),
  arithmetic: oneOf(arithmeticNames).optional(),
  checks: yesOrNo.optional(),
  stop_on_default: yesOrNo.optional(),
  allow_small_ring: yesOrNo.optional(),
  ticket_size_S: positive.optional(),
  rulings: section({
    clearing: oneOf(clearingRules).optional(),
    cap_quotes_at_par: yesOrNo.optional(),
  }),
  buckets: z
    .record(bucketId, bucket, {
      error: ({ code }) =>
        code === 'invalid_key'
          ? 'names of small letters, digits and _'
          : 'a section with a key for each bucket',
    })
    .nullish(),
  guard: section({ Mmin: nonNegative.optional(), clip_nonneg_B: yesOrNo.optional() }),
  dealers: section({ init_target_capacity_Xstar: nonNegative.nullish() }),
  order_flow: section({ pi_sell: fraction.optional(), Nmax: count(0, LAST_DAY).nullish() }),
  trader_policy: section({
    kind: oneOf(policyKinds).optional(),
    H_min_invest: count(0, LAST_DAY).optional(),
    buffer_cash_B: nonNegative.optional(),
    horizon: count(0, LAST_DAY).nullish(),
  }),
  initial_allocation: section({
    dealer_share: fraction.optional(),
    vbt_share: fraction.optional(),
    traders_share: fraction.optional(),
  }),
  balance: section({
    mode: oneOf(balanceModes).optional(),
    vbt_share: fraction.optional(),
    dealer_share: fraction.optional(),
    big_entity_share: fraction.optional(),
  }),
  anchors: section({ update: yesOrNo.optional() }),
  rollover: section({ enabled: yesOrNo.optional(), issue_price: oneOf(issuePrices).optional() }),
  ring: section({
    n_traders: count(2, MOST_TRADERS).optional(),
    n_traders_min: count(2, MOST_TRADERS).optional(),
    total_debt_Q: positive.optional(),
    kappa: positive.nullish(),
    liquidity_ratio: positive.nullish(),
    debts: oneOf(debtRules).optional(),
    concentration: positive.optional(),
    mu: fraction.optional(),
    maturity_days: count(1, LAST_DAY).optional(),
    cash: cashSpread.optional(),
  }),
};

/** A document with the keys of a scenario, and those of `more`. */
export const documentOf = <More extends z.ZodRawShape>(more: More) => {
  const keys = { ...shape, ...more };
  return z.strictObject(keys, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? Object.keys(keys).join(', ') : 'a section with the keys of a scenario',
  });
};

export const scenarioSchema = documentOf({});

/** A file as it was read: what is there is as it should be. */
export type Parsed = z.output<typeof scenarioSchema>;
