Feature: New paper returns to the bucket that it belongs to

  @ROL-06R
  Rule: A desk of another bucket sells the new ticket at once to the desk of its own kind in the bucket of its distance

    Background:
      Given the date is 1
      And rollover is on
      And these markets
        | bucket | mid  | spread |
        | Short  | 0.90 | 0.20   |
        | Mid    | 0.95 | 0.30   |
        | Long   | 1.05 | 0.40   |

    Example: the Short dealer is repaid, takes the new ticket at par and sells it to the Long dealer at 1.05
      The Short dealer's cash: 2 + 1 − 1 + 1.05.

      Given these balance sheets
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 2    | d1      |
        | Long dealer  | 3    | l1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 9        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | d1~1   | H1     | Short dealer | 10      | 1     | Long dealer | 1.05      |
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 3.05 |         |
        | Long dealer  | 1.95 | l1 d1~1 |

    @KER-15
    Example: and the Long dealer quotes with one ticket more
      V = 1.95 + 2·1.05 = 4.05, K* = 2 + ⌊1.95/1.05⌋ = 3, λ = 1/4, I = 0.10, p(2) = 1.05 − 0.40/5·½ = 1.01.

      Given these balance sheets
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 2    | d1      |
        | Long dealer  | 3    | l1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 9        |
      When claims are settled
      And repaid tickets are rolled over
      Then the Long dealer quotes
        | a | C    | V    | X* | p    | ask  | bid  |
        | 2 | 1.95 | 4.05 | 3  | 1.01 | 1.06 | 0.96 |
      And the Short dealer quotes
        | a | C    |
        | 0 | 3.05 |

    Example: the Short VBT sells to the Mid VBT, whatever cash that one has
      Given these balance sheets
        | entity     | cash | tickets |
        | H1         | 1    |         |
        | Short VBT  | 0    | v1      |
        | Mid dealer | 5    |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | v1     | H1     | 1       | 4        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner     | matures | price | placed with | placed at |
        | v1~1   | H1     | Short VBT | 5       | 1     | Mid VBT     | 0.95      |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | H1        | 1     |         |
        | Short VBT | 0.95  |         |
        | Mid VBT   | -0.95 | v1~1    |

    @ROL-02
    Example: issued at the mid, the ticket leaves at the price at which it came
      Given the issue price mid
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 2    | d1      |
        | Mid dealer   | 1    |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 8        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | d1~1   | H1     | Short dealer | 9       | 0.95  | Mid dealer  | 0.95      |
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 0.95 |         |
        | Short dealer | 3    |         |
        | Mid dealer   | 0.05 | d1~1    |

    @ROL-02 @ROL-04R
    Example: each ticket is sold on before the next one is paid for
      The Short dealer has 2.05 once it is repaid: enough for one ticket at 1.05, and again for the other when it
      has sold the first.
      Given the issue price mid
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 2    |         |
        | Short dealer | 0.05 | d1 d2   |
        | Long dealer  | 3    |         |
      And these tickets
        | ticket | issuer | liability | matures | distance |
        | d1     | H1     | L1        | 1       | 9        |
        | d2     | H1     | L1        | 1       | 9        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | d1~1   | H1     | Short dealer | 10      | 1.05  | Long dealer | 1.05      |
        | d2~1   | H1     | Short dealer | 10      | 1.05  | Long dealer | 1.05      |
      And the balance sheets are now
        | entity       | cash | tickets   |
        | H1           | 2.10 |           |
        | Short dealer | 2.05 |           |
        | Long dealer  | 0.90 | d1~1 d2~1 |

    @boundary @KER-04R @CHK-11
    Example: a dealer whose cash ties with the mid pays what it has for the ticket placed with it
      The Mid dealer has 9 · 10⁻¹⁰ less than 0.95.

      Given these balance sheets
        | entity       | cash         | tickets |
        | H1           | 1            |         |
        | Short dealer | 2            | d1      |
        | Mid dealer   | 0.9499999991 |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 8        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at    |
        | d1~1   | H1     | Short dealer | 9       | 1     | Mid dealer  | 0.9499999991 |
      And the cash of these is, to the last unit
        | entity       | cash         |
        | H1           | 1            |
        | Short dealer | 2.9499999991 |
        | Mid dealer   | 0            |

    @boundary
    Example: in its own bucket a desk keeps the new ticket, and a trader keeps any
      Given these balance sheets
        | entity       | cash | tickets |
        | H1           | 3    |         |
        | Short dealer | 0    | d1      |
        | Short VBT    | 0    | v1      |
        | K            | 0    | a1      |
        | Long dealer  | 9    |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 3        |
        | v1     | H1     | 1       | 1        |
        | a1     | H1     | 1       | 9        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | d1~1   | H1     | Short dealer | 4       | 1     |             |           |
        | v1~1   | H1     | Short VBT    | 2       | 1     |             |           |
        | a1~1   | H1     | K            | 10      | 1     |             |           |
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 3    |         |
        | Short dealer | 0    | d1~1    |
        | Short VBT    | 0    | v1~1    |
        | K            | 0    | a1~1    |

    @REB-07R
    Scenario Outline: a Long dealer with cash <cash> against a mid of 1.05 leaves the ticket to <buyer>
      Given these balance sheets
        | entity       | cash   | tickets |
        | H1           | 1      |         |
        | Short dealer | 2      | d1      |
        | Long dealer  | <cash> |         |
        | Long VBT     | 0      |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 9        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | d1~1   | H1     | Short dealer | 10      | 1     | <buyer>     | 1.05      |
      And the balance sheets are now
        | entity       | cash          | tickets          |
        | H1           | 1             |                  |
        | Short dealer | 3.05          |                  |
        | Long dealer  | <dealer cash> | <dealer tickets> |
        | Long VBT     | <VBT cash>    | <VBT tickets>    |

      Examples:
        | cash | buyer       | dealer cash | dealer tickets | VBT cash | VBT tickets |
        | 1.04 | Long VBT    | 1.04        |                | -1.05    | d1~1        |
        | 1.05 | Long dealer | 0           | d1~1           | 0        |             |

    Example: over a ticket's full cycle the desks' cash is what it was, where the mids are equal
      The Long dealer sells l1 to the Mid dealer for 1, that one to the Short dealer for 1, who is repaid 1,
      lends it again at par and sells the new ticket to the Long dealer for 1.

      Given the date is 0
      And these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 1    |         |
        | Mid dealer   | 1    |         |
        | Long dealer  | 1    | l1      |
      And these tickets
        | ticket | issuer | matures |
        | l1     | H1     | 9       |
      When 9 periods begin
      And claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | l1~1   | H1     | Short dealer | 18      | 1     | Long dealer | 1         |
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 1    |         |
        | Mid dealer   | 1    |         |
        | Long dealer  | 1    | l1~1    |

    Example: where the mids differ the desks' cash is what it was taken together
      Long sells at 0.95 and buys at 1.05, Mid buys at 0.95 and sells at 0.90, Short buys at 0.90 and sells at 1.05.

      Given the date is 0
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 1    |         |
        | Mid dealer   | 1    |         |
        | Long dealer  | 1    | l1      |
      And these tickets
        | ticket | issuer | matures |
        | l1     | H1     | 9       |
      When 9 periods begin
      And claims are settled
      And repaid tickets are rolled over
      Then the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | Short dealer | 1.15 |         |
        | Mid dealer   | 0.95 |         |
        | Long dealer  | 0.90 | l1~1    |
