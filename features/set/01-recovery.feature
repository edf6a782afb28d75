Feature: What an issuer pays at maturity

  Background:
    Given the date is 1

  @SET-01
  Rule: The recovery rate of an issuer is its cash over what it owes today, and at most 1

    Example: more than enough, too little, just enough and nothing at all
      Given these balance sheets
        | entity | cash |
        | H1     | 5    |
        | H2     | 3    |
        | H3     | 2    |
        | H4     | 0    |
      And H1 owes 3 tickets due at 1 to someone else
      And H2 owes 4 tickets due at 1 to someone else
      And H3 owes 2 tickets due at 1 to someone else
      And H4 owes 1 ticket due at 1 to someone else
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R    | cash after |
        | H1     | 3   | 5           | 1    | 2          |
        | H2     | 4   | 3           | 0.75 | 0          |
        | H3     | 2   | 2           | 1    | 0          |
        | H4     | 1   | 0           | 0    | 0          |
      And the traders stand like this
        | trader | defaulted |
        | H1     | no        |
        | H2     | yes       |
        | H3     | no        |
        | H4     | yes       |

    Example: the amount due is counted at face
      Three tickets of face 20 are 60; 45 of cash covers three quarters of them.

      Given a ticket size of 20
      And these balance sheets
        | entity | cash |
        | H1     | 45   |
      And H1 owes 3 tickets due at 1 to someone else
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 60  | 45          | 3/4 | 0          |

    Example: two liabilities of one issuer that fall due together are one amount due
      Given these balance sheets
        | entity | cash |
        | H1     | 2    |
      And these tickets
        | ticket | issuer | liability | owner | matures |
        | a1     | H1     | first     | K1    | 1       |
        | a2     | H1     | first     | K1    | 1       |
        | b1     | H1     | second    | K2    | 1       |
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 3   | 2           | 2/3 | 0          |
      And the payouts are
        | issuer | holder | tickets | amount |
        | H1     | K1     | 2       | 4/3    |
        | H1     | K2     | 1       | 2/3    |

    @boundary
    Example: what falls due later does not count
      Given these balance sheets
        | entity | cash |
        | H1     | 2    |
      And H1 owes 1 ticket due at 1 to someone else
      And H1 owes 6 tickets due at 2 to someone else
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R | cash after |
        | H1     | 1   | 2           | 1 | 1          |

    @boundary
    Example: a penny short is not enough
      Given these balance sheets
        | entity | cash |
        | H1     | 1.99 |
      And H1 owes 2 tickets due at 1 to someone else
      When claims are settled
      Then the issuers settle like this
        | issuer | due | cash before | R     | cash after |
        | H1     | 2   | 1.99        | 0.995 | 0          |
      And the traders stand like this
        | trader | defaulted |
        | H1     | yes       |

    @boundary
    Example: on a day without maturities nothing is paid
      Given these balance sheets
        | entity | cash |
        | H1     | 2    |
      And H1 owes 2 tickets due at 2 to someone else
      When claims are settled
      Then there are no claims due
      And no balance sheet has changed

  @SET-02
  Rule: Every holder is paid the recovery on its tickets, the tickets are gone, and the issuer has paid for them all

    Example: two holders of unequal size
      R = 2/5. K1 holds three tickets and gets 6/5, K2 holds two and gets 4/5.

      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 2    |          |
        | K1     | 1    | a1 a2 a3 |
        | K2     | 0    | a4 a5    |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
      When claims are settled
      Then the payouts are
        | issuer | holder | tickets | amount |
        | H1     | K1     | 3       | 6/5    |
        | H1     | K2     | 2       | 4/5    |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | K1     | 11/5 |         |
        | K2     | 4/5  |         |

    Example: tickets of a larger face
      R = 50/80 = 5/8, so a ticket of face 20 brings 12.50.

      Given a ticket size of 20
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 50   |          |
        | K1     | 0    | a1 a2 a3 |
        | K2     | 0    | a4       |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
      When claims are settled
      Then the balance sheets are now
        | entity | cash  | tickets |
        | H1     | 0     |         |
        | K1     | 37.50 |         |
        | K2     | 12.50 |         |

    @boundary
    Example: the issuer's later tickets, and other issuers' tickets, stay where they are
      Given these balance sheets
        | entity     | cash | tickets |
        | H1         | 2    |         |
        | K1         | 0    | a1 a2   |
        | Mid dealer | 0    | m1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 2       |
        | m1     | H2     | 6       |
      When claims are settled
      Then the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K1     | 1    | a2      |

  @SET-02 @MOD-03
  Rule: Of several liabilities that mature together each holder is paid for every ticket, whichever it belongs to

    Example: two liabilities, one of them held by two
      H1 owes 3 and has 1.50: 1/2 on the unit. K holds a ticket of each, L the other one of the first.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1.50 |         |
        | K      | 0    | a1 b1   |
        | L      | 0    | a2      |
      And these tickets
        | ticket | issuer | liability | matures |
        | a1     | H1     | P1        | 1       |
        | a2     | H1     | P1        | 1       |
        | b1     | H1     | P2        | 1       |
      When claims are settled
      Then the payouts are
        | issuer | holder | tickets | amount |
        | H1     | K      | 2       | 1      |
        | H1     | L      | 1       | 0.50   |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | K      | 1    |         |
        | L      | 0.50 |         |
