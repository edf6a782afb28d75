Feature: Files that are missing, and files that are wrong

  Background:
    Given a sweep of these pairs
      | active_run_id | seed | delta_passive | delta_active | trading_effect |
      | a             | 42   | 0.5           | 0.25         | 0.25           |
      | b             | 43   | 0.5           | 0.5          | 0              |
    And the runs' trades.csv has these rows
      | run_id | price |
      | a      | 15    |
      | b      | 14    |
      | b      | 13    |
    And the runs' repayment_events.csv has these rows
      | run_id | face_value | outcome   |
      | a      | 60         | repaid    |
      | a      | 20         | defaulted |
      | b      | 40         | defaulted |

  @ANA-05
  Rule: A file of a run that is missing is named, counted and skipped

    @ANA-07R
    Scenario Outline: without <file> the run has its row, and what that file tells is empty
      Given <file> of b is missing
      When the sweep is analyzed
      Then dealer_usage_by_run.csv holds
        | run_id | delta_active | total_cash_volume | dealer_empty_fraction | debt_shrink_rate | frac_defaulted_that_traded |
        | a      | 0.25         | 15                | 1                     | 0                | 0                          |
        | b      | 0.5          | <cash>            | <empty>               | <shrink>         | <traded>                   |
      And strategy_outcomes_by_run.csv holds
        | run_id | delta_active | total_liabilities | default_rate_total | count_no_trade |
        | a      | 0.25         | 2                 | 0.25               | 2              |
        | b      | 0.5          | <matured>         | <rate>             | <matured>      |
      And the answer says
        | path    | value                       |
        | missing | active/runs/b/out/<file>    |

      Examples:
        | file                        | cash | empty | shrink | traded | matured | rate |
        | trades.csv                  |      | 1     | 0      | 0      | 1       | 1    |
        | inventory_timeseries.csv    | 27   |       | 0      | 0      | 1       | 1    |
        | system_state_timeseries.csv | 27   | 1     |        | 0      | 1       | 1    |
        | repayment_events.csv        | 27   | 1     | 0      |        |         |      |

    Scenario Outline: without <file> it cannot be told why the pair has no effect
      Given <file> of b is missing
      When the sweep is analyzed
      Then zero_effect_pairs.csv holds
        | active_run_id | class |
        | b             |       |
      And the answer says
        | path        | value |
        | unchanged   | 1     |
        | not_classed | 1     |

      Examples:
        | file                 |
        | trades.csv           |
        | repayment_events.csv |

    Example: grid points are pooled over the files that are there
      Given repayment_events.csv of a is missing
      When the sweep is analyzed
      Then strategy_outcomes_overall.csv holds
        | strategy         | total_face | default_face | runs_using_strategy | mean_trading_effect |
        | no_trade         | 40         | 40           | 1                   | 0                   |
        | hold_to_maturity | 0          | 0            | 0                   |                     |
        | sell_before      | 0          | 0            | 0                   |                     |
        | round_trip       | 0          | 0            | 0                   |                     |

    Example: every file of a kind
      Given trades.csv of a is missing
      And trades.csv of b is missing
      And system_state_timeseries.csv of b is missing
      When the sweep is analyzed
      Then the answer says
        | path    | value                                                                                                                  |
        | missing | active/runs/a/out/trades.csv active/runs/b/out/trades.csv active/runs/b/out/system_state_timeseries.csv |
      And it answers
        | Of 2 pairs, 1 had fewer defaults with a market than without, 0 had more, and 1 as many. |
        | Why the dealer made no difference: in 1 it cannot be told, since files are missing. |
        | Of 3 liabilities that matured with a market: 100.0 % never traded (50.0 % of their face defaulted). |
        | 3 files of single runs are missing; what stands in the rest is counted. |

  @ANA-05
  Rule: A malformed file is an error with its path and line, all at once, and nothing is written

    @refusal
    Example: several things in several files
      Given the runs' repayment_events.csv has these rows
        | run_id | face_value | outcome |
        | b      | forty      | paid    |
      And the runs' system_state_timeseries.csv has these rows
        | run_id | day | debt_to_money |
        | a      | 0   | 1             |
        | a      | 1   | nan           |
      When the sweep is analyzed
      Then it is refused with these faults
        | file                                          | line | path          | found   | allowed                             |
        | active/runs/b/out/repayment_events.csv        | 2    | face_value    | "forty" | an amount as a plain decimal number |
        | active/runs/b/out/repayment_events.csv        | 2    | outcome       | "paid"  | repaid, defaulted                   |
        | active/runs/a/out/system_state_timeseries.csv | 3    | debt_to_money | "nan"   | a plain decimal number              |
      And nothing is written

    @refusal
    Scenario Outline: <what>
      Given the runs' repayment_events.csv has these rows
        | run_id | liability_id | face_value | buy_count |
        | a      | P1           | 20         | 0         |
        | a      | <liability>  | <face>     | <bought>  |
      When the sweep is analyzed
      Then it is refused with these faults
        | file                                   | line | path   | found   | allowed   |
        | active/runs/a/out/repayment_events.csv | 3    | <path> | <found> | <allowed> |
      And nothing is written

      Examples:
        | what                              | liability | face | bought | path         | found    | allowed                             |
        | a liability twice                 | P1        | 20   | 0      | liability_id | P1 again | what line 2 does not have           |
        | an empty cell in place of a number | P2        |      | 0      | face_value   | nothing  | an amount as a plain decimal number |
        | an exponent                       | P2        | 2e1  | 0      | face_value   | "2e1"    | an amount as a plain decimal number |
        | half a trade                      | P2        | 20   | 0.5    | buy_count    | "0.5"    | a whole number                      |

    @refusal
    Example: a status that does not exist
      Given a sweep of these pairs
        | active_run_id | seed | passive_status |
        | a             | 42   | completed      |
        | b             | 43   | done           |
      When the sweep is analyzed
      Then it is refused with these faults
        | file                     | line | path           | found  | allowed                    |
        | aggregate/comparison.csv | 3    | passive_status | "done" | completed, stopped, failed |
      And nothing is written

    @refusal
    Example: a pair twice
      Given a sweep of these pairs
        | active_run_id | seed |
        | a             | 42   |
        | a             | 43   |
      When the sweep is analyzed
      Then it is refused with these faults
        | file                     | line | path          | found   | allowed                   |
        | aggregate/comparison.csv | 3    | active_run_id | a again | what line 2 does not have |
        | aggregate/comparison.csv | 3    | passive_run_id | passive_of_a again | what line 2 does not have |
      And nothing is written

    @refusal
    Example: a day twice
      Given the runs' system_state_timeseries.csv has these rows
        | run_id | day |
        | a      | 0   |
        | a      | 0   |
      When the sweep is analyzed
      Then it is refused with these faults
        | file                                          | line | path | found   | allowed                   |
        | active/runs/a/out/system_state_timeseries.csv | 3    | day  | 0 again | what line 2 does not have |
      And nothing is written
