Feature: Equity

  @MOD-12 @CHK-C5
  Rule: A trader's tickets and debts count at face, a dealer's and a value-based trader's tickets at the outside mid

    Example: a trader's equity is cash and claims less debts, all at face
      30 of cash, two claims of 20 and one debt of 20: 30 + 40 − 20 = 50. H2 owes the two: 5 − 40 = −35.

      Given a ticket size of 20
      And the Short market at mid 15 and spread 6
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 30   | k1 k2   |
        | H2     | 5    |         |
      And these tickets
        | ticket | issuer |
        | k1     | H2     |
        | k2     | H2     |
      And H1 owes 1 ticket due at 3 to someone else
      Then the traders stand like this
        | trader | equity |
        | H1     | 50     |
        | H2     | -35    |

    Example: a desk's equity is its cash and its tickets at the mid of its bucket
      Three tickets at 15 and cash of 10 are 55. Four at 15 and cash of −5 are 55 too. One at 12 is 12.

      Given a ticket size of 20
      And these markets
        | bucket | mid | spread |
        | Short  | 15  | 6      |
        | Mid    | 12  | 6      |
      And these balance sheets
        | entity       | cash | tickets     |
        | Short dealer | 10   | d1 d2 d3    |
        | Short VBT    | -5   | v1 v2 v3 v4 |
        | Mid dealer   | 0    | m1          |
        | Mid VBT      | 7    |             |
      Then the desks stand like this
        | desk         | equity |
        | Short dealer | 55     |
        | Short VBT    | 55     |
        | Mid dealer   | 12     |
        | Mid VBT      | 7      |

    Example: a ticket that changes hands is worth its mid to the dealer and its face to the trader
      At mid 0.75 the dealer bids 0.72: it gains 0.03 at mid, and the seller gives up 0.28 of face.

      Given the Short market at mid 0.75 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.50 | d1 d2   |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 0.78 | 3.03   |
      And the traders stand like this
        | trader | cash | equity |
        | H1     | 0.72 | 0.72   |

    Example: a debt paid in full changes nobody's equity when the mid is the face
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1      |
        | H1           | 0    | h1      |
        | H2           | 5    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H2     | 1       |
        | h1     | H2     | 1       |
      When the next period begins
      And claims are settled
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 3    | 3      |
      And the traders stand like this
        | trader | cash | equity |
        | H1     | 1    | 1      |
        | H2     | 3    | 3      |

    @boundary @MOD-09
    Example: a ticket of another bucket counts for nothing in a dealer's equity until it comes home
      The Short dealer holds cash of 2 and a Mid ticket; two periods later the ticket is one of its own.

      Given these markets
        | bucket | mid  | spread |
        | Short  | 1    | 0.20   |
        | Mid    | 0.90 | 0.20   |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | m1      |
      And these tickets
        | ticket | issuer | matures |
        | m1     | H2     | 5       |
      When the next period begins
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 2    | 2      |
      When the next period begins
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 2    | 3      |
