Feature: EVENT-08 Default to a trader

  Background:
    Given the date is 1
    And these balance sheets
      | entity       | cash | tickets  |
      | H1           | 1.50 |          |
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

  @EVENT-08 @SET-04 @SET-02
  Scenario: an issuer with cash 1.50 owes a trader two tickets
    R = 1.50/2 = 0.75. K held 3 tickets at face and cash 0.50, and has cash 2.00 and one ticket: it loses 0.50,
    which is what the issuer no longer owes.

    Then the traders stand like this
      | trader | cash | equity | issuer | defaulted |
      | H1     | 1.50 | -1.50  |        | no        |
      | K      | 0.50 | 3.50   | H1     | no        |
    When claims are settled
    Then the issuers settle like this
      | issuer | due | cash before | R    | cash after |
      | H1     | 2   | 1.50        | 0.75 | 0          |
    And the payouts are
      | issuer | holder | tickets | amount |
      | H1     | K      | 2       | 1.50   |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 0    |         |
      | K            | 2.00 | a3      |
      | Short dealer | 1    | d1      |
      | Short VBT    | 2    | v1      |
    And the traders stand like this
      | trader | cash | equity | issuer | defaulted |
      | H1     | 0    | -1     |        | yes       |
      | K      | 2.00 | 3      | H1     | no        |
