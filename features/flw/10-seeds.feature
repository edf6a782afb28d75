Feature: Seeds

  Which arrivals a seed brings is each implementation's own; that it brings them again is not. Three buyers find
  nobody who has a ticket to sell, so that they stay in their set, and three arrivals are drawn each time.

  @FLW-10R
  Rule: The same seed gives the same arrivals, and without a seed the draws go on

    Background:
      Given the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity | cash |
        | B1     | 9    |
        | B2     | 9    |
        | B3     | 9    |

    @LOOP-02
    Example: the same world asked with the same seed
      When the order flow is drawn 10 times with one seed, each time anew
      Then the arrivals are the same each time

    Example: the same seed again in a world that has not changed
      When the order flow is drawn 10 times with one seed, one after the other
      Then the arrivals are the same each time

    Example: without a seed each flow goes on drawing where the last one stopped
      When the order flow is drawn 10 times without a seed, one after the other
      Then the arrivals are not the same each time

    @LOOP-02
    Example: without a seed the draws begin anew in every world
      When the order flow is drawn 10 times without a seed, each time anew
      Then the arrivals are the same each time

    @POL-07
    Example: sellers that avoid a default as well
      At a price of 0 they sell nothing and keep their gap.

      Given the policy default_avoidance with a horizon of 5
      And the Short market at mid 0.10 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | S2     | 0    | s2      |
        | S3     | 0    | s3      |
        | S4     | 0    | s4      |
      And S1 owes 1 ticket due at 2 to someone else
      And S2 owes 1 ticket due at 2 to someone else
      And S3 owes 1 ticket due at 2 to someone else
      And S4 owes 1 ticket due at 2 to someone else
      When the order flow is drawn 20 times without a seed, one after the other
      Then the arrivals are not the same each time
      When the order flow is drawn 5 times with one seed, each time anew
      Then the arrivals are the same each time
