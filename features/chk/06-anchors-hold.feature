Feature: Anchors hold from the end of one period to the end of the next

  @CHK-C6
  Rule: Between the ends of two periods no outside mid and no outside spread changes

    Background:
      Given these markets
        | bucket | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1   | 0.30   | 0.50            | 0.20               |
        | Mid    | 0.9 | 0.20   | 0.50            | 0.20               |

    Example: trades of every kind leave them
      Given these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2    |
        | Short VBT    | 0    | v1       |
        | H1           | 9    |          |
        | H2           | 0    | t1 t2 t3 |
      When these orders come in
        | customer | sells | buys in |
        | H1       |       | Short   |
        | H1       |       | Short   |
        | H1       |       | Short   |
        | H2       | t1    |         |
      Then the orders go like this
        | side | route        |
        | BUY  | interior     |
        | BUY  | interior     |
        | BUY  | pass-through |
        | SELL | interior     |
      And the Short dealer quotes
        | M | O    | A    | B    |
        | 1 | 0.30 | 1.15 | 0.85 |

    Example: so do a new period, its crossings and its defaults, until the period ends
      m1 crosses into Short, and I1 defaults on k1.
      Given these balance sheets
        | entity       | cash | tickets |
        | Mid dealer   | 1    | m1      |
        | Short dealer | 2    |         |
        | K1           | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | m1     | I2     | 4       |
        | k1     | I1     | 1       |
      When the next period begins
      And claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | I1     | 1   | 0           | 0 | 0          |
      And the Short dealer quotes
        | M | O    | A    | B    |
        | 1 | 0.30 | 1.15 | 0.85 |
      And the Mid dealer quotes
        | M   | O    | A | B   |
        | 0.9 | 0.20 | 1 | 0.8 |

    Example: the end of the period moves them, and the next one starts from there
      ℓ = 1 in Short: M = 1 − 0.50, O = 0.30 + 0.20.
      Given these balance sheets
        | entity | cash | tickets |
        | K1     | 0    | k1      |
        | H1     | 0    | t1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | t1     | I2     | 3       |
      When a period passes
      And the next period begins
      And H1 sells t1
      Then the order goes like this
        | price | route        |
        | 0.25  | pass-through |
      And the Short dealer quotes
        | M   | O    | A    | B    |
        | 0.5 | 0.50 | 0.75 | 0.25 |

    @boundary
    Example: the losses of a period count once
      Nothing falls due in the second period, and so nothing moves in it.
      Given these balance sheets
        | entity | cash | tickets |
        | K1     | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
      When a period passes
      And a period passes
      Then the anchors become
        | bucket | ℓ | M   | O    | A    | B    |
        | Short  | 0 | 0.5 | 0.50 | 0.75 | 0.25 |
        | Mid    | 0 | 0.9 | 0.20 | 1    | 0.8  |
        | Long   | 0 | 1   | 0.40 | 1.20 | 0.80 |
