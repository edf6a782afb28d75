Feature: Strategies and what became of them

  Two grid points, κ = 1 and κ = 2. At κ = 1 two seeds.
  Run a42: 160 matured. Never traded: 40 repaid and 60 defaulted. Sold: 20 repaid and 20 defaulted. Bought and
  sold: 20 repaid. Run a43: 60 matured and were repaid, 40 of it bought and held, 20 never traded.
  Run b42: nothing matured.

  Background:
    Given a sweep of these pairs
      | kappa | seed | active_run_id | delta_passive | delta_active | trading_effect | trading_relief_ratio |
      | 1     | 42   | a42           | 0.8           | 0.5          | 0.3            | 0.375                |
      | 1     | 43   | a43           | 0.1           | 0            | 0.1            | 1                    |
      | 2     | 42   | b42           | 0             | 0            | 0              | 0                    |
    And the runs' repayment_events.csv has these rows
      | run_id | face_value | outcome   | recovery | buy_count | sell_count | strategy         |
      | a42    | 40         | repaid    | 1        | 0         | 0          | no_trade         |
      | a42    | 60         | defaulted | 0.5      | 0         | 0          | no_trade         |
      | a42    | 20         | repaid    | 1        | 0         | 1          | sell_before      |
      | a42    | 20         | defaulted | 0        | 0         | 1          | sell_before      |
      | a42    | 20         | repaid    | 1        | 1         | 1          | round_trip       |
      | a43    | 40         | repaid    | 1        | 2         | 0          | hold_to_maturity |
      | a43    | 20         | repaid    | 1        | 0         | 0          | no_trade         |

  @ANA-01
  Rule: One row a run counts its liabilities, and their face, by strategy and by outcome

    Example: its columns
      When the sweep is analyzed
      Then the columns of strategy_outcomes_by_run.csv are
        | run_id                         |
        | kappa                          |
        | concentration                  |
        | mu                             |
        | outside_mid_ratio              |
        | seed                           |
        | face_value                     |
        | delta_passive                  |
        | delta_active                   |
        | trading_effect                 |
        | trading_relief_ratio           |
        | total_liabilities              |
        | total_face_value               |
        | default_face_total             |
        | default_rate_total             |
        | count_no_trade                 |
        | face_no_trade                  |
        | default_count_no_trade         |
        | default_face_no_trade          |
        | default_rate_no_trade          |
        | count_hold_to_maturity         |
        | face_hold_to_maturity          |
        | default_count_hold_to_maturity |
        | default_face_hold_to_maturity  |
        | default_rate_hold_to_maturity  |
        | count_sell_before              |
        | face_sell_before               |
        | default_count_sell_before      |
        | default_face_sell_before       |
        | default_rate_sell_before       |
        | count_round_trip               |
        | face_round_trip                |
        | default_count_round_trip       |
        | default_face_round_trip        |
        | default_rate_round_trip        |

    Example: its rows in the order of the grid, with the pair's parameters and effects
      When the sweep is analyzed
      Then strategy_outcomes_by_run.csv holds
        | run_id | kappa | concentration | mu  | outside_mid_ratio | seed | face_value | delta_passive | delta_active | trading_effect | trading_relief_ratio |
        | a42    | 1     | 1             | 0.5 | 0.75              | 42   | 20         | 0.8           | 0.5          | 0.3            | 0.375                |
        | a43    | 1     | 1             | 0.5 | 0.75              | 43   | 20         | 0.1           | 0            | 0.1            | 1                    |
        | b42    | 2     | 1             | 0.5 | 0.75              | 42   | 20         | 0             | 0            | 0              | 0                    |

    Example: what matured in each run
      Of 160 in a42 80 defaulted.
      When the sweep is analyzed
      Then strategy_outcomes_by_run.csv holds
        | run_id | total_liabilities | total_face_value | default_face_total | default_rate_total |
        | a42    | 5                 | 160              | 80                 | 0.5                |
        | a43    | 2                 | 60               | 0                  | 0                  |
        | b42    | 0                 | 0                | 0                  | 0                  |

    @boundary @ANA-07R
    Example: each strategy of each run; a rate of no face is 0
      When the sweep is analyzed
      Then strategy_outcomes_by_run.csv holds
        | run_id | count_no_trade | face_no_trade | default_count_no_trade | default_face_no_trade | default_rate_no_trade |
        | a42    | 2              | 100           | 1                      | 60                    | 0.6                   |
        | a43    | 1              | 20            | 0                      | 0                     | 0                     |
        | b42    | 0              | 0             | 0                      | 0                     | 0                     |
      And strategy_outcomes_by_run.csv holds
        | run_id | count_hold_to_maturity | face_hold_to_maturity | default_count_hold_to_maturity | default_face_hold_to_maturity | default_rate_hold_to_maturity |
        | a42    | 0                      | 0                     | 0                              | 0                             | 0                             |
        | a43    | 1                      | 40                    | 0                              | 0                             | 0                             |
        | b42    | 0                      | 0                     | 0                              | 0                             | 0                             |
      And strategy_outcomes_by_run.csv holds
        | run_id | count_sell_before | face_sell_before | default_count_sell_before | default_face_sell_before | default_rate_sell_before |
        | a42    | 2                 | 40               | 1                         | 20                       | 0.5                      |
        | a43    | 0                 | 0                | 0                         | 0                        | 0                        |
        | b42    | 0                 | 0                | 0                         | 0                        | 0                        |
      And strategy_outcomes_by_run.csv holds
        | run_id | count_round_trip | face_round_trip | default_count_round_trip | default_face_round_trip | default_rate_round_trip |
        | a42    | 1                | 20              | 0                        | 0                       | 0                       |
        | a43    | 0                | 0               | 0                        | 0                       | 0                       |
        | b42    | 0                | 0               | 0                        | 0                       | 0                       |

    @OUT-03
    Example: amounts to the last of 18 decimals
      Given the runs' repayment_events.csv has these rows
        | run_id | face_value           | outcome   |
        | b42    | 0.100000000000000001 | defaulted |
        | b42    | 0.100000000000000001 | defaulted |
        | b42    | 0.200000000000000002 | repaid    |
        | b42    | 0.400000000000000004 | repaid    |
      When the sweep is analyzed
      Then strategy_outcomes_by_run.csv holds
        | run_id | total_liabilities | total_face_value     | default_face_total   | default_rate_total | count_no_trade | face_no_trade        | default_count_no_trade | default_face_no_trade | default_rate_no_trade |
        | a42    | 5                 | 160                  | 80                   | 0.5                | 2              | 100                  | 1                      | 60                    | 0.6                   |
        | a43    | 2                 | 60                   | 0                    | 0                  | 1              | 20                   | 0                      | 0                     | 0                     |
        | b42    | 4                 | 0.800000000000000008 | 0.200000000000000002 | 0.25               | 4              | 0.800000000000000008 | 2                      | 0.200000000000000002  | 0.25                  |

    @SET-07 @BAL-10
    Example: a run that stopped counts with what it came to, one that failed has no row
      Given a sweep of these pairs
        | seed | active_run_id | active_status | delta_passive | delta_active | trading_effect | passive_status |
        | 42   | a42           | stopped       | 0.5           | 0.25         | 0.25           | stopped        |
        | 43   | a43           | failed        | 0.5           |              |                | completed      |
        | 44   | a44           | completed     |               | 0.25         |                | failed         |
      And the runs' repayment_events.csv has these rows
        | run_id | face_value | outcome   |
        | a42    | 60         | repaid    |
        | a42    | 20         | defaulted |
        | a44    | 20         | repaid    |
      When the sweep is analyzed
      Then strategy_outcomes_by_run.csv holds
        | run_id | delta_passive | delta_active | trading_effect | total_face_value | default_face_total |
        | a42    | 0.5           | 0.25         | 0.25           | 80               | 20                 |
        | a44    |               | 0.25         |                | 20               | 0                  |
      And the answer says
        | path     | value |
        | pairs    | 3     |
        | compared | 1     |
        | failed   | 2     |

  @ANA-02
  Rule: One row a strategy and grid point pools the runs that differ in the seed

    Example: its columns
      When the sweep is analyzed
      Then the columns of strategy_outcomes_overall.csv are
        | strategy            |
        | kappa               |
        | concentration       |
        | mu                  |
        | outside_mid_ratio   |
        | total_face          |
        | default_face        |
        | default_rate        |
        | runs_using_strategy |
        | mean_trading_effect |

    Example: the mean effect is over the runs that use the strategy, and empty where none does
      Never traded: 60 of 120 defaulted, in both runs of κ = 1, whose effects are 0.3 and 0.1.
      When the sweep is analyzed
      Then strategy_outcomes_overall.csv holds
        | strategy         | kappa | concentration | mu  | outside_mid_ratio | total_face | default_face | default_rate | runs_using_strategy | mean_trading_effect |
        | no_trade         | 1     | 1             | 0.5 | 0.75              | 120        | 60           | 0.5          | 2                   | 0.2                 |
        | hold_to_maturity | 1     | 1             | 0.5 | 0.75              | 40         | 0            | 0            | 1                   | 0.1                 |
        | sell_before      | 1     | 1             | 0.5 | 0.75              | 40         | 20           | 0.5          | 1                   | 0.3                 |
        | round_trip       | 1     | 1             | 0.5 | 0.75              | 20         | 0            | 0            | 1                   | 0.3                 |
        | no_trade         | 2     | 1             | 0.5 | 0.75              | 0          | 0            | 0            | 0                   |                     |
        | hold_to_maturity | 2     | 1             | 0.5 | 0.75              | 0          | 0            | 0            | 0                   |                     |
        | sell_before      | 2     | 1             | 0.5 | 0.75              | 0          | 0            | 0            | 0                   |                     |
        | round_trip       | 2     | 1             | 0.5 | 0.75              | 0          | 0            | 0            | 0                   |                     |

    Scenario Outline: grid points that differ in <parameter> are not pooled
      Given a sweep of these pairs
        | active_run_id | <parameter> | trading_effect |
        | x             | 0.25        | 0.5            |
        | y             | 0.5         | 0.25           |
      And the runs' repayment_events.csv has these rows
        | run_id | face_value |
        | x      | 20         |
        | y      | 40         |
      When the sweep is analyzed
      Then strategy_outcomes_overall.csv holds
        | strategy         | <parameter> | total_face | mean_trading_effect |
        | no_trade         | 0.25        | 20         | 0.5                 |
        | hold_to_maturity | 0.25        | 0          |                     |
        | sell_before      | 0.25        | 0          |                     |
        | round_trip       | 0.25        | 0          |                     |
        | no_trade         | 0.5         | 40         | 0.25                |
        | hold_to_maturity | 0.5         | 0          |                     |
        | sell_before      | 0.5         | 0          |                     |
        | round_trip       | 0.5         | 0          |                     |

      Examples:
        | parameter                   |
        | kappa                       |
        | concentration               |
        | mu                          |
        | outside_mid_ratio           |
        | trader_policy.buffer_cash_B |
