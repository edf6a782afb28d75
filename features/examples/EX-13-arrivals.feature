Feature: EX-13 Arrivals

  The dealer holds 2 tickets and cash 2. S1 owns one ticket and has a shortfall; B1 and B2 have nothing
  to pay soon. The buffer is 0.50, so that B2 is eligible with its 0.90. Z = 1, 1, 0; S1, B2, B1 come.

  Background:
    Given the date is 1
    And the Short market at mid 1 and spread 0.30
    And the policy liquidity_and_investment with a horizon of 3
    And a cash buffer of 0.50
    And at most 3 arrivals a period
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    | d1 d2   |
      | S1           | 0    | s1      |
      | B1           | 2.00 |         |
      | B2           | 0.90 |         |
    And S1 owes 1 ticket due at 1 to someone else

  @EX-13
  Scenario: the quotes before anybody arrives
    Then the Short dealer quotes
      | a | C | X* | ask  | bid  |
      | 2 | 2 | 4  | 1.03 | 0.97 |

  @EX-13 @FLW-01 @FLW-04
  Scenario: the first arrival is a SELL by S1
    When the order flow is
      | Z | agent |
      | 1 | S1    |
    Then the arrivals go like this
      | Z | side | fallback | agent | executed | price | route    |
      | 1 | SELL | no       | S1    | yes      | 0.97  | interior |
    And the Short dealer quotes
      | a | x | C    | ask  | bid  |
      | 3 | 3 | 1.03 | 0.98 | 0.92 |
    And the balance sheets are now
      | entity       | cash | tickets  |
      | Short dealer | 1.03 | d1 d2 s1 |
      | S1           | 0.97 |          |

  @EX-13 @FLW-04
  Scenario: S1 has then left the sell set
    When the order flow is
      | Z | agent |
      | 1 | S1    |
      | 1 | S1    |
    Then it is refused as invalid: "S1"
    And no balance sheet has changed

  @EX-13 @FLW-02 @FLW-05
  Scenario: the second arrival falls back on a BUY by B2, which cannot pay
    The sell set is empty; Z is not drawn again, and 0.90 < 0.98.
    When the order flow is
      | Z | agent |
      | 1 | S1    |
      | 1 | B2    |
    Then the arrivals go like this
      | Z | side | fallback | agent | executed | price | refused |
      | 1 | SELL | no       | S1    | yes      | 0.97  |         |
      | 1 | BUY  | yes      | B2    | no       | 0.98  | cash    |
    And the Short dealer quotes
      | a | x | C    | ask  | bid  |
      | 3 | 3 | 1.03 | 0.98 | 0.92 |
    And the balance sheets are now
      | entity       | cash | tickets  |
      | Short dealer | 1.03 | d1 d2 s1 |
      | S1           | 0.97 |          |

  @EX-13 @FLW-05
  Scenario: B2 has stayed in the buy set
    When the order flow is
      | Z | agent |
      | 1 | S1    |
      | 1 | B2    |
      | 0 | B2    |
    Then the arrivals go like this
      | Z | side | fallback | agent | executed | price | refused |
      | 1 | SELL | no       | S1    | yes      | 0.97  |         |
      | 1 | BUY  | yes      | B2    | no       | 0.98  | cash    |
      | 0 | BUY  | no       | B2    | no       | 0.98  | cash    |

  @EX-13 @FLW-01 @FLW-04 @FLW-05 @FLW-08
  Scenario: the third arrival is a BUY by B1
    One SELL, one BUY, one fallback, one rejection in all.
    When the order flow is
      | Z | agent |
      | 1 | S1    |
      | 1 | B2    |
      | 0 | B1    |
    Then the arrivals go like this
      | Z | side | fallback | agent | executed | price | route    | refused |
      | 1 | SELL | no       | S1    | yes      | 0.97  | interior |         |
      | 1 | BUY  | yes      | B2    | no       | 0.98  |          | cash    |
      | 0 | BUY  | no       | B1    | yes      | 0.98  | interior |         |
    And the Short dealer quotes
      | a | x | C    | ask  | bid  |
      | 2 | 2 | 2.01 | 1.03 | 0.97 |
    And the balance sheets are now
      | entity       | cash | tickets |
      | Short dealer | 2.01 | d2 s1   |
      | S1           | 0.97 |         |
      | B1           | 1.02 | d1      |

  @EX-13 @FLW-04
  Scenario: B1 has then left the buy set
    Given at most 9 arrivals a period
    When the order flow is
      | Z | agent |
      | 1 | S1    |
      | 1 | B2    |
      | 0 | B1    |
      | 0 | B1    |
    Then it is refused as invalid: "B1"
    And no balance sheet has changed
