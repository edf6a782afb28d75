Feature: Arrivals

  The policy `liquidity_and_investment`. Each arrival draws Z: 1 prefers a SELL, 0 a BUY. The dealer holds
  2 tickets and cash 2, so it bids 0.97 and asks 1.03; one ticket more makes that 0.92 and 0.98, one less
  1.02 and 1.08. The outside quotes are 0.85 and 1.15.

  @FLW-01
  Rule: Up to N_max arrivals come, each preferring the side that Z names, while there is a seller or a buyer

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1 v2   |

    Example: Z = 1 brings a seller and Z = 0 a buyer
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | B1     | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 1 | S1    |
      Then the arrivals go like this
        | Z | side | fallback | agent | executed | ticket | price |
        | 0 | BUY  | no       | B1    | yes      | d1     | 1.03  |
        | 1 | SELL | no       | S1    | yes      | s1     | 1.02  |

    Example: the flow ends when neither a seller nor a buyer is left
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1 s2   |
      And S1 owes 2 tickets due at 1 to someone else
      And at most 9 arrivals a period
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | S1    |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | S1    | s1     | 0.97  |

    Example: no more than N_max come, however many want to
      Given at most 2 arrivals a period
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | S2     | 0    | s2      |
        | S3     | 0    | s3      |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else
      And S3 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S3    |
        | 1 | S1    |
        | 1 | S2    |
      Then the arrivals go like this
        | side | agent | price |
        | SELL | S3    | 0.97  |
        | SELL | S1    | 0.92  |

    @CFG-02
    Example: where nothing is said of N_max, it is 3
      The third seller finds the dealer full: 4 tickets of 4.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | S2     | 0    | s2      |
        | S3     | 0    | s3      |
        | S4     | 0    | s4      |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else
      And S3 owes 1 ticket due at 1 to someone else
      And S4 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | S2    |
        | 1 | S3    |
        | 1 | S4    |
      Then the arrivals go like this
        | side | agent | price | route        |
        | SELL | S1    | 0.97  | interior     |
        | SELL | S2    | 0.92  | interior     |
        | SELL | S3    | 0.85  | pass-through |

    Example: a SELL probability of 1 always prefers a SELL
      Given a SELL probability of 1
      And at most 1 arrival a period
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | B1     | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | Z | side | fallback | agent | price |
        | 1 | SELL | no       | S1    | 0.97  |

    Example: a SELL probability of 0 always prefers a BUY
      Given a SELL probability of 0
      And at most 1 arrival a period
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | B1     | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | Z | side | fallback | agent | price |
        | 0 | BUY  | no       | B1    | 1.03  |

    @FLW-09
    Example: a SELL probability of 1/4 prefers a SELL in a quarter of the draws
      Of 400 draws 100 are expected, with a standard deviation of √(400 · 1/4 · 3/4) ≈ 8.7; four of these
      are 35.
      Given a SELL probability of 0.25
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | B1     | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is drawn 400 times with seeds of their own, each time anew
      Then the shares are
        | share       | is  | give or take |
        | SELLs by S1 | 1/4 | 0.0875       |
        | SELLs       | 1/4 | 0.0875       |
        | BUYs by B1  | 3/4 | 0.0875       |
        | BUYs        | 3/4 | 0.0875       |

    @boundary
    Example: with an N_max of 0 nobody comes
      Given at most 0 arrivals a period
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      Then there are no arrivals

    @boundary
    Example: without sellers and buyers nobody comes
      When the order flow is drawn
      Then there are no arrivals
