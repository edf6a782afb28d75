Feature: EX-12 Capacity jumps across an integer

  @EX-12 @KER-03 @KER-06 @KER-07 @KER-08 @KER-09
  Scenario: up, before the sale wealth of 3.97 funds three tickets
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 1.97 | d1 d2   |
    Then the Short dealer quotes
      | V    | X* | λ    | I     | p    | bid    |
      | 3.97 | 3  | 0.25 | 0.075 | 0.97 | 0.9325 |

  @EX-12 @TRD-01 @KER-03 @KER-14 @KER-15
  Scenario: up, the sale earns the dealer 0.0675 and a fourth ticket of capacity
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 1.97 | d1 d2   |
      | H1           | 0    | h1      |
    When H1 sells h1
    Then the order goes like this
      | price  | route    | dealer tickets | dealer cash |
      | 0.9325 | interior | 3              | 1.0375      |
    And the Short dealer quotes
      | V      | X* | λ    | I    | p    | ask  | bid  |
      | 4.0375 | 4  | 0.20 | 0.06 | 0.95 | 0.98 | 0.92 |

  @EX-12 @KER-03 @KER-06 @KER-07 @KER-08 @KER-09
  Scenario: down, before the purchase wealth of 4.02 funds four tickets
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets     |
      | Short dealer | 0.02 | d1 d2 d3 d4 |
    Then the Short dealer quotes
      | V    | X* | λ    | I    | p    | ask  |
      | 4.02 | 4  | 0.20 | 0.06 | 0.90 | 0.93 |

  @EX-12 @TRD-02 @KER-03 @KER-13 @KER-15
  Scenario: down, the purchase below the mid costs the dealer 0.07 and a ticket of capacity
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets     |
      | Short dealer | 0.02 | d1 d2 d3 d4 |
      | H1           | 2    |             |
    When H1 buys in Short
    Then the order goes like this
      | price | route    | dealer tickets | dealer cash |
      | 0.93  | interior | 3              | 0.95        |
    And the Short dealer quotes
      | V    | X* | λ    | I     | p    | ask    | bid    |
      | 3.95 | 3  | 0.25 | 0.075 | 0.91 | 0.9475 | 0.8725 |
