Feature: Selling to close a gap

  The policy `default_avoidance`, at date 0. The outside bid is 0.85 in Short and 1 in Long; in Mid it would
  be 0.10 − 0.20 = −0.10, and the clip makes it 0.

  @POL-07
  Rule: A trader with a gap sells ticket by ticket until the gap is closed, it has no ticket, or no positive price

    Nobody else trades, and nobody buys.

    Background:
      Given these markets
        | bucket | mid  | spread |
        | Short  | 1    | 0.30   |
        | Mid    | 0.10 | 0.40   |
        | Long   | 1    | 0      |
      And the policy default_avoidance with a horizon of 5

    Example: it sells down the dealer's bids until the gap is closed
      The gap is 2 − 0.50 = 1.50. The first sale brings 0.97 and leaves 0.53; the second brings 0.92.
      Given these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2    |
        | H1           | 0.50 | t1 t2 t3 |
      And these tickets
        | ticket | matures |
        | t1     | 3       |
        | t2     | 3       |
        | t3     | 3       |
      And H1 owes 2 tickets due at 2 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | executed | ticket | price | route    |
        | SELL | H1    | yes      | t1     | 0.97  | interior |
        | SELL | H1    | yes      | t2     | 0.92  | interior |
      And the balance sheets are now
        | entity       | cash | tickets     |
        | Short dealer | 0.11 | d1 d2 t1 t2 |
        | H1           | 2.39 | t3          |

    Example: it stops when it has no ticket left, the gap still open
      The gap is 3; two tickets bring 2.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | g1 g2   |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 2    |         |

    Example: several traders with gaps, and one without
      Gaps: H1 1, H2 2, H3 none, whose tickets stay where they are.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | g1 g2   |
        | H2     | 1    | k1 k2   |
        | H3     | 3    | m1 m2   |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | k1     | 20      |
        | k2     | 20      |
        | m1     | 20      |
        | m2     | 20      |
      And H1 owes 3 tickets due at 4 to someone else
      And H2 owes 3 tickets due at 4 to someone else
      And H3 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -3   | g1 k1 k2 |
        | H1       | 3    | g2       |
        | H2       | 3    |          |

    Example: nobody buys, however much cash there is and whatever is for sale
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1 v2   |
        | H1           | 100  |         |
        | H2           | 50   | t1      |
      When the order flow is drawn
      Then there are no arrivals
      And no balance sheet has changed

    Example: it sells on even where selling does not help
      r1 and r2 would bring 2 at date 2, and 3 − 2 = 1 is missing at date 4. Sold today they bring 0.85 each
      and close nothing; H1 stops when there is nothing left to sell.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | r1 r2   |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | r2     | 2       |
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | -1.70 | r1 r2   |
        | H1        | 1.70  |         |

    @boundary
    Example: a gap that a sale closes exactly is closed
      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 1    | g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 3    | g3      |

    @boundary
    Example: any positive price is taken
      At an outside bid of 0.01 − 0.005 = 0.005 H1 parts with both its tickets and is still 0.99 short.
      Given the Long market at mid 0.01 and spread 0.01
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | g1 g2   |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets |
        | Long VBT | -0.01 | g1 g2   |
        | H1       | 0.01  |         |

    @refusal
    Example: a price of nothing is not taken
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | m1 m2   |
      And these tickets
        | ticket | matures |
        | m1     | 8       |
        | m2     | 8       |
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | agent | executed | price | refused |
        | H1    | no       | 0     | price   |
      And no balance sheet has changed

    @refusal
    Example: a negative price is not taken
      Given the clip on outside bids is off
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | m1 m2   |
      And these tickets
        | ticket | matures |
        | m1     | 8       |
        | m2     | 8       |
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | agent | executed | price | refused |
        | H1    | no       | -0.10 | price   |
      And no balance sheet has changed

    @refusal
    Example: a price that is not positive stops the one trader and not the other
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | m1      |
        | H2     | 0    | k1 k2   |
      And these tickets
        | ticket | matures |
        | m1     | 8       |
        | k1     | 20      |
        | k2     | 20      |
      And H1 owes 1 ticket due at 4 to someone else
      And H2 owes 2 tickets due at 4 to someone else
      When the order flow is
        | agent |
        | H1    |
        | H2    |
        | H2    |
      Then the arrivals go like this
        | agent | executed | ticket | price | refused |
        | H1    | no       |        | 0     | price   |
        | H2    | yes      | k1     | 1     |         |
        | H2    | yes      | k2     | 1     |         |

    @refusal
    Example: who was offered nothing comes again in the next period, and sells at a positive price
      Once the Mid dealer has cash 0.10, K* = 1, λ = 1/2, I = 0.20, and its bid at 0 is
      0.10 + 0.40/3 · 1/2 − 0.10 = 1/15. m1 matures at date 8.
      Given these tickets
        | ticket | owner | matures |
        | m1     | H1    | 8       |
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      And the next period begins
      And the Mid dealer is left with cash 0.10
      And the order flow is drawn
      Then the arrivals go like this
        | agent | executed | ticket | price | route    |
        | H1    | yes      | m1     | 1/15  | interior |

    @refusal
    Example: a trader without a gap cannot arrive
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | t1      |
        | H2     | 1    | t2      |
      And H1 owes 1 ticket due at 1 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      When the order flow is
        | agent |
        | H2    |
      Then it is refused as invalid: "H2"
      And no balance sheet has changed

    @refusal
    Example: nor can one that has a gap and no ticket
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | t1      |
        | H2     | 0    |         |
      And H1 owes 1 ticket due at 1 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      When the order flow is
        | agent |
        | H2    |
      Then it is refused as invalid: "H2"
      And no balance sheet has changed

    @OUT-02
    Example: the log tells of the sale that was refused, at which price and why
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | m1      |
        | H2     | 1    |         |
      And these tickets
        | ticket | matures |
        | m1     | 7       |
      And H1 owes 1 ticket due at 2 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | H1    |
      When the run lasts 1 period
      Then the log tells, on day 1
        | kind          | trader_id | side | bucket | price | reason  |
        | OrderRejected | H1        | SELL | mid    | 0     | price   |
        | RunEnded      |           |      |        |       | periods |

    @OUT-03
    Example: who sells for a payment that is only foreseen sells to raise cash
      Nothing is due on day 1: the gap of 1 is that of date 3.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | l1      |
      And these tickets
        | ticket | matures |
        | l1     | 20      |
      And H1 owes 1 ticket due at 3 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | H1    |
      When the run lasts 1 period
      Then trades.csv holds
        | trader_id | side | price | is_liquidity_driven |
        | H1        | SELL | 1     | true                |
