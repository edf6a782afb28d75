Feature: A state is a world

  What an implementation says of the world at some time can be opened as a world, and goes on from there as
  the first one would have.

  Rule: A world opened from a state is the world that the state was taken of

    @PROTOCOL
    Example: balance sheets and quotes after some trades
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | -1   | v1      |
        | H1           | 0    | t1      |
        | H2           | 3    |         |
      When these orders come in
        | customer | sells | buys in |
        | H1       | t1    |         |
        | H2       |       | Short   |
      And the world is closed and opened again from its state
      Then the orders go like this
        | price |
        | 0.97  |
        | 0.98  |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 2.01 | d2 t1   |
        | H1           | 0.97 |         |
        | H2           | 2.02 | d1      |
      And the Short dealer quotes
        | a | C    | X* | ask  | bid  |
        | 2 | 2.01 | 4  | 1.03 | 0.97 |

    @PROTOCOL @ANC-03
    Example: the date, the moved anchors and who has defaulted
      Where nothing is said the Short mid is 1 and the spread 0.20. ℓ = 1/2: M = 1 − 0.50, O = 0.20 + 0.30.
      Given these balance sheets
        | entity | cash | tickets |
        | I1     | 0.50 |         |
        | K1     | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
      When a period passes
      And the world is closed and opened again from its state
      Then the date is now 1
      And the Short dealer quotes
        | M   | O    | A    | B    |
        | 0.5 | 0.50 | 0.75 | 0.25 |
      And the traders stand like this
        | trader | cash | defaulted |
        | I1     | 0    | yes       |
        | K1     | 0.50 | no        |

    @PROTOCOL @MOD-02 @MOD-03
    Example: a ticket's liability, serial and maturity
      Given these tickets
        | ticket | issuer | owner | matures | serial | liability | distance |
        | a1     | I1     | K1    | 5       | 40     | P7        | 9        |
      When a period passes
      And the world is closed and opened again from its state
      Then the tickets stand like this
        | ticket | owner | issuer | liability | matures | serial | distance |
        | a1     | K1    | I1     | P7        | 5       | 40     | 9        |

    @PROTOCOL @ROL-01
    Example: the distance for which a ticket was issued
      a1, issued for 5 periods, is repaid at date 2 and issued again to date 7.
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | K1     | 0    | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | I1     | 2       | 5        |
      When a period passes
      And the world is closed and opened again from its state
      And a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | I1     | K1    | 7       | 1     |

    @PROTOCOL @MOD-05R
    Example: a ticket due today is still there, still Short, and settles
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1      |
        | I1           | 1    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I1     | 1       |
      When the next period begins
      And the world is closed and opened again from its state
      Then the Short dealer quotes
        | a | C | X* |
        | 1 | 1 | 2  |
      When claims are settled
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | I1           | 0    |         |

    @PROTOCOL @MOD-09
    Example: a Mid ticket of the Short dealer stays out of its kernel
      Given the Mid market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | m1      |
      When Short dealer buys in Mid
      And the world is closed and opened again from its state
      Then the order goes like this
        | price |
        | 1.05  |
      And the Short dealer quotes
        | a | C    |
        | 0 | 0.95 |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0.95 | m1      |
        | Mid dealer   | 2.05 |         |

    @PROTOCOL @LOOP-04
    Example: the regime
      Given the regime passive
      And the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B1           | 9    |         |
      When the next period begins
      And the world is closed and opened again from its state
      And the order flow is drawn
      Then there are no arrivals

    @PROTOCOL @LOOP-04
    Example: a baseline, which has no large holders
      Given the regime baseline
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | K1     | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | I1     | 2       |
      When a period passes
      And the world is closed and opened again from its state
      And a period passes
      Then the balance sheets are now
        | entity | cash | tickets |
        | I1     | 0    |         |
        | K1     | 1    |         |

    @PROTOCOL @POL-07
    Example: the policy and its N_max
      H1 is 3 short at date 1 and would sell all three tickets.
      Given the policy default_avoidance with a horizon of 5
      And at most 2 arrivals a period
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0    | g1 g2 g3 |
      And H1 owes 3 tickets due at 1 to someone else
      When the world is closed and opened again from its state
      And the order flow is drawn
      Then the arrivals go like this
        | side | agent | ticket |
        | SELL | H1    | g1     |
        | SELL | H1    | g2     |

    @PROTOCOL @POL-06
    Example: the policy's horizon
      With a horizon of 1 the payment of date 2 is not seen.
      Given the policy default_avoidance with a horizon of 1
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0    | g1 g2 g3 |
      And H1 owes 3 tickets due at 2 to someone else
      When the world is closed and opened again from its state
      And the order flow is drawn
      Then there are no arrivals

    @PROTOCOL @KER-16R
    Example: the cap at par
      The ask would be 1.03.
      Given the par cap on quotes is on
      And the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
      When the world is closed and opened again from its state
      Then the Short dealer quotes
        | ask | bid  |
        | 1   | 0.97 |

    @PROTOCOL @SET-06R
    Example: the clearing rule
      Under `sequential` H1 can pay from what it is paid.
      Given the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | H1     | 0    | a1      |
        | K1     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | I1     | 1       |
        | b1     | H1     | 1       |
      When the next period begins
      And the world is closed and opened again from its state
      And claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | I1     | 1   | 1           | 1 | 0          |
        | H1     | 1   | 1           | 1 | 0          |

    @PROTOCOL @ANC-04 @KER-12
    Example: the clip and the guard
      With the clip off B is 0.10 − 0.20; at a guard threshold of 0.10 the dealer stands aside.
      Given the clip on outside bids is off
      And a guard threshold of 0.10
      And the Short market at mid 0.10 and spread 0.40
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1      |
      When the world is closed and opened again from its state
      Then the Short dealer quotes
        | M    | O    | A    | B     | guard |
        | 0.10 | 0.40 | 0.30 | -0.10 | yes   |

    @PROTOCOL @ANC-05
    Example: the switch of the anchors
      ℓ = 1, and nothing moves.
      Given anchor updates are off
      And the Short market at mid 1 and spread 0.30
      And these tickets
        | ticket | issuer | owner | matures |
        | k1     | I1     | K1    | 1       |
      When the world is closed and opened again from its state
      And a period passes
      Then the Short dealer quotes
        | M | O    |
        | 1 | 0.30 |
