Feature: Time

  @MOD-01
  Rule: Time runs in whole periods from the initial state, period 0, and everything happens in one of them

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      And these tickets
        | ticket | issuer | matures |
        | h1     | H2     | 3       |

    Example: the initial state is period 0
      Then the date is now 0

    Example: each period is one later than the last
      When the next period begins
      Then the date is now 1
      When 2 periods begin
      Then the date is now 3

    Example: trading, settling and repricing belong to the period in which they happen
      When the next period begins
      And H1 sells h1
      And claims are settled
      And the anchors are updated
      Then the date is now 1

    Example: a whole period from its beginning to its end moves the date by one
      When a period passes
      And a period passes
      Then the date is now 2

    @boundary
    Example: a story may begin at a later date
      Given the date is 2
      When the next period begins
      Then the date is now 3
