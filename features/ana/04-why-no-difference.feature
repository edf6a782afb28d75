Feature: Why the dealer made no difference

  Each pair has one run of its own: o has an effect, and the others none.

  @ANA-04 @ANA-06R
  Rule: A pair with zero effect belongs to the first class whose condition holds

    Example: one pair of each class, and two that have an effect
      In v nobody defaults. In w somebody does, and nobody trades. In x H3 defaults on 40 and only H1 sells, to
      the dealer. In y H1 sells, finds the dealer full with its second ticket, and defaults all the same. In z
      it finds room for both, and still defaults.
      Given a sweep of these pairs
        | active_run_id | delta_passive | delta_active | trading_effect |
        | v             | 0             | 0            | 0              |
        | w             | 0.5           | 0.5          | 0              |
        | x             | 0.5           | 0.5          | 0              |
        | y             | 0.5           | 0.5          | 0              |
        | z             | 0.5           | 0.5          | 0              |
        | o             | 0.5           | 0.4          | 0.1            |
        | p             | 0.4           | 0.5          | -0.1           |
      And the runs' trades.csv has these rows
        | run_id | trader_id | buyer_type | hit_vbt_reason |
        | x      | H1        | dealer     |                |
        | y      | H1        | dealer     |                |
        | y      | H1        | vbt        | capacity       |
        | z      | H1        | dealer     |                |
        | z      | H1        | dealer     |                |
        | o      | H1        | dealer     |                |
      And the runs' repayment_events.csv has these rows
        | run_id | trader_id | face_value | outcome   | debtor_sell_count |
        | v      | H3        | 40         | repaid    | 0                 |
        | w      | H3        | 40         | defaulted | 0                 |
        | x      | H3        | 40         | defaulted | 0                 |
        | x      | H1        | 20         | repaid    | 1                 |
        | y      | H1        | 40         | defaulted | 2                 |
        | z      | H1        | 40         | defaulted | 2                 |
        | o      | H1        | 40         | repaid    | 1                 |
      When the sweep is analyzed
      Then zero_effect_pairs.csv holds
        | active_run_id | class                     | dealer_trades | orders_past_dealer | defaulted_liabilities | defaulted_that_traded |
        | v             | no_defaults_to_relieve    | 0             | 0                  | 0                     | 0                     |
        | w             | dealer_not_used           | 0             | 0                  | 1                     | 0                     |
        | x             | defaulters_never_traded   | 1             | 0                  | 1                     | 0                     |
        | y             | dealer_emptied_or_full    | 1             | 1                  | 1                     | 1                     |
        | z             | defaulters_traded_in_vain | 2             | 0                  | 1                     | 1                     |
      And the answer says
        | path                                    | value |
        | pairs                                   | 7     |
        | lowered                                 | 1     |
        | unchanged                               | 5     |
        | raised                                  | 1     |
        | not_classed                             | 0     |
        | classes.no_defaults_to_relieve.pairs    | 1     |
        | classes.dealer_not_used.pairs           | 1     |
        | classes.defaulters_never_traded.pairs   | 1     |
        | classes.dealer_emptied_or_full.pairs    | 1     |
        | classes.defaulters_traded_in_vain.pairs | 1     |

    @boundary
    Scenario Outline: <why>: <class>
      Given a sweep of these pairs
        | active_run_id | delta_passive | delta_active | trading_effect |
        | x             | <passive>     | <passive>    | 0              |
      And the runs' trades.csv has these rows
        | run_id | trader_id | buyer_type | hit_vbt_reason |
        | x      | H1        | <buyer>    | <reason>       |
      And the runs' repayment_events.csv has these rows
        | run_id | trader_id | outcome   | sell_count | debtor_buy_count | debtor_sell_count |
        | x      | H1        | defaulted | <in paper> | <buys>           | <sells>           |
        | x      | H2        | defaulted | 0          | 0                | 0                 |
      When the sweep is analyzed
      Then zero_effect_pairs.csv holds
        | active_run_id | class   |
        | x             | <class> |

      Examples:
        | why                                              | passive | buyer  | reason    | in paper | buys | sells | class                     |
        | nobody defaults, whatever was traded             | 0       | vbt    | capacity  | 0        | 0    | 1     | no_defaults_to_relieve    |
        | a default rate of rounding only                  | 0.0000000001 | dealer |           | 0        | 0    | 1     | no_defaults_to_relieve    |
        | the least that is no rounding                    | 0.00000001 | dealer |           | 0        | 0    | 1     | defaulters_traded_in_vain |
        | every order went to the VBT for the issuer       | 0.5     | vbt    | issuer    | 0        | 0    | 1     | dealer_not_used           |
        | an order met a dealer without tickets            | 0.5     | vbt    | inventory | 0        | 0    | 1     | dealer_emptied_or_full    |
        | an order met a dealer without room               | 0.5     | vbt    | capacity  | 0        | 0    | 1     | dealer_emptied_or_full    |
        | an order met a dealer without cash               | 0.5     | vbt    | cash      | 0        | 0    | 1     | dealer_emptied_or_full    |
        | an order met a dealer behind its guard           | 0.5     | vbt    | guard     | 0        | 0    | 1     | dealer_emptied_or_full    |
        | a full dealer keeps no defaulter from selling    | 0.5     | vbt    | capacity  | 0        | 0    | 0     | defaulters_never_traded   |
        | a trade in a defaulter's paper is not its own    | 0.5     | dealer |           | 1        | 0    | 0     | defaulters_never_traded   |
        | one defaulter of two bought                      | 0.5     | dealer |           | 0        | 1    | 0     | defaulters_traded_in_vain |

    @boundary
    Example: an effect nearer to zero than 10⁻⁹ is rounding, one of 10⁻⁹ is an effect
      Given a sweep of these pairs
        | active_run_id | delta_passive | delta_active | trading_effect |
        | x             | 0.5           | 0.4999999999 | 0.0000000001   |
        | y             | 0.5           | 0.5000000001 | -0.0000000001  |
        | z             | 0.5           | 0.499999999  | 0.000000001    |
      When the sweep is analyzed
      Then zero_effect_pairs.csv holds
        | active_run_id | class           |
        | x             | dealer_not_used |
        | y             | dealer_not_used |
      And the answer says
        | path      | value |
        | lowered   | 1     |
        | unchanged | 2     |
        | raised    | 0     |

    Example: its columns
      Given a sweep of these pairs
        | active_run_id |
        | x             |
      When the sweep is analyzed
      Then the columns of zero_effect_pairs.csv are
        | kappa                 |
        | concentration         |
        | mu                    |
        | outside_mid_ratio     |
        | seed                  |
        | passive_run_id        |
        | active_run_id         |
        | delta_passive         |
        | delta_active          |
        | class                 |
        | dealer_trades         |
        | orders_past_dealer    |
        | defaulted_liabilities |
        | defaulted_that_traded |

  @ANA-04
  Rule: The answer is a paragraph in words

    Example: how the pairs came out, why some without a difference, and what became of whose paper
      Of five liabilities four were never traded, with 40 of 100 defaulted, and one was sold.
      Given a sweep of these pairs
        | active_run_id | delta_passive | delta_active | trading_effect |
        | x             | 0.5           | 0.5          | 0              |
        | y             | 0             | 0            | 0              |
        | z             | 0             | 0            | 0              |
        | o             | 0.5           | 0.4          | 0.1            |
      And the runs' repayment_events.csv has these rows
        | run_id | face_value | outcome   | sell_count | strategy    |
        | x      | 40         | defaulted | 0          | no_trade    |
        | x      | 20         | repaid    | 0          | no_trade    |
        | y      | 20         | repaid    | 0          | no_trade    |
        | o      | 20         | repaid    | 0          | no_trade    |
        | o      | 20         | repaid    | 1          | sell_before |
      When the sweep is analyzed
      Then it answers
        | Of 4 pairs, 1 had fewer defaults with a market than without, 0 had more, and 3 as many. |
        | Why the dealer made no difference: in 2 nobody defaulted without a market either; in 1 no dealer traded, and no order had to pass one by. |
        | Of 5 liabilities that matured with a market: 80.0 % never traded (40.0 % of their face defaulted), 20.0 % sold before maturity (0.0 % of their face defaulted). |
      And the answer says
        | path                               | value |
        | strategies.no_trade.liabilities    | 4     |
        | strategies.no_trade.face           | 100   |
        | strategies.no_trade.default_face   | 40    |
        | strategies.no_trade.default_rate   | 0.4   |
        | strategies.sell_before.liabilities | 1     |
        | strategies.round_trip.liabilities  | 0     |

    Example: a sweep of which every pair failed
      Given a sweep of these pairs
        | active_run_id | passive_status | active_status | delta_passive | delta_active | trading_effect |
        | x             | failed         | failed        |               |              |                |
      When the sweep is analyzed
      Then it answers
        | None of 1 pair could be compared: an arm of each failed. |
