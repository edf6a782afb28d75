-- How the pairs came out, over the whole sweep; failed are those without two default rates to compare. ANA-04.
SELECT
  count(*) AS pairs,
  count(effect) AS compared,
  count(*) - count(effect) AS failed,
  count(*) FILTER (effect > 0 AND NOT has_no_effect) AS lowered,
  count(*) FILTER (has_no_effect) AS unchanged,
  count(*) FILTER (effect < 0 AND NOT has_no_effect) AS raised
FROM pairs;
