Feature: EX-03 Default at maturity, anchor update, and the clip on the outside bid

  One bucket. Of the dealer's three tickets one is repaid and two bring nothing: 2/3 of what matures is lost.
  M = 1 − 2/3 = 1/3 and O = 0.30 + 0.6·2/3 = 0.70, so A = 41/60, and B is −1/60 unless it is clipped.

  Background:
    Given these markets
      | bucket | from | to | mid | spread | mid sensitivity | spread sensitivity |
      | Short  | 1    |    | 1   | 0.30   | 1               | 0.6                |
    And these balance sheets
      | entity       | cash | tickets  |
      | H1           | 1    |          |
      | H2           | 0    |          |
      | H3           | 0    |          |
      | Short dealer | 1    | d1 d2 d3 |
      | S1           | 1    | s1       |
    And these tickets
      | ticket | issuer | matures |
      | d1     | H1     | 1       |
      | d2     | H2     | 1       |
      | d3     | H3     | 1       |
      | s1     | H4     | 9       |

  @EX-03 @KER-01
  Scenario: the outside quotes to begin with
    Then the Short dealer quotes
      | a | C | M | O    | A    | B    |
      | 3 | 1 | 1 | 0.30 | 1.15 | 0.85 |

  @EX-03 @SET-03 @SET-04
  Scenario: one ticket is repaid, two are lost
    When the next period begins
    And claims are settled
    Then the issuers settle like this
      | issuer | due | cash before | R | cash after |
      | H1     | 1   | 1           | 1 | 0          |
      | H2     | 1   | 0           | 0 | 0          |
      | H3     | 1   | 0           | 0 | 0          |
    And the balance sheets are now
      | entity       | cash | tickets |
      | H1           | 0    |         |
      | Short dealer | 2    |         |

  @EX-03 @ANC-01 @ANC-03 @ANC-04 @KER-04R
  Scenario Outline: the anchors, and the quotes of the next period, with the clip <clip>
    p(x) = 1/3 − 0.0875·(x − 3), so p(0) = 143/240; λ = 1/7 and I = 0.10.

    Given the clip on outside bids is <clip>
    When a period passes
    And the next period begins
    Then the anchors become
      | bucket | ℓ   | M   | O    | A     | B   |
      | Short  | 2/3 | 1/3 | 0.70 | 41/60 | <B> |
    And the Short dealer quotes
      | a | C | K* | X* | N | λ   | I    | p       | a(x)  | b(x)    | ask   | bid     | A     | B   |
      | 0 | 2 | 6  | 6  | 7 | 1/7 | 0.10 | 143/240 | 31/48 | 131/240 | 31/48 | 131/240 | 41/60 | <B> |

    Examples: variant A, clip off
      | clip | B     |
      | off  | -1/60 |

    Examples: variant B, clip on
      | clip | B |
      | on   | 0 |

  @EX-03 @KER-08
  Scenario: the midline along the ladder
    When the kernel is evaluated at
      | M   | O    | a | C | x |
      | 1/3 | 0.70 | 0 | 2 | 0 |
      | 1/3 | 0.70 | 0 | 2 | 3 |
      | 1/3 | 0.70 | 0 | 2 | 6 |
    Then it gives
      | x | X* | I    | p       |
      | 0 | 6  | 0.10 | 143/240 |
      | 3 | 6  | 0.10 | 1/3     |
      | 6 | 6  | 0.10 | 17/240  |

  @EX-03 @TRD-03 @TRD-13R @ANC-04
  Scenario Outline: a forced pass-through, with the clip <clip>
    Without cash the dealer has no capacity, and S1's ticket goes to the VBT.

    Given the clip on outside bids is <clip>
    When a period passes
    And the next period begins
    And the Short dealer is left with cash 0
    And S1 sells s1
    Then the order goes like this
      | price | route        | because  | dealer cash | dealer tickets |
      | <B>   | pass-through | capacity | 0           | 0              |
    And the balance sheets are now
      | entity    | cash       | tickets |
      | S1        | <S1 cash>  |         |
      | Short VBT | <VBT cash> | s1      |

    Examples: variant A, clip off
      | clip | B     | S1 cash | VBT cash |
      | off  | -1/60 | 59/60   | 1/60     |

    Examples: variant B, clip on
      | clip | B | S1 cash | VBT cash |
      | on   | 0 | 1       | 0        |
