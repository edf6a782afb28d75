-- Quantiles over the seeds of a grid point, day by day: the default rate of each arm, and mids and inventory of
-- the dealers. `compared` has the runs, each with the number of its point. A cell that is empty is no value. OUT-16.
WITH settled AS (
  SELECT run_id, maturity_day::INTEGER AS day, liability_id, face_value, recovery FROM followed_repayments
),
daily AS (
  SELECT
    run_id,
    day,
    sum(face_value::DECIMAL(38, 18))::DOUBLE AS due,
    -- in one order, since sums of doubles are not the same in every order
    sum(face_value::DOUBLE * recovery::DOUBLE ORDER BY liability_id) AS paid
  FROM settled
  GROUP BY run_id, day
),
calendar AS (
  SELECT unnest(range(0, (SELECT max(day) + 1 FROM daily))) AS day
),
-- What fell due up to a day and was not paid, over what fell due; 0 before anything did. MET-01.
rates AS (
  SELECT
    run_id,
    calendar.day,
    coalesce(sum(due) OVER upto, 0) AS due,
    coalesce(sum(paid) OVER upto, 0) AS paid
  FROM (SELECT DISTINCT run_id FROM settled)
  CROSS JOIN calendar
  LEFT JOIN daily USING (run_id, day)
  WINDOW upto AS (PARTITION BY run_id ORDER BY calendar.day)
),
-- Buckets in the order of the files.
shelves AS (
  SELECT bucket, min(place) AS place FROM followed_inventories GROUP BY bucket
),
-- Both sums are rounded, so where all was paid the rate could fall below zero by the rounding.
followed AS (
  SELECT run_id, 'delta' AS series, '' AS bucket, day, greatest(0, part_of(due - paid, due)) AS value FROM rates
  UNION ALL
  SELECT run_id, 'outside_mid', bucket, day::INTEGER, nullif(vbt_mid, '')::DOUBLE FROM followed_mids
  UNION ALL
  SELECT run_id, 'midline', bucket, day::INTEGER, nullif(dealer_midline, '')::DOUBLE FROM followed_mids
  UNION ALL
  SELECT run_id, 'inventory', bucket, day::INTEGER, dealer_inventory::DOUBLE FROM followed_inventories
)
SELECT
  point,
  arm,
  series,
  bucket,
  day,
  count(*) AS runs,
  quantile_cont(value, 0.1) AS q10,
  quantile_cont(value, 0.25) AS q25,
  quantile_cont(value, 0.5) AS q50,
  quantile_cont(value, 0.75) AS q75,
  quantile_cont(value, 0.9) AS q90
FROM followed
JOIN compared USING (run_id)
LEFT JOIN shelves USING (bucket)
WHERE value IS NOT NULL
GROUP BY point, arm, series, bucket, day, shelves.place
HAVING count(*) > 1
ORDER BY point, series, shelves.place, arm, day;
