Feature: EX-10 A trader's ticket crosses a boundary

  Background:
    Given these balance sheets
      | entity      | cash | tickets |
      | Mid dealer  | 1    | m1      |
      | Long dealer | 1    | l1      |
      | T           | 0.50 | T*      |
    And these tickets
      | ticket | issuer | matures |
      | T*     | J      | 9       |

  @EX-10 @REB-02
  Scenario: the label changes from Long to Mid, and nothing else does
    When the next period begins
    Then these tickets cross
      | ticket | from | to  | seller | buyer | price |
      | T*     | Long | Mid | T      | T     |       |
    And no balance sheet has changed

  @EX-10 @REB-02 @KER-15
  Scenario: both dealers are where they were
    When the next period begins
    Then the Mid dealer quotes
      | a | C | ask  | bid  |
      | 1 | 1 | 1.05 | 0.95 |
    And the Long dealer quotes
      | a | C | ask   | bid   |
      | 1 | 1 | 16/15 | 14/15 |

  @EX-10 @REB-02 @TRD-01
  Scenario: T then sells it to the Mid dealer, at that dealer's bid
    When the next period begins
    And T sells T*
    Then the order goes like this
      | customer | bucket | price | route    | ticket | issuer | dealer cash | dealer tickets |
      | T        | Mid    | 0.95  | interior | T*     | J      | 0.05        | 2              |
    And the balance sheets are now
      | entity     | cash | tickets |
      | Mid dealer | 0.05 | m1 T*   |
      | T          | 1.45 |         |
