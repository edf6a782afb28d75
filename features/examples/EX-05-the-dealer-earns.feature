Feature: EX-05 The dealer earns and its inventory grows

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    | d1 d2   |
      | H1           | 0    | h1 h2   |
      | H2           | 2    |         |

  @EX-05 @KER-02 @KER-10
  Scenario: the dealer starts with an equity of 4
    Then the Short dealer quotes
      | V | X* | ask  | bid  | A    | B    |
      | 4 | 4  | 1.03 | 0.97 | 1.15 | 0.85 |
    And the desks stand like this
      | desk         | equity |
      | Short dealer | 4      |

  @EX-05 @TRD-01 @TRD-02 @KER-10 @CHK-C2
  Scenario: a sale, a purchase and another sale
    At every step 0.85 ≤ bid ≤ ask ≤ 1.15.

    When H1 sells h1
    And H2 buys in Short
    And H1 sells h2
    Then the orders go like this
      | side | price | route    | dealer tickets | dealer cash | V    | X* | ask  | bid  |
      | SELL | 0.97  | interior | 3              | 1.03        | 4.03 | 4  | 0.98 | 0.92 |
      | BUY  | 0.98  | interior | 2              | 2.01        | 4.01 | 4  | 1.03 | 0.97 |
      | SELL | 0.97  | interior | 3              | 1.04        | 4.04 | 4  | 0.98 | 0.92 |
    And the balance sheets are now
      | entity       | cash | tickets  |
      | Short dealer | 1.04 | d2 h1 h2 |
      | H1           | 1.94 |          |
      | H2           | 1.02 | d1       |

  @EX-05 @MOD-12 @CHK-C5
  Scenario: its equity goes from 4 to 4.03, to 4.01 and to 4.04
    A purchase at 0.97 earns 0.03 at a mid of 1, a sale at 0.98 gives up 0.02 of it.

    When H1 sells h1
    Then the desks stand like this
      | desk         | equity |
      | Short dealer | 4.03   |
    When H2 buys in Short
    Then the desks stand like this
      | desk         | equity |
      | Short dealer | 4.01   |
    When H1 sells h2
    Then the desks stand like this
      | desk         | equity |
      | Short dealer | 4.04   |
