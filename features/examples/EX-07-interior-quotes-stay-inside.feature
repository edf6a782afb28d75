Feature: EX-07 Interior quotes never reach the outside

  @EX-07 @KER-01 @KER-02 @KER-05 @KER-06 @KER-07
  Scenario: a dealer of four tickets and cash of 0.90
    When the kernel is evaluated at
      | M | O    | a | C    |
      | 1 | 0.30 | 4 | 0.90 |
    Then it gives
      | V    | X* | λ   | I    | A    | B    |
      | 4.90 | 4  | 0.2 | 0.06 | 1.15 | 0.85 |

  @EX-07 @KER-08 @KER-09 @KER-11
  Scenario: one rung from the bottom the ask is 0.07 below the outside ask, one from the top the bid 0.07 above the outside bid
    1.15 − 1.08 = 0.07 and 0.92 − 0.85 = 0.07.

    When the kernel is evaluated at
      | M | O    | a | C    | x |
      | 1 | 0.30 | 4 | 0.90 | 1 |
      | 1 | 0.30 | 4 | 0.90 | 3 |
    Then it gives
      | x | p    | a(x) | b(x) | ask  | bid  |
      | 1 | 1.05 | 1.08 | 1.02 | 1.08 | 1.02 |
      | 3 | 0.95 | 0.98 | 0.92 | 0.98 | 0.92 |

  @EX-07 @KER-11
  Scenario: on every rung both quotes are inside, and nothing is pinned
    The gap at the bottom is A − a(0) = 0.15 · 4 / (6 · 5) = 0.02. The gap one rung from the top is
    b(3) − B = 0.15 · 14 / (6 · 5) = 0.07.

    When the kernel is evaluated at
      | M | O    | a | C    | x |
      | 1 | 0.30 | 4 | 0.90 | 0 |
      | 1 | 0.30 | 4 | 0.90 | 1 |
      | 1 | 0.30 | 4 | 0.90 | 2 |
      | 1 | 0.30 | 4 | 0.90 | 3 |
      | 1 | 0.30 | 4 | 0.90 | 4 |
    Then it gives
      | x | A    | a(x) | b(x) | B    | ask pinned | bid pinned |
      | 0 | 1.15 | 1.13 | 1.07 | 0.85 | no         | no         |
      | 1 | 1.15 | 1.08 | 1.02 | 0.85 | no         | no         |
      | 2 | 1.15 | 1.03 | 0.97 | 0.85 | no         | no         |
      | 3 | 1.15 | 0.98 | 0.92 | 0.85 | no         | no         |
      | 4 | 1.15 | 0.93 | 0.87 | 0.85 | no         | no         |

  @EX-07 @KER-11
  Scenario: the two gaps on other ladders
    With X* = 1, A − a(0) = 0.15 · 1 / (3 · 2) = 0.025 and b(0) − B = 0.15 · 5 / (3 · 2) = 0.125. With X* = 2,
    0.15 · 2 / (4 · 3) = 0.025 and b(1) − B = 0.15 · 8 / (4 · 3) = 0.10. With X* = 80 of face 20 and a spread
    of 6, 3 · 80 · 20 / (120 · 100) = 0.40 and b(60) − B = 3 · 20 · 280 / (120 · 100) = 1.40.

    When the kernel is evaluated at
      | S  | M  | O    | a | C  | x  |
      | 1  | 1  | 0.30 | 0 | 1  | 0  |
      | 1  | 1  | 0.30 | 1 | 1  | 0  |
      | 1  | 1  | 0.30 | 1 | 1  | 1  |
      | 20 | 15 | 6    | 2 | 30 | 0  |
      | 20 | 15 | 6    | 2 | 30 | 60 |
    Then it gives
      | X* | x  | A    | a(x)  | b(x)  | B    |
      | 1  | 0  | 1.15 | 1.125 | 0.975 | 0.85 |
      | 2  | 0  | 1.15 | 1.125 | 1.025 | 0.85 |
      | 2  | 1  | 1.15 | 1.05  | 0.95  | 0.85 |
      | 80 | 0  | 18   | 17.60 | 16.40 | 12   |
      | 80 | 60 | 18   | 14.60 | 13.40 | 12   |
