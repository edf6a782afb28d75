Feature: Payouts to the last digit

  @SET-05 @CHK-09R
  Rule: The payouts of an issuer add up exactly to what left its cash, and units left over go to the largest remainders

    Background:
      Given the date is 1

    Example: 1 over three holders, of whom the first by name takes the unit left over
      1/3 is no whole number of the smallest units of money: three times 0.333333333333333333 is a unit short of 1.

      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K3     | 0    | a1      |
        | K1     | 0    | a2      |
        | K2     | 0    | a3      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
      When claims are settled
      Then the payouts are
        | issuer | holder | tickets | amount |
        | H1     | K1     | 1       | 1/3    |
        | H1     | K2     | 1       | 1/3    |
        | H1     | K3     | 1       | 1/3    |
      And the cash of these is, to the last unit
        | entity | paid out | cash                 |
        | H1     | 1        | 0                    |
        | K1     |          | 0.333333333333333334 |
        | K2     |          | 0.333333333333333333 |
        | K3     |          | 0.333333333333333333 |

    Example: 2 over three holders, where two units are left over
      2/3 is 0.666666666666666666 and two thirds of a unit, the same for all: the first two by name take the units.

      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    |         |
        | K1     | 0    | a1      |
        | K2     | 0    | a2      |
        | K3     | 0    | a3      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | paid out | cash                 |
        | H1     | 2        | 0                    |
        | K1     |          | 0.666666666666666667 |
        | K2     |          | 0.666666666666666667 |
        | K3     |          | 0.666666666666666666 |

    Example: 1 over seven tickets, of which one holder has three
      Given these balance sheets
        | entity       | cash | tickets  |
        | H1           | 1    |          |
        | A            | 0    | a1       |
        | Short dealer | 0    | a2       |
        | Short VBT    | 0    | a3       |
        | K            | 0    | a4 a5 a6 |
        | Z            | 0    | a7       |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | a6     | H1     | 1       |
        | a7     | H1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity       | paid out | cash                 |
        | H1           | 1        | 0                    |
        | A            |          | 0.142857142857142857 |
        | Short dealer |          | 0.142857142857142857 |
        | Short VBT    |          | 0.142857142857142857 |
        | K            |          | 0.428571428571428572 |
        | Z            |          | 0.142857142857142857 |

    Example: what is left over goes by remainder, not by size
      Of 12 units a ticket gets 1 and five sevenths, two get 3 and three sevenths, four get 6 and six sevenths: two are
      left over, and go to C and A.

      Given these balance sheets
        | entity | cash                 | tickets     |
        | H1     | 0.000000000000000012 |             |
        | A      | 0                    | a1          |
        | B      | 0                    | a2 a3       |
        | C      | 0                    | a4 a5 a6 a7 |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | a6     | H1     | 1       |
        | a7     | H1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 0                    |
        | A      | 0.000000000000000002 |
        | B      | 0.000000000000000003 |
        | C      | 0.000000000000000007 |

    @boundary
    Example: four units over seven holders, of whom nobody pays
      Each is due four sevenths of a unit: the first four by name get one, the others nothing, and nobody less.

      Given these balance sheets
        | entity | cash                 | tickets |
        | H1     | 0.000000000000000004 |         |
        | K1     | 0                    | a1      |
        | K2     | 0                    | a2      |
        | K3     | 0                    | a3      |
        | K4     | 0                    | a4      |
        | K5     | 0                    | a5      |
        | K6     | 0                    | a6      |
        | K7     | 0                    | a7      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | a6     | H1     | 1       |
        | a7     | H1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 0                    |
        | K1     | 0.000000000000000001 |
        | K2     | 0.000000000000000001 |
        | K3     | 0.000000000000000001 |
        | K4     | 0.000000000000000001 |
        | K5     | 0                    |
        | K6     | 0                    |
        | K7     | 0                    |

    Example: a holder's payout splits without a residue over the liabilities that it was owed by
      Given these balance sheets
        | entity | cash |
        | H1     | 1    |
      And these tickets
        | ticket | issuer | liability | owner | matures |
        | a1     | H1     | first     | K1    | 1       |
        | a2     | H1     | second    | K1    | 1       |
        | a3     | H1     | third     | K2    | 1       |
      When claims are settled
      Then the payouts are
        | issuer | holder | tickets | amount |
        | H1     | K1     | 2       | 2/3    |
        | H1     | K2     | 1       | 1/3    |
      And the cash of these is, to the last unit
        | entity | paid out | cash |
        | H1     | 1        | 0    |

    @boundary
    Example: one holder takes all there is
      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 0.10 |          |
        | K1     | 0    | a1 a2 a3 |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | paid out | cash |
        | H1     | 0.1      | 0    |

    @boundary
    Example: payment in full leaves the rest untouched
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2.25 |         |
        | K1     | 0    | a1      |
        | K2     | 0    | a2      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | paid out | cash |
        | H1     | 2        | 0.25 |
