Feature: Interior fills and pass-throughs

  @CHK-C3
  Rule: The dealer fills a BUY only from its inventory, and a SELL only within its capacity and cash

    Background:
      Given the Short market at mid 1 and spread 0.30

    Example: BUYs are interior while there is a ticket on the shelf
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 9    |         |
      When H1 buys three times in Short
      Then the orders go like this
        | route        | because   | dealer tickets |
        | interior     |           | 1              |
        | interior     |           | 0              |
        | pass-through | inventory | 0              |

    Example: SELLs are interior while one more ticket fits
      X* = 4: 2 + 1 and 3 + 1 fit, 4 + 1 does not.
      Given these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2    |
        | H1           | 0    | t1 t2 t3 |
      When these orders come in
        | customer | sells |
        | H1       | t1    |
        | H1       | t2    |
        | H1       | t3    |
      Then the orders go like this
        | route        | because  | dealer tickets | X* | dealer cash |
        | interior     |          | 3              | 4  | 1.03        |
        | interior     |          | 4              | 4  | 0.11        |
        | pass-through | capacity | 4              | 4  | 0.11        |

    @boundary
    Example: cash that falls short of the bid
      A spread of 12: X* = 3, so 0 + 1 fits, but the bid is 3.10 and the cash 3.
      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3    |         |
        | H1           | 0    | t1      |
      When H1 sells t1
      Then the order goes like this
        | route        | because | price | dealer tickets | dealer cash |
        | pass-through | cash    | 0     | 0              | 3           |

    @boundary
    Example: the guard leaves no interior fill, with a full shelf and cash
      Given the Short market at mid 0.01 and spread 0.01
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 d3 |
        | Short VBT    | 0    | v1       |
        | H1           | 1    | t1       |
      When these orders come in
        | customer | sells | buys in |
        | H1       | t1    |         |
        | H1       |       | Short   |
      Then the orders go like this
        | side | route        | because | price |
        | SELL | pass-through | guard   | 0.005 |
        | BUY  | pass-through | guard   | 0.015 |

  @CHK-C4
  Rule: A pass-through leaves the dealer's inventory and cash as they were, and trades at the outside quote

    A dealer that the table does not list has not changed.

    Background:
      Given the Short market at mid 1 and spread 0.30

    Example: a BUY from an empty shelf
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 4.11 |         |
        | Short VBT    | 0    | v1      |
        | H1           | 2    |         |
      When H1 buys in Short
      Then the order goes like this
        | price | route        | dealer cash | dealer tickets | ask  | bid  |
        | 1.15  | pass-through | 4.11        | 0              | 1.13 | 1.07 |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.15 |         |
        | H1        | 0.85 | v1      |

    Example: a SELL to a full shelf
      a 2, C 0.10: X* = 2.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0.10 | d1 d2   |
        | H1           | 0    | t1      |
      When H1 sells t1
      Then the order goes like this
        | price | route        | dealer cash | dealer tickets | bid   |
        | 0.85  | pass-through | 0.10        | 2              | 0.875 |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | -0.85 | t1      |
        | H1        | 0.85  |         |

    Example: under the guard the shelf is not touched from either side
      Given the Short market at mid 0.01 and spread 0.01
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 d3 |
        | Short VBT    | 0    | v1       |
        | H1           | 1    | t1       |
        | H2           | 1    |          |
      When these orders come in
        | customer | sells | buys in |
        | H1       | t1    |         |
        | H2       |       | Short   |
      Then the orders go like this
        | price | route        | dealer cash | dealer tickets |
        | 0.005 | pass-through | 2           | 3              |
        | 0.015 | pass-through | 2           | 3              |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | 0.01  | t1      |
        | H1        | 1.005 |         |
        | H2        | 0.985 | v1      |

    @TRD-09R
    Example: a BUY of an issuer that the shelf does not have
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 2    | h1      |
      And these tickets
        | ticket | issuer |
        | d1     | I1     |
        | d2     | I1     |
        | v1     | I2     |
        | h1     | I2     |
      When H1 buys in Short
      Then the order goes like this
        | price | route        | because | dealer cash | dealer tickets |
        | 1.15  | pass-through | issuer  | 2           | 2              |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.15 |         |
        | H1        | 0.85 | h1 v1   |

    @boundary
    Example: without capacity the flags of both sides are set, before and after
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | t1      |
      When H1 sells t1
      Then the order goes like this
        | price | route        |
        | 0.85  | pass-through |
      And the Short dealer quotes
        | a | C | X* | bid  | bid pinned | ask  | ask pinned |
        | 0 | 0 | 0  | 0.85 | yes        | 1.15 | yes        |
