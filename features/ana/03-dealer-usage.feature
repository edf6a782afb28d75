Feature: How much the dealer was used

  Run a, κ = 1. Day 1: H1 sells two tickets to the Short dealer, at 15.10 and 14.90. Day 2: H2 buys one from it
  at 15.50; the Mid dealer sells it one at 15. Day 3: H3 finds it full and sells to the VBT at 13.50.
  By the close of day 1 both dealers hold tickets, of day 2 only Mid, of day 3 none, of day 4 only Short.

  Background:
    Given a sweep of these pairs
      | active_run_id | delta_passive | delta_active | trading_effect | trading_relief_ratio |
      | a             | 0.8           | 0.5          | 0.3            | 0.375                |
      | quiet         | 0             | 0            | 0              | 0                    |
    And the runs' trades.csv has these rows
      | run_id | day | trader_id  | side | buyer_type | seller_type | face_value | price | is_passthrough | hit_vbt_reason |
      | a      | 1   | H1         | SELL | dealer     | trader      | 20         | 15.10 | false          |                |
      | a      | 1   | H1         | SELL | dealer     | trader      | 20         | 14.90 | false          |                |
      | a      | 2   | H2         | BUY  | trader     | dealer      | 20         | 15.50 | false          |                |
      | a      | 2   | dealer:mid | SELL | dealer     | dealer      | 20         | 15    | false          |                |
      | a      | 3   | H3         | SELL | vbt        | trader      | 20         | 13.50 | true           | capacity       |
    And the runs' inventory_timeseries.csv has these rows
      | run_id | day | bucket | dealer_inventory | is_at_zero | hit_vbt_this_step |
      | a      | 0   | short  | 0                | true       | false             |
      | a      | 0   | mid    | 0                | true       | false             |
      | a      | 1   | short  | 2                | false      | false             |
      | a      | 1   | mid    | 1                | false      | false             |
      | a      | 2   | short  | 0                | true       | false             |
      | a      | 2   | mid    | 1                | false      | false             |
      | a      | 3   | short  | 0                | true       | true              |
      | a      | 3   | mid    | 0                | true       | false             |
      | a      | 4   | short  | 3                | false      | false             |
      | a      | 4   | mid    | 0                | true       | false             |
    And the runs' system_state_timeseries.csv has these rows
      | run_id | day | total_face_value | debt_to_money |
      | a      | 0   | 200              | 4             |
      | a      | 1   | 180              | 3             |
      | a      | 2   | 160              | 2             |
      | a      | 3   | 150              | 1.5           |
      | a      | 4   | 120              | 1.1           |
    And the runs' repayment_events.csv has these rows
      | run_id | face_value | outcome   | buy_count | sell_count |
      | a      | 60         | defaulted | 0         | 1          |
      | a      | 40         | defaulted | 0         | 0          |
      | a      | 20         | repaid    | 1         | 0          |
      | a      | 60         | repaid    | 0         | 0          |

  @ANA-03
  Rule: One row a run says how much its dealers traded, with whom, and how that stood by the day

    Example: its columns
      When the sweep is analyzed
      Then the columns of dealer_usage_by_run.csv are
        | run_id                     |
        | kappa                      |
        | concentration              |
        | mu                         |
        | outside_mid_ratio          |
        | delta_passive              |
        | delta_active               |
        | trading_effect             |
        | trading_relief_ratio       |
        | dealer_trade_count         |
        | trader_dealer_trade_count  |
        | n_traders_using_dealer     |
        | total_face_traded          |
        | total_cash_volume          |
        | dealer_active_fraction     |
        | dealer_empty_fraction      |
        | vbt_usage_fraction         |
        | mean_debt_to_money         |
        | final_debt_to_money        |
        | debt_shrink_rate           |
        | frac_defaulted_that_traded |
        | frac_repaid_that_traded    |

    Example: the pair's parameters and effects
      When the sweep is analyzed
      Then dealer_usage_by_run.csv holds
        | run_id | kappa | concentration | mu  | outside_mid_ratio | delta_passive | delta_active | trading_effect | trading_relief_ratio |
        | a      | 1     | 1             | 0.5 | 0.75              | 0.8           | 0.5          | 0.3            | 0.375                |
        | quiet  | 1     | 1             | 0.5 | 0.75              | 0             | 0            | 0              | 0                    |

    @ANA-07R
    Example: four trades with a dealer, three of them by two traders; face and cash are those of all five
      Cash is 15.10 + 14.90 + 15.50 + 15 + 13.50 = 74.
      When the sweep is analyzed
      Then dealer_usage_by_run.csv holds
        | run_id | dealer_trade_count | trader_dealer_trade_count | n_traders_using_dealer | total_face_traded | total_cash_volume |
        | a      | 4                  | 3                         | 2                      | 100               | 74                |
        | quiet  | 0                  | 0                         | 0                      | 0                 | 0                 |

    @ANA-07R
    Example: of four days a dealer had inventory on three, all were empty on one, and one saw an order pass on
      When the sweep is analyzed
      Then dealer_usage_by_run.csv holds
        | run_id | dealer_active_fraction | dealer_empty_fraction | vbt_usage_fraction |
        | a      | 0.75                   | 0.25                  | 0.25               |
        | quiet  | 0                      | 1                     | 0                  |

    @ANA-07R
    Example: debt to money over the days that follow the opening, and how much of the opening's debt is gone
      (3 + 2 + 1.5 + 1.1)/4 = 1.9, and (200 − 120)/200 = 0.4.
      When the sweep is analyzed
      Then dealer_usage_by_run.csv holds
        | run_id | mean_debt_to_money | final_debt_to_money | debt_shrink_rate |
        | a      | 1.9                | 1.1                 | 0.4              |
        | quiet  | 0                  | 0                   | 0                |

    Example: of the defaulted face 60 of 100 was traded, of the repaid face 20 of 80
      When the sweep is analyzed
      Then dealer_usage_by_run.csv holds
        | run_id | frac_defaulted_that_traded | frac_repaid_that_traded |
        | a      | 0.6                        | 0.25                    |
        | quiet  | 0                          | 0                       |
