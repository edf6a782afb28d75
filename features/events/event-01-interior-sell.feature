Feature: Event 1, a trader sells a ticket to the dealer
  H2 issued all four tickets. The mid is the face, so equity is cash plus tickets, and for H2 cash less its
  debts.

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    | d1 d2   |
      | Short VBT    | 1    | v1      |
      | H1           | 0.50 | h1      |
      | H2           | 3    |         |
    And these tickets
      | ticket | issuer |
      | d1     | H2     |
      | d2     | H2     |
      | v1     | H2     |
      | h1     | H2     |

  @EVENT-01 @TRD-01 @MOD-12
  Scenario: the balance sheets before and after
    Then the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 2    | 4      |
      | Short VBT    | 1    | 2      |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 0.50 | 1.50   | H2     |
      | H2     | 3    | -1     |        |
    When H1 sells h1
    Then the order goes like this
      | side | ticket | price | route    | because |
      | SELL | h1     | 0.97  | interior |         |
    And the balance sheets are now
      | entity       | cash | tickets  |
      | Short dealer | 1.03 | d1 d2 h1 |
      | Short VBT    | 1    | v1       |
      | H1           | 1.47 |          |
      | H2           | 3    |          |
    And the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 1.03 | 4.03   |
      | Short VBT    | 1    | 2      |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 1.47 | 1.47   |        |
      | H2     | 3    | -1     |        |
