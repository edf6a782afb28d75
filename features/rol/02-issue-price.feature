Feature: The price of a new ticket

  @ROL-02
  Rule: A new ticket is issued at par, or, where chosen, at the outside mid of the bucket that its distance falls in

    Background:
      Given the date is 1
      And rollover is on
      And these markets
        | bucket | mid  | spread |
        | Short  | 0.90 | 0.20   |
        | Mid    | 0.95 | 0.30   |
        | Long   | 1.05 | 0.40   |

    Example: at par the face moves back from the holder to the issuer
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0.50 | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 5        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | K     | 6       | 1     |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0.50 | a1~1    |

    Example: at the mid the holder keeps the discount and the issuer is that much poorer
      Given the issue price mid
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0.50 | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 5        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | K     | 6       | 0.95  |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0.95 |         |
        | K      | 0.55 | a1~1    |

    @boundary
    Example: distances on both sides of the bucket boundaries
      Given the issue price mid
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 4    |             |
        | K      | 0    | a1 a2 a3 a4 |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 3        |
        | a2     | H1     | 1       | 4        |
        | a3     | H1     | 1       | 8        |
        | a4     | H1     | 1       | 9        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | K     | 4       | 0.90  |
        | a2~1   | H1     | K     | 5       | 0.95  |
        | a3~1   | H1     | K     | 9       | 0.95  |
        | a4~1   | H1     | K     | 10      | 1.05  |

    Scenario Outline: tickets of face 20 at <choice>
      Given a ticket size of 20
      And the Mid market at mid 15 and spread 6
      And the issue price <choice>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 20   |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 5        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price   |
        | a1~1   | H1     | K     | 6       | <price> |

      Examples:
        | choice | price |
        | par    | 20    |
        | mid    | 15    |

    @LOOP-01
    Example: the mid is that of the period in which the ticket was repaid, before its losses move it
      H2 pays nothing, so half of what matures is lost and the Short mid falls from 0.90 to 0.40 afterwards.

      Given the issue price mid
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 2       | 2        |
      And H2 owes 1 ticket due at 2 to someone else
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | K     | 4       | 0.90  |
      And the anchors become
        | bucket | ℓ   | M    |
        | Short  | 0.5 | 0.40 |
        | Mid    | 0   | 0.95 |
        | Long   | 0   | 1.05 |
