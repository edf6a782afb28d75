Feature: The smallest unit of money

  Money comes in units of 10⁻¹⁸. The tables of this feature are exact to the last digit, except where an
  implementation counts in binary floating point, which is coarser.

  @CHK-09R
  Rule: Prices, payments and anchors are whole units, so that what is paid adds up to what was there

    @SET-05
    Example: a third of 1 for each of three creditors
      1/3 is 0.333333333333333333 and a rest, the same for all; the unit left over goes to the first of the three.
      Given the date is 1
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | K1     | 0    | k1      |
        | K2     | 0    | k2      |
        | K3     | 0    | k3      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | k2     | I1     | 1       |
        | k3     | I1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | cash                 |
        | I1     | 0                    |
        | K1     | 0.333333333333333334 |
        | K2     | 0.333333333333333333 |
        | K3     | 0.333333333333333333 |

    @SET-05
    Example: 2 for seven tickets, the unit left over to the largest remainder
      One ticket: 2/7 is 0.285714285714285714 and 2/7 of a unit; five: 10/7 is 1.428571428571428571 and 3/7 of a unit.
      The three amounts fall short of 2 by one unit.
      Given the date is 1
      And these balance sheets
        | entity    | cash | tickets        |
        | I1        | 2    |                |
        | K1        | 0    | k1             |
        | K2        | 0    | k2             |
        | Short VBT | 0    | v1 v2 v3 v4 v5 |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | k2     | I1     | 1       |
        | v1     | I1     | 1       |
        | v2     | I1     | 1       |
        | v3     | I1     | 1       |
        | v4     | I1     | 1       |
        | v5     | I1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity    | cash                 |
        | I1        | 0                    |
        | K1        | 0.285714285714285714 |
        | K2        | 0.285714285714285714 |
        | Short VBT | 1.428571428571428572 |

    Example: an ask of 31/30 is paid and received in whole units
      31/30 is 1.033333333333333333 and a rest.
      Given the Short market at mid 1 and spread 0.20
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1      |
        | H1           | 2    |         |
      When H1 buys in Short
      Then the order goes like this
        | price | route    |
        | 31/30 | interior |
      And the cash of these is, to the last unit
        | entity       | cash                 |
        | H1           | 0.966666666666666667 |
        | Short dealer | 2.033333333333333333 |

    @ANC-03
    Example: an anchor that falls by a third stands on a whole unit
      ℓ = 1/3: M = 1 − 1/3 = 0.666666666666666667 without a spread, and H1 sells at that.
      Given these markets
        | bucket | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1   | 0      | 1               | 0                  |
      And these balance sheets
        | entity | cash | tickets  |
        | I1     | 2    |          |
        | K1     | 0    | k1 k2 k3 |
        | H1     | 0    | t1       |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | k2     | I1     | 1       |
        | k3     | I1     | 1       |
        | t1     | I2     | 3       |
      When a period passes
      And H1 sells t1
      Then the cash of these is, to the last unit
        | entity    | cash                  |
        | H1        | 0.666666666666666667  |
        | Short VBT | -0.666666666666666667 |

    @boundary
    Example: what divides evenly is not touched
      Given the date is 1
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | K1     | 0    | k1      |
        | K2     | 0    | k2      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | k2     | I1     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | cash |
        | I1     | 0    |
        | K1     | 0.5  |
        | K2     | 0.5  |

    @boundary @KER-04R @KER-14
    Example: a dealer whose cash is a tie below its bid pays what it has, and is left with nothing
      At mid 1 and spread 12 a dealer with cash of about 3.10 and no ticket bids 1 + 0.175 · 12 = 3.10. It has
      10⁻¹⁰ less, which is a tie and counts as enough, but cannot be paid.
      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash         | tickets |
        | Short dealer | 3.0999999999 |         |
        | H1           | 0            | h1      |
      When H1 sells h1
      Then the order goes like this
        | price        | route    |
        | 3.0999999999 | interior |
      And the cash of these is, to the last unit
        | entity       | cash         |
        | Short dealer | 0            |
        | H1           | 3.0999999999 |

    @boundary @KER-04R @TRD-04 @CHK-C4
    Example: a buyer whose cash is a unit below the outside ask pays what it has
      A = 2/3 + 3/2 is 2.166666666666666667 in whole units. The buyer has a unit less, which is a tie.
      Given the Short market at mid 2/3 and spread 3
      And these balance sheets
        | entity    | cash                 | tickets |
        | Short VBT | 0                    | v1      |
        | H1        | 2.166666666666666666 |         |
      When H1 buys in Short
      Then the order goes like this
        | price | route        |
        | 13/6  | pass-through |
      And the cash of these is, to the last unit
        | entity    | cash                 |
        | H1        | 0                    |
        | Short VBT | 2.166666666666666666 |

    @KER-01
    Example: an outside bid of half a unit is rounded to the even one
      At mid 1 and a spread of three units B is 1 less one and a half units, between two whole ones.
      Given the Short market at mid 1 and spread 0.000000000000000003
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route        |
        | 1     | pass-through |
      And the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 0.999999999999999998 |

    @SET-06R
    Example: what goes round a ring goes round in whole units
      H1 has 1 and owes 4 to H2 and 3 to K; H2 owes 4 to H1. H1 pays p = 1 + 4/7 p: 7/3 is 2.333333333333333333
      and a rest. H2 gets 4/7 of that, in whole units, and K the other 1.
      Given the date is 1
      And the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 1    | b1 b2 b3 b4 |
        | H2     | 0    | a1 a2 a3 a4 |
        | K      | 0    | a5 a6 a7    |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | a6     | H1     | 1       |
        | a7     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | b4     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 7   | 7/3         | 1/3 | 0          |
        | H2     | 4   | 4/3         | 1/3 | 0          |
      And the cash of these is, to the last unit
        | entity | cash |
        | H1     | 0    |
        | H2     | 0    |
        | K      | 1    |

    @SET-06R
    Example: payments round a ring are those that close in whole units, and not the nearest to the exact ones
      H1 has 1 and owes 1 to H2 and 2 to K1; H2 has 1 and owes 3 to H1 and 1 to K2. H1 pays p = 1 + 3/4 (1 + p/3),
      so p = 7/3, to the nearest unit 2.333333333333333333. Of that H2 gets 0.777777777777777778 and pays
      1.777777777777777778, K2 gets 0.444444444444444444 (a half, to the even one) and H1 the rest,
      1.333333333333333334: it has a unit more to pay. A third of that is 0.777777777777777778 again.
      Given the date is 1
      And the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 1    | b1 b2 b3 |
        | H2     | 1    | a1       |
        | K1     | 0    | a2 a3    |
        | K2     | 0    | b4       |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | b4     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 3   | 7/3         | 7/9 | 0          |
        | H2     | 4   | 16/9        | 4/9 | 0          |
      And the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 0                    |
        | H2     | 0                    |
        | K1     | 1.555555555555555556 |
        | K2     | 0.444444444444444444 |

    Example: what is brought in is counted in whole units
      Given these balance sheets
        | entity | cash |
        | H1     | 1/3  |
        | H2     | 2/3  |
      When the next period begins
      Then the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 0.333333333333333333 |
        | H2     | 0.666666666666666667 |

  @CHK-10R
  Rule: Where payments round a ring do not close in whole units, its first debtor keeps what comes back besides

    @SET-06R
    Example: what comes back alternates by a unit
      H1 owes 1 to H2 and 3 each to K1 and K2; H2 has 1/2 and owes 1 to H1, 3 to K3 and 1 to K4. H1 pays
      p = (1/2 + p/7)/5 = 7/68, which is 0.102941176470588235 and a rest. That is 7 times 0.014705882352941176 and 3
      units, of which H2 gets the one that is left over: it has 0.514705882352941177, 5 times 0.102941176470588235 and
      2 units, of which H1 gets the one that is left over. H1 could pay a unit more, but of 0.102941176470588236 the
      units left over go to K1 and K2, H2 has a unit less, and 0.102941176470588235 come back.
      Given the date is 1
      And the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0    | b1       |
        | H2     | 0.50 | a1       |
        | K1     | 0    | a2 a3 a4 |
        | K2     | 0    | a5 a6 a7 |
        | K3     | 0    | b2 b3 b4 |
        | K4     | 0    | b5       |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | a6     | H1     | 1       |
        | a7     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | b4     | H2     | 1       |
        | b5     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R    | cash after |
        | H1     | 7   | 7/68        | 1/68 | 0          |
        | H2     | 5   | 35/68       | 7/68 | 0          |
      And the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 0.000000000000000001 |
        | H2     | 0                    |
        | K1     | 0.044117647058823529 |
        | K2     | 0.044117647058823529 |
        | K3     | 0.308823529411764706 |
        | K4     | 0.102941176470588235 |

    Example: the first of the ring it is, and not the one that a debtor outside it leads to
      H1 has 1/2 and owes as before; H2 has 1/2 and owes 3 to H1, 3 to K3 and 1 to K4, so H1 pays
      p = 1/2 + 3/7 (1/2 + p/7) = 35/46. Of 0.760869565217391304 H2 gets 0.108695652173913044, and of what it then has
      0.260869565217391305 come back, a unit more; of one more H2 gets a unit less, and a unit too little comes back. K3,
      before both in trader order, owes 1 to K5.
      Given the date is 1
      And the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets  |
        | K3     | 0    | b4 b5 b6 |
        | H1     | 0.50 | b1 b2 b3 |
        | H2     | 0.50 | a1       |
        | K1     | 0    | a2 a3 a4 |
        | K2     | 0    | a5 a6 a7 |
        | K4     | 0    | b7       |
        | K5     | 0    | c1       |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | a6     | H1     | 1       |
        | a7     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | b4     | H2     | 1       |
        | b5     | H2     | 1       |
        | b6     | H2     | 1       |
        | b7     | H2     | 1       |
        | c1     | K3     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 0.000000000000000001 |
        | H2     | 0                    |
        | K1     | 0.32608695652173913  |
        | K2     | 0.32608695652173913  |
        | K3     | 0                    |
        | K4     | 0.086956521739130435 |
        | K5     | 0.260869565217391304 |
