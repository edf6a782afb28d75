Feature: EX-14 Which ticket moves

  Background:
    Given the Mid market at mid 1 and spread 0.30
    And these balance sheets
      | entity     | cash | tickets  |
      | Mid dealer | 2    | k1 k2    |
      | Mid VBT    | 0    | v1 v2 v3 |
      | H1         | 2    |          |
    And these tickets
      | ticket | issuer | matures | serial |
      | k1     | I1     | 6       | 101    |
      | k2     | I2     | 5       | 202    |
      | v1     | I3     | 7       | 303    |
      | v2     | I4     | 6       | 404    |
      | v3     | I5     | 8       | 505    |

  @EX-14 @TRD-02 @TRD-06 @TRD-07 @TRD-10R
  Scenario: A, the dealer delivers its ticket of the earliest maturity
    When H1 buys in Mid
    Then the order goes like this
      | ticket | issuer | price | route    | dealer tickets | dealer cash |
      | k2     | I2     | 1.03  | interior | 1              | 3.03        |
    And the balance sheets are now
      | entity     | cash | tickets |
      | Mid dealer | 3.03 | k1      |
      | H1         | 0.97 | k2      |
    And the traders stand like this
      | trader | cash | issuer |
      | H1     | 0.97 | I2     |

  @EX-14 @TRD-05 @TRD-07 @TRD-09R
  Scenario: A, a second purchase may only deliver another ticket of I2, and there is none
    When H1 buys twice in Mid
    Then the orders go like this
      | executed | ticket | refused            |
      | yes      | k2     |                    |
      | no       |        | no_eligible_ticket |
    And the balance sheets are now
      | entity     | cash | tickets |
      | Mid dealer | 3.03 | k1      |
      | H1         | 0.97 | k2      |

  @EX-14 @TRD-04 @TRD-06 @TRD-07 @CHK-C4
  Scenario: B, when the dealer has no ticket the value-based trader delivers its own of the earliest maturity
    The dealer has sold out: its tickets are with H2 and H3.

    Given these balance sheets
      | entity     | cash | tickets |
      | Mid dealer | 4.11 |         |
      | H2         | 0    | k1      |
      | H3         | 0    | k2      |
    When H1 buys in Mid
    Then the order goes like this
      | ticket | issuer | price | route        | because   | dealer tickets | dealer cash |
      | v2     | I4     | 1.15  | pass-through | inventory | 0              | 4.11        |
    And the balance sheets are now
      | entity  | cash | tickets |
      | Mid VBT | 1.15 | v1 v3   |
      | H1      | 0.85 | v2      |
    And the traders stand like this
      | trader | cash | issuer |
      | H1     | 0.85 | I4     |

  @EX-14 @TRD-06 @SET-08 @CHK-C1
  Scenario: always, the same five tickets are there, each with one owner
    Given these balance sheets
      | entity | cash | tickets |
      | H2     | 2    |         |
      | H3     | 2    |         |
    When these orders come in
      | customer | buys in |
      | H1       | Mid     |
      | H2       | Mid     |
      | H3       | Mid     |
    Then the orders go like this
      | ticket | route        | dealer tickets |
      | k2     | interior     | 1              |
      | k1     | interior     | 0              |
      | v2     | pass-through | 0              |
    And there are 5 tickets and 8 of cash in the world
    And the balance sheets are now
      | entity     | cash | tickets |
      | Mid dealer | 4.11 |         |
      | Mid VBT    | 1.15 | v1 v3   |
      | H1         | 0.97 | k2      |
      | H2         | 0.92 | k1      |
      | H3         | 0.85 | v2      |

  @EX-14 @TRD-06 @SET-08
  Scenario: always, only settlement takes a ticket away
    k2 matures after five periods; its issuer has no cash, so it is taken away unpaid.

    When H1 buys in Mid
    And 5 periods begin
    Then there are 5 tickets and 4 of cash in the world
    When claims are settled
    Then there are 4 tickets and 4 of cash in the world
