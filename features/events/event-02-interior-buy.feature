Feature: Event 2, a trader buys a ticket from the dealer

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    | d1 d2   |
      | Short VBT    | 1    | v1      |
      | H1           | 1.50 |         |
      | H2           | 3    |         |
    And these tickets
      | ticket | issuer |
      | d1     | H2     |
      | d2     | H2     |
      | v1     | H2     |

  @EVENT-02 @TRD-02 @MOD-12
  Scenario: the balance sheets before and after
    Then the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 2    | 4      |
      | Short VBT    | 1    | 2      |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 1.50 | 1.50   |        |
      | H2     | 3    | 0      |        |
    When H1 buys in Short
    Then the order goes like this
      | side | ticket | price | route    | because |
      | BUY  | d1     | 1.03  | interior |         |
    And the balance sheets are now
      | entity       | cash | tickets |
      | Short dealer | 3.03 | d2      |
      | Short VBT    | 1    | v1      |
      | H1           | 0.47 | d1      |
      | H2           | 3    |         |
    And the desks stand like this
      | desk         | cash | equity |
      | Short dealer | 3.03 | 4.03   |
      | Short VBT    | 1    | 2      |
    And the traders stand like this
      | trader | cash | equity | issuer |
      | H1     | 0.47 | 1.47   | H2     |
      | H2     | 3    | 0      |        |
