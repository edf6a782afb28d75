Feature: EX-04 The dealer runs out of inventory: layoff at the ask

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    | d1 d2   |
      | Short VBT    | 0    | v1 v2   |
      | H1           | 9    |         |

  @EX-04 @KER-01 @KER-02 @KER-03 @KER-05 @KER-06 @KER-07 @KER-08 @KER-09 @KER-10
  Scenario: the dealer starts in the middle of its shelf
    Then the Short dealer quotes
      | a | C | V | X* | N | λ   | I    | p | ask  | bid  | A    | B    |
      | 2 | 2 | 4 | 4  | 5 | 1/5 | 0.06 | 1 | 1.03 | 0.97 | 1.15 | 0.85 |

  @EX-04 @KER-08
  Scenario: its midline falls by 0.05 a rung
    p(x) = 1 − 0.05 · (x − 2).

    When the kernel is evaluated at
      | M | O    | a | C | x |
      | 1 | 0.30 | 2 | 2 | 0 |
      | 1 | 0.30 | 2 | 2 | 1 |
      | 1 | 0.30 | 2 | 2 | 2 |
      | 1 | 0.30 | 2 | 2 | 3 |
      | 1 | 0.30 | 2 | 2 | 4 |
    Then it gives
      | x | p    |
      | 0 | 1.10 |
      | 1 | 1.05 |
      | 2 | 1    |
      | 3 | 0.95 |
      | 4 | 0.90 |

  @EX-04 @TRD-02 @TRD-04 @KER-13
  Scenario: the third buyer finds the shelf empty
    When H1 buys three times in Short
    Then the orders go like this
      | price | route        | because   | dealer cash | dealer tickets | X* | ask  | bid  |
      | 1.03  | interior     |           | 3.03        | 1              | 4  | 1.08 | 1.02 |
      | 1.08  | interior     |           | 4.11        | 0              | 4  | 1.13 | 1.07 |
      | 1.15  | pass-through | inventory | 4.11        | 0              | 4  | 1.13 | 1.07 |
    And the balance sheets are now
      | entity       | cash | tickets  |
      | Short dealer | 4.11 |          |
      | Short VBT    | 1.15 | v2       |
      | H1           | 5.74 | d1 d2 v1 |

  @EX-04 @KER-08 @KER-09 @KER-11
  Scenario: on the empty shelf the interior schedule stands for information, inside the outside quotes
    When H1 buys three times in Short
    Then the Short dealer quotes
      | x | C    | X* | p    | a(x) | b(x) | A    | B    |
      | 0 | 4.11 | 4  | 1.10 | 1.13 | 1.07 | 1.15 | 0.85 |
