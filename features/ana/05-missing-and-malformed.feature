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
      Then the analysis's dealer_usage_by_run.csv holds
        | run_id | delta_active | total_cash_volume | dealer_empty_fraction | debt_shrink_rate | frac_defaulted_that_traded |
        | a      | 0.25         | 15                | 1                     | 0                | 0                          |
        | b      | 0.5          | <cash>            | <empty>               | <shrink>         | <traded>                   |
      And the analysis's strategy_outcomes_by_run.csv holds
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
      Then the analysis's zero_effect_pairs.csv holds
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
      Then the analysis's strategy_outcomes_overall.csv holds
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
      And the answer in words is
        """
        Of 2 pairs, 1 had fewer defaults with a market than without, 0 had more, and 1 as many.
        Why the dealer made no difference: in 1 it cannot be told, since files are missing.
        Of 3 liabilities that matured with a market: 100.0 % never traded (50.0 % of their face defaulted).
        3 files of single runs are missing; what stands in the rest is counted.
        """

  @ANA-05
  Rule: A malformed file is an error with its path and line, all at once, and nothing is written

    @refusal
    Example: several things in several files
      Given these lines stand in its files
        | file                                          | line | text                                                                       |
        | active/runs/a/out/trades.csv                  | 2    | a,active,1,0                                                               |
        | active/runs/b/out/repayment_events.csv        | 2    | b,active,H1,P1,1,forty,paid,1,0,0,0,no_trade,0,0,0,no_trade,false          |
        | active/runs/b/out/inventory_timeseries.csv    | 1    | day,bucket,inventory                                                       |
        | active/runs/a/out/system_state_timeseries.csv | 3    | 1,0,0,0,0,0,nan                                                            |
      When the sweep is analyzed
      Then the analysis finds these faults
        | file                                          | line | path          | found                                              | allowed                                |
        | active/runs/a/out/trades.csv                  | 2    |               | 4 fields                                           | 26 fields                              |
        | active/runs/b/out/repayment_events.csv        | 2    | face_value    | "forty"                                            | an amount as a plain decimal number    |
        | active/runs/b/out/repayment_events.csv        | 2    | outcome       | "paid"                                             | repaid, defaulted                      |
        | active/runs/b/out/inventory_timeseries.csv    | 1    |               | no column dealer_inventory, dealer_capacity, capacity_used, is_at_zero, hit_vbt_this_step, dealer_cash, vbt_inventory, vbt_cash, total_face_outstanding, share_dealer, share_vbt, share_traders and an unknown column inventory | day,bucket,dealer_inventory,dealer_capacity,capacity_used,is_at_zero,hit_vbt_this_step,dealer_cash,vbt_inventory,vbt_cash,total_face_outstanding,share_dealer,share_vbt,share_traders |
        | active/runs/a/out/system_state_timeseries.csv | 3    | debt_to_money | "nan"                                              | a plain decimal number                 |
      And no analysis is written

    @refusal
    Scenario Outline: <what>
      Given these lines stand in its files
        | file   | line   | text   |
        | <file> | <line> | <text> |
      When the sweep is analyzed
      Then the analysis finds these faults
        | file   | line | path   | found   | allowed   |
        | <file> | <at> | <path> | <found> | <allowed> |
      And no analysis is written

      Examples:
        | what                          | file                                          | line | text                                                                 | at | path          | found                                       | allowed                            |
        | a pair twice                  | aggregate/comparison.csv                      | 3    | 1,1,1,0.5,0.75,43,20,0,0,0,0,0,0,pb,completed,a,completed,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0 | 3 | active_run_id | a again                                   | what line 2 does not have          |
        | a status that is none         | aggregate/comparison.csv                      | 3    | 1,1,1,0.5,0.75,43,20,0,0,0,0,0,0,pb,done,b,completed,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0      | 3 | passive_status | "done"                                    | completed, stopped, failed         |
        | a liability twice             | active/runs/a/out/repayment_events.csv        | 3    | a,active,H1,P1,1,20,defaulted,0,0,0,0,no_trade,0,0,0,no_trade,false  | 3  | liability_id  | P1 again                                    | what line 2 does not have          |
        | a row of another run          | active/runs/a/out/repayment_events.csv        | 3    | b,active,H1,P2,1,20,defaulted,0,0,0,0,no_trade,0,0,0,no_trade,false  | 3  | run_id        | "b"                                         | a, the run of this folder          |
        | nothing where a number is due | active/runs/a/out/repayment_events.csv        | 3    | a,active,H1,P2,1,,defaulted,0,0,0,0,no_trade,0,0,0,no_trade,false    | 3  | face_value    | nothing                                     | an amount as a plain decimal number |
        | an exponent                   | active/runs/a/out/repayment_events.csv        | 3    | a,active,H1,P2,1,2e1,defaulted,0,0,0,0,no_trade,0,0,0,no_trade,false | 3  | face_value    | "2e1"                                       | an amount as a plain decimal number |
        | half a trade                  | active/runs/a/out/repayment_events.csv        | 3    | a,active,H1,P2,1,20,defaulted,0,0.5,0,0,no_trade,0,0,0,no_trade,false | 3 | buy_count     | "0.5"                                       | a whole number                     |
        | a quote that does not end     | active/runs/a/out/repayment_events.csv        | 3    | "a,active                                                            | 3  |               | a quote that does not end where its field does | quotes by RFC 4180              |
        | a file that ends within a row | active/runs/a/out/system_state_timeseries.csv | 4    | 2,0,0,0,0,0,0                                                        | 4  |               | the end of the file                         | a line end after every row         |
        | a day twice                   | active/runs/a/out/system_state_timeseries.csv | 3    | 0,0,0,0,0,0,0                                                        | 3  | day           | 0 again                                     | what line 2 does not have          |

    @refusal
    Example: an empty file
      Given its file "active/runs/a/out/system_state_timeseries.csv" is
        """
        """
      When the sweep is analyzed
      Then the analysis finds these faults
        | file                                          | line | found     | allowed                                                                       |
        | active/runs/a/out/system_state_timeseries.csv | 1    | no header | day,total_face_value,face_short,face_mid,total_cash,trader_cash,debt_to_money |
      And no analysis is written

    @refusal
    Example: a series without a day
      Given these lines stand in its files
        | file                                          | line | text |
        | active/runs/a/out/system_state_timeseries.csv | 2    |      |
        | active/runs/a/out/system_state_timeseries.csv | 3    |      |
      When the sweep is analyzed
      Then the analysis finds these faults
        | file                                          | line | found               | allowed             |
        | active/runs/a/out/system_state_timeseries.csv | 2    | the end of the file | a row for every day |
      And no analysis is written
