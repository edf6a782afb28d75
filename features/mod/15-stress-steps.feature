Feature: Tickets put on a dealer's shelf from outside the story

  @MOD-15R
  Rule: A dealer left with named tickets takes them from whoever holds them; its others go to the VBTs

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 1    | v1 v2   |
        | H1           | 3    | h1      |

    Example: the named tickets come without payment
      When the Short dealer is left with the tickets "d1 d2 v1 h1"
      Then the balance sheets are now
        | entity       | cash | tickets     |
        | Short dealer | 2    | d1 d2 v1 h1 |
        | Short VBT    | 1    | v2          |
        | H1           | 3    |             |
      And there are 5 tickets and 6 of cash in the world

    Example: the others go to the value-based trader without payment
      When the Short dealer is left with the tickets "d2"
      Then the balance sheets are now
        | entity       | cash | tickets  |
        | Short dealer | 2    | d2       |
        | Short VBT    | 1    | v1 v2 d1 |
        | H1           | 3    | h1       |
      And there are 5 tickets and 6 of cash in the world

    Example: both at once, and the quotes follow
      One ticket and cash of 2: X* = 3, λ = 1/4, the midline at 1 is 1 − 0.06 · (1 − 1.5) = 1.03.

      When the Short dealer is left with the tickets "v1"
      Then the balance sheets are now
        | entity       | cash | tickets  |
        | Short dealer | 2    | v1       |
        | Short VBT    | 1    | v2 d1 d2 |
        | H1           | 3    | h1       |
      And the Short dealer quotes
        | a | X* | p    | ask    | bid    |
        | 1 | 3  | 1.03 | 1.0675 | 0.9925 |

    @boundary
    Example: an empty list empties the shelf
      When the Short dealer is left with the tickets ""
      Then the balance sheets are now
        | entity       | cash | tickets     |
        | Short dealer | 2    |             |
        | Short VBT    | 1    | v1 v2 d1 d2 |
        | H1           | 3    | h1          |

    @boundary @MOD-09
    Example: a ticket of another bucket that is not named goes to that bucket's value-based trader
      Given these tickets
        | ticket | owner        | matures |
        | m1     | Short dealer | 6       |
      When the Short dealer is left with the tickets "d1"
      Then the balance sheets are now
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1       |
        | Short VBT    | 1    | v1 v2 d2 |
        | Mid VBT      | 0    | m1       |

    @boundary @MOD-09
    Example: a ticket of another bucket that is named is no home ticket
      Given these tickets
        | ticket | owner   | matures |
        | m1     | Mid VBT | 6       |
      When the Short dealer is left with the tickets "d1 d2 m1"
      Then the balance sheets are now
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 m1 |
        | Mid VBT      | 0    |          |
      And the Short dealer quotes
        | a | C |
        | 2 | 2 |

    @refusal
    Example: an unknown ticket cannot be put on the shelf
      When the Short dealer is left with the tickets "d1 d7"
      Then it is refused as invalid
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 1    | v1 v2   |
        | H1           | 3    | h1      |
