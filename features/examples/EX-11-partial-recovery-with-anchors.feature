Feature: EX-11 Partial recovery with anchors

  Five tickets of H1 mature, and it has cash 3: R = 3/5 = 0.6 and ℓ = 2/5 = 0.4.

  Background:
    Given the date is 1
    And these markets
      | bucket | mid | spread | mid sensitivity | spread sensitivity |
      | Short  | 1   | 0.30   | 1               | 0.6                |
    And these balance sheets
      | entity       | cash | tickets |
      | H1           | 3    |         |
      | Short dealer | 0    | d1 d2   |
      | Short VBT    | 0    | v1 v2   |
      | K            | 0    | k1      |
    And these tickets
      | ticket | issuer | matures |
      | d1     | H1     | 1       |
      | d2     | H1     | 1       |
      | v1     | H1     | 1       |
      | v2     | H1     | 1       |
      | k1     | H1     | 1       |

  @EX-11 @SET-01 @SET-02 @SET-04
  Scenario: each holder gets 0.60 a ticket
    When claims are settled
    Then the issuers settle like this
      | issuer | due | cash before | R   | cash after |
      | H1     | 5   | 3           | 0.6 | 0          |
    And the payouts are
      | issuer | holder       | tickets | amount |
      | H1     | K            | 1       | 0.60   |
      | H1     | Short dealer | 2       | 1.20   |
      | H1     | Short VBT    | 2       | 1.20   |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 0    |         |
      | Short dealer | 1.20 |         |
      | Short VBT    | 1.20 |         |
      | K            | 0.60 |         |

  @EX-11 @ANC-01 @ANC-02R @ANC-03
  Scenario: the Short anchors move by the loss of 0.4, and no others do
    M = 1 − 0.4, O = 0.30 + 0.6·0.4, A = 0.60 + 0.27, B = 0.60 − 0.27.

    When claims are settled
    And the anchors are updated
    Then the anchors become
      | bucket | ℓ   | M    | O    | A    | B    |
      | Short  | 0.4 | 0.60 | 0.54 | 0.87 | 0.33 |
      | Mid    | 0   | 1    | 0.30 | 1.15 | 0.85 |
      | Long   | 0   | 1    | 0.40 | 1.20 | 0.80 |
