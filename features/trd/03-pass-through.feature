Feature: Trades that pass through to the value-based trader

  @TRD-03 @CHK-C4
  Rule: A sale that the dealer does not fill goes to the bucket's VBT at the outside bid and leaves the dealer as it is

    Example: a dealer whose ladder is full
      With two tickets and cash of 0.10: X* = 2. The dealer's own bid would be 0.875.

      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0.10 | d1 d2   |
        | Short VBT    | 5    | v1      |
        | H1           | 0    | h1 h2   |
      When H1 sells h1
      Then the order goes like this
        | side | price | route        | because  | dealer cash | dealer tickets | bid   |
        | SELL | 0.85  | pass-through | capacity | 0.10        | 2              | 0.875 |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 4.15 | v1 h1   |
        | H1        | 0.85 | h2      |

    Example: every further sale is at the same outside bid
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0.10 | d1 d2    |
        | H1           | 0    | h1 h2 h3 |
      When these orders come in
        | customer | sells |
        | H1       | h1    |
        | H1       | h2    |
        | H1       | h3    |
      Then the balance sheets are now
        | entity    | cash  | tickets  |
        | Short VBT | -2.55 | h1 h2 h3 |
        | H1        | 2.55  |          |
      And the orders go like this
        | price | route        | because  |
        | 0.85  | pass-through | capacity |
        | 0.85  | pass-through | capacity |
        | 0.85  | pass-through | capacity |

    Example: it is the value-based trader of the ticket's own bucket
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | t5      |
      And these tickets
        | ticket | matures |
        | t5     | 5       |
      When H1 sells t5
      Then the order goes like this
        | bucket | price | route        |
        | Mid    | 0.85  | pass-through |
      And the balance sheets are now
        | entity  | cash  | tickets |
        | Mid VBT | -0.85 | t5      |
        | H1      | 0.85  |         |

    @boundary
    Example: with the outside bid clipped to nothing the seller gets nothing
      A spread of 3 around 1 puts the outside bid at −0.50.

      Given the Short market at mid 1 and spread 3
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route        | because  |
        | 0     | pass-through | capacity |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 0    | h1      |
        | H1        | 0    |         |

  @TRD-04 @CHK-C4
  Rule: A purchase that the dealer does not fill is filled by the bucket's VBT at the outside ask and leaves the dealer as it is

    Example: a dealer whose shelf is empty
      With cash of 4 and no ticket the dealer's own ask would be 1.13.

      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 4    |         |
        | Short VBT    | 0    | v1 v2   |
        | H1           | 2    |         |
      When H1 buys in Short
      Then the order goes like this
        | side | ticket | price | route        | because   | dealer cash | dealer tickets | ask  |
        | BUY  | v1     | 1.15  | pass-through | inventory | 4           | 0              | 1.13 |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.15 | v2      |
        | H1        | 0.85 | v1      |

    Example: every further purchase is at the same outside ask
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity    | cash | tickets  |
        | Short VBT | 0    | v1 v2 v3 |
        | H1        | 5    |          |
      When H1 buys three times in Short
      Then the orders go like this
        | ticket | price | route        |
        | v1     | 1.15  | pass-through |
        | v2     | 1.15  | pass-through |
        | v3     | 1.15  | pass-through |
      And the balance sheets are now
        | entity    | cash | tickets  |
        | Short VBT | 3.45 |          |
        | H1        | 1.55 | v1 v2 v3 |

    Example: it is the value-based trader of the bucket that the buyer names
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |
      And these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | s1      |
        | Mid VBT   | 0    | m1      |
        | Long VBT  | 0    | l1      |
        | H1        | 5    |         |
      When H1 buys in Mid
      Then the order goes like this
        | bucket | ticket | price | route        |
        | Mid    | m1     | 1.15  | pass-through |
      And the balance sheets are now
        | entity  | cash | tickets |
        | Mid VBT | 1.15 |         |
        | H1      | 3.85 | m1      |

    @boundary @KER-11
    Example: with neither cash nor tickets the dealer's own quotes are the outside ones, and the VBT trades on both sides
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | H1        | 0    | h1      |
        | H2        | 2    |         |
      When H1 sells h1
      And H2 buys in Short
      Then the orders go like this
        | side | price | route        | because   | dealer cash | dealer tickets | ask  | bid  |
        | SELL | 0.85  | pass-through | capacity  | 0           | 0              | 1.15 | 0.85 |
        | BUY  | 1.15  | pass-through | inventory | 0           | 0              | 1.15 | 0.85 |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 0.30 | h1      |
        | H1        | 0.85 |         |
        | H2        | 0.85 | v1      |
