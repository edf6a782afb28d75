Feature: Where the profit of a desk comes from

  S = 10, M = 9 in Short, 8 in Mid and 7 in Long.

  Background:
    Given a ticket size of 10
    And these markets
      | bucket | mid | spread | mid sensitivity | spread sensitivity |
      | Short  | 9   | 3      | 3.50            | 1.75               |
      | Mid    | 8   | 2      | 0               | 0                  |
      | Long   | 7   | 2      | 0               | 0                  |

  @MET-02
  Rule: What a desk made is attributed, exactly, to spread, settlement, transfers, rollover and revaluation

    @REB-03 @REB-04 @REB-07R
    Example: tickets that cross are transfers for the seller, and nothing for the buyer
      The Mid dealer's m1 and the Mid VBT's m2 go to Short at 9, the Short dealer having no cash both to the
      Short VBT; the Long VBT's n1 goes to Mid at 8.
      Given these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 8    | m1      |
        | Mid VBT    | 8    | m2      |
        | Long VBT   | 0    | n1      |
        | Short VBT  | 18   |         |
      And these tickets
        | ticket | matures |
        | m1     | 4       |
        | m2     | 4       |
        | n1     | 9       |
      When the run lasts 1 period
      Then the desks made
        | desk         | E at start | transfers | spread income | E at end | P&L |
        | Mid dealer   | 16         | 1         | 0             | 17       | 1   |
        | Mid VBT      | 16         | 1         | 0             | 17       | 1   |
        | Long VBT     | 7          | 1         | 0             | 8        | 1   |
        | Short VBT    | 18         | 0         | 0             | 18       | 0   |
        | Short dealer | 0          | 0         | 0             | 0        | 0   |

    @ROL-06R
    Example: paper issued again at 10 and placed at 8 costs its holder 2 of rollover
      s1 was issued over 5 periods. Repaid at 10, it is issued again at 10 in Mid, where M is 8, and placed
      with the Mid dealer at 8.
      Given rollover is on
      And these balance sheets
        | entity       | cash | tickets |
        | I1           | 10   |         |
        | Short dealer | 9    | s1      |
        | Mid dealer   | 8    |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | s1     | I1     | 1       | 5        |
      When the run lasts 1 period
      Then the desks made
        | desk         | E at start | settlement | rollover | transfers | revaluation | E at end | P&L |
        | Short dealer | 18         | 1          | -2       | 0         | 0           | 17       | -1  |
        | Mid dealer   | 8          | 0          | 0        | 0         | 0           | 8        | 0   |

    @ROL-02
    Example: paper issued again at the mid neither makes nor costs anything
      Given rollover is on
      And the issue price mid
      And these balance sheets
        | entity       | cash | tickets |
        | I1           | 10   |         |
        | Short dealer | 9    | s1      |
      And these tickets
        | ticket | issuer | matures |
        | s1     | I1     | 1       |
      When the run lasts 1 period
      Then the desks made
        | desk         | settlement | rollover | P&L |
        | Short dealer | 1          | 0        | 1   |

    @boundary
    Example: the parts add up where thirds are paid and lost
      I1 has 10 of 30: R = 1/3, ℓ = 2/3. s1 and s2 bring 10/3 − 9 each; M falls by 3.50 · 2/3 = 7/3, on one
      ticket each. What is left: 9 + 10/3 + 20/3 and 10/3 + 20/3.
      Given these balance sheets
        | entity       | cash | tickets |
        | I1           | 10   |         |
        | H1           | 0    | s3      |
        | Short dealer | 9    | s1 d2   |
        | Short VBT    | 0    | s2 v2   |
      And these tickets
        | ticket | issuer | matures |
        | s1     | I1     | 1       |
        | s2     | I1     | 1       |
        | s3     | I1     | 1       |
        | d2     | I2     | 3       |
        | v2     | I2     | 3       |
      When the run lasts 1 period
      Then the desks made
        | desk         | E at start | settlement | revaluation | E at end | P&L | return |
        | Short dealer | 27         | -17/3      | -7/3        | 19       | -8  | -8/27  |
        | Short VBT    | 18         | -17/3      | -7/3        | 10       | -8  | -4/9   |

  @MET-01
  Rule: Of what never fell due, nothing was unpaid: φ is then 1 and δ 0

    @boundary
    Example: a run that ends before the first debt is due
      Given these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 8    | m1      |
      And these tickets
        | ticket | matures |
        | m1     | 8       |
      When the run lasts 2 periods
      Then metrics.json says
        | path                       | value |
        | payoff.liabilities_matured | 0     |
        | payoff.payoff_rate         | 1     |
        | payoff.default_rate        | 0     |

  @MET-04
  Rule: Where traders have no money, debt to money is put at 0

    @OUT-05 @boundary
    Example: one ticket is owed, and only the Short dealer has cash
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 9    | s1      |
      And these tickets
        | ticket | matures |
        | s1     | 3       |
      When the run lasts 1 period
      Then metrics.json says
        | path                | value |
        | initial_total_debt  | 10    |
        | initial_total_money | 0     |
        | debt_to_money_ratio | 0     |
      And system_state_timeseries.csv holds
        | day | total_face_value | total_cash | trader_cash | debt_to_money |
        | 0   | 10               | 9          | 0           | 0             |
        | 1   | 10               | 9          | 0           | 0             |
