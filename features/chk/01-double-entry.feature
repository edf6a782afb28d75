Feature: Double entry

  What the checks compare after every event, seen on the balance sheets. An entity that a table does not
  list has not changed.

  @CHK-C1
  Rule: Cash and tickets only change hands; settlement alone takes tickets away, and rollover alone adds any

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.20   |

    Example: a SELL and a BUY with the dealer
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0.50 | t1      |
        | H2           | 3    |         |
      When these orders come in
        | customer | sells | buys in |
        | H1       | t1    |         |
        | H2       |       | Short   |
      Then the orders go like this
        | price | route    |
        | 0.97  | interior |
        | 0.98  | interior |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 2.01 | d2 t1   |
        | H1           | 1.47 |         |
        | H2           | 2.02 | d1      |
      And there are 3 tickets and 5.50 of cash in the world

    Example: a SELL and a BUY that pass through to the VBT
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | -1   | v1      |
        | H1        | 0.50 | t1      |
        | H2        | 3    |         |
      When these orders come in
        | customer | sells | buys in |
        | H1       | t1    |         |
        | H2       |       | Short   |
      Then the orders go like this
        | price | route        |
        | 0.85  | pass-through |
        | 1.15  | pass-through |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | -0.70 | t1      |
        | H1        | 1.35  |         |
        | H2        | 1.85  | v1      |
      And there are 2 tickets and 2.50 of cash in the world

    Example: a dealer's and a VBT's ticket cross a boundary
      Given these balance sheets
        | entity       | cash | tickets |
        | Mid dealer   | 0    | m1      |
        | Short dealer | 1.20 |         |
        | Mid VBT      | 0    | w1      |
        | Short VBT    | 0    |         |
      And these tickets
        | ticket | matures |
        | m1     | 4       |
        | w1     | 4       |
      When the next period begins
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Mid dealer   | 1    |         |
        | Short dealer | 0.20 | m1      |
        | Mid VBT      | 1    |         |
        | Short VBT    | -1   | w1      |
      And there are 2 tickets and 1.20 of cash in the world

    @SET-02
    Example: claims paid in full: all of R·D arrives, and the tickets are gone
      R = 1 and D = 3.
      Given the date is 1
      And these balance sheets
        | entity       | cash | tickets |
        | I1           | 5    |         |
        | Short dealer | 0    | d1      |
        | Short VBT    | 0    | v1      |
        | K1           | 0    | k1 k2   |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I1     | 1       |
        | v1     | I1     | 1       |
        | k1     | I1     | 1       |
        | k2     | I1     | 2       |
      When claims are settled
      Then the payouts are
        | issuer | holder       | tickets | amount |
        | I1     | K1           | 1       | 1      |
        | I1     | Short dealer | 1       | 1      |
        | I1     | Short VBT    | 1       | 1      |
      And the balance sheets are now
        | entity       | cash | tickets |
        | I1           | 2    |         |
        | Short dealer | 1    |         |
        | Short VBT    | 1    |         |
        | K1           | 1    | k2      |
      And there is 1 ticket and 5 of cash in the world

    @SET-04
    Example: claims paid in part: R·D arrives, and the tickets are gone all the same
      Cash 3 for 8 tickets: R = 3/8, and 3 · 3/8 + 2 · 3/8 + 3 · 3/8 = 3.
      Given the date is 1
      And these balance sheets
        | entity       | cash | tickets  |
        | I1           | 3    |          |
        | Short dealer | 0    | d1 d2 d3 |
        | Short VBT    | 0    | v1 v2    |
        | K1           | 0    | k1 k2 k3 |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I1     | 1       |
        | d2     | I1     | 1       |
        | d3     | I1     | 1       |
        | v1     | I1     | 1       |
        | v2     | I1     | 1       |
        | k1     | I1     | 1       |
        | k2     | I1     | 1       |
        | k3     | I1     | 1       |
      When claims are settled
      Then the balance sheets are now
        | entity       | cash  | tickets |
        | I1           | 0     |         |
        | Short dealer | 1.125 |         |
        | Short VBT    | 0.75  |         |
        | K1           | 1.125 |         |
      And there are 0 tickets and 3 of cash in the world

    Example: two issuers that hold each other's tickets settle
      H1 has 1 for a debt of 2, H2 has 3 for a debt of 1: R = 1/2 and R = 1.
      Given the date is 1
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    | b1      |
        | H2     | 3    | a1 a2   |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | b1     | H2     | 1       |
      When claims are settled
      Then the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 3    |         |
      And there are 0 tickets and 4 of cash in the world

    @ROL-01 @SET-08
    Example: rollover adds the tickets that it names, for as much cash as it moves
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 2    |         |
        | K1     | 0    | a1      |
        | K2     | 0.25 | a2      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | I1     | 1       |
        | a2     | I1     | 1       |
      When a period passes
      Then the balance sheets are now
        | entity | cash | tickets |
        | I1     | 2    |         |
        | K1     | 0    | a1~1    |
        | K2     | 0.25 | a2~1    |
      And there are 2 tickets and 2.25 of cash in the world

    @ROL-06R
    Example: a new ticket of another bucket is sold on, cash against ticket
      a1, issued for 4 periods, is reissued to the Short dealer for 1 and goes to the Mid dealer for 1.
      Given rollover is on
      And these balance sheets
        | entity       | cash | tickets |
        | I1           | 1    |         |
        | Short dealer | 0    | a1      |
        | Mid dealer   | 1.50 |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | I1     | 1       | 4        |
      When a period passes
      Then the balance sheets are now
        | entity       | cash | tickets |
        | I1           | 1    |         |
        | Short dealer | 1    |         |
        | Mid dealer   | 0.50 | a1~1    |
      And there is 1 ticket and 2.50 of cash in the world

    @boundary @ANC-05
    Example: an anchor update moves prices, and neither cash nor tickets
      Given the date is 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | K1           | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
      When claims are settled
      And the anchors are updated
      Then no balance sheet has changed
      And there are 2 tickets and 2 of cash in the world

    @boundary
    Example: nor does an order that is refused
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 1    |         |
      When H1 buys in Short
      Then the order goes like this
        | executed | price | refused |
        | no       | 1.03  | cash    |
      And no balance sheet has changed
      And there are 2 tickets and 3 of cash in the world
