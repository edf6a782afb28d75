Feature: Prices below nothing

  @TRD-13R
  Rule: A sale is executed at any price, also below nothing, and only such prices take a trader or dealer below nothing

    Background:
      Given the Short market at mid 0.10 and spread 0.30
      And the clip on outside bids is off

    Example: at a negative outside bid the seller pays to be rid of its ticket
      With the clip off a spread of 0.30 around 0.10 makes the outside bid −0.05.

      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | executed | price | route        | because  |
        | yes      | -0.05 | pass-through | capacity |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | 0.05  | h1      |
        | H1        | -0.05 |         |

    Example: at a negative bid of the dealer the seller pays the dealer
      With two tickets and cash of 1 at spread 12: X* = 3, p(2) = 1 − 2.4 · 0.5 = −0.2, and the bid is −1.7.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1 d2   |
        | H1           | 1    | h1      |
      When H1 sells h1
      Then the order goes like this
        | executed | price | route    |
        | yes      | -1.70 | interior |
      And the balance sheets are now
        | entity       | cash  | tickets  |
        | Short dealer | 2.70  | d1 d2 h1 |
        | H1           | -0.70 |          |

    @MOD-10
    Example: at a negative ask the dealer pays the buyer, with cash that it does not have
      With three tickets and no cash at spread 12: X* = 3, p(3) = 1 − 2.4 · 1.5 = −2.6, and the ask is −1.1.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0    | d1 d2 d3 |
        | H1           | 0    |          |
      When H1 buys in Short
      Then the order goes like this
        | executed | price | route    |
        | yes      | -1.10 | interior |
      And the balance sheets are now
        | entity       | cash  | tickets |
        | Short dealer | -1.10 | d2 d3   |
        | H1           | 1.10  | d1      |

    @KER-04R
    Example: a dealer with cash below nothing buys no more
      Two tickets and cash of −1.10 leave a capacity of 0.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0    | d1 d2 d3 |
        | H1           | 0    |          |
        | H2           | 6    | h1       |
      When H1 buys in Short
      And H2 sells h1
      Then the orders go like this
        | price | route        | because  | X* | dealer cash | dealer tickets |
        | -1.10 | interior     |          | 0  | -1.10       | 2              |
        | -5    | pass-through | capacity | 0  | -1.10       | 2              |

    @SET-01 @SET-04
    Example: a balance below nothing counts as nothing when debts are settled
      H1 sold its ticket at −0.05 and owes one ticket: it pays nothing, and −0.05 is still its balance.

      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
        | H2     | 1    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | H1     | 1       |
      When H1 sells h1
      And the next period begins
      And claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | H1     | 1   | 0           | 0 | 0          |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | 0.05  | h1      |
        | H1        | -0.05 |         |
        | H2        | 1     |         |

    @boundary
    Example: at a price of nothing nobody pays anything
      With the clip on the same outside bid is 0.

      Given the clip on outside bids is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | executed | price |
        | yes      | 0     |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 0    | h1      |
        | H1        | 0    |         |

    @refusal @TRD-05
    Example: a buyer never pays what it does not have, not even after a sale below nothing
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | H1        | 0    | h1      |
      When H1 sells h1
      And H1 buys in Short
      Then the orders go like this
        | side | executed | price | refused |
        | SELL | yes      | -0.05 |         |
        | BUY  | no       | 0.25  | cash    |

    @POL-02
    Example: below nothing and without a ticket a trader has nothing to sell
      Given the policy liquidity_and_investment with a horizon of 3
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      When H1 sells h1
      And the order flow is drawn
      Then the order goes like this
        | side | executed | price |
        | SELL | yes      | -0.05 |
      And there are no arrivals
