Feature: Balances below zero

  A negative price, and nothing else, takes a trader or a dealer below zero (TRD-13R).

  @MOD-16R
  Rule: A state shows a balance below zero, and can be opened again; with the clip on no world opens with one

    Background:
      With the clip off a spread of 0.30 around 0.10 makes the outside bid −0.05.

      Given the Short market at mid 0.10 and spread 0.30
      And the clip on outside bids is off
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
        | H2     | 1    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | H1     | 2       |

    @TRD-13R
    Example: the state shows it, and the run goes on with it
      When H1 sells h1
      Then the traders stand like this
        | trader | cash  | equity |
        | H1     | -0.05 | -1.05  |
      When the next period begins
      Then the traders stand like this
        | trader | cash  |
        | H1     | -0.05 |

    Example: the state is opened again as a world, and goes on alike
      When H1 sells h1
      And the world is closed and opened again from its state
      Then the traders stand like this
        | trader | cash  | equity |
        | H1     | -0.05 | -1.05  |

    @MOD-10
    Example: so is one with a dealer below zero
      With three tickets and no cash at spread 12: X* = 3, p(3) = 1 − 2.4 · 1.5 = −2.6, and the ask is −1.1.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0    | d1 d2 d3 |
        | H3           | 0    |          |
      When H3 buys in Short
      And the world is closed and opened again from its state
      Then the order goes like this
        | price | dealer cash |
        | -1.10 | -1.10       |
      And the desks stand like this
        | desk         | cash  |
        | Short dealer | -1.10 |

    @MOD-07 @refusal
    Example: with the clip on a trader below zero is refused
      Given the clip on outside bids is on
      And these balance sheets
        | entity | cash  |
        | H1     | -0.05 |
      When the world is opened
      Then it is refused as invalid: "cash"

    @MOD-10 @refusal
    Example: with the clip on a dealer below zero is refused
      Given the clip on outside bids is on
      And these balance sheets
        | entity       | cash  |
        | Short dealer | -0.05 |
      When the world is opened
      Then it is refused as invalid: "short"

    @MOD-15R
    Example: once its cash is set the state is a world again
      When H1 sells h1
      And H1 is left with cash 0
      And the world is closed and opened again from its state
      Then the traders stand like this
        | trader | cash |
        | H1     | 0    |
