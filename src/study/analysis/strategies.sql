-- The strategies over all active runs: how many liabilities took each, and what became of their face.
SELECT
  strategy,
  sum(liabilities) AS liabilities,
  sum(face) AS face,
  coalesce(sum(face) FILTER (defaulted), 0) AS default_face,
  part_of(coalesce(sum(face) FILTER (defaulted), 0), sum(face)) AS default_rate
FROM active_runs
JOIN strategy_outcomes ON run_id = active_run_id
GROUP BY strategy;
