Feature: Payment in full and in part

  Background:
    Given the date is 1
    And these tickets
      | ticket | issuer | owner        | matures |
      | d1     | H1     | Short dealer | 1       |
      | d2     | H1     | Short dealer | 1       |
      | v1     | H1     | Short VBT    | 1       |
      | k1     | H1     | K            | 1       |

  @SET-03
  Rule: An issuer with the cash pays a dealer, a VBT and a trader alike, in full

    Example: four tickets paid out of a cash balance of 6
      Given these balance sheets
        | entity | cash |
        | H1     | 6    |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | H1     | 4   | 6           | 1 | 2          |
      And the payouts are
        | issuer | holder       | tickets | amount |
        | H1     | K            | 1       | 1      |
        | H1     | Short dealer | 2       | 2      |
        | H1     | Short VBT    | 1       | 1      |
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 2    |         |
        | K            | 1    |         |
        | Short dealer | 2    |         |
        | Short VBT    | 1    |         |

    @boundary
    Example: the last of the cash pays in full too, and that is no default
      Given these balance sheets
        | entity | cash |
        | H1     | 4    |
      When claims are settled
      Then the traders stand like this
        | trader | cash | defaulted |
        | H1     | 0    | no        |
        | K      | 1    | no        |

    @KER-15
    Example: the dealer quotes from its emptied shelf
      M = 1 and O = 0.20. Cash 2 and no ticket: K* = 2, λ = 1/3, I = 1/15, p(0) = 1 + 0.05·1 = 1.05.

      Given these balance sheets
        | entity | cash |
        | H1     | 4    |
      When claims are settled
      Then the Short dealer quotes
        | a | C | X* | p    | ask   | bid   |
        | 0 | 2 | 2  | 1.05 | 13/12 | 61/60 |

  @SET-04
  Rule: An issuer that cannot pay defaults: all its cash goes to its holders, the same for every ticket

    Example: three quarters for everybody
      Given these balance sheets
        | entity | cash |
        | H1     | 3    |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R    | cash after |
        | H1     | 4   | 3           | 0.75 | 0          |
      And the payouts are
        | issuer | holder       | tickets | amount |
        | H1     | K            | 1       | 0.75   |
        | H1     | Short dealer | 2       | 1.50   |
        | H1     | Short VBT    | 1       | 0.75   |
      And the cash of these is, to the last unit
        | entity | paid out | cash |
        | H1     | 3        | 0    |

    Example: the default is recorded, and the claims are gone for good
      Given these balance sheets
        | entity | cash |
        | H1     | 3    |
      When claims are settled
      And the next period begins
      Then the traders stand like this
        | trader | cash | defaulted |
        | H1     | 0    | yes       |
        | K      | 0.75 | no        |
      And there are 0 tickets and 3 of cash in the world

    @boundary
    Example: an issuer without cash pays nothing, and its tickets are gone all the same
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | H1     | 4   | 0           | 0 | 0          |
      And the payouts are
        | issuer | holder       | tickets | amount |
        | H1     | K            | 1       | 0      |
        | H1     | Short dealer | 2       | 0      |
        | H1     | Short VBT    | 1       | 0      |
      And there are 0 tickets and 0 of cash in the world

    @boundary @TRD-13R
    Example: cash below zero pays nothing either
      The outside bid is 0.10 − 0.20 = −0.10 and the clip is off: H1 pays 0.10 to be rid of a ticket.

      Given the clip on outside bids is off
      And the Mid market at mid 0.10 and spread 0.40
      And these tickets
        | ticket | issuer | owner | matures |
        | t1     | H2     | H1    | 6       |
      When H1 sells t1
      And claims are settled
      Then the order goes like this
        | price | route        | because  |
        | -0.10 | pass-through | capacity |
      And the balance sheets are now
        | entity       | cash  | tickets |
        | H1           | -0.10 |         |
        | K            | 0     |         |
        | Short dealer | 0     |         |
        | Short VBT    | 0     |         |
        | Mid VBT      | 0.10  | t1      |
