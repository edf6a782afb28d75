Feature: EVENT-05 Full repayment to a trader

  Background:
    Given the date is 1
    And these balance sheets
      | entity       | cash | tickets  |
      | H1           | 5    |          |
      | K            | 0.50 | a1 a2 a3 |
      | Short dealer | 1    | d1       |
      | Short VBT    | 2    | v1       |
    And these tickets
      | ticket | issuer | matures |
      | a1     | H1     | 1       |
      | a2     | H1     | 1       |
      | a3     | H1     | 3       |
      | d1     | H2     | 3       |
      | v1     | H2     | 3       |

  @EVENT-05 @SET-03 @SET-02
  Scenario: an issuer with cash 5 repays a trader two tickets
    A trader's claims count at face, so neither side's equity moves: cash takes the place of the claims.

    Then the traders stand like this
      | trader | cash | equity | issuer | defaulted |
      | H1     | 5    | 2      |        | no        |
      | K      | 0.50 | 3.50   | H1     | no        |
    When claims are settled
    Then the payouts are
      | issuer | holder | tickets | amount |
      | H1     | K      | 2       | 2      |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 3    |         |
      | K            | 2.50 | a3      |
      | Short dealer | 1    | d1      |
      | Short VBT    | 2    | v1      |
    And the traders stand like this
      | trader | cash | equity | issuer | defaulted |
      | H1     | 3    | 2      |        | no        |
      | K      | 2.50 | 3.50   | H1     | no        |
