Feature: EX-08 The guard at a very low mid

  Background:
    Given the Short market at mid 0.01 and spread 0.01
    And a guard threshold of 0.02
    And these balance sheets
      | entity       | cash | tickets  |
      | Short dealer | 2    | d1 d2 d3 |
      | Short VBT    | 0    | v1       |
      | H1           | 0    | h1       |
      | H2           | 1    |          |

  @EX-08 @KER-12
  Scenario: the dealer has no ladder, and its quotes are the outside quotes
    Without the guard it could fund 3 + 2 / 0.01 = 203 tickets.

    Then the Short dealer quotes
      | guard | a | X* | N | λ | I    | p    | a(x)  | b(x)  | ask   | bid   | A     | B     | ask pinned | bid pinned |
      | yes   | 3 | 0  | 1 | 1 | 0.01 | 0.01 | 0.015 | 0.005 | 0.015 | 0.005 | 0.015 | 0.005 | yes        | yes        |

  @EX-08 @KER-03
  Scenario: without the guard its capacity would be 203
    Given a guard threshold of 0
    Then the Short dealer quotes
      | guard | K*  | X*  |
      | no    | 203 | 203 |

  @EX-08 @KER-12 @TRD-03 @CHK-C4
  Scenario: a sale goes to the value-based trader at 0.005
    When H1 sells h1
    Then the order goes like this
      | side | price | route        | because | dealer tickets | dealer cash |
      | SELL | 0.005 | pass-through | guard   | 3              | 2           |
    And the balance sheets are now
      | entity    | cash   | tickets |
      | Short VBT | -0.005 | v1 h1   |
      | H1        | 0.005  |         |

  @EX-08 @KER-12 @TRD-04 @CHK-C4
  Scenario: then a purchase is filled by the value-based trader at 0.015, though the dealer holds three tickets
    The value-based trader is back at its number of tickets and has earned 0.015 − 0.005 = 0.010.

    When H1 sells h1
    And H2 buys in Short
    Then the orders go like this
      | side | ticket | price | route        | because | dealer tickets | dealer cash |
      | SELL | h1     | 0.005 | pass-through | guard   | 3              | 2           |
      | BUY  | v1     | 0.015 | pass-through | guard   | 3              | 2           |
    And the balance sheets are now
      | entity    | cash  | tickets |
      | Short VBT | 0.010 | h1      |
      | H1        | 0.005 |         |
      | H2        | 0.985 | v1      |
