Feature: Mids of zero and below

  @REB-08R
  Rule: At a mid of zero a dealer takes a ticket for nothing; at a mid below zero the seller pays

    Background:
      Given the clip on outside bids is off
      And the Short market at mid 0 and spread 0.20
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0    |         |
        | Mid dealer   | 0    | m1      |
        | Mid VBT      | 0    | m2      |
      And these tickets
        | ticket | matures |
        | m1     | 4       |
        | m2     | 4       |

    @REB-07R @boundary
    Example: a dealer without cash can pay nothing, and takes the ticket
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller     | buyer        | price |
        | m1     | Mid  | Short | Mid dealer | Short dealer | 0     |
        | m2     | Mid  | Short | Mid VBT    | Short VBT    | 0     |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0    | m1      |
        | Short VBT    | 0    | m2      |
        | Mid dealer   | 0    |         |
        | Mid VBT      | 0    |         |

    @TRD-13R
    Example: at a mid below zero the seller pays the buyer, with cash that it does not have
      Given the Short market at mid -0.10 and spread 0.20
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller     | buyer        | price |
        | m1     | Mid  | Short | Mid dealer | Short dealer | -0.10 |
        | m2     | Mid  | Short | Mid VBT    | Short VBT    | -0.10 |
      And the balance sheets are now
        | entity       | cash  | tickets |
        | Short dealer | 0.10  | m1      |
        | Short VBT    | 0.10  | m2      |
        | Mid dealer   | -0.10 |         |
        | Mid VBT      | -0.10 |         |

    @REB-07R @boundary
    Example: a dealer whose cash is below a mid of zero leaves the ticket to the VBT
      The Short dealer sells d1 at −1.10 (three tickets, no cash, spread 12). K1 is not paid: ℓ = 1 takes the Short mid
      from 1 to 0, and m1 crosses on the day after.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 0    | d1 d2 d3 |
        | K1           | 0    | k1       |
        | H1           | 0    |          |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I9     | 3       |
        | d2     | I9     | 3       |
        | d3     | I9     | 3       |
        | k1     | I1     | 1       |
        | m1     | I9     | 5       |
        | m2     | I9     | 9       |
      And these tickets
        | ticket | owner    |
        | m2     | Long VBT |
      When H1 buys in Short
      And a period passes
      And the next period begins
      Then the order goes like this
        | price | dealer cash |
        | -1.10 | -1.10       |
      And these tickets cross
        | ticket | from | to    | seller     | buyer     | price |
        | m1     | Mid  | Short | Mid dealer | Short VBT | 0     |

    @ROL-02 @ROL-06R
    Example: an issue and a placement at a mid below zero
      I1 repays k1 and d1, and has nothing left; it pays 0.10 to each of their holders, so that they take new tickets of
      it. The Short dealer pays the Mid dealer as much to be rid of the one that belongs there.

      Given the Mid market at mid -0.10 and spread 0.20
      And the Short market at mid 1 and spread 0.20
      And rollover is on
      And the issue price mid
      And these balance sheets
        | entity       | cash | tickets |
        | Mid dealer   | 0    |         |
        | Short dealer | 0    | d1      |
        | I1           | 2    |         |
        | K1           | 0    | k1      |
      And these tickets
        | ticket | issuer | matures | distance | owner     |
        | d1     | I1     | 1       | 5        |           |
        | k1     | I1     | 1       | 5        |           |
        | m1     | I9     | 9       |          | Long VBT  |
        | m2     | I9     | 9       |          | Long VBT  |
      When the next period begins
      And claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | owner        | matures | price | placed with | placed at |
        | d1~1   | Short dealer | 6       | -0.10 | Mid dealer  | -0.10     |
        | k1~1   | K1           | 6       | -0.10 |             |           |
      And the traders stand like this
        | trader | cash  |
        | I1     | -0.20 |
        | K1     | 1.10  |
      And the desks stand like this
        | desk         | cash |
        | Short dealer | 1    |
        | Mid dealer   | 0.10 |
