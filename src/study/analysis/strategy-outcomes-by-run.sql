-- ANA-01: what became of the liabilities of each active run, by the strategy that they were traded with.
-- One row a run, in the order of the grid. Cells from a file that is missing are empty. ANA-05, ANA-07R.
WITH by_run AS (
  -- A run whose file is there and has no row is a run in which nothing matured: zeros.
  SELECT
    present.run_id,
    coalesce(sum(liabilities), 0) AS total_liabilities,
    coalesce(sum(face), 0) AS total_face_value,
    coalesce(sum(face) FILTER (defaulted), 0) AS default_face_total,
    coalesce(sum(liabilities) FILTER (strategy = 'no_trade'), 0) AS count_no_trade,
    coalesce(sum(face) FILTER (strategy = 'no_trade'), 0) AS face_no_trade,
    coalesce(sum(liabilities) FILTER (strategy = 'no_trade' AND defaulted), 0) AS default_count_no_trade,
    coalesce(sum(face) FILTER (strategy = 'no_trade' AND defaulted), 0) AS default_face_no_trade,
    coalesce(sum(liabilities) FILTER (strategy = 'hold_to_maturity'), 0) AS count_hold_to_maturity,
    coalesce(sum(face) FILTER (strategy = 'hold_to_maturity'), 0) AS face_hold_to_maturity,
    coalesce(sum(liabilities) FILTER (strategy = 'hold_to_maturity' AND defaulted), 0) AS default_count_hold_to_maturity,
    coalesce(sum(face) FILTER (strategy = 'hold_to_maturity' AND defaulted), 0) AS default_face_hold_to_maturity,
    coalesce(sum(liabilities) FILTER (strategy = 'sell_before'), 0) AS count_sell_before,
    coalesce(sum(face) FILTER (strategy = 'sell_before'), 0) AS face_sell_before,
    coalesce(sum(liabilities) FILTER (strategy = 'sell_before' AND defaulted), 0) AS default_count_sell_before,
    coalesce(sum(face) FILTER (strategy = 'sell_before' AND defaulted), 0) AS default_face_sell_before,
    coalesce(sum(liabilities) FILTER (strategy = 'round_trip'), 0) AS count_round_trip,
    coalesce(sum(face) FILTER (strategy = 'round_trip'), 0) AS face_round_trip,
    coalesce(sum(liabilities) FILTER (strategy = 'round_trip' AND defaulted), 0) AS default_count_round_trip,
    coalesce(sum(face) FILTER (strategy = 'round_trip' AND defaulted), 0) AS default_face_round_trip
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
  seed,
  face_value,
  delta_passive,
  delta_active,
  trading_effect,
  trading_relief_ratio,
  total_liabilities,
  total_face_value,
  default_face_total,
  part_of(default_face_total, total_face_value) AS default_rate_total,
  count_no_trade,
  face_no_trade,
  default_count_no_trade,
  default_face_no_trade,
  part_of(default_face_no_trade, face_no_trade) AS default_rate_no_trade,
  count_hold_to_maturity,
  face_hold_to_maturity,
  default_count_hold_to_maturity,
  default_face_hold_to_maturity,
  part_of(default_face_hold_to_maturity, face_hold_to_maturity) AS default_rate_hold_to_maturity,
  count_sell_before,
  face_sell_before,
  default_count_sell_before,
  default_face_sell_before,
  part_of(default_face_sell_before, face_sell_before) AS default_rate_sell_before,
  count_round_trip,
  face_round_trip,
  default_count_round_trip,
  default_face_round_trip,
  part_of(default_face_round_trip, face_round_trip) AS default_rate_round_trip
FROM active_runs
LEFT JOIN by_run ON by_run.run_id = active_run_id
ORDER BY n;
