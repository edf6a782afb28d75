Feature: EX-13 Arrivals, over many periods

  π_sell = 1/2, three arrivals a day, three sellers and three buyers who never run out: each S owes 1 a day
  and sells its tickets, each B has cash for whatever it buys. The draws are those of a fixed seed.

  @EX-13 @FLW-09
  Scenario: as many SELLs as BUYs, within three standard errors
    Of 600 orders half are SELLs: three standard errors are 3 · √(1/4 / 600) = 0.061. No side is ever empty,
    so nothing falls back; no buyer is short of cash, so nothing is infeasible.
    Given the Long market at mid 1 and spread 0.30
    And anchor updates are off
    And a cash buffer of 300
    And a SELL probability of 0.5
    And at most 3 arrivals a period
    And these balance sheets
      | entity      | cash |
      | Long dealer | 4    |
      | B1          | 700  |
      | B2          | 700  |
      | B3          | 700  |
    And I1 owes 700 tickets due at 5000 to Long VBT
    And I1 owes 300 tickets due at 5000 to S1
    And I1 owes 300 tickets due at 5000 to S2
    And I1 owes 300 tickets due at 5000 to S3
    And S1 owes 1 ticket due at every date from 1 to 200 to someone else
    And S2 owes 1 ticket due at every date from 1 to 200 to someone else
    And S3 owes 1 ticket due at every date from 1 to 200 to someone else
    When 200 periods pass with drawn arrivals
    Then the shares are
      | share                              | is  | give or take |
      | SELLs among the executed orders    | 1/2 | 0.061        |
      | fallbacks among the arrivals       | 0   | 0            |
      | infeasible BUYs among the arrivals | 0   | 0            |
