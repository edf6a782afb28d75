Feature: Losses move the anchors

  @ANC-03
  Rule: The outside mid falls and the outside spread widens with the loss rate, by the bucket's sensitivities

    Background:
      Given the date is 1

    Example: a loss of two fifths at sensitivities 1 and 0.6
      M = 1 − 0.4 = 0.60, O = 0.30 + 0.6·0.4 = 0.54, A = 0.60 + 0.27, B = 0.60 − 0.27.

      Given these markets
        | bucket | from | to | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1    |    | 1   | 0.30   | 1               | 0.6                |
      And these balance sheets
        | entity | cash |
        | H1     | 3    |
      And H1 owes 5 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ   | M    | O    | A    | B    |
        | Short  | 0.4 | 0.60 | 0.54 | 0.87 | 0.33 |

    Example: the same loss at sensitivities 0.5 and 2
      M = 1 − 0.5·0.4 = 0.80, O = 0.30 + 2·0.4 = 1.10, A = 0.80 + 0.55, B = 0.80 − 0.55.

      Given these markets
        | bucket | from | to | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1    |    | 1   | 0.30   | 0.5             | 2                  |
      And these balance sheets
        | entity | cash |
        | H1     | 3    |
      And H1 owes 5 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ   | M    | O    | A    | B    |
        | Short  | 0.4 | 0.80 | 1.10 | 1.35 | 0.25 |

    @MOD-13R
    Example: a ticket of face 20 falls by twenty times as much
      At 1 and 0.6 per unit of face a ticket has 20 and 12. H1 pays 80 of 100, so ℓ = 0.2.
      M = 15 − 20·0.2 = 11, O = 3 + 12·0.2 = 5.40.

      Given a ticket size of 20
      And these markets
        | bucket | from | to | mid | spread |
        | Short  | 1    |    | 15  | 3      |
      And these balance sheets
        | entity | cash |
        | H1     | 80   |
      And H1 owes 5 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ   | M  | O    | A     | B    |
        | Short  | 0.2 | 11 | 5.40 | 13.70 | 8.30 |

    @KER-15
    Example: the dealer quotes around the new mid, and is worth what its tickets are worth there
      M = 0.60, O = 0.54. The dealer has 2 tickets and cash 1.80: V = 3.00, K* = 2 + 3 = 5, λ = 1/6, I = 0.09,
      p(2) = 0.60 + 0.54/7·0.5 = 0.60 + 27/700 = 447/700. Before, it was worth 3.80.

      Given these markets
        | bucket | from | to | mid | spread |
        | Short  | 1    |    | 1   | 0.30   |
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 3    |         |
        | Short dealer | 1.80 | d1 d2   |
      And H1 owes 5 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the Short dealer quotes
        | V | X* | I    | p       |
        | 3 | 5  | 0.09 | 447/700 |
      And the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 1.80 | 3      |

    @boundary
    Example: one bucket's losses leave the other buckets alone
      Given these markets
        | bucket | mid  | spread |
        | Short  | 1    | 0.20   |
        | Mid    | 0.90 | 0.30   |
        | Long   | 0.80 | 0.40   |
      And H1 owes 1 ticket due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M    | O    | A    | B    |
        | Short  | 1 | 0    | 0.80 | 0.40 | 0    |
        | Mid    | 0 | 0.90 | 0.30 | 1.05 | 0.75 |
        | Long   | 0 | 0.80 | 0.40 | 1.00 | 0.60 |

  @ANC-04
  Rule: The spread has a floor, and with the clip on the stored outside bid is never below zero

    Background:
      Given the date is 1

    Example: a spread below its floor is raised to it before the outside quotes are formed
      ℓ = 1/4: M = 0.75, O = 0.10 + 0.15 = 0.25, which is below 0.30. So A = 0.90 and B = 0.60.

      Given these markets
        | bucket | from | to | mid | spread | least spread |
        | Short  | 1    |    | 1   | 0.10   | 0.30         |
      And these balance sheets
        | entity | cash |
        | H1     | 3    |
      And H1 owes 4 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ    | M    | O    | A    | B    |
        | Short  | 0.25 | 0.75 | 0.30 | 0.90 | 0.60 |

    @boundary
    Example: a spread above its floor is left as it is
      Given these markets
        | bucket | from | to | mid | spread | least spread |
        | Short  | 1    |    | 1   | 0.20   | 0.30         |
      And these balance sheets
        | entity | cash |
        | H1     | 3    |
      And H1 owes 4 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ    | M    | O    | A     | B     |
        | Short  | 0.25 | 0.75 | 0.35 | 0.925 | 0.575 |

    Scenario Outline: with the clip <clip> the outside bid is <B>, and everything else is the same
      ℓ = 2/3: M = 1/3, O = 0.30 + 0.40 = 0.70, A = 1/3 + 0.35 = 41/60, 1/3 − 0.35 = −1/60.
      At cash 2 and no ticket K* = 6, λ = 1/7, I = 0.10, p(0) = 1/3 + 0.0875·3 = 143/240.

      Given the clip on outside bids is <clip>
      And these markets
        | bucket | from | to | mid | spread |
        | Short  | 1    |    | 1   | 0.30   |
      And these balance sheets
        | entity       | cash |
        | H1           | 1    |
        | Short dealer | 2    |
      And H1 owes 3 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the Short dealer quotes
        | M   | O    | A     | B   | X* | p       | a(x)  | b(x)    | ask   | bid     |
        | 1/3 | 0.70 | 41/60 | <B> | 6  | 143/240 | 31/48 | 131/240 | 31/48 | 131/240 |

      Examples:
        | clip | B     |
        | off  | -1/60 |
        | on   | 0     |

    @boundary
    Example: a bid of exactly zero is no bid below zero
      ℓ = 1/2 at sensitivities 1 and 0.4: M = 0.50, O = 0.80 + 0.20 = 1.00, B = 0.

      Given the clip on outside bids is off
      And these markets
        | bucket | from | to | mid | spread | spread sensitivity |
        | Short  | 1    |    | 1   | 0.80   | 0.4                |
      And these balance sheets
        | entity | cash |
        | H1     | 1    |
      And H1 owes 2 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ   | M    | O | A | B |
        | Short  | 0.5 | 0.50 | 1 | 1 | 0 |

  @ANC-06R
  Rule: With the clip on the outside mid is never below zero either

    Scenario Outline: a mid of 0.20 and everything lost, with the clip <clip>
      M = 0.20 − 1 = −0.80, raised to 0 by the clip. O = 0.20 + 0.60 = 0.80. A = M + 0.40, B = M − 0.40.

      Given the date is 1
      And the clip on outside bids is <clip>
      And these markets
        | bucket | from | to | mid  | spread |
        | Short  | 1    |    | 0.20 | 0.20   |
      And H1 owes 3 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M   | O    | A   | B   |
        | Short  | 1 | <M> | 0.80 | <A> | <B> |

      Examples:
        | clip | M     | A     | B     |
        | on   | 0     | 0.40  | 0     |
        | off  | -0.80 | -0.40 | -1.20 |

    Example: losses again and again leave the mid at zero, while the spread keeps widening
      M = 1 − 0.75 = 0.25, then 0.25 − 0.75, raised to 0. O = 0.30 + 0.45 + 0.45 = 1.20.

      Given these markets
        | bucket | from | to | mid | spread |
        | Short  | 1    |    | 1   | 0.30   |
      And these balance sheets
        | entity | cash |
        | H1     | 1    |
        | H2     | 1    |
      And H1 owes 4 tickets due at 1 to someone else
      And H2 owes 4 tickets due at 2 to someone else
      When a period passes
      And a period passes
      Then the anchors become
        | bucket | ℓ    | M | O    | A    | B |
        | Short  | 0.75 | 0 | 1.20 | 0.60 | 0 |

    @boundary @KER-12
    Example: at a mid of zero the dealer stands aside
      Given the date is 1
      And these markets
        | bucket | from | to | mid  | spread |
        | Short  | 1    |    | 0.20 | 0.20   |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1      |
      And H1 owes 1 ticket due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the Short dealer quotes
        | M | X* | N | ask  | bid | guard |
        | 0 | 0  | 1 | 0.40 | 0   | yes   |
