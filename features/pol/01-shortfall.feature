Feature: A trader's shortfall

  What a trader must pay today and cannot pay from its cash. The other half of POL-01, the date of the
  next own payment, is seen where it decides: in who may buy (POL-02).

  @POL-01
  Rule: A trader's shortfall is what its payments of today exceed its cash by, and never less than nothing

    Example: each trader's cash against what it must pay today
      Given the date is 1
      And these balance sheets
        | entity | cash |
        | H1     | 1.05 |
        | H2     | 0.25 |
        | H3     | 0    |
      And H1 owes 2 tickets due at 1 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      Then the traders stand like this
        | trader | cash | shortfall |
        | H1     | 1.05 | 0.95      |
        | H2     | 0.25 | 0.75      |
        | H3     | 0    | 0         |

    Example: what falls due tomorrow is no shortfall today
      Given the date is 1
      And these balance sheets
        | entity | cash |
        | H1     | 0.50 |
        | H2     | 0.50 |
      And H1 owes 3 tickets due at 2 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      And H2 owes 2 tickets due at 2 to someone else
      Then the traders stand like this
        | trader | shortfall |
        | H1     | 0         |
        | H2     | 1/2       |

    Example: it is there when the day has come
      Given these balance sheets
        | entity | cash |
        | H1     | 0.50 |
      And H1 owes 3 tickets due at 1 to someone else
      When the next period begins
      Then the traders stand like this
        | trader | shortfall |
        | H1     | 2.50      |

    Example: a ticket of face 20 is a payment of 20
      Given a ticket size of 20
      And the date is 1
      And these balance sheets
        | entity | cash |
        | H1     | 21   |
      And H1 owes 2 tickets due at 1 to someone else
      Then the traders stand like this
        | trader | shortfall |
        | H1     | 19        |

    Example: selling a ticket makes it smaller by the price
      2 − 1 = 1 before; the dealer bids 0.97, and 1 − 0.97 = 0.03 is left.
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 1    | t1      |
      And H1 owes 2 tickets due at 1 to someone else
      When H1 sells t1
      Then the traders stand like this
        | trader | cash | shortfall |
        | H1     | 1.97 | 0.03      |

    @boundary
    Example: cash that just meets the payment, and cash that more than meets it
      Given the date is 1
      And these balance sheets
        | entity | cash |
        | H1     | 2    |
        | H2     | 5    |
      And H1 owes 2 tickets due at 1 to someone else
      And H2 owes 2 tickets due at 1 to someone else
      Then the traders stand like this
        | trader | shortfall |
        | H1     | 0         |
        | H2     | 0         |

    @boundary
    Example: a ticket that pays its holder today is not counted against it
      Money that arrives at settlement cannot be paid out in the same settlement (SET-06R).
      Given the date is 1
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    | t1      |
      And these tickets
        | ticket | matures |
        | t1     | 1       |
      And H1 owes 2 tickets due at 1 to someone else
      Then the traders stand like this
        | trader | shortfall |
        | H1     | 1         |
