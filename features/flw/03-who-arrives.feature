Feature: Who arrives

  @FLW-03
  Rule: The agent is drawn uniformly from the set of its side

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1

    Example: each of three sellers comes first a third of the time
      Of 300 draws 100 are expected for each, with a standard deviation of √(300 · 1/3 · 2/3) ≈ 8.2; four
      of these are 33. H1 and H2, who have nothing to sell or no need to, never come.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    |         |
        | S1     | 0    | s1      |
        | H2     | 1    | h2      |
        | S2     | 0    | s2      |
        | S3     | 0    | s3      |
      And H1 owes 1 ticket due at 1 to someone else
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else
      And S3 owes 1 ticket due at 1 to someone else
      When the order flow is drawn 300 times with seeds of their own, each time anew
      Then the shares are
        | share       | is  | give or take |
        | SELLs by S1 | 1/3 | 0.11         |
        | SELLs by S2 | 1/3 | 0.11         |
        | SELLs by S3 | 1/3 | 0.11         |
        | SELLs by H1 | 0   | 0            |
        | SELLs by H2 | 0   | 0            |
        | SELLs       | 1   | 0            |
        | BUYs        | 0   | 0            |

    Example: each of four buyers comes first a quarter of the time, whatever its cash
      Of 400 draws 100 are expected for each, with a standard deviation of √(400 · 1/4 · 3/4) ≈ 8.7.
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | B1        | 2    |         |
        | B2        | 4    |         |
        | B3        | 50   |         |
        | B4        | 1.50 |         |
      When the order flow is drawn 400 times with seeds of their own, each time anew
      Then the shares are
        | share            | is  | give or take |
        | BUYs by B1       | 1/4 | 0.0875       |
        | BUYs by B2       | 1/4 | 0.0875       |
        | BUYs by B3       | 1/4 | 0.0875       |
        | BUYs by B4       | 1/4 | 0.0875       |
        | BUYs by Somebody | 0   | 0            |
        | BUYs             | 1   | 0            |
        | SELLs            | 0   | 0            |

    Example: as many arrivals as sellers bring each of them once
      The Short VBT pays 1 to each; in which order they come is left to chance.
      Given at most 3 arrivals a period
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | S2     | 0    | s2      |
        | S3     | 0    | s3      |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else
      And S3 owes 1 ticket due at 1 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity    | cash | tickets  |
        | Short VBT | -3   | s1 s2 s3 |
        | S1        | 1    |          |
        | S2        | 1    |          |
        | S3        | 1    |          |

    @boundary
    Example: a set of one leaves nothing to chance
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | H1     | 1    | h1      |
      And S1 owes 1 ticket due at 1 to someone else
      And H1 owes 1 ticket due at 1 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | S1    | s1     | 1     |
