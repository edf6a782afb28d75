Feature: EVENT-04 Full repayment to a VBT

  Background:
    Given the date is 1
    And the Short market at mid 0.90 and spread 0.30
    And these balance sheets
      | entity       | cash  | tickets  |
      | H1           | 2     |          |
      | Short dealer | 1     | d1       |
      | Short VBT    | -0.50 | v1 v2 v3 |
    And these tickets
      | ticket | issuer | matures |
      | d1     | H2     | 3       |
      | v1     | H1     | 1       |
      | v2     | H1     | 1       |
      | v3     | H2     | 3       |

  @EVENT-04 @SET-03 @SET-02
  Scenario: an issuer with cash 2 repays the VBT two tickets
    M = 0.90. Before, the VBT is worth −0.50 + 3·0.90 = 2.20; after, 1.50 + 0.90 = 2.40.

    Then the desks stand like this
      | desk         | cash  | equity |
      | Short dealer | 1     | 1.90   |
      | Short VBT    | -0.50 | 2.20   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 2    | 0      | no        |
    When claims are settled
    Then the payouts are
      | issuer | holder    | tickets | amount |
      | H1     | Short VBT | 2       | 2      |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 0    |         |
      | Short dealer | 1    | d1      |
      | Short VBT    | 1.50 | v3      |
    And the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 1    | 1.90   |
      | Short VBT    | 1.50 | 2.40   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 0    | 0      | no        |
