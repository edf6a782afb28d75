Feature: Quotes above par

  @KER-16R
  Rule: A claim may be quoted above its face, unless the cap at par is switched on

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 9    |         |
        | H2           | 0    | h1 h2   |

    @EX-04
    Example: as the shelf empties a ticket of face 1 is quoted and sold at 1.03, 1.08 and 1.15
      When H1 buys three times in Short
      Then the orders go like this
        | price | route        | ask  | bid  |
        | 1.03  | interior     | 1.08 | 1.02 |
        | 1.08  | interior     | 1.13 | 1.07 |
        | 1.15  | pass-through | 1.13 | 1.07 |

    Example: with the cap on the ask is no more than the face, and the bid neither
      Two tickets sold at 1 leave cash of 3 and then 4: the capacity stays 4, and uncapped quotes would be
      1.08 and 1.02 after the first, 1.13 and 1.07 after the second.

      Given the par cap on quotes is on
      When H1 buys twice in Short
      Then the orders go like this
        | price | route    | dealer cash | ask | bid |
        | 1     | interior | 3           | 1   | 1   |
        | 1     | interior | 4           | 1   | 1   |

    Example: with the cap on a quote below the face stands as it is
      Given the par cap on quotes is on
      Then the Short dealer quotes
        | a(x) | b(x) | ask | bid  | ask pinned | bid pinned |
        | 1.03 | 0.97 | 1   | 0.97 | no         | no         |

    Example: with the cap on the outside quotes and what passes through are not capped
      The dealer is sold out after two purchases.

      Given the par cap on quotes is on
      When H1 buys three times in Short
      Then the orders go like this
        | price | route        |
        | 1     | interior     |
        | 1     | interior     |
        | 1.15  | pass-through |
      And the Short dealer quotes
        | A    | B    | ask | bid |
        | 1.15 | 0.85 | 1   | 1   |

    Example: the cap is the face, whatever the face is
      At mid 20 and spread 6 the interior quotes are 20.60 and 19.40.

      Given a ticket size of 20
      And the Short market at mid 20 and spread 6
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 40   | d1 d2   |
      And the par cap on quotes is on
      Then the Short dealer quotes
        | X* | a(x)  | b(x)  | ask | bid   |
        | 80 | 20.60 | 19.40 | 20  | 19.40 |

    @boundary
    Example: with the cap on a dealer without capacity has an ask of the face, not pinned, below the outside ask
      Given these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0.50 |          |
        | Short VBT    | 0    | v1 d1 d2 |
      And the par cap on quotes is on
      When H1 buys in Short
      Then the order goes like this
        | price | route        | because   |
        | 1.15  | pass-through | inventory |
      And the Short dealer quotes
        | X* | ask | bid  | ask pinned | bid pinned |
        | 0  | 1   | 0.85 | no         | yes        |

    @boundary
    Example: with the cap on and an outside bid above the face the dealer's bid is the face, below the outside bid
      At mid 1.30 the outside bid is 1.15. The dealer buys two at the face; the third seller gets 1.15 past it.

      Given the Short market at mid 1.30 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2.60 | d1 d2    |
        | H2           | 0    | h1 h2 h3 |
      And the par cap on quotes is on
      When these orders come in
        | customer | sells |
        | H2       | h1    |
        | H2       | h2    |
        | H2       | h3    |
      Then the orders go like this
        | price | route        | because  | X* | ask | bid |
        | 1     | interior     |          | 4  | 1   | 1   |
        | 1     | interior     |          | 4  | 1   | 1   |
        | 1.15  | pass-through | capacity | 4  | 1   | 1   |

    @boundary @CHK-C2
    Example: with the cap on a bid that is capped to just the outside bid is pinned
      At mid 1.15 the outside bid is 1, and the interior bid 1.12.

      Given the Short market at mid 1.15 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2.30 | d1 d2   |
      And the par cap on quotes is on
      Then the Short dealer quotes
        | A    | B | b(x) | ask | bid | ask pinned | bid pinned |
        | 1.30 | 1 | 1.12 | 1   | 1   | no         | yes        |

    @boundary
    Example: with the cap on the ask is never below the bid
      At a spread of 12 a dealer of three tickets and no cash would ask 1 − 3.6 + 1.5 = −1.1; its bid is the
      outside bid, clipped to 0.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0    | d1 d2 d3 |
      And the par cap on quotes is on
      Then the Short dealer quotes
        | X* | a(x) | b(x) | B | ask | bid | ask pinned | bid pinned |
        | 3  | -1.1 | -4.1 | 0 | 0   | 0   | no         | yes        |

    @boundary @KER-12
    Example: with the cap on the quotes of a dealer that stands aside are not capped
      Given the Short market at mid 0.01 and spread 2.20
      And the par cap on quotes is on
      Then the Short dealer quotes
        | guard | ask  | bid | ask pinned | bid pinned |
        | yes   | 1.11 | 0   | yes        | yes        |

    @boundary @OUT-02 @TRD-01
    Example: an outside bid at the face pins the capped bid, though the dealer fills the order itself
      At mid 1.10 and spread 0.20 B = 1, and the cap takes the bid down to 1. The ask is capped at 1 too, below
      A = 1.20. H1 sells, H4 buys; the dealer does both.
      Given the par cap on quotes is on
      And the Short market at mid 1.10 and spread 0.20
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | s1      |
        | H2     | 0    |         |
        | H4     | 9    |         |
        | K      | 0    | p1      |
      And these tickets
        | ticket | issuer | matures |
        | p1     | H1     | 1       |
        | s1     | H3     | 3       |
        | d1     | H3     | 3       |
        | d2     | H3     | 3       |
        | v1     | H3     | 3       |
      And the policy liquidity_and_investment with a horizon of 3
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | H1    |
        | 1   | 0 | H4    |
      When the run lasts 2 periods
      Then the log tells, on day 1
        | kind           | side | price | pinned | is_passthrough | bid | outside_bid |
        | TradeExecuted  | SELL | 1     | true   | false          | 1   | 1           |
        | QuotesPosted   |      |       |        |                | 1   | 1           |
        | TradeExecuted  | BUY  | 1     | false  | false          | 1   | 1           |
        | QuotesPosted   |      |       |        |                | 1   | 1           |
        | PayableSettled |      |       |        |                |     |             |
