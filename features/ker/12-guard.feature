Feature: The guard at a very low mid

  @KER-12
  Rule: Where the outside mid is at or below the guard threshold the dealer stands aside, whatever it holds

    Example: it has no ladder and quotes what the outside quotes, pinned on both sides
      When the kernel is evaluated at
        | M    | O    | M_min | a | C |
        | 0.01 | 0.01 | 0.02  | 3 | 2 |
        | 0.01 | 0.01 | 0.02  | 0 | 0 |
      Then it gives
        | guard | X* | N | λ | ask   | bid   | ask pinned | bid pinned |
        | yes   | 0  | 1 | 1 | 0.015 | 0.005 | yes        | yes        |
        | yes   | 0  | 1 | 1 | 0.015 | 0.005 | yes        | yes        |

    Example: what it reports besides are the outside figures and its wealth
      V = 3 · 0.01 + 2 = 2.03.

      When the kernel is evaluated at
        | M    | O    | M_min | a | C |
        | 0.01 | 0.01 | 0.02  | 3 | 2 |
      Then it gives
        | V    | I    | p    | a(x)  | b(x)  | A     | B     |
        | 2.03 | 0.01 | 0.01 | 0.015 | 0.005 | 0.015 | 0.005 |

    @TRD-03 @TRD-04
    Example: every order goes to the value-based trader, a sale to a rich dealer as well as a purchase from a full one
      Given the Short market at mid 0.01 and spread 0.01
      And a guard threshold of 0.02
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 d3 |
        | Short VBT    | 0    | v1       |
        | H1           | 0    | h1       |
        | H2           | 1    |          |
      When H1 sells h1
      And H2 buys in Short
      Then the orders go like this
        | side | price | route        | because | dealer tickets | dealer cash |
        | SELL | 0.005 | pass-through | guard   | 3              | 2           |
        | BUY  | 0.015 | pass-through | guard   | 3              | 2           |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | 0.01  | h1      |
        | H1        | 0.005 |         |
        | H2        | 0.985 | v1      |

    @boundary
    Example: the guard is on at the threshold and off above it
      Just above it the dealer of 3 tickets and cash of 2 can fund 3 + 2 / 0.025 = 83.

      When the kernel is evaluated at
        | M     | O    | M_min | a | C |
        | 0.02  | 0.01 | 0.02  | 3 | 2 |
        | 0.025 | 0.01 | 0.02  | 3 | 2 |
      Then it gives
        | guard | X* |
        | yes   | 0  |
        | no    | 83 |

    @boundary
    Example: a mid of nothing is at or below any threshold
      When the kernel is evaluated at
        | M | O    | M_min | a | C |
        | 0 | 0.30 | 0.02  | 2 | 2 |
        | 0 | 0.30 | 0     | 2 | 2 |
      Then it gives
        | guard | X* | ask  | bid | V |
        | yes   | 0  | 0.15 | 0   | 2 |
        | yes   | 0  | 0.15 | 0   | 2 |

    @refusal
    Example: a dealer with a full shelf does not sell from it when the value-based trader has nothing
      Given the Short market at mid 0.01 and spread 0.01
      And a guard threshold of 0.02
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 d3 |
        | H2           | 1    |          |
      When H2 buys in Short
      Then the order goes like this
        | executed | refused            |
        | no       | no_eligible_ticket |
      And no balance sheet has changed
