Feature: A rollover declined

  @ROL-04R
  Rule: A holder that does not have the cash for the new ticket does not roll, and that is recorded

    Background:
      Given the date is 1
      And rollover is on

    @SET-06R
    Example: under the sequential rule a holder has passed its receipt on already
      H1 pays H2, and H2 pays K with it. H2 has nothing left to lend to H1 again; K lends to H2.

      Given the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1      |
        | K      | 0    | b1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 3        |
        | b1     | H2     | 1       | 3        |
      When claims are settled
      And repaid tickets are rolled over
      Then these rollovers are declined
        | ticket | issuer | owner | matures | price | because |
        | a1~1   | H1     | H2    | 4       | 1     | cash    |
      And these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | b1~1   | H2     | K     | 4       | 1     |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 1    |         |
        | K      | 0    | b1~1    |

    @SET-06R
    Example: holders roll in the order of settlement, so the same chain listed the other way round rolls in full
      Under the clearing vector H1 pays H2, and H2 pays K with it, in whatever order. Here K is first to lend: to H2,
      who can then lend to H1.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets |
        | H2     | 0    | a1      |
        | H1     | 1    |         |
        | K      | 0    | b1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 3        |
        | b1     | H2     | 1       | 3        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | b1~1   | H2     | K     | 4       | 1     |
        | a1~1   | H1     | H2    | 4       | 1     |
      And there are no declined rollovers

    @SET-06R
    Example: a closed ring that cleared without a coin cannot start again
      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | c1      |
        | H2     | 0    | a1      |
        | H3     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 3        |
        | b1     | H2     | 1       | 3        |
        | c1     | H3     | 1       | 3        |
      When claims are settled
      And repaid tickets are rolled over
      Then these rollovers are declined
        | ticket | issuer | owner | price | because |
        | a1~1   | H1     | H2    | 1     | cash    |
        | b1~1   | H2     | H3    | 1     | cash    |
        | c1~1   | H3     | H1    | 1     | cash    |
      And there are no reissues
      And there are 0 tickets and 0 of cash in the world

    @SET-06R
    Example: one coin in the ring is lent round until it comes back to where it was
      H2 holds the coin: it lends to H1, who lends to H3, and then H3 to H2, each in its turn.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | c1      |
        | H3     | 0    | b1      |
        | H2     | 1    | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 3        |
        | b1     | H2     | 1       | 3        |
        | c1     | H3     | 1       | 3        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | H2    | 4       | 1     |
        | c1~1   | H3     | H1    | 4       | 1     |
        | b1~1   | H2     | H3    | 4       | 1     |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    | c1~1    |
        | H2     | 1    | a1~1    |
        | H3     | 0    | b1~1    |

    Example: a price above par takes more than was repaid
      K was repaid 1 and has 0.05 besides: short of 1.10. L has 0.10 besides: just enough.

      Given the issue price mid
      And the Mid market at mid 1.10 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2    |         |
        | K      | 0.05 | a1      |
        | L      | 0.10 | a2      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 5        |
        | a2     | H1     | 1       | 5        |
      When claims are settled
      And repaid tickets are rolled over
      Then these rollovers are declined
        | ticket | issuer | owner | price | because |
        | a1~1   | H1     | K     | 1.10  | cash    |
      And these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a2~1   | H1     | L     | 6       | 1.10  |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1.10 |         |
        | K      | 1.05 |         |
        | L      | 0    | a2~1    |

    Example: cash for one of two goes to the lower serial
      K has 2.15 after repayment. The first ticket takes 1.10, and 1.05 is short of the second.

      Given the issue price mid
      And the Mid market at mid 1.10 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2    |         |
        | K      | 0.15 | a1 a2   |
      And these tickets
        | ticket | issuer | matures | distance | serial |
        | a1     | H1     | 1       | 5        | 8      |
        | a2     | H1     | 1       | 5        | 7      |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a2~1   | H1     | K     | 6       | 1.10  |
      And these rollovers are declined
        | ticket | issuer | owner | price | because |
        | a1~1   | H1     | K     | 1.10  | cash    |

    @boundary @MOD-10 @MOD-11R
    Example: a dealer does not borrow to roll, its VBT may
      Given the issue price mid
      And the Short market at mid 1.10 and spread 0.20
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 2    |         |
        | Short dealer | 0    | d1      |
        | Short VBT    | 0    | v1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 3        |
        | v1     | H1     | 1       | 3        |
      When claims are settled
      And repaid tickets are rolled over
      Then these rollovers are declined
        | ticket | issuer | owner        | price | because |
        | d1~1   | H1     | Short dealer | 1.10  | cash    |
      And the balance sheets are now
        | entity       | cash  | tickets |
        | H1           | 1.10  |         |
        | Short dealer | 1     |         |
        | Short VBT    | -0.10 | v1~1    |

    @MOD-08 @LOOP-07R
    Example: who has bought a ticket of another issuer since it was repaid takes none of the first again
      Given the Short market at mid 1 and spread 0.20
      And these balance sheets
        | entity    | cash | tickets |
        | A         | 5    |         |
        | B         | 5    | a1      |
        | C         | 5    |         |
        | Short VBT | 0    | c1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | A      | 1       | 2        |
        | c1     | C      | 3       | 3        |
      When claims are settled
      And B buys in Short
      And repaid tickets are rolled over
      Then these rollovers are declined
        | ticket | issuer | owner | matures | price | because |
        | a1~1   | A      | B     | 3       | 1     | issuer  |
      And the balance sheets are now
        | entity    | cash | tickets |
        | A         | 4    |         |
        | B         | 4.90 | c1      |
        | Short VBT | 1.10 |         |

    @SET-06R
    Example: the log says whose rollover was declined, of which ticket, at which price, and why
      Given the date is 0
      And the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1      |
        | K      | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
      When the run lasts 1 period
      Then the log tells, on day 1
        | kind              | ticket_id | tickets | debtor | creditor | holder | price | reason  |
        | PayableSettled    |           |         | H1     |          |        |       |         |
        | PayableSettled    |           |         | H2     |          |        |       |         |
        | RolloverDeclined  | a1        |         | H1     |          | H2     | 1     | cash    |
        | PayableRolledOver |           | b1~1    | H2     | K        |        | 1     |         |
        | RunEnded          |           |         |        |          |        |       | periods |

    Example: holders of one issuer roll in the order of their tickets' serials, not of their names
      Given the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 2    |         |
        | K      | 0    | b1      |
        | L      | 0    | b2      |
      And these tickets
        | ticket | issuer | matures | distance | serial |
        | b1     | H2     | 1       | 5        | 8      |
        | b2     | H2     | 1       | 5        | 7      |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | b2~1   | H2     | L     | 6       | 1     |
        | b1~1   | H2     | K     | 6       | 1     |

    @ROL-01
    Example: what has rolled does not roll again
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 3        |
      When claims are settled
      And repaid tickets are rolled over
      And repaid tickets are rolled over
      Then there are no reissues
      And there are no declined rollovers
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1~1    |
