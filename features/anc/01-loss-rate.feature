Feature: The loss rate of a bucket

  @ANC-01
  Rule: The loss rate is what was not repaid of what matured in the bucket, and 0 where nothing matured

    Background:
      Given the Short market at mid 1 and spread 0.20
      And the date is 1

    Example: half of one claim, nothing of another, all of a third
      H1 pays 1 of 2, H2 nothing of 1, H3 all of 5: 2 of 8 are lost.

      Given these balance sheets
        | entity | cash |
        | H1     | 1    |
        | H2     | 0    |
        | H3     | 9    |
      And H1 owes 2 tickets due at 1 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      And H3 owes 5 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ    | M    | O    |
        | Short  | 0.25 | 0.75 | 0.35 |
        | Mid    | 0    | 1    | 0.30 |
        | Long   | 0    | 1    | 0.40 |

    Example: it makes no difference who holds the claims
      The dealer, the VBT and a trader lose 1/2 each of the 2 + 1 + 1 that they hold: 2 of 4.

      Given these balance sheets
        | entity       | cash | tickets |
        | H1           | 2    |         |
        | Short dealer | 0    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | K            | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 1       |
        | d2     | H1     | 1       |
        | v1     | H1     | 1       |
        | k1     | H1     | 1       |
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ   | M   |
        | Short  | 0.5 | 0.5 |
        | Mid    | 0   | 1   |
        | Long   | 0   | 1   |

    @boundary @KER-04R @SET-06R
    Example: what is missing of a ticket that counts as repaid is no loss
      H1 is 8 · 10⁻¹⁰ short, which is a tie: R is 1.

      Given these balance sheets
        | entity | cash         |
        | H1     | 0.9999999992 |
      And H1 owes 1 ticket due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    |
        | Short  | 0 | 1 | 0.20 |
        | Mid    | 0 | 1 | 0.30 |
        | Long   | 0 | 1 | 0.40 |

    Example: tickets of face 20 give the same rate
      H1 pays 15 of 60: 45 of 60 are lost.

      Given a ticket size of 20
      And these balance sheets
        | entity | cash |
        | H1     | 15   |
      And H1 owes 3 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ    |
        | Short  | 0.75 |
        | Mid    | 0    |
        | Long   | 0    |

    @boundary
    Example: where everything is lost the rate is 1
      Given H1 owes 3 tickets due at 1 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    |
        | Short  | 1 | 0 | 0.80 |
        | Mid    | 0 | 1 | 0.30 |
        | Long   | 0 | 1 | 0.40 |

    @boundary
    Example: where everything is repaid, or nothing matures, the rate is 0 and the anchors stay
      Given these balance sheets
        | entity | cash |
        | H1     | 3    |
      And H1 owes 3 tickets due at 1 to someone else
      And H2 owes 1 ticket due at 2 to someone else
      When claims are settled
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    |
        | Short  | 0 | 1 | 0.20 |
        | Mid    | 0 | 1 | 0.30 |
        | Long   | 0 | 1 | 0.40 |

  @ANC-02R
  Rule: A ticket counts to the bucket that it was in before it grew one period shorter, so what matures counts to Short

    Example: a claim that spent most of its life in Mid is lost in Short
      Given H1 owes 1 ticket due at 4 to someone else
      When a period passes
      And a period passes
      And a period passes
      And a period passes
      Then the anchors become
        | bucket | ℓ | M | O    |
        | Short  | 1 | 0 | 0.80 |
        | Mid    | 0 | 1 | 0.30 |
        | Long   | 0 | 1 | 0.40 |

    Example: a ticket with one period to run was in Short before the day on which it has none
      Given the Short market at mid 1 and spread 0.20
      And these balance sheets
        | entity | cash |
        | H1     | 0.50 |
      And H1 owes 1 ticket due at 1 to someone else
      And H2 owes 1 ticket due at 4 to someone else
      When a period passes
      Then the anchors become
        | bucket | ℓ   | M   |
        | Short  | 0.5 | 0.5 |
        | Mid    | 0   | 1   |
        | Long   | 0   | 1   |

    @boundary
    Example: with a Short bucket of one period it is that bucket all the same
      Given these markets
        | bucket | from | to | mid | spread |
        | Short  | 1    | 1  | 1   | 0.20   |
        | Mid    | 2    | 2  | 1   | 0.30   |
        | Long   | 3    |    | 1   | 0.40   |
      And H1 owes 1 ticket due at 2 to someone else
      When a period passes
      And a period passes
      Then the anchors become
        | bucket | ℓ | M |
        | Short  | 1 | 0 |
        | Mid    | 0 | 1 |
        | Long   | 0 | 1 |
