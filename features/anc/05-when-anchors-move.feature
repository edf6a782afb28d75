Feature: When the anchors move

  @ANC-05
  Rule: Anchors move at the end of a period and by its losses; order flow never moves them

    Background:
      Given the Short market at mid 1 and spread 0.30

    @CHK-C6
    Example: selling after selling leaves the outside quotes where they were
      The first ticket fills the dealer's shelf, the next two pass through to the VBT at 0.85.

      Given these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 1    |          |
        | H1           | 0    | a1 a2 a3 |
      When these orders come in
        | customer | sells |
        | H1       | a1    |
        | H1       | a2    |
        | H1       | a3    |
      Then the orders go like this
        | price | route        |
        | 0.975 | interior     |
        | 0.85  | pass-through |
        | 0.85  | pass-through |
      And the Short dealer quotes
        | M | O    | A    | B    |
        | 1 | 0.30 | 1.15 | 0.85 |

    Example: nor does a period of buying without a loss
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 9    |         |
      When H1 buys three times in Short
      And the anchors are updated
      Then the orders go like this
        | price | route        |
        | 1.03  | interior     |
        | 1.08  | interior     |
        | 1.15  | pass-through |
      And the anchors become
        | bucket | ℓ | M | O    | A    | B    |
        | Short  | 0 | 1 | 0.30 | 1.15 | 0.85 |
        | Mid    | 0 | 1 | 0.30 | 1.15 | 0.85 |
        | Long   | 0 | 1 | 0.40 | 1.20 | 0.80 |

    Example: a default moves nothing until the period ends
      Given the date is 1
      And H1 owes 2 tickets due at 1 to someone else
      When claims are settled
      Then the Short dealer quotes
        | M | O    | A    | B    |
        | 1 | 0.30 | 1.15 | 0.85 |

    @LOOP-01
    Example: the orders of the period of a default still meet the old anchors
      H1 falls short of the 2 that it owes, so it sells a1, passes through at 0.85 and pays 0.85 of 2:
      ℓ = 23/40. M = 1 − 23/40 = 17/40 and O = 0.30 + 0.6·23/40 = 0.645 from the next period on.

      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | a1      |
      And H1 owes 2 tickets due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | H1    |
      Then the arrivals go like this
        | side | agent | executed | price | route        |
        | SELL | H1    | yes      | 0.85  | pass-through |
      And the anchors become
        | bucket | ℓ     | M     | O     |
        | Short  | 23/40 | 17/40 | 0.645 |
        | Mid    | 0     | 1     | 0.30  |
        | Long   | 0     | 1     | 0.40  |

    Example: a loss counts in its own period only
      Given these balance sheets
        | entity | cash |
        | H1     | 1    |
      And H1 owes 2 tickets due at 1 to someone else
      When a period passes
      And a period passes
      Then the anchors become
        | bucket | ℓ | M   | O    |
        | Short  | 0 | 0.5 | 0.60 |
        | Mid    | 0 | 1   | 0.30 |
        | Long   | 0 | 1   | 0.40 |

    @boundary
    Example: with updates off the loss is measured, and nothing moves
      Given anchor updates are off
      And these balance sheets
        | entity | cash |
        | H1     | 1    |
      And H1 owes 4 tickets due at 1 to someone else
      When a period passes
      Then the anchors become
        | bucket | ℓ    | M | O    | A    | B    |
        | Short  | 0.75 | 1 | 0.30 | 1.15 | 0.85 |
        | Mid    | 0    | 1 | 0.30 | 1.15 | 0.85 |
        | Long   | 0    | 1 | 0.40 | 1.20 | 0.80 |
