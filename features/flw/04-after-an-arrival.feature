Feature: After an arrival

  The policy `liquidity_and_investment`. The dealer holds 2 tickets and cash 2, so it bids 0.97 and asks
  1.03; one ticket more makes that 0.92 and 0.98, one less 1.02 and 1.08.

  @FLW-04
  Rule: Who has traded leaves its set for the rest of the period, and the next arrival meets new quotes

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And at most 9 arrivals a period
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1 v2   |

    Example: every arrival moves the price for the next one
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | S2     | 0    | s2      |
        | B1     | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | S2    |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | price |
        | SELL | S1    | 0.97  |
        | SELL | S2    | 0.92  |
        | BUY  | B1    | 0.93  |
      And the Short dealer quotes
        | a | C    | X* | ask  | bid  |
        | 3 | 1.04 | 4  | 0.98 | 0.92 |

    Example: a trade in one bucket leaves the quotes of the other
      S1 sells in Short; in Mid the dealer still bids 0.97 for S2.
      Given the Mid market at mid 1 and spread 0.30
      And these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 2    | m1 m2   |
        | S1         | 0    | s1      |
        | S2         | 0    | s2      |
      And these tickets
        | ticket | matures |
        | s2     | 6       |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | S2    |
      Then the arrivals go like this
        | agent | bucket | price |
        | S1    | Short  | 0.97  |
        | S2    | Mid    | 0.97  |

    Example: the next period finds the buyer in its set again
      Given these balance sheets
        | entity | cash |
        | B1     | 9    |
      When the order flow is drawn
      And the next period begins
      And the order flow is drawn
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 4.11 |         |
        | B1           | 6.89 | d1 d2   |

    Example: and the seller, if it is short again
      S1 sells s1 for 0.97, pays 1 out of that and its own 0.03 at date 2, and is 1 short at date 3.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0.03 | s1 s2   |
      And these tickets
        | ticket | matures |
        | s1     | 4       |
        | s2     | 4       |
      And S1 owes 1 ticket due at 2 to someone else
      And S1 owes 1 ticket due at 3 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      And a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | S1    | s2     | 0.92  |

    @refusal
    Example: a seller that has sold cannot arrive again in the same period
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1 s2   |
        | S2     | 0    | s3      |
      And S1 owes 2 tickets due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | S1    |
      Then it is refused as invalid: "S1"
      And no balance sheet has changed

    @refusal
    Example: nor can a buyer that has bought
      Given these balance sheets
        | entity | cash |
        | B1     | 9    |
        | B2     | 9    |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 0 | B1    |
      Then it is refused as invalid: "B1"
      And no balance sheet has changed

  @FLW-05
  Rule: An order that cannot be filled changes nothing, keeps its agent in the set, and counts towards N_max

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 0.50
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |

    Example: a buyer without the price comes back as often as it is drawn, and uses up N_max
      Given at most 3 arrivals a period
      And these balance sheets
        | entity | cash |
        | B1     | 0.90 |
        | B2     | 5    |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 0 | B1    |
        | 0 | B1    |
        | 0 | B2    |
      Then the arrivals go like this
        | side | agent | executed | price | refused |
        | BUY  | B1    | no       | 1.03  | cash    |
        | BUY  | B1    | no       | 1.03  | cash    |
        | BUY  | B1    | no       | 1.03  | cash    |
      And no balance sheet has changed

    Example: the same buyer succeeds once the ask has come down to its cash
      Given at most 3 arrivals a period
      And these balance sheets
        | entity | cash | tickets |
        | B1     | 1    |         |
        | S1     | 0    | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 1 | S1    |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | price | refused |
        | BUY  | B1    | no       | 1.03  | cash    |
        | SELL | S1    | yes      | 0.97  |         |
        | BUY  | B1    | yes      | 0.98  |         |

    Example: a buyer for whom nobody has a ticket stays, too
      B1 holds a ticket of I2, and the dealer only tickets of I1.
      Given at most 2 arrivals a period
      And these balance sheets
        | entity | cash | tickets |
        | B1     | 5    | b1      |
      And these tickets
        | ticket | issuer |
        | d1     | I1     |
        | d2     | I1     |
        | b1     | I2     |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 0 | B1    |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | price | refused            |
        | BUY  | B1    | no       |       | no_eligible_ticket |
        | BUY  | B1    | no       |       | no_eligible_ticket |
      And no balance sheet has changed

    @boundary
    Example: the last arrival may be one that fails
      Given at most 2 arrivals a period
      And these balance sheets
        | entity | cash |
        | B1     | 5    |
        | B2     | 0.90 |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 0 | B2    |
        | 0 | B2    |
      Then the arrivals go like this
        | agent | executed | price | refused |
        | B1    | yes      | 1.03  |         |
        | B2    | no       | 1.08  | cash    |

  @FLW-06
  Rule: An agent makes at most one SELL and one BUY in a period

    Since a trader with a shortfall is no buyer (POL-03R), it is in fact one trade of either kind.

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And at most 9 arrivals a period
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |

    Example: a seller still short after its SELL has to wait
      One ticket brings 0.97 of the 3 that S1 owes; two more stay unsold.
      Given these balance sheets
        | entity | cash | tickets  |
        | S1     | 0    | s1 s2 s3 |
      And S1 owes 3 tickets due at 1 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | S1    | s1     | 0.97  |
      And the traders stand like this
        | trader | cash | shortfall |
        | S1     | 0.97 | 2.03      |

    Example: a buyer with cash for both tickets gets one
      Given these balance sheets
        | entity | cash |
        | B1     | 50   |
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | ticket | price |
        | BUY  | B1    | d1     | 1.03  |

    Example: a seller whose SELL ended its shortfall does not buy
      0.50 + 0.97 meets the payment of 1; nobody else is there, so the flow is over.
      Given a cash buffer of 0.10
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0.50 | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 0 | S1    |
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | S1    | s1     | 0.97  |
