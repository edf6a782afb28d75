Feature: The share of SELLs in the long run

  Every day each S has a payment that it cannot meet, and tickets to sell; B1, B2 and B3 owe nothing
  and have cash for everything; creditors of the S are paid little, and never have more than the buffer. Losses
  do not move the anchors.

  Background:
    Given the Long market at mid 1 and spread 0.30
    And anchor updates are off
    And a cash buffer of 300
    And I1 owes 700 tickets due at 5000 to Long VBT

  @FLW-09
  Rule: The share of executed SELLs goes to what π_sell, the fallback and feasibility make of it

    @FLW-01
    Example: both sides always there and feasible: it goes to π_sell
      600 arrivals of which each is a SELL with 0.30: three standard errors are 3 · √(0.30 · 0.70/600) = 0.056.
      Given a SELL probability of 0.30
      And at most 3 arrivals a period
      And these balance sheets
        | entity | cash |
        | B1     | 700  |
        | B2     | 700  |
        | B3     | 700  |
      And I1 owes 300 tickets due at 5000 to S1
      And I1 owes 300 tickets due at 5000 to S2
      And I1 owes 300 tickets due at 5000 to S3
      And S1 owes 1 ticket due at every date from 1 to 200 to someone else
      And S2 owes 1 ticket due at every date from 1 to 200 to someone else
      And S3 owes 1 ticket due at every date from 1 to 200 to someone else
      When 200 periods pass with drawn arrivals
      Then the shares are
        | share                              | is   | give or take |
        | SELLs among the executed orders    | 0.30 | 0.056        |
        | fallbacks among the arrivals       | 0    | 0            |
        | infeasible BUYs among the arrivals | 0    | 0            |

    @FLW-02
    Example: a side that runs empty: the fallback moves it
      Two arrivals a day, one seller and two buyers. In three days of four S1 sells (1; 0, 1): 3 SELLs in 8
      orders. On one day in four Z is 1 twice, and the second falls back: 1 in 8. Three standard errors over
      300 days are 3 · √(3/16 / 300)/2 = 0.0375.
      Given at most 2 arrivals a period
      And these balance sheets
        | entity | cash |
        | B1     | 700  |
        | B2     | 700  |
      And I1 owes 300 tickets due at 5000 to S1
      And S1 owes 1 ticket due at every date from 1 to 300 to someone else
      When 300 periods pass with drawn arrivals
      Then the shares are
        | share                              | is  | give or take |
        | SELLs among the executed orders    | 3/8 | 0.0375       |
        | fallbacks among the arrivals       | 1/8 | 0.0375       |
        | infeasible BUYs among the arrivals | 0   | 0            |

    @FLW-05
    Example: a buyer whom nobody can serve: feasibility moves it
      One arrival a day. Half of them are SELLs, a quarter BUYs by B1, a quarter BUYs by B2, who holds paper
      of I2, of which no desk has any: 1/2 in 3/4 is sold. Three standard errors over about 300 orders are
      3 · √(2/3 · 1/3 / 300) = 0.082, over 400 arrivals 3 · √(1/4 · 3/4 / 400) = 0.065.
      Given at most 1 arrival a period
      And these balance sheets
        | entity | cash |
        | B1     | 700  |
        | B2     | 700  |
      And I2 owes 1 ticket due at 5000 to B2
      And I1 owes 400 tickets due at 5000 to S1
      And S1 owes 1 ticket due at every date from 1 to 400 to someone else
      When 400 periods pass with drawn arrivals
      Then the shares are
        | share                              | is  | give or take |
        | SELLs among the executed orders    | 2/3 | 0.082        |
        | fallbacks among the arrivals       | 0   | 0            |
        | infeasible BUYs among the arrivals | 1/4 | 0.065        |
