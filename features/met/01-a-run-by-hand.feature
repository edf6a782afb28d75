Feature: What a run comes to

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

  @MET-01 @ROL-01
  Rule: φ is what was paid over what fell due in the run, by value and rolled debts included, and δ = 1 − φ

    Example: five liabilities fall due in three days, and one is not repaid in full
      Due: 10 on day 1, 50 + 10 on day 2, 10 + 60 on day 3, together 140. Paid: all but the 36 of H3.
      When the run lasts 3 periods
      Then metrics.json says
        | path                         | value |
        | payoff.due                   | 140   |
        | payoff.paid                  | 104   |
        | payoff.payoff_rate           | 26/35 |
        | payoff.default_rate          | 9/35  |
        | payoff.liabilities_matured   | 5     |
        | payoff.liabilities_defaulted | 1     |

    Example: before the default everything due was paid
      When the run lasts 2 periods
      Then metrics.json says
        | path                | value |
        | payoff.due          | 70    |
        | payoff.payoff_rate  | 1     |
        | payoff.default_rate | 0     |

  @MET-02 @MOD-12
  Rule: What a desk made is the change of its equity at mid, and its parts add up to it exactly

    @REB-05
    Example: every desk after three days
      Short dealer: spread 8.30 − 9 + (9 − 8.20) = 0.10; settlement 10 − 9 (d2) and 4 − 9 (x1); rollover
      9 − 10; 3 tickets times 7.20 − 9. Short VBT: spread 9 − 7.50; settlement four times 10 − 9 on w1, v1,
      a1, w1~1, once more on w1~2, and 12 − 27 on the y's; rollover five times 9 − 10; 3 tickets revalued.
      Mid dealer: it sold m1, which it held at 8, for 9.
      When the run lasts 3 periods
      Then the desks made
        | desk         | E at start | spread income | settlement | transfers | rollover | revaluation | E at end | P&L    | return   |
        | Short dealer | 36.70      | 0.10          | -4         | 0         | -1       | -5.40       | 26.40    | -10.30 | -103/367 |
        | Short VBT    | 65         | 1.50          | -10        | 0         | -5       | -5.40       | 46.10    | -18.90 | -189/650 |
        | Mid dealer   | 16         | 0             | 0          | 1         | 0        | 0           | 17       | 1      | 1/16     |
      And metrics.json says
        | path             | value  |
        | dealer_total_pnl | -9.30  |
        | vbt_total_pnl    | -18.90 |

    Example: the passed-through and the interior trades are counted beside it
      When the run lasts 3 periods
      Then metrics.json says
        | path                                                     | value |
        | activity.trades                                          | 3     |
        | activity.by_bucket.short.buys                            | 1     |
        | activity.by_bucket.short.sells                           | 2     |
        | activity.by_bucket.short.interior                        | 2     |
        | activity.by_bucket.short.pass_through                    | 1     |
        | activity.by_bucket.short.pass_through_face               | 10    |
        | activity.by_bucket.short.pass_through_by_reason.capacity | 1     |
        | activity.by_bucket.mid.pass_through                      | 0     |

    @boundary
    Example: a desk without equity at the start has no return
      When the run lasts 3 periods
      Then the desks made
        | desk        | E at start | P&L | return |
        | Long dealer | 0          | 0   |        |
        | Long VBT    | 0          | 0   |        |
        | Mid VBT     | 0          | 0   |        |

  @MET-03 @OUT-06
  Rule: Dealer midlines and outside mids are kept by day and bucket, with their premiums over par in percent

    Example: Short, Mid and Long over three days
      Short on day 3: a 3, C 0.80 + 4 = 4.80, K* = 3 + ⌊4.80/7.20⌋ = 3, p(30) = 7.20 − 3.90/50 · 15 = 6.03.
      Mid, while its dealer has one ticket of K* = 2: p = M; with none, 8 + 2/40 · 10 = 8.50 (K* = ⌊17/8⌋).
      When the run lasts 3 periods
      Then mid_timeseries.csv holds
        | day | bucket | dealer_midline | vbt_mid | dealer_premium_pct | vbt_premium_pct |
        | 0   | short  | 8.50           | 9       | -15                | -10             |
        | 0   | mid    | 8              | 8       | -20                | -20             |
        | 0   | long   | 7              | 7       | -30                | -30             |
        | 1   | short  | 8.50           | 9       | -15                | -10             |
        | 1   | mid    | 8.50           | 8       | -15                | -20             |
        | 1   | long   | 7              | 7       | -30                | -30             |
        | 2   | short  | 8.50           | 9       | -15                | -10             |
        | 2   | mid    | 8.50           | 8       | -15                | -20             |
        | 2   | long   | 7              | 7       | -30                | -30             |
        | 3   | short  | 6.03           | 7.20    | -39.70             | -28             |
        | 3   | mid    | 8.50           | 8       | -15                | -20             |
        | 3   | long   | 7              | 7       | -30                | -30             |

    @OUT-11
    Example: the figures at the end stand with the metrics, too
      When the run lasts 3 periods
      Then metrics.json says
        | path                                | value  |
        | mids.short.dealer_mid_final         | 6.03   |
        | mids.short.vbt_mid_final            | 7.20   |
        | mids.short.dealer_premium_final_pct | -39.70 |
        | mids.short.vbt_premium_final_pct    | -28    |
        | mids.mid.dealer_mid_final           | 8.50   |
        | mids.mid.vbt_mid_final              | 8      |

  @MET-04
  Rule: Debt to money is taken at the start: every liability over what traders have in cash

    @OUT-11
    Example: debts to large holders count, their cash does not
      50 + 10 + 60 + 10 of debt; 61.70 + 2.50 + 15.80 + 20 of money.
      When the run lasts 3 periods
      Then metrics.json says
        | path                | value |
        | initial_total_debt  | 130   |
        | initial_total_money | 100   |
        | debt_to_money_ratio | 1.30  |
        | liquidity_ratio     | 10/13 |

  @MET-05
  Rule: The imbalance of a dealer is its tickets less the neutral level, half of X* at the start

    Example: the Short dealer starts one ticket above its neutral level and ends so, the Mid dealer loses its balance
      Short: X* = 40, four tickets, half of it 2. Mid: K* = 16/8 = 2, half of it 1.
      When the run lasts 3 periods
      Then metrics.json says
        | path                              | value |
        | imbalance.short.neutral_level     | 2     |
        | imbalance.short.inventory_initial | 3     |
        | imbalance.short.imbalance_initial | 1     |
        | imbalance.short.inventory_final   | 3     |
        | imbalance.short.imbalance_final   | 1     |
        | imbalance.mid.neutral_level       | 1     |
        | imbalance.mid.imbalance_initial   | 0     |
        | imbalance.mid.inventory_final     | 0     |
        | imbalance.mid.imbalance_final     | -1    |

  @MET-07
  Rule: The safety margin is cash, plus tickets held at their bucket's bid, less what is still owed

    Example: before and after the BUY, at the two sales for cash, at the default
      H4 has 20, then 11.70 and d1 at the new bid of 8.20. H2 has 2.50 and a1 at 7.70 and owes 10: 0.20;
      H3 has 15.80 and a2~1 at 8.20 and owes 60: −36; and at its default 24 − 60, −36 again.
      When the run lasts 3 periods
      Then metrics.json says
        | path                                              | value  |
        | safety_margins.before_buy.count                   | 1      |
        | safety_margins.before_buy.mean                    | 20     |
        | safety_margins.after_buy.count                    | 1      |
        | safety_margins.after_buy.mean                     | 19.90  |
        | safety_margins.at_liquidity_sale.count            | 2      |
        | safety_margins.at_liquidity_sale.max              | 0.20   |
        | safety_margins.at_liquidity_sale.min              | -36    |
        | safety_margins.at_liquidity_sale.mean             | -17.90 |
        | safety_margins.at_liquidity_sale.count_below_zero | 1      |
        | safety_margins.at_default.count                   | 1      |
        | safety_margins.at_default.mean                    | -36    |

  @MET-09
  Rule: What defaults cost is told by who bears it

    Example: the six tickets of H3 lose 6 each
      The dealer holds x1, the VBT y1, y2 and y3, H1 z1 and z2.
      When the run lasts 3 periods
      Then metrics.json says
        | path           | value |
        | losses.total   | 36    |
        | losses.dealers | 6     |
        | losses.vbts    | 18    |
        | losses.traders | 12    |

    @boundary
    Example: without a default there is no loss
      When the run lasts 2 periods
      Then metrics.json says
        | path         | value |
        | losses.total | 0     |
