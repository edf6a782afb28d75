Feature: When and how the market was used, and what cash it moved

  The three days of features/met/01-a-run-by-hand.feature. Day 1: H2 sells a1 through to the VBT at 7.50, and
  H4 buys d1 from the dealer at 8.30; the VBT is repaid 10 for w1 and lends 10 again. Day 2: H1 repays the five
  tickets of P1, of which the dealer holds d2 and the VBT v1 and a1; the VBT is repaid w1~1, too; all is lent
  again at 10. Day 3: H3 sells a2~1 to the dealer at 8.20, and pays 4 on each of its six tickets: the dealer
  has x1, the VBT y1, y2 and y3. The VBT is repaid w1~2 and lends 10 again.

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

  @MET-12
  Rule: Trades of traders are counted by day, side and route

    Example: two of three trades fall on the first day, and one of three passes through
      When the run lasts 3 periods
      Then metrics.json says
        | path                                   | value |
        | market_use.trades                      | 3     |
        | market_use.sells_interior              | 1     |
        | market_use.sells_passed_through        | 1     |
        | market_use.buys_interior               | 1     |
        | market_use.buys_passed_through         | 0     |
        | market_use.first_day_trades            | 2     |
        | market_use.first_day_share             | 2/3   |
        | market_use.passed_through_share        | 1/3   |
        | market_use.by_day.1.sells_passed_through | 1   |
        | market_use.by_day.1.buys_interior      | 1     |
        | market_use.by_day.2.sells_interior     | 0     |
        | market_use.by_day.3.sells_interior     | 1     |

    @boundary
    Example: where nobody trades there is no share
      Given the regime passive
      When the run lasts 3 periods
      Then metrics.json says
        | path                            | value |
        | market_use.trades               | 0     |
        | market_use.first_day_share      |       |
        | market_use.passed_through_share |       |

  @MET-14
  Rule: Cash between the desks and the traders is told by day: purchases, sales, payouts and issues

    Example: three days
      When the run lasts 3 periods
      Then metrics.json says
        | path                                | value |
        | market_use.by_day.1.vbts.purchases    | 7.50 |
        | market_use.by_day.1.dealers.sales     | 8.30 |
        | market_use.by_day.1.vbts.payouts      | 10   |
        | market_use.by_day.1.vbts.issues       | 10   |
        | market_use.by_day.2.dealers.payouts   | 10   |
        | market_use.by_day.2.dealers.issues    | 10   |
        | market_use.by_day.2.vbts.payouts      | 30   |
        | market_use.by_day.2.vbts.issues       | 30   |
        | market_use.by_day.3.dealers.purchases | 8.20 |
        | market_use.by_day.3.dealers.payouts   | 4    |
        | market_use.by_day.3.vbts.payouts      | 22   |
        | market_use.by_day.3.vbts.issues       | 10   |

  @MET-11
  Rule: The lowest cash of each VBT is told with its day, and what it lacked at its worst

    Example: a VBT that had enough lacked nothing
      20 at the start; on day 1 20 − 7.50 = 12.50.
      When the run lasts 3 periods
      Then metrics.json says
        | path                                      | value |
        | vbt_funding.by_vbt.Short VBT.lowest_cash  | 12.50 |
        | vbt_funding.by_vbt.Short VBT.lowest_day   | 1     |
        | vbt_funding.by_vbt.Short VBT.drawn        | 0     |
        | vbt_funding.total.drawn                   | 0     |

    Example: one that had too little drew on outside money, whatever another VBT had
      1 − 7.50 = −6.50. The Mid VBT has 30: together they never have less than 23.50.
      Given these balance sheets
        | entity    | cash | tickets        |
        | Short VBT | 1    | v1 w1 y1 y2 y3 |
        | Mid VBT   | 30   |                |
      When the run lasts 3 periods
      Then metrics.json says
        | path                                     | value |
        | vbt_funding.by_vbt.Short VBT.lowest_cash | -6.50 |
        | vbt_funding.by_vbt.Short VBT.lowest_day  | 1     |
        | vbt_funding.by_vbt.Short VBT.drawn       | 6.50  |
        | vbt_funding.by_vbt.Mid VBT.lowest_cash   | 30    |
        | vbt_funding.by_vbt.Mid VBT.drawn         | 0     |
        | vbt_funding.total.lowest_cash            | 23.50 |
        | vbt_funding.total.drawn                  | 6.50  |
        | market_use.by_day.1.vbt_funding_drawn    | 6.50  |

    @boundary
    Example: where nobody trades the VBT draws nothing
      Given the Short market at mid 1 and spread 0.30
      And the regime passive
      When the run lasts 1 period
      Then metrics.json says
        | path                    | value |
        | vbt_funding.total.drawn | 0     |
