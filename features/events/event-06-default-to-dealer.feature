Feature: EVENT-06 Default to a dealer

  Background:
    Given the date is 1
    And the Short market at mid 0.90 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets  |
      | H1           | 0.80 |          |
      | Short dealer | 1    | d1 d2 d3 |
      | Short VBT    | 2    | v1       |
    And these tickets
      | ticket | issuer | matures |
      | d1     | H1     | 1       |
      | d2     | H1     | 1       |
      | d3     | H2     | 3       |
      | v1     | H2     | 3       |

  @EVENT-06 @SET-04 @SET-02
  Scenario: an issuer with cash 0.80 owes the dealer two tickets
    R = 0.80/2 = 0.40. M = 0.90. The dealer is worth 1 + 3·0.90 = 3.70 before and 1.80 + 0.90 = 2.70 after:
    it loses 0.90 − 0.40 on each ticket. The issuer is worth 0.80 − 2 before and 0 after.

    Then the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 1    | 3.70   |
      | Short VBT    | 2    | 2.90   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 0.80 | -1.20  | no        |
    When claims are settled
    Then the issuers settle like this
      | issuer | due | cash before | R    | cash after |
      | H1     | 2   | 0.80        | 0.40 | 0          |
    And the payouts are
      | issuer | holder       | tickets | amount |
      | H1     | Short dealer | 2       | 0.80   |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 0    |         |
      | Short dealer | 1.80 | d3      |
      | Short VBT    | 2    | v1      |
    And the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 1.80 | 2.70   |
      | Short VBT    | 2    | 2.90   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 0    | 0      | yes       |
