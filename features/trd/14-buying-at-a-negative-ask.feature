Feature: Buying at a negative ask

  @TRD-14R
  Rule: A buyer's cash is compared with the ask as it stands, also where both are below zero

    Background:
      With three tickets and no cash at spread 12: X* = 3, p(3) = 1 − 2.4 · 1.5 = −2.6, and the ask is −1.1. The dealer
      has no room, so a sale passes through to the VBT at 1 − 6 = −5.

      Given the Short market at mid 1 and spread 12
      And the clip on outside bids is off
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0    | d1 d2 d3 |
        | H1           | 4.30 | h1       |
        | H2           | 3.90 | g1       |
        | H3           | 3.30 | f1       |
        | H4           | 0    |          |

    @TRD-13R
    Example: a trader without cash buys, and is paid
      When H4 buys in Short
      Then the order goes like this
        | executed | price | route    |
        | yes      | -1.10 | interior |
      And the traders stand like this
        | trader | cash |
        | H4     | 1.10 |

    @TRD-13R
    Example: so does one whose balance is below zero and above the ask
      When H1 sells h1
      And H1 buys in Short
      Then the orders go like this
        | side | executed | price | route        |
        | SELL | yes      | -5    | pass-through |
        | BUY  | yes      | -1.10 | interior     |
      And the traders stand like this
        | trader | cash |
        | H1     | 0.40 |

    @boundary
    Example: and one whose balance is the ask
      When H2 sells g1
      And H2 buys in Short
      Then the orders go like this
        | side | executed | price |
        | SELL | yes      | -5    |
        | BUY  | yes      | -1.10 |
      And the traders stand like this
        | trader | cash |
        | H2     | 0    |

    @TRD-05 @refusal
    Example: one whose balance is below the ask does not
      When H3 sells f1
      And H3 buys in Short
      Then the orders go like this
        | side | executed | price | refused |
        | SELL | yes      | -5    |         |
        | BUY  | no       | -1.10 | cash    |
      And the traders stand like this
        | trader | cash  |
        | H3     | -1.70 |
