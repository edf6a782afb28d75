Feature: What a run writes down, day by day

  Three periods by hand. Short: S = 10, M = 9, O = 3, so A = 10.50, B = 7.50; at X* = 40 the dealer has
  I = 3/5 = 0.60 and p(x) = 9 − 3/60 · (x − 20): 8.50 at x = 30 and 8 at x = 40.

  Day 1. m1 crosses from Mid to Short at 9: the Short dealer goes to a 4, C 0.70, and is full (V = 36.70,
  K* = 4). H2 (2.50, owes 10) sells a1; it passes through to the VBT at 7.50. H4 buys d1 from the dealer
  at 8 + 0.30 = 8.30: a 3, C 9.00. H2 repays w1, which the VBT held, and issues it again.
  Day 2. H1 repays the 50 of P1 and H2 its 10; all of it is issued again at par. Cash is as it was.
  Day 3. H3 (15.80, owes 60) sells a2~1 to the dealer at 8.50 − 0.30 = 8.20: a 4, C 0.80. H3 has 24 of 60:
  R = 2/5. H2 repays 10 once more and issues again. Of 70 due 36 are lost: ℓ = 36/70 = 18/35,
  M = 9 − 3.50 · 18/35 = 7.20, O = 3 + 1.75 · 18/35 = 3.90.

  Background:
    Given a ticket size of 10
    And these markets
      | bucket | mid | spread | mid sensitivity | spread sensitivity |
      | Short  | 9   | 3      | 3.50            | 1.75               |
      | Mid    | 8   | 2      | 0               | 0                  |
      | Long   | 7   | 2      | 0               | 0                  |
    And these balance sheets
      | entity       | cash  | tickets        |
      | H1           | 61.70 | z1 z2          |
      | H2           | 2.50  | a1             |
      | H3           | 15.80 | a2             |
      | H4           | 20    |                |
      | Short dealer | 9.70  | d1 d2 x1       |
      | Short VBT    | 20    | v1 w1 y1 y2 y3 |
      | Mid dealer   | 8     | m1             |
    And these tickets
      | ticket | liability | issuer | matures |
      | d1     | P1        | H1     | 2       |
      | d2     | P1        | H1     | 2       |
      | v1     | P1        | H1     | 2       |
      | a1     | P1        | H1     | 2       |
      | a2     | P1        | H1     | 2       |
      | w1     | P2        | H2     | 1       |
      | x1     | P3        | H3     | 3       |
      | y1     | P3        | H3     | 3       |
      | y2     | P3        | H3     | 3       |
      | y3     | P3        | H3     | 3       |
      | z1     | P3        | H3     | 3       |
      | z2     | P3        | H3     | 3       |
      | m1     | P4        | H5     | 4       |
    And the policy liquidity_and_investment with a horizon of 3
    And rollover is on
    And these arrivals
      | day | Z | agent |
      | 1   | 1 | H2    |
      | 1   | 0 | H4    |
      | 3   | 1 | H3    |

  @OUT-02
  Rule: The log tells every balance-sheet event in order, and alone rebuilds every balance sheet at every time

    Example: day 1, with a crossing, a pass-through, an interior BUY, a repayment and a reissue
      The VBT's trade leaves the dealer's quotes as they are.
      When the run lasts 3 periods
      Then the log tells, on day 1
        | kind              | tickets | ticket_id | bucket | seller     | buyer        | price | dealer_inventory | dealer_cash | dealer_capacity | dealer_midline | bid  | ask  |
        | TicketRebucketed  | m1      |           |        | Mid dealer | Short dealer | 9     |                  |             |                 |                |      |      |
        | QuotesPosted      |         |           | short  |            |              |       | 4                | 0.70        | 40              | 8              | 7.70 | 8.30 |
        | QuotesPosted      |         |           | mid    |            |              |       | 0                | 17          | 20              | 8.50           | 49/6 | 53/6 |
        | TradeExecuted     |         | a1        | short  |            |              | 7.50  |                  |             |                 |                | 7.70 | 8.30 |
        | TradeExecuted     |         | d1        | short  |            |              | 8.30  |                  |             |                 |                | 7.70 | 8.30 |
        | QuotesPosted      |         |           | short  |            |              |       | 3                | 9           | 40              | 8.50           | 8.20 | 8.80 |
        | PayableSettled    |         |           | short  |            |              |       |                  |             |                 |                |      |      |
        | PayableRolledOver |         |           | short  |            |              | 10    |                  |             |                 |                |      |      |

    Example: day 2, with repayments of liabilities and reissues of tickets
      The dealer's d2 is repaid and issued again: its quotes are what they were.
      When the run lasts 3 periods
      Then the log tells, on day 2
        | kind              | pid  | payable_id | debtor | creditor     | tickets | due_day | amount | price |
        | PayableSettled    | P1   |            | H1     |              |         |         | 50     |       |
        | PayableSettled    | P2~1 |            | H2     |              |         |         | 10     |       |
        | PayableRolledOver | P1   | P1~1       | H1     | Short VBT    | a1~1    | 4       | 10     | 10    |
        | PayableRolledOver | P1   | P1~1       | H1     | H3           | a2~1    | 4       | 10     | 10    |
        | PayableRolledOver | P1   | P1~1       | H1     | H4           | d1~1    | 4       | 10     | 10    |
        | PayableRolledOver | P1   | P1~1       | H1     | Short dealer | d2~1    | 4       | 10     | 10    |
        | PayableRolledOver | P1   | P1~1       | H1     | Short VBT    | v1~1    | 4       | 10     | 10    |
        | PayableRolledOver | P2~1 | P2~2       | H2     | Short VBT    | w1~2    | 3       | 10     | 10    |

    Example: day 3, with an interior SELL, a default and what follows from it
      When the run lasts 3 periods
      Then the log tells, on day 3
        | kind              | pid  | debtor | recovery | amount | price | loss_rate | outside_mid | outside_spread | outside_bid | outside_ask | reason  |
        | TradeExecuted     |      |        |          |        | 8.20  |           | 9           |                | 7.50        | 10.50       |         |
        | QuotesPosted      |      |        |          |        |       |           |             |                | 7.50        | 10.50       |         |
        | PayableSettled    | P2~2 | H2     |          | 10     |       |           |             |                |             |             |         |
        | PayableDefaulted  | P3   | H3     | 0.40     | 60     |       |           |             |                |             |             |         |
        | PayableRolledOver | P2~2 | H2     |          | 10     | 10    |           |             |                |             |             |         |
        | AnchorsUpdated    |      |        |          |        |       | 18/35     | 7.20        | 3.90           | 5.25        | 9.15        |         |
        | QuotesPosted      |      |        |          |        |       |           |             |                | 5.25        | 9.15        |         |
        | RunEnded          |      |        |          |        |       |           |             |                |             |             | periods |

    Example: neighbours that cross between the same two desks are told at once, with the price of all
      The Short dealer's 18.50 pay for two at 9; the third goes to its VBT. With a 5, C 0.50 it is full (K* = 5)
      and sells at 9 − 3/70 · 25 + 0.25 = 229/28.
      Given these tickets
        | ticket | liability | issuer | matures |
        | m2     | P4        | H5     | 4       |
        | m3     | P4        | H5     | 4       |
      And these balance sheets
        | entity       | cash  | tickets  |
        | Short dealer | 18.50 | d1 d2 x1 |
        | Mid dealer   | 8     | m1 m2 m3 |
      When the run lasts 3 periods
      Then the log tells, on day 1
        | kind              | tickets | from_bucket | to_bucket | seller     | buyer        | price  |
        | TicketRebucketed  | m1 m2   | mid         | short     | Mid dealer | Short dealer | 18     |
        | TicketRebucketed  | m3      | mid         | short     | Mid dealer | Short VBT    | 9      |
        | QuotesPosted      |         |             |           |            |              |        |
        | QuotesPosted      |         |             |           |            |              |        |
        | TradeExecuted     |         |             |           |            |              | 7.50   |
        | TradeExecuted     |         |             |           |            |              | 229/28 |
        | QuotesPosted      |         |             |           |            |              |        |
        | PayableSettled    |         |             |           |            |              |        |
        | PayableRolledOver |         |             |           |            |              | 10     |

    Example: the balance sheets of every day, from the log and nothing else
      When the run lasts 3 periods
      Then by the log alone the balance sheets at the close of day 0 are
        | entity       | cash  | tickets        |
        | H1           | 61.70 | z1 z2          |
        | H2           | 2.50  | a1             |
        | H3           | 15.80 | a2             |
        | H4           | 20    |                |
        | Short dealer | 9.70  | d1 d2 x1       |
        | Short VBT    | 20    | v1 w1 y1 y2 y3 |
        | Mid dealer   | 8     | m1             |
      And by the log alone the balance sheets at the close of day 1 are
        | entity       | cash  | tickets             |
        | H1           | 61.70 | z1 z2               |
        | H2           | 10    |                     |
        | H3           | 15.80 | a2                  |
        | H4           | 11.70 | d1                  |
        | Short dealer | 9     | d2 x1 m1            |
        | Short VBT    | 12.50 | v1 w1~1 y1 y2 y3 a1 |
        | Mid dealer   | 17    |                     |
      And by the log alone the balance sheets at the close of day 2 are
        | entity       | cash  | tickets                 |
        | H1           | 61.70 | z1 z2                   |
        | H2           | 10    |                         |
        | H3           | 15.80 | a2~1                    |
        | H4           | 11.70 | d1~1                    |
        | Short dealer | 9     | d2~1 x1 m1              |
        | Short VBT    | 12.50 | v1~1 w1~2 y1 y2 y3 a1~1 |
        | Mid dealer   | 17    |                         |
      And by the log alone the balance sheets at the close of day 3 are
        | entity       | cash  | tickets        |
        | H1           | 69.70 |                |
        | H2           | 10    |                |
        | H3           | 0     |                |
        | H4           | 11.70 | d1~1           |
        | Short dealer | 4.80  | d2~1 m1 a2~1   |
        | Short VBT    | 24.50 | v1~1 a1~1 w1~3 |
        | Mid dealer   | 17    |                |

  @OUT-03
  Rule: One table lists every trade, with who, what, at which price, and which way it went

    Example: its columns
      When the run lasts 3 periods
      Then the columns of trades.csv are
        | run_id                  |
        | regime                  |
        | day                     |
        | trade_index             |
        | trader_id               |
        | side                    |
        | buyer_id                |
        | buyer_type              |
        | seller_id               |
        | seller_type             |
        | bucket                  |
        | ticket_id               |
        | liability_id            |
        | issuer_id               |
        | maturity_day            |
        | face_value              |
        | price                   |
        | outside_mid             |
        | outside_bid             |
        | outside_ask             |
        | dealer_midline          |
        | dealer_inventory_before |
        | dealer_inventory_after  |
        | is_passthrough          |
        | hit_vbt_reason          |
        | is_liquidity_driven     |

    Example: who traded what with whom
      When the run lasts 3 periods
      Then trades.csv holds
        | run_id  | regime | day | trade_index | trader_id | side | buyer_id     | buyer_type | seller_id    | seller_type | bucket | ticket_id | liability_id | issuer_id | maturity_day | face_value |
        | by_hand | active | 1   | 0           | H2        | SELL | vbt:short    | vbt        | H2           | trader      | short  | a1        | P1           | H1        | 2            | 10         |
        | by_hand | active | 1   | 1           | H4        | BUY  | H4           | trader     | dealer:short | dealer      | short  | d1        | P1           | H1        | 2            | 10         |
        | by_hand | active | 3   | 2           | H3        | SELL | dealer:short | dealer     | H3           | trader      | short  | a2~1      | P1~1         | H1        | 4            | 10         |

    Example: at which price, and why
      The dealer's figures are those before the trade, but for its inventory after.
      When the run lasts 3 periods
      Then trades.csv holds
        | ticket_id | price | outside_mid | outside_bid | outside_ask | dealer_midline | dealer_inventory_before | dealer_inventory_after | is_passthrough | hit_vbt_reason | is_liquidity_driven |
        | a1        | 7.50  | 9           | 7.50        | 10.50       | 8              | 4                       | 4                      | true           | capacity       | true                |
        | d1        | 8.30  | 9           | 7.50        | 10.50       | 8              | 4                       | 3                      | false          |                | false               |
        | a2~1      | 8.20  | 9           | 7.50        | 10.50       | 8.50           | 3                       | 4                      | false          |                | true                |

  @OUT-04 @OUT-15R
  Rule: Inventories are tabled by day and bucket, at the close of the day

    Example: its columns
      When the run lasts 3 periods
      Then the columns of inventory_timeseries.csv are
        | day                    |
        | bucket                 |
        | dealer_inventory       |
        | dealer_capacity        |
        | capacity_used          |
        | is_at_zero             |
        | hit_vbt_this_step      |
        | dealer_cash            |
        | vbt_inventory          |
        | vbt_cash               |
        | total_face_outstanding |
        | share_dealer           |
        | share_vbt              |
        | share_traders          |

    Example: the Short desks
      Capacity is counted in tickets. On day 3 it is 3, after the anchor update; day 0 is the opening.
      When the run lasts 3 periods
      Then inventory_timeseries.csv holds, where bucket is short
        | day | dealer_inventory | dealer_capacity | capacity_used | is_at_zero | hit_vbt_this_step | dealer_cash | vbt_inventory | vbt_cash | total_face_outstanding | share_dealer | share_vbt | share_traders |
        | 0   | 3                | 4               | 3/4           | false      | false             | 9.70        | 5             | 20       | 120                    | 3/12         | 5/12      | 4/12          |
        | 1   | 3                | 4               | 3/4           | false      | true              | 9           | 6             | 12.50    | 130                    | 3/13         | 6/13      | 4/13          |
        | 2   | 3                | 4               | 3/4           | false      | false             | 9           | 6             | 12.50    | 130                    | 3/13         | 6/13      | 4/13          |
        | 3   | 3                | 3               | 1             | false      | false             | 4.80        | 3             | 24.50    | 70                     | 3/7          | 3/7       | 1/7           |

    @boundary
    Example: the Mid desks, which have nothing after day 0, and so no shares
      When the run lasts 3 periods
      Then inventory_timeseries.csv holds, where bucket is mid
        | day | dealer_inventory | dealer_capacity | capacity_used | is_at_zero | hit_vbt_this_step | dealer_cash | vbt_inventory | total_face_outstanding | share_dealer | share_vbt | share_traders |
        | 0   | 1                | 2               | 1/2           | false      | false             | 8           | 0             | 10                     | 1            | 0         | 0             |
        | 1   | 0                | 2               | 0             | true       | false             | 17          | 0             | 0                      |              |           |               |
        | 2   | 0                | 2               | 0             | true       | false             | 17          | 0             | 0                      |              |           |               |
        | 3   | 0                | 2               | 0             | true       | false             | 17          | 0             | 0                      |              |           |               |

  @OUT-05 @OUT-15R
  Rule: The state of the system is tabled by day, at its close

    Example: its columns
      When the run lasts 3 periods
      Then the columns of system_state_timeseries.csv are
        | day              |
        | total_face_value |
        | face_short       |
        | face_mid         |
        | face_long        |
        | total_cash       |
        | trader_cash      |
        | debt_to_money    |

    @MET-04
    Example: debts, and the money to pay them
      All cash together is 137.70 on every day; what is owed falls by the 60 of H3 alone.
      When the run lasts 3 periods
      Then system_state_timeseries.csv holds
        | day | total_face_value | face_short | face_mid | face_long | total_cash | trader_cash | debt_to_money |
        | 0   | 130              | 120        | 10       | 0         | 137.70     | 100         | 1.30          |
        | 1   | 130              | 130        | 0        | 0         | 137.70     | 99.20       | 325/248       |
        | 2   | 130              | 130        | 0        | 0         | 137.70     | 99.20       | 325/248       |
        | 3   | 70               | 70         | 0        | 0         | 137.70     | 91.40       | 350/457       |

  @OUT-06 @OUT-15R
  Rule: Mids and their premiums over par are tabled by day and bucket, at the close of the day

    Example: its columns, and Short
      On day 3 both mids are those after the anchor update.
      When the run lasts 3 periods
      Then the columns of mid_timeseries.csv are
        | day                |
        | bucket             |
        | dealer_midline     |
        | vbt_mid            |
        | dealer_premium_pct |
        | vbt_premium_pct    |
      And mid_timeseries.csv holds, where bucket is short
        | day | dealer_midline | vbt_mid | dealer_premium_pct | vbt_premium_pct |
        | 0   | 8.50           | 9       | -15                | -10             |
        | 1   | 8.50           | 9       | -15                | -10             |
        | 2   | 8.50           | 9       | -15                | -10             |
        | 3   | 6.03           | 7.20    | -39.70             | -28             |

  @OUT-07
  Rule: Every liability that matured has a row: its outcome, the trades in it, and its debtor's own

    Example: its columns
      When the run lasts 3 periods
      Then the columns of repayment_events.csv are
        | run_id                 |
        | regime                 |
        | trader_id              |
        | liability_id           |
        | maturity_day           |
        | face_value             |
        | outcome                |
        | recovery               |
        | buy_count              |
        | sell_count             |
        | net_cash_pnl           |
        | strategy               |
        | debtor_buy_count       |
        | debtor_sell_count      |
        | debtor_net_cash_pnl    |
        | debtor_strategy        |
        | held_matching_maturity |

    Example: what matured, and what became of it
      What is still open at the end has no row: P1~1, P2~3 and P4.
      When the run lasts 3 periods
      Then repayment_events.csv holds
        | run_id  | regime | maturity_day | liability_id | trader_id | face_value | outcome   | recovery |
        | by_hand | active | 1            | P2           | H2        | 10         | repaid    | 1        |
        | by_hand | active | 2            | P1           | H1        | 50         | repaid    | 1        |
        | by_hand | active | 2            | P2~1         | H2        | 10         | repaid    | 1        |
        | by_hand | active | 3            | P2~2         | H2        | 10         | repaid    | 1        |
        | by_hand | active | 3            | P3           | H3        | 60         | defaulted | 0.40     |

    Example: whether the debtor ever held a ticket of its own due day
      H2 held a1, which was due on day 2, and nothing that was due on day 1 or 3.
      When the run lasts 3 periods
      Then repayment_events.csv holds
        | liability_id | trader_id | held_matching_maturity |
        | P2           | H2        | false                  |
        | P1           | H1        | false                  |
        | P2~1         | H2        | true                   |
        | P2~2         | H2        | false                  |
        | P3           | H3        | false                  |

  @OUT-08R
  Rule: Trades in a liability's tickets are counted apart from those of its debtor

    Example: a1 and d1 of P1 were traded, but H1, who owes them, did not trade
      In P1: H2 sold a1 for 7.50, H4 bought d1 for 8.30. H2 sold once, for 7.50; H3 sold a2~1, of P1~1, for 8.20.
      When the run lasts 3 periods
      Then repayment_events.csv holds
        | liability_id | buy_count | sell_count | net_cash_pnl | strategy   | debtor_buy_count | debtor_sell_count | debtor_net_cash_pnl | debtor_strategy |
        | P2           | 0         | 0          | 0            | no_trade   | 0                | 1                 | 7.50                | sell_before     |
        | P1           | 1         | 1          | -0.80        | round_trip | 0                | 0                 | 0                   | no_trade        |
        | P2~1         | 0         | 0          | 0            | no_trade   | 0                | 1                 | 7.50                | sell_before     |
        | P2~2         | 0         | 0          | 0            | no_trade   | 0                | 1                 | 7.50                | sell_before     |
        | P3           | 0         | 0          | 0            | no_trade   | 0                | 1                 | 8.20                | sell_before     |
