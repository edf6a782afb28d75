-- ANA-02: the same outcomes, pooled over the runs of a grid point: those that differ in the seed only.
-- One row a strategy and grid point, grid points in the order of the grid and strategies in that of OUT-09.
WITH grid_points AS (
  SELECT kappa, concentration, mu, outside_mid_ratio /* axes */, min(n) AS place
  FROM active_runs
  GROUP BY ALL
),
strategies AS (
  SELECT *
  FROM (VALUES (1, 'no_trade'), (2, 'hold_to_maturity'), (3, 'sell_before'), (4, 'round_trip'))
    AS listed (rank, strategy)
),
using_strategy AS (
  -- A run uses a strategy if one of its liabilities does.
  SELECT
    active_run_id,
    strategy,
    effect,
    kappa,
    concentration,
    mu,
    outside_mid_ratio /* axes */,
    sum(face) AS face,
    coalesce(sum(face) FILTER (defaulted), 0) AS default_face
  FROM active_runs
  JOIN strategy_outcomes ON run_id = active_run_id
  GROUP BY ALL
),
pooled AS (
  SELECT
    strategy,
    kappa,
    concentration,
    mu,
    outside_mid_ratio /* axes */,
    sum(face) AS total_face,
    sum(default_face) AS default_face,
    count(*) AS runs_using_strategy,
    -- over the runs that use the strategy and have an effect; empty where there are none. ANA-07R
    sum(effect)::DOUBLE / nullif(count(effect), 0) AS mean_trading_effect
  FROM using_strategy
  GROUP BY ALL
)
SELECT
  strategy,
  kappa,
  concentration,
  mu,
  outside_mid_ratio /* axes */,
  coalesce(total_face, 0) AS total_face,
  coalesce(default_face, 0) AS default_face,
  part_of(coalesce(default_face, 0), coalesce(total_face, 0)) AS default_rate,
  coalesce(runs_using_strategy, 0) AS runs_using_strategy,
  mean_trading_effect
FROM grid_points
CROSS JOIN strategies
LEFT JOIN pooled USING (strategy, kappa, concentration, mu, outside_mid_ratio /* axes */)
ORDER BY place, rank;
