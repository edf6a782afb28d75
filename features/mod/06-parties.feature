Feature: Dealers, value-based traders and traders

  @MOD-06
  Rule: Every bucket has one dealer and one value-based trader, for as long as the story lasts

    Example: three buckets have three dealers and three value-based traders
      Given these balance sheets
        | entity       | cash |
        | Short dealer | 1    |
        | Mid dealer   | 2    |
        | Long dealer  | 3    |
        | Short VBT    | 4    |
        | Mid VBT      | 5    |
        | Long VBT     | 6    |
      Then the desks stand like this
        | desk         | cash |
        | Short dealer | 1    |
        | Mid dealer   | 2    |
        | Long dealer  | 3    |
        | Short VBT    | 4    |
        | Mid VBT      | 5    |
        | Long VBT     | 6    |
      And there are 0 tickets and 21 of cash in the world

    Example: four buckets have four of each
      Given these markets
        | bucket | from | to |
        | Short  | 1    | 3  |
        | Mid    | 4    | 8  |
        | Long   | 9    | 20 |
        | Beyond | 21   |    |
      And these balance sheets
        | entity        | cash |
        | Beyond dealer | 7    |
      Then the desks stand like this
        | desk          | cash |
        | Short dealer  | 0    |
        | Mid dealer    | 0    |
        | Long dealer   | 0    |
        | Beyond dealer | 7    |
        | Short VBT     | 0    |
        | Mid VBT       | 0    |
        | Long VBT      | 0    |
        | Beyond VBT    | 0    |

    Example: a ticket is traded with the pair of its own bucket and with no other
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |
      And these balance sheets
        | entity     | cash | tickets  |
        | Mid dealer | 1    | m1       |
        | H1         | 0    | t2 t5 t9 |
      And these tickets
        | ticket | issuer | matures |
        | t2     | H2     | 2       |
        | t5     | H2     | 5       |
        | t9     | H2     | 9       |
      When these orders come in
        | customer | sells |
        | H1       | t2    |
        | H1       | t5    |
        | H1       | t9    |
      Then the orders go like this
        | ticket | bucket | price | route        |
        | t2     | Short  | 0.90  | pass-through |
        | t5     | Mid    | 0.95  | interior     |
        | t9     | Long   | 0.80  | pass-through |
      And the balance sheets are now
        | entity     | cash  | tickets |
        | Mid dealer | 0.05  | m1 t5   |
        | Short VBT  | -0.90 | t2      |
        | Long VBT   | -0.80 | t9      |
        | H1         | 2.65  |         |

    Example: they are all still there when everything has been repaid
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0    | d1      |
        | H1           | 1    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 2       |
      When a period passes
      And a period passes
      And a period passes
      Then the desks stand like this
        | desk         | cash |
        | Short dealer | 1    |
        | Mid dealer   | 0    |
        | Long dealer  | 0    |
        | Short VBT    | 0    |
        | Mid VBT      | 0    |
        | Long VBT     | 0    |

    @refusal
    Example: nobody deals in an unknown bucket
      Given these balance sheets
        | entity        | cash |
        | Beyond dealer | 1    |
      When the world is opened
      Then it is refused as invalid

    @refusal
    Example: no bucket stands there twice
      Given these markets
        | bucket | from | to |
        | Short  | 1    | 3  |
        | Short  | 4    |    |
      When the world is opened
      Then it is refused as invalid

  @MOD-07
  Rule: A trader starts with cash of 0 or more, with tickets, and with one liability to one creditor

    Background:
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 3    | k3      |
        | H2     | 0    | j1 j2   |
        | H3     | 1    | k2      |
      And these tickets
        | ticket | liability | issuer | matures |
        | j1     | P1        | H1     | 1       |
        | j2     | P1        | H1     | 1       |
        | k2     | P2        | H2     | 1       |
        | k3     | P3        | H3     | 2       |

    Example: in a ring of three everybody owes one neighbour and has a claim on the other
      H1 has cash 3 and a claim of 1 on H3, and owes H2 two tickets: 3 + 1 − 2 = 2.

      Then the traders stand like this
        | trader | cash | issuer | equity |
        | H1     | 3    | H3     | 2      |
        | H2     | 0    | H1     | 1      |
        | H3     | 1    | H2     | 1      |

    Example: everybody pays its one creditor on its one day
      When the next period begins
      And claims are settled
      And the next period begins
      And claims are settled
      Then the balance sheets are now
        | entity | cash | tickets |
        | H1     | 2    |         |
        | H2     | 2    |         |
        | H3     | 0    |         |

    @boundary
    Example: a trader may start with no cash and no ticket
      Given these balance sheets
        | entity | cash | tickets |
        | H4     | 0    |         |
      Then the traders stand like this
        | trader | cash | issuer | equity |
        | H4     | 0    |        | 0      |

    @refusal
    Example: no trader starts with negative cash
      Given these balance sheets
        | entity | cash  |
        | H4     | -0.01 |
      When the world is opened
      Then it is refused as invalid

  @MOD-08
  Rule: A trader's tickets are all of one issuer, and a trader that holds none is free to choose again

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 2    |         |
        | H2           | 2    | h1 h2   |
        | H3           | 2    | g1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 2       |
        | d2     | H7     | 3       |
        | h1     | H9     | 3       |
        | h2     | H9     | 3       |
        | g1     | H9     | 3       |

    Example: the issuer of its tickets is the trader's issuer
      Then the traders stand like this
        | trader | issuer |
        | H1     |        |
        | H2     | H9     |
        | H3     | H9     |

    @TRD-07
    Example: the first ticket that a trader buys decides its issuer
      When H1 buys in Short
      Then the traders stand like this
        | trader | issuer |
        | H1     | H8     |

    Example: a trader that sells one of two tickets keeps its issuer
      When H2 sells h1
      Then the traders stand like this
        | trader | issuer |
        | H2     | H9     |

    Example: a trader that sells its last ticket is free to buy another issuer's
      When H3 sells g1
      Then the traders stand like this
        | trader | issuer |
        | H3     |        |
      When H3 buys in Short
      Then the traders stand like this
        | trader | issuer |
        | H3     | H8     |

    Example: a trader whose last ticket has matured is free again, repaid or not
      Given these tickets
        | ticket | matures |
        | d1     | 3       |
      When 3 periods begin
      And claims are settled
      Then the traders stand like this
        | trader | issuer | cash |
        | H2     |        | 2    |
        | H3     |        | 2    |

    @refusal
    Example: no trader starts with tickets of two issuers
      Given these tickets
        | ticket | issuer | owner | matures |
        | h3     | H7     | H2    | 3       |
      When the world is opened
      Then it is refused as invalid
