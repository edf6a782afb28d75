-- ANA-03: how much each active run used its dealers, and who of the debtors' paper was traded.
-- One row a run, in the order of the grid. Cells from a file that is missing are empty. ANA-05, ANA-07R.
WITH fills AS (
  -- A pass-through goes to the VBT, so a fill with a dealer in it is one from the dealer's own book, or one in
  -- which a dealer is the customer (TRD-11).
  SELECT
    *,
    'dealer' IN (buyer_type, seller_type) AS with_dealer,
    'trader' IN (buyer_type, seller_type) AS with_trader
  FROM trades
),
trading AS (
  SELECT
    present.run_id,
    count(*) FILTER (with_dealer) AS dealer_trade_count,
    count(*) FILTER (with_dealer AND with_trader) AS trader_dealer_trade_count,
    count(DISTINCT trader_id) FILTER (with_dealer AND with_trader) AS n_traders_using_dealer,
    -- of the whole market, whoever filled the order
    coalesce(sum(face_value::DECIMAL(38, 18)), 0) AS total_face_traded,
    coalesce(sum(price::DECIMAL(38, 18)), 0) AS total_cash_volume
  FROM present
  LEFT JOIN fills USING (run_id)
  WHERE file = 'trades'
  GROUP BY present.run_id
),
days AS (
  -- Day 0 is the opening and no day of trading. OUT-15R.
  SELECT
    run_id,
    day,
    bool_or(dealer_inventory::BIGINT > 0) AS any_has_inventory,
    bool_and(is_at_zero = 'true') AS all_at_zero,
    bool_or(hit_vbt_this_step = 'true') AS any_hit_vbt
  FROM inventory_timeseries
  WHERE day::INTEGER > 0
  GROUP BY run_id, day
),
inventory AS (
  SELECT
    present.run_id,
    part_of(count(*) FILTER (any_has_inventory), count(day)) AS dealer_active_fraction,
    part_of(count(*) FILTER (all_at_zero), count(day)) AS dealer_empty_fraction,
    part_of(count(*) FILTER (any_hit_vbt), count(day)) AS vbt_usage_fraction
  FROM present
  LEFT JOIN days USING (run_id)
  WHERE file = 'inventory_timeseries'
  GROUP BY present.run_id
),
debt AS (
  SELECT
    run_id,
    avg(debt_to_money::DOUBLE ORDER BY day::INTEGER) FILTER (day::INTEGER > 0) AS mean_debt_to_money,
    arg_max(debt_to_money, day::INTEGER) AS final_debt_to_money,
    arg_min(total_face_value, day::INTEGER)::DECIMAL(38, 18) AS face_0,
    arg_max(total_face_value, day::INTEGER)::DECIMAL(38, 18) AS face_T
  FROM system_state_timeseries
  GROUP BY run_id
),
liabilities AS (
  SELECT
    present.run_id,
    coalesce(sum(face) FILTER (defaulted), 0) AS defaulted,
    coalesce(sum(face) FILTER (defaulted AND used_dealer), 0) AS defaulted_that_traded,
    coalesce(sum(face) FILTER (NOT defaulted), 0) AS repaid,
    coalesce(sum(face) FILTER (NOT defaulted AND used_dealer), 0) AS repaid_that_traded
  FROM present
  LEFT JOIN strategy_outcomes USING (run_id)
  WHERE file = 'repayment_events'
  GROUP BY present.run_id
)
SELECT
  active_run_id AS run_id,
  kappa,
  concentration,
  mu,
  outside_mid_ratio /* axes */,
  delta_passive,
  delta_active,
  trading_effect,
  trading_relief_ratio,
  dealer_trade_count,
  trader_dealer_trade_count,
  n_traders_using_dealer,
  total_face_traded,
  total_cash_volume,
  dealer_active_fraction,
  dealer_empty_fraction,
  vbt_usage_fraction,
  mean_debt_to_money,
  final_debt_to_money,
  part_of(face_0 - face_T, face_0) AS debt_shrink_rate,
  part_of(defaulted_that_traded, defaulted) AS frac_defaulted_that_traded,
  part_of(repaid_that_traded, repaid) AS frac_repaid_that_traded
FROM active_runs
LEFT JOIN trading ON trading.run_id = active_run_id
LEFT JOIN inventory ON inventory.run_id = active_run_id
LEFT JOIN debt ON debt.run_id = active_run_id
LEFT JOIN liabilities ON liabilities.run_id = active_run_id
ORDER BY n;
