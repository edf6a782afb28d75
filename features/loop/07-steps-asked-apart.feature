Feature: Steps that are asked apart

  The steps of a period may be asked one by one, also twice or in another order. Each does what its own clause says,
  with what is there.

  @LOOP-07R
  Rule: What a settlement leaves lasts until time advances; each repaid ticket is rolled over once

    Background:
      I1 pays K1 in full; I2 pays half of what it owes K2: ℓ is 1/4.

      Given the Short market at mid 1 and spread 0.20
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | I2     | 0.50 |         |
        | K1     | 0    | k1      |
        | K2     | 0    | k2      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | k2     | I2     | 1       |

    @ROL-01
    Example: what was repaid and not rolled over is not rolled over in the next period
      When the next period begins
      And claims are settled
      And the next period begins
      And repaid tickets are rolled over
      Then there are no reissues
      And there are no declined rollovers
      And there are 0 tickets and 1.50 of cash in the world

    @ANC-01
    Example: a loss that moved no anchors moves none in the next period
      When the next period begins
      And claims are settled
      And the next period begins
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    |
        | Short  | 0 | 1 | 0.20 |
        | Mid    | 0 | 1 | 0.30 |
        | Long   | 0 | 1 | 0.40 |

    @ROL-01
    Example: a second rollover has nothing to roll
      When the next period begins
      And claims are settled
      And repaid tickets are rolled over
      And repaid tickets are rolled over
      Then there are no reissues
      And there are no declined rollovers
      And the balance sheets are now
        | entity | cash | tickets |
        | I2     | 0    |         |
        | K1     | 0    | k1~1    |
        | K2     | 0.50 |         |

    @ROL-04R
    Example: what was declined is not asked a second time
      K1 has bought the VBT's ticket with all but 0.10 of its cash when k1 comes to be rolled.

      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | K1        | 0.20 | k1      |
      And these tickets
        | ticket | issuer | matures |
        | v1     | I2     | 3       |
      When the next period begins
      And claims are settled
      And K1 buys in Short
      And repaid tickets are rolled over
      Then these rollovers are declined
        | ticket | issuer | owner | price | because |
        | k1~1   | I1     | K1    | 1     | cash    |
      And the order goes like this
        | price | route        |
        | 1.10  | pass-through |
      When K1 is left with cash 5
      And repaid tickets are rolled over
      Then there are no reissues
      And there are no declined rollovers

    @SET-01
    Example: a second settlement finds nothing due, and takes nothing from what the first one left
      When the next period begins
      And claims are settled
      And claims are settled
      Then there are no claims due
      When repaid tickets are rolled over
      And the anchors are updated
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | k1~1   | I1     | K1    | 2       | 1     |
      And the anchors become
        | bucket | ℓ   | M    | O    |
        | Short  | 1/4 | 0.75 | 0.35 |
        | Mid    | 0   | 1    | 0.30 |
        | Long   | 0   | 1    | 0.40 |

    @ANC-03
    Example: a second update moves the anchors by the same losses again
      When the next period begins
      And claims are settled
      And the anchors are updated
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ   | M    | O    |
        | Short  | 1/4 | 0.50 | 0.50 |
        | Mid    | 0   | 1    | 0.30 |
        | Long   | 0   | 1    | 0.40 |

    @ANC-03
    Example: an update before the settlement knows of no loss
      When the next period begins
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    |
        | Short  | 0 | 1 | 0.20 |
        | Mid    | 0 | 1 | 0.30 |
        | Long   | 0 | 1 | 0.40 |
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ   | M    | O    |
        | Short  | 1/4 | 0.75 | 0.35 |
        | Mid    | 0   | 1    | 0.30 |
        | Long   | 0   | 1    | 0.40 |

    @ROL-02
    Example: a rollover after the update is made at the new mid
      Given the issue price mid
      When the next period begins
      And claims are settled
      And the anchors are updated
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | k1~1   | I1     | K1    | 2       | 0.75  |

    @PROTOCOL
    Example: it is no part of a state
      When the next period begins
      And claims are settled
      And the world is closed and opened again from its state
      And repaid tickets are rolled over
      And the anchors are updated
      Then there are no reissues
      And the anchors become
        | bucket | ℓ | M | O    |
        | Short  | 0 | 1 | 0.20 |
        | Mid    | 0 | 1 | 0.30 |
        | Long   | 0 | 1 | 0.40 |
      And the traders stand like this
        | trader | cash | defaulted |
        | I2     | 0    | yes       |
        | K1     | 1    | no        |

    @FLW-04 @FLW-06
    Example: a second order flow forms its sets anew
      S1 lacks 1.10 on the day and sells one ticket in each flow, because each one of them brings 0.90.

      Given the date is 1
      And rollover is off
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0.90 | s1 s2   |
      And S1 owes 2 tickets due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      And the order flow is
        | Z | agent |
        | 1 | S1    |
      Then the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | -1.80 | s1 s2   |
        | S1        | 2.70  |         |

    @POL-02
    Example: after the settlement nobody is short of anything that was due
      Given the policy liquidity_and_investment with a horizon of 3
      And these balance sheets
        | entity | cash | tickets |
        | I2     | 0.50 | s1      |
      And these tickets
        | ticket | issuer |
        | s1     | I1     |
      When the next period begins
      And claims are settled
      And the order flow is drawn
      Then there are no arrivals
