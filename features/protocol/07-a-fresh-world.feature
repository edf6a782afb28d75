Feature: A fresh world

  Opening a world forgets the last one, whatever happened in it.

  Rule: Nothing of the last world is left in the next

    Background:
      I1 has half of the 1 that it owes on day 1, and I2 all of it: ℓ = 1/4.

      Given these balance sheets
        | entity | cash | tickets |
        | I1     | 0.50 |         |
        | I2     | 1    |         |
        | K1     | 0    | k1      |
        | K2     | 1    | k2      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | k2     | I2     | 1       |
      And rollover is on

    @PROTOCOL
    Example: neither the date nor the anchors, nor who paid and who defaulted
      When a period passes
      And the world is opened
      Then the date is now 0
      And the Short dealer quotes
        | M | O    |
        | 1 | 0.20 |
      And the traders stand like this
        | trader | cash | shortfall | defaulted |
        | I1     | 0.50 | 0         | no        |
        | I2     | 1    | 0         | no        |
        | K1     | 0    | 0         | no        |
      And there are 2 tickets and 2.50 of cash in the world

    @PROTOCOL @ANC-01
    Example: a loss that has not moved the anchors yet moves none in the next
      When the next period begins
      And claims are settled
      And the world is opened
      And the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    | A    | B    |
        | Short  | 0 | 1 | 0.20 | 1.10 | 0.90 |
        | Mid    | 0 | 1 | 0.30 | 1.15 | 0.85 |
        | Long   | 0 | 1 | 0.40 | 1.20 | 0.80 |

    @PROTOCOL @ROL-01
    Example: a ticket that was repaid and not rolled over yet is not issued in the next
      When the next period begins
      And claims are settled
      And the world is opened
      And repaid tickets are rolled over
      Then there are no reissues
