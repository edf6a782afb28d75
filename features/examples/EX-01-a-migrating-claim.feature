Feature: EX-01 A migrating claim is sold, then rebucketed

  A1 owes 2 today and has 1.05. It sells T* to the Long dealer; in the next period T* is a Mid claim.

  Background:
    Given the date is 1
    And these markets
      | bucket | mid  | spread |
      | Mid    | 1.00 | 0.20   |
      | Long   | 1.00 | 0.30   |
    And these balance sheets
      | entity      | cash | tickets |
      | Long dealer | 1.00 | l1      |
      | Mid dealer  | 1.00 | m1      |
      | A1          | 1.05 | T*      |
    And these tickets
      | ticket | issuer | matures |
      | T*     | A2     | 10      |
    And A1 owes 2 tickets due at 1 to someone else

  @EX-01 @KER-02 @KER-03 @KER-05 @KER-06 @KER-07 @KER-08 @KER-09
  Scenario: both dealers start in the middle of their shelves
    Then the Long dealer quotes
      | a | C    | V | K* | X* | N | λ   | I    | p | ask  | bid  | A    | B    |
      | 1 | 1.00 | 2 | 2  | 2  | 3 | 1/3 | 0.10 | 1 | 1.05 | 0.95 | 1.15 | 0.85 |
    And the Mid dealer quotes
      | a | C    | V | K* | X* | N | λ   | I    | p | ask   | bid   | A    | B    |
      | 1 | 1.00 | 2 | 2  | 2  | 3 | 1/3 | 1/15 | 1 | 31/30 | 29/30 | 1.10 | 0.90 |

  @EX-01 @POL-01 @MOD-12
  Scenario: A1 is short of 0.95
    Then the traders stand like this
      | trader | cash | equity | issuer | shortfall |
      | A1     | 1.05 | 0.05   | A2     | 0.95      |

  @EX-01 @TRD-01 @KER-14 @KER-15
  Scenario: A1 sells T* to the Long dealer at 0.95
    When A1 sells T*
    Then the order goes like this
      | bucket | price | route    | dealer cash | dealer tickets |
      | Long   | 0.95  | interior | 0.05        | 2              |
    And the Long dealer quotes
      | a | C    | V    | X* | I    | p     | a(x)  | b(x)  | ask   | bid   | ask pinned | bid pinned |
      | 2 | 0.05 | 2.05 | 2  | 0.10 | 0.925 | 0.975 | 0.875 | 0.975 | 0.875 | no         | no         |
    And the balance sheets are now
      | entity      | cash | tickets |
      | Long dealer | 0.05 | l1 T*   |
      | A1          | 2.00 |         |
    And the traders stand like this
      | trader | cash | shortfall |
      | A1     | 2.00 | 0         |

  @EX-01 @REB-03 @REB-05
  Scenario: T* crosses to Mid, and the Long dealer sells it to the Mid dealer for 1
    When A1 sells T*
    And claims are settled
    And the next period begins
    Then the order goes like this
      | price | route    |
      | 0.95  | interior |
    And the issuers settle like this
      | issuer | due | cash before | R | cash after |
      | A1     | 2   | 2.00        | 1 | 0          |
    And these tickets cross
      | ticket | from | to  | seller      | buyer      | price |
      | T*     | Long | Mid | Long dealer | Mid dealer | 1     |
    And the balance sheets are now
      | entity       | cash | tickets |
      | Long dealer  | 1.05 | l1      |
      | Mid dealer   | 0.00 | m1 T*   |
      | A1           | 0    |         |
      | CreditorOfA1 | 2    |         |

  @EX-01 @REB-05 @CHK-C5
  Scenario: neither dealer's equity moves by the crossing
    When A1 sells T*
    Then the order goes like this
      | price | route    |
      | 0.95  | interior |
    And the desks stand like this
      | desk        | cash | equity |
      | Long dealer | 0.05 | 2.05   |
      | Mid dealer  | 1.00 | 2.00   |
    When claims are settled
    And the next period begins
    Then the desks stand like this
      | desk        | cash | equity |
      | Long dealer | 1.05 | 2.05   |
      | Mid dealer  | 0.00 | 2.00   |

  @EX-01 @KER-15
  Scenario: the quotes of the second period
    When A1 sells T*
    And claims are settled
    And the next period begins
    Then the order goes like this
      | price | route    |
      | 0.95  | interior |
    And the Long dealer quotes
      | a | C    | V    | K* | X* | λ   | I    | p | ask  | bid  |
      | 1 | 1.05 | 2.05 | 2  | 2  | 1/3 | 0.10 | 1 | 1.05 | 0.95 |
    And the Mid dealer quotes
      | a | C    | V | X* | p    | ask   | bid   |
      | 2 | 0.00 | 2 | 2  | 0.95 | 59/60 | 11/12 |
