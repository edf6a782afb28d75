-- ANA-04: why the dealer made no difference, pair by pair, for the pairs with zero effect.
-- The first condition that holds is the pair's class, and each asks for what the next one presupposes:
-- something to relieve, a dealer that is called on, defaulters who trade, a dealer who can serve. A dealer who
-- cannot keeps nobody from selling (TRD-05), so defaulters who never traded come before it. ANA-06R.
WITH dealer AS (
  SELECT
    present.run_id,
    count(*) FILTER ('dealer' IN (buyer_type, seller_type)) AS dealer_trades,
    -- Orders that went to the VBT since the dealer had no ticket, no room, no cash, or its guard up. One that
    -- went there for the issuer's sake met a dealer with tickets. KER-12 … KER-14, TRD-09R.
    count(*) FILTER (hit_vbt_reason IN ('inventory', 'capacity', 'cash', 'guard')) AS orders_past_dealer
  FROM present
  LEFT JOIN trades USING (run_id)
  WHERE file = 'trades'
  GROUP BY present.run_id
),
defaulters AS (
  -- By the debtor's own trades up to the day of the default, not by those in its paper. OUT-08R.
  SELECT
    present.run_id,
    count(*) FILTER (outcome = 'defaulted') AS defaulted_liabilities,
    count(*) FILTER (
      outcome = 'defaulted' AND debtor_buy_count::INTEGER + debtor_sell_count::INTEGER > 0
    ) AS defaulted_that_traded
  FROM present
  LEFT JOIN repayment_events USING (run_id)
  WHERE file = 'repayment_events'
  GROUP BY present.run_id
)
SELECT
  kappa,
  concentration,
  mu,
  outside_mid_ratio /* axes */,
  seed,
  passive_run_id,
  active_run_id,
  delta_passive,
  delta_active,
  CASE
    WHEN is_nothing(delta_passive::DECIMAL(38, 28)) THEN 'no_defaults_to_relieve'
    -- what the classes below are told by is not known where a file is missing. ANA-05
    WHEN dealer_trades IS NULL OR defaulted_liabilities IS NULL THEN NULL
    WHEN dealer_trades + orders_past_dealer = 0 THEN 'dealer_not_used'
    WHEN defaulted_that_traded = 0 THEN 'defaulters_never_traded'
    WHEN orders_past_dealer > 0 THEN 'dealer_emptied_or_full'
    ELSE 'defaulters_traded_in_vain'
  END AS class,
  dealer_trades,
  orders_past_dealer,
  defaulted_liabilities,
  defaulted_that_traded
FROM pairs
LEFT JOIN dealer ON dealer.run_id = active_run_id
LEFT JOIN defaulters ON defaulters.run_id = active_run_id
WHERE has_no_effect
ORDER BY n;
