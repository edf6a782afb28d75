Feature: Event 10, a trader's purchase passes the dealer by and is delivered by the value-based trader
  The dealer's shelf is empty. The value-based trader sells at 1.15 what is worth 1 at mid.

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 4    |         |
      | Short VBT    | 1    | v1 v2   |
      | H1           | 1.50 |         |
      | H2           | 3    |         |
    And these tickets
      | ticket | issuer |
      | v1     | H2     |
      | v2     | H2     |

  @EVENT-10 @TRD-04 @MOD-12 @CHK-C4
  Scenario: the balance sheets before and after
    Then the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 4    | 4      |
      | Short VBT    | 1    | 3      |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 1.50 | 1.50   |        |
      | H2     | 3    | 1      |        |
    When H1 buys in Short
    Then the order goes like this
      | side | ticket | price | route        | because   |
      | BUY  | v1     | 1.15  | pass-through | inventory |
    And the balance sheets are now
      | entity       | cash | tickets |
      | Short dealer | 4    |         |
      | Short VBT    | 2.15 | v2      |
      | H1           | 0.35 | v1      |
      | H2           | 3    |         |
    And the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 4    | 4      |
      | Short VBT    | 2.15 | 3.15   |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 0.35 | 1.35   | H2     |
      | H2     | 3    | 1      |        |
