Feature: The ask and the bid of one dealer

  @KER-18R
  Rule: A dealer's ask is never below its own bid

    Example: losses have left a mid below half the spread, and the clip lifts the bid above the interior ask
      A spread of 12 around 1 puts the outside bid at −5, which the clip lifts to 0. On the fourth rung the interior
      ask is 1 − 12/5 · 1.5 + 1.5 = −1.10: nobody would sell at 0 to somebody who asks less.

      When the kernel is evaluated at
        | M | O  | a | C | clip |
        | 1 | 12 | 3 | 0 | on   |
      Then it gives
        | a(x)  | b(x)  | A | B | ask | bid | ask pinned | bid pinned |
        | -1.10 | -4.10 | 7 | 0 | 0   | 0   | no         | yes        |

    @TRD-02
    Example: a customer that buys and sells again has gained nothing
      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0    | d1 d2 d3 |
        | H1           | 0    |          |
      When H1 buys in Short
      And H1 sells d1
      Then the orders go like this
        | price | route        | because  | dealer cash | dealer tickets |
        | 0     | interior     |          | 0           | 2              |
        | 0     | pass-through | capacity | 0           | 2              |

    @boundary
    Example: an interior ask of exactly the bid stands as it is
      With three tickets and a spread of 20/3 the interior ask is 1 − 4/3 · 1.5 + 5/6 = −1/6; with 60/11 it is
      1 − 12/11 · 1.5 + 15/22 = 1/22, and with 40/7 it is 1 − 8/7 · 1.5 + 5/7 = 0, as the bid is.

      When the kernel is evaluated at
        | M | O     | a | C |
        | 1 | 20/3  | 3 | 0 |
        | 1 | 60/11 | 3 | 0 |
        | 1 | 40/7  | 3 | 0 |
      Then it gives
        | a(x) | ask  | bid | ask pinned |
        | -1/6 | 0    | 0   | no         |
        | 1/22 | 1/22 | 0   | no         |
        | 0    | 0    | 0   | no         |

    @boundary
    Example: with the clip off the outside bid is as low as the interior quotes, and nothing is lifted
      When the kernel is evaluated at
        | M | O  | a | C | clip |
        | 1 | 12 | 3 | 0 | off  |
      Then it gives
        | B  | ask   | bid   | ask pinned | bid pinned |
        | -5 | -1.10 | -4.10 | no         | no         |

    @TRD-13R
    Example: a dealer with cash below zero that stands above its ladder asks no less than its bid either
      Four tickets and cash of −3.50 leave a capacity of 0: p(4) = 1 − 0.15 · 4 = 0.40, and the interior ask of 0.55 is
      below the outside bid of 0.85.

      When the kernel is evaluated at
        | M | O    | a | C     | clip |
        | 1 | 0.30 | 4 | -3.50 | off  |
      Then it gives
        | X* | a(x) | A    | B    | ask  | bid  | ask pinned | bid pinned |
        | 0  | 0.55 | 1.15 | 0.85 | 0.85 | 0.85 | no         | yes        |
