Feature: EX-02 Settlement in Short, then trades between buckets' dealers

  M = 1 everywhere. The Short dealer's one ticket is due today; in the next period it buys a Mid ticket, and then
  the Mid dealer buys a Long one.

  Background:
    Given the date is 1
    And these markets
      | bucket | mid | spread |
      | Short  | 1   | 0.20   |
      | Mid    | 1   | 0.30   |
      | Long   | 1   | 0.40   |
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 1    | s1      |
      | Mid dealer   | 1    | m1      |
      | Long dealer  | 1    | l1      |
      | H1           | 1    |         |
    And these tickets
      | ticket | issuer | matures |
      | s1     | H1     | 1       |

  @EX-02 @MOD-05R @KER-08 @KER-09
  Scenario: the first period's quotes, the ticket that is due today included
    Then the Short dealer quotes
      | a | C | X* | λ   | I    | p | ask   | bid   | A    | B    |
      | 1 | 1 | 2  | 1/3 | 1/15 | 1 | 31/30 | 29/30 | 1.10 | 0.90 |
    And the Mid dealer quotes
      | a | C | X* | λ   | I    | p | ask  | bid  | A    | B    |
      | 1 | 1 | 2  | 1/3 | 0.10 | 1 | 1.05 | 0.95 | 1.15 | 0.85 |
    And the Long dealer quotes
      | a | C | X* | λ   | I    | p | ask   | bid   | A    | B    |
      | 1 | 1 | 2  | 1/3 | 2/15 | 1 | 16/15 | 14/15 | 1.20 | 0.80 |

  @EX-02 @SET-03 @KER-15
  Scenario: the Short dealer is paid in full and quotes from an empty shelf
    When claims are settled
    Then the issuers settle like this
      | issuer | due | cash before | R | cash after |
      | H1     | 1   | 1           | 1 | 0          |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 0    |         |
      | Short dealer | 2    |         |
    And the Short dealer quotes
      | a | x | C | X* | p    | ask   | bid   |
      | 0 | 0 | 2 | 2  | 1.05 | 13/12 | 61/60 |

  @EX-02 @TRD-11 @TRD-02
  Scenario: the Short dealer buys a Mid ticket at 1.05, and its own shelf stays empty
    When claims are settled
    And the next period begins
    And the Short dealer buys in Mid
    Then the order goes like this
      | customer     | price | route    | ticket | dealer cash | dealer tickets |
      | Short dealer | 1.05  | interior | m1     | 2.05        | 0              |
    And the Mid dealer quotes
      | a | C    | K* | X* | p     | ask   | bid   |
      | 0 | 2.05 | 2  | 2  | 1.075 | 1.125 | 1.025 |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 0    |         |
      | Short dealer | 0.95 | m1      |
      | Mid dealer   | 2.05 |         |

  @EX-02 @TRD-11 @MOD-09
  Scenario: the Mid ticket stays out of the Short dealer's kernel, its cash does not
    When claims are settled
    And the next period begins
    And the Short dealer buys in Mid
    Then the order goes like this
      | price | route    |
      | 1.05  | interior |
    And the Short dealer quotes
      | a | x | C    | V    | K* | X* | ask  | bid  |
      | 0 | 0 | 0.95 | 0.95 | 0  | 0  | 1.10 | 0.90 |

  @EX-02 @TRD-11 @TRD-02 @MOD-09
  Scenario: the Mid dealer buys a Long ticket at 16/15
    When claims are settled
    And the next period begins
    And these orders come in
      | customer     | buys in |
      | Short dealer | Mid     |
      | Mid dealer   | Long    |
    Then the orders go like this
      | customer     | bucket | price | route    | ticket |
      | Short dealer | Mid    | 1.05  | interior | m1     |
      | Mid dealer   | Long   | 16/15 | interior | l1     |
    And the Long dealer quotes
      | a | C     | K* | p    | ask | bid   |
      | 0 | 31/15 | 2  | 1.10 | 7/6 | 31/30 |
    And the Mid dealer quotes
      | a | x | C     |
      | 0 | 0 | 59/60 |
    And the balance sheets are now
      | entity       | cash  | tickets |
      | H1           | 0     |         |
      | Short dealer | 0.95  | m1      |
      | Mid dealer   | 59/60 | l1      |
      | Long dealer  | 31/15 |         |
