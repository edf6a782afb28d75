-- What the tables over a sweep share: its pairs, and what became of its liabilities.
--
-- Every cell of a file arrives as text, '' where it is empty: load.ts makes the tables, sources.ts says what
-- may stand in them. Amounts become DECIMAL(38, 18): 18 decimals are the unit of money (CHK-09R), so every sum
-- of amounts is exact, in any order. Rates, means and ratios are quotients, no longer amounts, and are DOUBLE:
-- two exact sums, divided once.

-- A part of a whole; 0 where there is no whole. ANA-01, ANA-07R.
CREATE MACRO part_of(part, whole) AS
  CASE WHEN whole = 0 THEN 0::DOUBLE ELSE part::DOUBLE / whole::DOUBLE END;

-- Nearer to zero than 10⁻⁹ is zero, as in the counts of summary.json. ANA-06R.
CREATE MACRO is_nothing(difference) AS abs(difference) < 0.000000001;

-- The pairs in the order of the grid. A difference of rates has at most 28 decimals. OUT-13.
CREATE TABLE pairs AS
SELECT
  *,
  nullif(trading_effect, '')::DECIMAL(38, 28) AS effect,
  is_nothing(nullif(trading_effect, '')::DECIMAL(38, 28)) AS has_no_effect
FROM comparison;

-- The runs that the tables are over: active ones that did not fail. A run that stopped at a default counts
-- with what it came to (SET-07); BAL-10 speaks of the failed ones. A sweep without the arm has none. EXP-03.
CREATE TABLE active_runs AS
SELECT * FROM pairs WHERE active_status NOT IN ('failed', '');

-- Liabilities that matured, by run and strategy. Those of one face are counted before that face becomes a
-- decimal: there are few different faces, and many liabilities. OUT-07, OUT-09.
CREATE TABLE strategy_outcomes AS
WITH same_face AS (
  SELECT run_id, strategy, outcome, buy_count, sell_count, face_value, count(*) AS liabilities
  FROM repayment_events
  GROUP BY ALL
)
SELECT
  run_id,
  strategy,
  buy_count::INTEGER + sell_count::INTEGER > 0 AS used_dealer,
  outcome = 'defaulted' AS defaulted,
  sum(liabilities) AS liabilities,
  sum(face_value::DECIMAL(38, 18) * liabilities) AS face
FROM same_face
GROUP BY ALL;
