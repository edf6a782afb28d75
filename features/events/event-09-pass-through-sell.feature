Feature: Event 9, a trader's ticket passes the dealer by and goes to the value-based trader
  With two tickets and cash of 0.10 the dealer's capacity is 2. The value-based trader buys at 0.85 what is
  worth 1 at mid.

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 0.10 | d1 d2   |
      | Short VBT    | 1    | v1      |
      | H1           | 0.50 | h1      |
      | H2           | 3    |         |
    And these tickets
      | ticket | issuer |
      | d1     | H2     |
      | d2     | H2     |
      | v1     | H2     |
      | h1     | H2     |

  @EVENT-09 @TRD-03 @MOD-12 @CHK-C4
  Scenario: the balance sheets before and after
    Then the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 0.10 | 2.10   |
      | Short VBT    | 1    | 2      |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 0.50 | 1.50   | H2     |
      | H2     | 3    | -1     |        |
    When H1 sells h1
    Then the order goes like this
      | side | ticket | price | route        | because  |
      | SELL | h1     | 0.85  | pass-through | capacity |
    And the balance sheets are now
      | entity       | cash | tickets |
      | Short dealer | 0.10 | d1 d2   |
      | Short VBT    | 0.15 | v1 h1   |
      | H1           | 1.35 |         |
      | H2           | 3    |         |
    And the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 0.10 | 2.10   |
      | Short VBT    | 0.15 | 2.15   |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 1.35 | 1.35   |        |
      | H2     | 3    | -1     |        |
