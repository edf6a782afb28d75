Feature: Which cash counts

  Money received in a settlement may or may not pay debts of that same settlement. By itself it does not: what
  counts is the cash on hand when settlement starts. Two other rules can be chosen. Under the sequential rule the
  issuers pay one after the other, in the order in which the world lists its traders, and what an issuer has
  received by its turn counts. The clearing vector lets everybody pay at once, p = min(what is owed, cash + what
  is received); where several sets of payments fit, the greatest is taken.

  @SET-06R
  Rule: Receipts of a settlement do not fund payments of the same settlement, unless another clearing rule is chosen

    Background:
      Given the date is 1

    Example: without another choice it is the cash on hand that counts
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    |         |
        | H2     | 0    | a1 a2   |
        | K      | 0    | b1 b2   |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | H1     | 2   | 2           | 1 | 0          |
        | H2     | 2   | 0           | 0 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 2    |         |
        | K      | 0    |         |

    Scenario Outline: a chain whose head has the money, and is listed first: <rule>
      H1 owes H2, who owes H3, who owes K: one ticket each, and one coin.

      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1      |
        | H3     | 0    | b1      |
        | K      | 0    | c1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | c1     | H3     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R      |
        | H1     | 1   | 1           | 1      |
        | H2     | 1   | <counts 2>  | <H2 R> |
        | H3     | 1   | <counts 3>  | <H3 R> |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | <H2> |         |
        | H3     | 0    |         |
        | K      | <K>  |         |

      Examples:
        | rule            | counts 2 | H2 R | counts 3 | H3 R | H2 | K |
        | cash_on_hand    | 0        | 0    | 0        | 0    | 1  | 0 |
        | sequential      | 1        | 1    | 1        | 1    | 0  | 1 |
        | clearing_vector | 1        | 1    | 1        | 1    | 0  | 1 |

    Scenario Outline: the same chain listed from its tail: <rule>
      In turn, H3 and H2 have to pay before anything has reached them.

      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H3     | 0    | b1      |
        | H2     | 0    | a1      |
        | H1     | 1    |         |
        | K      | 0    | c1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | c1     | H3     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | R      |
        | H3     | 1   | <H3 R> |
        | H2     | 1   | <H2 R> |
        | H1     | 1   | 1      |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | <H2> |         |
        | H3     | 0    |         |
        | K      | <K>  |         |

      Examples:
        | rule            | H3 R | H2 R | H2 | K |
        | cash_on_hand    | 0    | 0    | 1  | 0 |
        | sequential      | 0    | 0    | 1  | 0 |
        | clearing_vector | 1    | 1    | 0  | 1 |

    Scenario Outline: three rules, three outcomes, by who is solvent: <rule>
      H2 has 1 and owes H3, who comes after it in the list. H3 owes H1, who comes before it. H1 owes K.

      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | c1      |
        | H2     | 1    |         |
        | H3     | 0    | b1      |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | c1     | H3     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | R      |
        | H1     | 1   | <H1 R> |
        | H2     | 1   | 1      |
        | H3     | 1   | <H3 R> |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | <H1> |         |
        | H2     | 0    |         |
        | H3     | <H3> |         |
        | K      | <K>  |         |

      Examples:
        | rule            | H1 R | H3 R | H1 | H3 | K |
        | cash_on_hand    | 0    | 0    | 0  | 1  | 0 |
        | sequential      | 0    | 1    | 1  | 0  | 0 |
        | clearing_vector | 1    | 1    | 0  | 0  | 1 |

    Scenario Outline: three rules, three outcomes, by how much is recovered: <rule>
      H1 has 1 and owes 4: 2 to H2 and 2 to K. H2 has nothing and owes 2 to H1.
      On hand: H1 pays 1/4 on the unit, H2 nothing. In turn: H2 passes on the 1/2 that it got, 1/4 on the unit.
      At once: what H1 pays is 1 + p with p from H2, and p is half of what H1 pays: 2 and 1, so 1/2 on the unit.

      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    | b1 b2   |
        | H2     | 0    | a1 a2   |
        | K      | 0    | a3 a4   |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R      | cash after |
        | H1     | 4   | <counts 1>  | <H1 R> | 0          |
        | H2     | 2   | <counts 2>  | <H2 R> | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | <H1> |         |
        | H2     | <H2> |         |
        | K      | <K>  |         |

      Examples:
        | rule            | counts 1 | counts 2 | H1 R | H2 R | H1  | H2  | K   |
        | cash_on_hand    | 1        | 0        | 1/4  | 0    | 0   | 1/2 | 1/2 |
        | sequential      | 1        | 1/2      | 1/4  | 1/4  | 1/2 | 0   | 1/2 |
        | clearing_vector | 2        | 1        | 1/2  | 1/2  | 0   | 0   | 1   |

    Scenario Outline: a closed ring without a coin: <rule>
      Any common payment from 0 to 1 fits. The greatest is 1: everybody pays in full with what it is paid.

      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | c1      |
        | H2     | 0    | a1      |
        | H3     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | c1     | H3     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 1   | <counts>    | <R> | 0          |
        | H2     | 1   | <counts>    | <R> | 0          |
        | H3     | 1   | <counts>    | <R> | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 0    |         |
        | H3     | 0    |         |

      Examples:
        | rule            | counts | R |
        | cash_on_hand    | 0      | 0 |
        | sequential      | 0      | 0 |
        | clearing_vector | 1      | 1 |

    Scenario Outline: a closed ring whose only coin is with the one listed last: <rule>
      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | c1      |
        | H2     | 0    | a1      |
        | H3     | 1    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | c1     | H3     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | R   |
        | H1     | 1   | <R> |
        | H2     | 1   | <R> |
        | H3     | 1   | 1   |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | <H1> |         |
        | H2     | 0    |         |
        | H3     | <H3> |         |

      Examples:
        | rule            | R | H1 | H3 |
        | cash_on_hand    | 0 | 1  | 0  |
        | sequential      | 0 | 1  | 0  |
        | clearing_vector | 1 | 0  | 1  |

    Scenario Outline: a closed ring whose only coin is with the one listed first: <rule>
      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    | c1      |
        | H2     | 0    | a1      |
        | H3     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | c1     | H3     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | R   |
        | H1     | 1   | 1   |
        | H2     | 1   | <R> |
        | H3     | 1   | <R> |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | <H1> |         |
        | H2     | <H2> |         |
        | H3     | 0    |         |

      Examples:
        | rule            | R | H1 | H2 |
        | cash_on_hand    | 0 | 0  | 1  |
        | sequential      | 1 | 1  | 0  |
        | clearing_vector | 1 | 1  | 0  |

    Example: a ring that leaks little turns its money over many times
      H1 owes 4 to H2 and 1 to K, H2 owes 4 to H1; H1 has 1/2. H1 pays 1/2 + p, of which H2 passes on four fifths
      as p: p = 2, and H1 pays 5/2. In the end K has what H1 had.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 0.50 | b1 b2 b3 b4 |
        | H2     | 0    | a1 a2 a3 a4 |
        | K      | 0    | a5          |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | b4     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 5   | 5/2         | 1/2 | 0          |
        | H2     | 4   | 2           | 1/2 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 0    |         |
        | K      | 0.50 |         |

    Example: money that enters a leaking ring in two places, with the one that it leaks to listed first
      H1 owes 4 to H2 and 1 to K, H2 owes 4 to H3 and H3 owes 4 to H1; H1 and H3 have 1/4 each. H1 pays
      p = 1/4 + 1/4 + 4/5 p: p = 5/2. H2 passes on 2, H3 pays 2 + 1/4, and K passes on 1/2.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets     |
        | K      | 0    | a5          |
        | H1     | 0.25 | c1 c2 c3 c4 |
        | H2     | 0    | a1 a2 a3 a4 |
        | H3     | 0.25 | b1 b2 b3 b4 |
        | L      | 0    | k1          |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | b4     | H2     | 1       |
        | c1     | H3     | 1       |
        | c2     | H3     | 1       |
        | c3     | H3     | 1       |
        | c4     | H3     | 1       |
        | k1     | K      | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R    | cash after |
        | K      | 1   | 1/2         | 1/2  | 0          |
        | H1     | 5   | 5/2         | 1/2  | 0          |
        | H2     | 4   | 2           | 1/2  | 0          |
        | H3     | 4   | 9/4         | 9/16 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | K      | 0    |         |
        | H1     | 0    |         |
        | H2     | 0    |         |
        | H3     | 0    |         |
        | L      | 0.50 |         |

    Example: a ring of small claims that leaks little
      The claims have a face of 0.10: H1 owes 0.40 to H2 and 0.10 to K, H2 owes 0.40 to H1; H1 has 0.05. H1 pays
      p = 0.05 + 4/5 p: p = 0.25, of which H2 passes on 0.20.

      Given a ticket size of 0.10
      And the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 0.05 | b1 b2 b3 b4 |
        | H2     | 0    | a1 a2 a3 a4 |
        | K      | 0    | a5          |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | b4     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due  | cash before | R   | cash after |
        | H1     | 0.50 | 0.25        | 1/2 | 0          |
        | H2     | 0.40 | 0.20        | 1/2 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 0    |         |
        | K      | 0.05 |         |

    Example: a closed ring of unequal debts, without a coin
      H1 owes 3 and can only ever receive the 2 that H2 owes. The greatest payments that fit are 2 and 2.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0    | b1 b2    |
        | H2     | 0    | a1 a2 a3 |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 3   | 2           | 2/3 | 0          |
        | H2     | 2   | 2           | 1   | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 0    |         |

    Example: a ring with a tail, where one member can pay in full and the others cannot
      H1 owes 2 to H2 and 1 to H4; H2 owes 2 to H3, H3 owes 2 to H1, H4 owes 1 to K. H3 has 1, the others nothing.
      If H3 pays its 2, H1 pays 2 of 3, that is 2/3 on the unit: 4/3 to H2, who passes them on, and 2/3 to H4.
      H3 then has 1 + 4/3 = 7/3, which is enough. It keeps 1/3, and K has the other 2/3.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | c1 c2   |
        | H2     | 0    | a1 a2   |
        | H3     | 1    | b1 b2   |
        | H4     | 0    | a3      |
        | K      | 0    | d1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | c1     | H3     | 1       |
        | c2     | H3     | 1       |
        | d1     | H4     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 3   | 2           | 2/3 | 0          |
        | H2     | 2   | 4/3         | 2/3 | 0          |
        | H3     | 2   | 7/3         | 1   | 1/3        |
        | H4     | 1   | 2/3         | 2/3 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 0    |         |
        | H3     | 1/3  |         |
        | H4     | 0    |         |
        | K      | 2/3  |         |

    Example: two rings on one day, one closed and one that leaks, clear side by side
      H1 and H2 owe each other 1 and have nothing: both pay. H3 owes H4 and K 1 each and has 1, H4 owes H3 1.
      H3 pays 1 + p, of which H4 gets half and passes it on as p: H3 pays 2, H4 pays 1.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | b1      |
        | H2     | 0    | a1      |
        | H3     | 1    | d1      |
        | H4     | 0    | c1      |
        | K      | 0    | c2      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | c1     | H3     | 1       |
        | c2     | H3     | 1       |
        | d1     | H4     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | H1     | 1   | 1           | 1 | 0          |
        | H2     | 1   | 1           | 1 | 0          |
        | H3     | 2   | 2           | 1 | 0          |
        | H4     | 1   | 1           | 1 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H3     | 0    |         |
        | K      | 1    |         |
        | H1     | 0    |         |
        | H2     | 0    |         |
        | H4     | 0    |         |

    Example: a long chain loses on the way what is not covered
      H1 pays 2 of 4, half on the unit. H2 has 1 and gets 1: 2 of 3, so 2/3 on the unit. H3 gets all of it and owes 1.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity | cash | tickets  |
        | H3     | 0    | b1 b2 b3 |
        | H2     | 1    | a1 a2    |
        | H1     | 2    |          |
        | K      | 0    | a3 a4    |
        | L      | 0    | c1       |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | b3     | H2     | 1       |
        | c1     | H3     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H3     | 1   | 2           | 1   | 1          |
        | H2     | 3   | 2           | 2/3 | 0          |
        | H1     | 4   | 2           | 1/2 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 0    |         |
        | H3     | 1    |         |
        | K      | 1    |         |
        | L      | 1    |         |

    @boundary
    Example: a ring that leaks to a dealer and has no coin pays nothing
      H1 owes H2 and the Short dealer 1 each, H2 owes H1 1. H1 pays p, H2 gets p/2 and pays it back: only p = 0 fits.

      Given the clearing rule clearing_vector
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 0    | b1      |
        | H2           | 0    | a1      |
        | Short dealer | 5    | a2      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | b1     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | H1     | 2   | 0           | 0 | 0          |
        | H2     | 1   | 0           | 0 | 0          |
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 0    |         |
        | H2           | 0    |         |
        | Short dealer | 5    |         |

    @boundary @TRD-13R
    Example: cash below zero counts as nothing among the payments that fit
      H1 pays 0.10 to be rid of t1 and has −0.10. H1 and H2 owe each other 1: both pay with what they are paid.

      Given the clearing rule clearing_vector
      And the clip on outside bids is off
      And the Mid market at mid 0.10 and spread 0.40
      And these tickets
        | ticket | issuer | owner | matures |
        | t1     | H2     | H1    | 5       |
        | a1     | H1     | H2    | 1       |
        | b1     | H2     | H1    | 1       |
      When H1 sells t1
      And claims are settled
      Then the order goes like this
        | price | route        |
        | -0.10 | pass-through |
      And the issuers settle like this
        | issuer | due | R |
        | H2     | 1   | 1 |
        | H1     | 1   | 1 |
      And the balance sheets are now
        | entity  | cash  | tickets |
        | H1      | -0.10 |         |
        | H2      | 0     |         |
        | Mid VBT | 0.10  | t1      |

    @boundary
    Scenario Outline: what is received on another day funds nothing, and what was received before does: <rule>
      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2    |         |
        | H2     | 0    | a1 a2   |
        | K      | 0    | b1 b2   |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 3       |
        | b1     | H2     | 2       |
        | b2     | H2     | 2       |
      When claims are settled
      And the next period begins
      And claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H2     | 2   | 1           | 1/2 | 0          |

      Examples:
        | rule            |
        | cash_on_hand    |
        | sequential      |
        | clearing_vector |

  @SET-06R @CHK-11
  Rule: One function decides what an issuer pays, and nobody pays what it has not

    @boundary @KER-04R @SET-01
    Scenario Outline: a debtor within a tie of what it owes pays what it has, and its ticket counts as repaid: <rule>
      H1 is 10⁻¹⁰ short of the 1 that it owes to H2.

      Given the date is 1
      And the clearing rule <rule>
      And these balance sheets
        | entity | cash         | tickets |
        | H1     | 0.9999999999 |         |
        | H2     | 0            | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before  | R | cash after |
        | H1     | 1   | 0.9999999999 | 1 | 0          |
      And the cash of these is, to the last unit
        | entity | cash         |
        | H1     | 0            |
        | H2     | 0.9999999999 |

      Examples:
        | rule            |
        | cash_on_hand    |
        | sequential      |
        | clearing_vector |

    @boundary @KER-04R
    Scenario Outline: a holder that counts on the missing part does not get it: <rule>
      H2 has nothing but what H1 pays, and owes 1 to H3: it is as short as H1 is.

      Given the date is 1
      And the clearing rule <rule>
      And these balance sheets
        | entity | cash         | tickets |
        | H1     | 0.9999999999 |         |
        | H2     | 0            | a1      |
        | H3     | 0            | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before  | R | cash after |
        | H1     | 1   | 0.9999999999 | 1 | 0          |
        | H2     | 1   | 0.9999999999 | 1 | 0          |
      And the cash of these is, to the last unit
        | entity | cash         |
        | H1     | 0            |
        | H2     | 0            |
        | H3     | 0.9999999999 |

      Examples:
        | rule            |
        | sequential      |
        | clearing_vector |

    @boundary @KER-04R
    Example: what is missing may add up to more than a tie along a chain of debtors
      Each has a tie less than the rest of what it owes; the third is three times 4 · 10⁻¹⁰ short, and defaults.

      Given the date is 1
      And the clearing rule clearing_vector
      And these balance sheets
        | entity | cash         | tickets  |
        | H1     | 0.9999999996 |          |
        | H2     | 0.9999999996 | a1       |
        | H3     | 0.9999999996 | b1 b2    |
        | H4     | 0            | c1 c2 c3 |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | b1     | H2     | 1       |
        | b2     | H2     | 1       |
        | c1     | H3     | 1       |
        | c2     | H3     | 1       |
        | c3     | H3     | 1       |
      When claims are settled
      Then the cash of these is, to the last unit
        | entity | cash         |
        | H1     | 0            |
        | H2     | 0            |
        | H3     | 0            |
        | H4     | 2.9999999988 |
      And the issuers settle like this
        | issuer | due | R            |
        | H1     | 1   | 1            |
        | H2     | 2   | 1            |
        | H3     | 3   | 0.9999999996 |
