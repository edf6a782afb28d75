Feature: EVENT-07 Default to a VBT

  Background:
    Given the date is 1
    And the Short market at mid 0.90 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets  |
      | H1           | 0.50 |          |
      | Short dealer | 1    | d1       |
      | Short VBT    | -1   | v1 v2 v3 |
    And these tickets
      | ticket | issuer | matures |
      | d1     | H2     | 3       |
      | v1     | H1     | 1       |
      | v2     | H1     | 1       |
      | v3     | H2     | 3       |

  @EVENT-07 @SET-04 @SET-02
  Scenario: an issuer with cash 0.50 owes the VBT two tickets
    R = 0.50/2 = 0.25. M = 0.90. The VBT is worth −1 + 3·0.90 = 1.70 before and −0.50 + 0.90 = 0.40 after:
    it loses 0.90 − 0.25 on each ticket.

    Then the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 1    | 1.90   |
      | Short VBT    | -1   | 1.70   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 0.50 | -1.50  | no        |
    When claims are settled
    Then the issuers settle like this
      | issuer | due | cash before | R    | cash after |
      | H1     | 2   | 0.50        | 0.25 | 0          |
    And the payouts are
      | issuer | holder    | tickets | amount |
      | H1     | Short VBT | 2       | 0.50   |
    And the balance sheets are now
      | entity       | cash  | tickets |
      | H1           | 0     |         |
      | Short dealer | 1     | d1      |
      | Short VBT    | -0.50 | v3      |
    And the desks stand like this
      | desk         | cash  | equity |
      | Short dealer | 1     | 1.90   |
      | Short VBT    | -0.50 | 0.40   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 0    | 0      | yes       |
