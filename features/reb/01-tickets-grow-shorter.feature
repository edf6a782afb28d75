Feature: Tickets grow shorter, and change their bucket

  A bucket holds claims by the number of periods that they still run: Short 1 to 3, Mid 4 to 8, Long 9 and more.

  @REB-01
  Rule: At the start of a period every ticket has one period less to run, and is sorted into its bucket again

    Background:
      Given these tickets
        | ticket | issuer | owner | matures |
        | t1     | H1     | H2    | 1       |
        | t3     | H1     | H2    | 3       |
        | t4     | H1     | H2    | 4       |
        | t5     | H1     | H2    | 5       |
        | t9     | H1     | H2    | 9       |
        | t10    | H1     | H2    | 10      |

    Example: one period on, the tickets with 4 and with 9 periods to run have crossed
      When the next period begins
      Then the date is now 1
      And these tickets cross
        | ticket | from | to    | seller | buyer | price |
        | t4     | Mid  | Short | H2     | H2    |       |
        | t9     | Long | Mid   | H2     | H2    |       |

    Example: another period on, it is the turn of the next two
      When a period passes
      And a period passes
      Then the date is now 2
      And these tickets cross
        | ticket | from | to    | seller | buyer | price |
        | t5     | Mid  | Short | H2     | H2    |       |
        | t10    | Long | Mid   | H2     | H2    |       |

    Example: a ticket of the Long bucket reaches the Short one after seven periods
      Given these tickets
        | ticket | matures |
        | t1     | 21      |
        | t3     | 23      |
        | t4     | 24      |
        | t5     | 25      |
      When 7 periods begin
      Then these tickets cross
        | ticket | from | to    | seller | buyer | price |
        | t10    | Mid  | Short | H2     | H2    |       |

    Example: nothing crosses between the boundaries
      When a period passes
      And a period passes
      And a period passes
      Then there are no crossings

    @boundary @MOD-04
    Example: other ranges, other days of crossing
      Given these markets
        | bucket | from | to |
        | Short  | 1    | 2  |
        | Mid    | 3    | 3  |
        | Long   | 4    |    |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller | buyer | price |
        | t3     | Mid  | Short | H2     | H2    |       |
        | t4     | Long | Mid   | H2     | H2    |       |

    @boundary @MOD-05R
    Example: a ticket due today stays on the shelf of its Short dealer until it settles
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H3     | 1       |
      When the next period begins
      Then the Short dealer quotes
        | a | C |
        | 1 | 1 |
      And no balance sheet has changed

  @REB-02
  Rule: A trader's ticket that crosses only changes its label

    Example: the ticket is a Mid claim now, and neither cash nor a ticket has moved
      Given these balance sheets
        | entity      | cash | tickets |
        | Mid dealer  | 2    | m1      |
        | Long dealer | 2    | l1      |
        | H1          | 0.50 | t9      |
      And these tickets
        | ticket | issuer | matures |
        | t9     | H2     | 9       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to  | seller | buyer | price |
        | t9     | Long | Mid | H1     | H1    |       |
      And no balance sheet has changed

    Example: the dealers on both sides of the boundary quote what they quoted
      M = 1 in both, O = 0.30 in Mid and 0.40 in Long. Each dealer holds 1 ticket and cash 1: X* = 2, λ = 1/3.

      Given these balance sheets
        | entity      | cash | tickets |
        | Mid dealer  | 1    | m1      |
        | Long dealer | 1    | l1      |
        | H1          | 0    | t9      |
      And these tickets
        | ticket | issuer | matures |
        | t9     | H2     | 9       |
      When the next period begins
      Then the Mid dealer quotes
        | a | C | p | ask  | bid  |
        | 1 | 1 | 1 | 1.05 | 0.95 |
      And the Long dealer quotes
        | a | C | p | ask   | bid   |
        | 1 | 1 | 1 | 16/15 | 14/15 |

    Example: the trader sells it in its new bucket, at that bucket's price
      Given the Short market at mid 1 and spread 0.20
      And the Mid market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | s1 s2   |
        | H1           | 0    | t4      |
      And these tickets
        | ticket | issuer | matures |
        | t4     | H2     | 4       |
      When the next period begins
      And H1 sells t4
      Then the order goes like this
        | bucket | price | route    | dealer cash | dealer tickets |
        | Short  | 0.98  | interior | 1.02        | 3              |
