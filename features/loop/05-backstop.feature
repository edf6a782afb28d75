Feature: The backstop

  The dealers keep their tickets and cash and make no market: every order goes to the VBT of its bucket at
  the outside quotes. All else is as in the active regime.

  @LOOP-05 @TRD-03 @TRD-04
  Rule: In a backstop every order goes to its bucket's VBT at the outside quotes, because of the regime

    Background:
      Given the Short market at mid 1 and spread 0.30
      And the regime backstop

    Example: a sell that the dealer would fill in the active regime
      The dealer holds 2 of X* = 4 and would bid 1 − 0.03 = 0.97. The VBT pays 1 − 0.15 = 0.85.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    |         |
        | H1           | 0    | a1      |
      When H1 sells a1
      Then the orders go like this
        | side | price | route        | because | ticket |
        | SELL | 0.85  | pass-through | regime  | a1     |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | -0.85 | a1      |
        | H1        | 0.85  |         |

    Example: a buy that the dealer would fill is delivered by the VBT
      The dealer would ask 1.03; the VBT asks 1 + 0.15 = 1.15.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 9    |         |
      When H1 buys in Short
      Then the orders go like this
        | side | price | route        | because | ticket |
        | BUY  | 1.15  | pass-through | regime  | v1     |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.15 |         |
        | H1        | 7.85 | v1      |

    @boundary
    Example: the regime is the reason even where the dealer could not fill the order either
      An empty dealer has K* = 0: it can neither buy nor sell.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0    |         |
        | Short VBT    | 0    | v1      |
        | H1           | 0    | a1      |
        | H2           | 2    |         |
      When H1 sells a1
      And H2 buys in Short
      Then the orders go like this
        | side | price | because |
        | SELL | 0.85  | regime  |
        | BUY  | 1.15  | regime  |

    @boundary @TRD-05
    Example: what the dealer holds delivers nothing: with an empty VBT a buy is refused
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    |         |
        | H1           | 9    |         |
      When H1 buys in Short
      Then the orders go like this
        | executed | price | refused            |
        | no       |       | no_eligible_ticket |
      And no balance sheet has changed

  @LOOP-05 @LOOP-04
  Rule: Who comes, what crosses, what settles, what is issued again and how anchors move is as in the active regime

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.20   |
        | Long   | 0.8 | 0.30   |
      And the regime backstop

    Example: the period of a trader that is short: it sells to the VBT and pays
      0.15 + 0.85 = 1.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | S1           | 0.15 | t1      |
      And S1 owes 1 ticket due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | ticket | price | route        |
        | SELL | S1    | t1     | 0.85  | pass-through |
      And the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | S1     | 1   | 1           | 1 | 0          |

    Example: a default avoider sells to the VBT, too
      Given the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | S1           | 0.15 | t1      |
      And S1 owes 1 ticket due at 2 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | ticket | price | route        |
        | SELL | S1    | t1     | 0.85  | pass-through |

    Example: desks buy what crosses from one another, and repaid paper is issued again
      t1 crosses into Mid at the Mid mid of 1. d1 is repaid and issued again at par.
      Given rollover is on
      And these balance sheets
        | entity       | cash | tickets |
        | Long dealer  | 0.80 | t1      |
        | Mid dealer   | 1    |         |
        | Short dealer | 1    | d1      |
        | I1           | 1    |         |
      And these tickets
        | ticket | issuer | matures |
        | t1     | I9     | 9       |
        | d1     | I1     | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price |
        | d1~1   | I1     | Short dealer | 2       | 1     |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Long dealer  | 1.80 |         |
        | Mid dealer   | 0    | t1      |
        | Short dealer | 1    | d1~1    |
