Feature: The period

  A period goes through its steps in one order: maturities and rebucketing, dealer pre-computation,
  eligibility, order flow, settlement, rollover, anchor update. Each example shows two neighbours in an
  order that leaves a trace.

  @LOOP-01
  Rule: The steps of a period are taken in one order, and none is left out or merged with another

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.20   |
        | Long   | 1   | 0.30   |
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1

    @REB-02
    Example: rebucketing comes before the order flow
      t1 has 9 periods left at date 0 and 8 at date 1: S1 sells it in Mid, at 1 − 0.10 = 0.90, and not in
      Long, at 0.85.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0.10 | t1      |
      And these tickets
        | ticket | matures |
        | t1     | 9       |
      And S1 owes 1 ticket due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      Then the date is now 1
      And the arrivals go like this
        | side | agent | ticket | bucket | price |
        | SELL | S1    | t1     | Mid    | 0.90  |

    @REB-03
    Example: the dealers quote after rebucketing and before the order flow
      The Mid dealer takes t1 over for 1: a 2, C 0, X* 2, and its ask falls from 31/30 to 59/60 before B1
      comes.
      Given these balance sheets
        | entity      | cash | tickets |
        | Long dealer | 1    | t1      |
        | Mid dealer  | 1    | m1      |
        | B1          | 2    |         |
      And these tickets
        | ticket | matures |
        | t1     | 9       |
        | m1     | 6       |
      When a period passes with the order flow
        | Z | agent |
        | 0 | B1    |
      Then these tickets cross
        | ticket | from | to  | seller      | buyer      | price |
        | t1     | Long | Mid | Long dealer | Mid dealer | 1     |
      And the arrivals go like this
        | side | agent | ticket | bucket | price | route    |
        | BUY  | B1    | m1     | Mid    | 59/60 | interior |

    Example: who sells in the order flow can pay at settlement
      S1 has 0.15 and sells t1 to the Short VBT at 0.85.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0.15 | t1      |
      And S1 owes 1 ticket due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | S1     | 1   | 1           | 1 | 0          |

    Example: a ticket bought in the order flow pays its buyer at settlement
      d1 is due at date 1, and I1 can pay. The dealer, with X* = 2, asks 1.05.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1      |
        | I1           | 3    |         |
        | B1           | 2    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I1     | 1       |
      When a period passes with the order flow
        | Z | agent |
        | 0 | B1    |
      Then the payouts are
        | issuer | holder | tickets | amount |
        | I1     | B1     | 1       | 1      |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 2.05 |         |
        | I1           | 2    |         |
        | B1           | 1.95 |         |

    Example: money from settlement makes no buyer before the next period
      B1 has 0.50 and is paid 1 at date 1; at date 2 its 1.50 is above the buffer.
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | I1        | 1    |         |
        | B1        | 0.50 | b1      |
      And these tickets
        | ticket | issuer | matures |
        | v1     | I1     | 3       |
        | b1     | I1     | 1       |
      When a period passes with the order flow
        | Z | agent |
        | 0 | B1    |
      Then there are no arrivals
      When a period passes with the order flow
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | ticket | price |
        | BUY  | B1    | v1     | 1.15  |

    Example: eligibility is settled before the order flow
      S1, short when the order flow begins, sells at 0.85 and has 2.35, enough for its payment and above
      the buffer; it is no buyer in this period for all that.
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | S1        | 1.50 | t1      |
        | B1        | 2    |         |
      And S1 owes 2 tickets due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
        | 0 | S1    |
      Then it is refused as invalid: "S1"
      And no balance sheet has changed

    @ROL-01 @ROL-04R
    Example: paper is rolled over after everybody has settled
      Under `sequential` clearing I1 pays H1, which pays K1 out of that. Were I1's ticket issued again at
      once, H1 would have spent the money; as it is H1 has nothing left to buy the new ticket with.
      Given rollover is on
      And the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | H1     | 0    | a1      |
        | K1     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | I1     | 1       |
        | b1     | H1     | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | b1~1   | H1     | K1    | 2       | 1     |
      And these rollovers are declined
        | ticket | issuer | owner | price | because |
        | a1~1   | I1     | H1    | 1     | cash    |

    @ROL-02 @ANC-05
    Example: rollover comes before the anchor update
      I2 defaults on one ticket of two: ℓ = 1/2. I1's ticket is issued again at the mid of 1 with which the
      period began; only then does the mid fall by 1/2, and the spread widen by 0.60/2.
      Given rollover is on
      And the issue price mid
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | K1     | 0    | a1      |
        | K2     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | I1     | 1       |
        | b1     | I2     | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | I1     | K1    | 2       | 1     |
      And the anchors become
        | bucket | ℓ   | M   | O    | A    | B    |
        | Short  | 1/2 | 0.5 | 0.60 | 0.80 | 0.20 |
        | Mid    | 0   | 1   | 0.20 | 1.10 | 0.90 |
        | Long   | 0   | 1   | 0.30 | 1.15 | 0.85 |

    @ANC-05
    Example: losses move the anchors after the trades of the period, not before
      I1 defaults on one of the two tickets due at date 1: ℓ = 1/2. S1 sells at the bid with which the period
      began, 0.85; the period ends with a bid of 1/2 − 0.30.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0.15 | t1      |
        | K1     | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | t1     | I9     | 3       |
        | a1     | I1     | 1       |
      And S1 owes 1 ticket due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | agent | ticket | price | route        |
        | S1    | t1     | 0.85  | pass-through |
      And the Short dealer quotes
        | M   | O    | A    | B    |
        | 1/2 | 0.60 | 0.80 | 0.20 |

    @boundary
    Example: a period in which nothing happens is a period all the same
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1      |
        | H1           | 0.50 |         |
      When a period passes
      Then the date is now 1
      And there are no crossings
      And there are no claims due
      And there are no reissues
      And the anchors become
        | bucket | ℓ | M | O    | A    | B    |
        | Short  | 0 | 1 | 0.30 | 1.15 | 0.85 |
        | Mid    | 0 | 1 | 0.20 | 1.10 | 0.90 |
        | Long   | 0 | 1 | 0.30 | 1.15 | 0.85 |
