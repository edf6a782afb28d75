Feature: EX-09 Partial recovery, three claimant types

  Eight tickets of H1 mature, and it has cash 3: R = 3/8 = 0.375.

  Background:
    Given the date is 1
    And these balance sheets
      | entity       | cash | tickets  |
      | H1           | 3    |          |
      | Short dealer | 0    | d1 d2 d3 |
      | Short VBT    | 0    | v1 v2    |
      | K            | 0    | k1 k2 k3 |
    And these tickets
      | ticket | issuer | matures |
      | d1     | H1     | 1       |
      | d2     | H1     | 1       |
      | d3     | H1     | 1       |
      | v1     | H1     | 1       |
      | v2     | H1     | 1       |
      | k1     | H1     | 1       |
      | k2     | H1     | 1       |
      | k3     | H1     | 1       |

  @EX-09 @SET-01 @SET-02 @SET-04
  Scenario: each holder gets 0.375 a ticket
    When claims are settled
    Then the issuers settle like this
      | issuer | due | cash before | R     | cash after |
      | H1     | 8   | 3           | 0.375 | 0          |
    And the payouts are
      | issuer | holder       | tickets | amount |
      | H1     | K            | 3       | 1.125  |
      | H1     | Short dealer | 3       | 1.125  |
      | H1     | Short VBT    | 2       | 0.75   |

  @EX-09 @SET-02 @SET-05 @SET-08
  Scenario: the issuer has paid all of its 3, and eight tickets are gone
    When claims are settled
    Then the cash of these is, to the last unit
      | entity | paid out | cash |
      | H1     | 3        | 0    |
    And the balance sheets are now
      | entity       | cash  | tickets |
      | H1           | 0     |         |
      | Short dealer | 1.125 |         |
      | Short VBT    | 0.75  |         |
      | K            | 1.125 |         |
    And there are 0 tickets and 3 of cash in the world

  @EX-09 @ANC-01 @ANC-02R
  Scenario: five eighths of what matured in the bucket are lost
    When claims are settled
    And the anchors are updated
    Then the anchors become
      | bucket | ℓ     |
      | Short  | 0.625 |
      | Mid    | 0     |
      | Long   | 0     |
