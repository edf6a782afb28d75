Feature: EVENT-03 Full repayment to a dealer

  Background:
    Given the date is 1
    And the Short market at mid 0.90 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets  |
      | H1           | 3    |          |
      | Short dealer | 1    | d1 d2 d3 |
      | Short VBT    | 2    | v1       |
    And these tickets
      | ticket | issuer | matures |
      | d1     | H1     | 1       |
      | d2     | H1     | 1       |
      | d3     | H1     | 3       |
      | v1     | H2     | 3       |

  @EVENT-03 @SET-03 @SET-02
  Scenario: an issuer with cash 3 repays the dealer two tickets
    M = 0.90. Before, the dealer is worth 1 + 3·0.90 = 3.70 and the issuer 3 − 3 = 0.
    After, the dealer is worth 3 + 0.90 = 3.90: it gains the 0.10 that each ticket stood below par.

    Then the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 1    | 3.70   |
      | Short VBT    | 2    | 2.90   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 3    | 0      | no        |
    When claims are settled
    Then the payouts are
      | issuer | holder       | tickets | amount |
      | H1     | Short dealer | 2       | 2      |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 1    |         |
      | Short dealer | 3    | d3      |
      | Short VBT    | 2    | v1      |
    And the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 3    | 3.90   |
      | Short VBT    | 2    | 2.90   |
    And the traders stand like this
      | trader | cash | equity | defaulted |
      | H1     | 1    | 0      | no        |
