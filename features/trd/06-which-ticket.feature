Feature: Which ticket a purchase delivers

  @TRD-06
  Rule: The side that sells delivers its eligible ticket of the earliest maturity, and among those of the lowest serial

    Background:
      Given the Mid market at mid 1 and spread 0.30
      And these balance sheets
        | entity     | cash | tickets  |
        | Mid dealer | 2    | d1 d2 d3 |
        | Mid VBT    | 0    | v1 v2 v3 |
        | H1         | 9    |          |

    Example: the earliest maturity first, whatever the serials
      Given these tickets
        | ticket | issuer | matures | serial |
        | d1     | H8     | 8       | 1      |
        | d2     | H8     | 6       | 3      |
        | d3     | H8     | 7       | 2      |
      When H1 buys three times in Mid
      Then the orders go like this
        | ticket | route    |
        | d2     | interior |
        | d3     | interior |
        | d1     | interior |

    Example: of one maturity the lowest serial first
      Given these tickets
        | ticket | issuer | matures | serial |
        | d1     | H8     | 6       | 30     |
        | d2     | H8     | 6       | 10     |
        | d3     | H8     | 6       | 20     |
      When H1 buys three times in Mid
      Then the orders go like this
        | ticket | route    |
        | d2     | interior |
        | d3     | interior |
        | d1     | interior |

    Example: the value-based trader chooses in the same way
      Given these balance sheets
        | entity     | cash | tickets  |
        | Mid dealer | 2    |          |
        | H2         | 0    | d1 d2 d3 |
      And these tickets
        | ticket | issuer | matures | serial |
        | v1     | H8     | 7       | 104    |
        | v2     | H8     | 6       | 106    |
        | v3     | H8     | 6       | 105    |
      When H1 buys three times in Mid
      Then the orders go like this
        | ticket | route        |
        | v3     | pass-through |
        | v2     | pass-through |
        | v1     | pass-through |

    Example: an earlier ticket of the side that does not sell is left alone
      Given these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 8       |
        | d2     | H8     | 8       |
        | d3     | H8     | 7       |
        | v1     | H8     | 5       |
      When H1 buys in Mid
      Then the order goes like this
        | ticket | route    |
        | d3     | interior |

    Example: a ticket bought back takes its place by maturity and serial, not at the end
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 9    | g1      |
      And these tickets
        | ticket | issuer | matures | serial |
        | d1     | H8     | 7       | 31     |
        | d2     | H8     | 7       | 32     |
        | d3     | H8     | 7       | 33     |
        | g1     | H8     | 6       | 34     |
      When H2 sells g1
      And H1 buys twice in Mid
      Then the orders go like this
        | side | ticket |
        | SELL | g1     |
        | BUY  | g1     |
        | BUY  | d1     |

    Example: no ticket is made by trading, none is lost, and the same ones are there before and after
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 9    | g1      |
      And these tickets
        | ticket | issuer | matures |
        | g1     | H8     | 6       |
      When H1 buys four times in Mid
      And H2 sells g1
      Then there are 7 tickets and 20 of cash in the world
      And the tickets stand like this
        | ticket | owner      |
        | d1     | H1         |
        | d2     | H1         |
        | d3     | H1         |
        | v1     | H1         |
        | v2     | Mid VBT    |
        | v3     | Mid VBT    |
        | g1     | Mid dealer |

  @TRD-07
  Rule: A buyer that has tickets is only delivered tickets of the same issuer, and a buyer that has none, of any

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1 v2   |
        | H1           | 9    |         |
        | H2           | 9    | g1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 2       |
        | d2     | H9     | 3       |
        | v1     | H8     | 3       |
        | v2     | H9     | 2       |
        | g1     | H9     | 3       |

    Example: a buyer that has none takes the first of any issuer, and that issuer is then its own
      When H1 buys in Short
      Then the order goes like this
        | ticket | issuer | price |
        | d1     | H8     | 1.03  |
      And the traders stand like this
        | trader | issuer |
        | H1     | H8     |

    Example: a buyer that has tickets is passed over an earlier one of another issuer
      When H2 buys in Short
      Then the order goes like this
        | ticket | issuer | price | route    |
        | d2     | H9     | 1.03  | interior |

    Example: the value-based trader passes over it too
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 4    |         |
        | Mid dealer   | 0    | d1 d2   |
        | H3           | 9    | f1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 5       |
        | d2     | H8     | 5       |
        | f1     | H8     | 3       |
      When H3 buys in Short
      Then the order goes like this
        | ticket | issuer | price | route        |
        | v1     | H8     | 1.15  | pass-through |

    Example: a buyer that has sold its last ticket takes any issuer again
      When H2 sells g1
      And H2 buys in Short
      Then the orders go like this
        | side | ticket | issuer |
        | SELL | g1     | H9     |
        | BUY  | d1     | H8     |

    @refusal
    Example: when there is no ticket of its issuer a buyer gets none, however many there are of others
      Given these balance sheets
        | entity | cash | tickets |
        | H3     | 9    | f1      |
      And these tickets
        | ticket | issuer | matures |
        | f1     | H7     | 3       |
      When H3 buys in Short
      Then the order goes like this
        | executed | refused            |
        | no       | no_eligible_ticket |
      And no balance sheet has changed

  @TRD-08R
  Rule: A trader is never sold a ticket that it issued itself

    Background:
      Given the Short market at mid 1 and spread 0.30

    Example: its own ticket is passed over on the dealer's shelf
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 2       |
        | d2     | H2     | 3       |
      When H1 buys in Short
      Then the order goes like this
        | ticket | issuer | route    |
        | d2     | H2     | interior |

    Example: its own ticket is passed over among the value-based trader's
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1 v2   |
        | H1        | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | v1     | H1     | 2       |
        | v2     | H2     | 3       |
      When H1 buys in Short
      Then the order goes like this
        | ticket | issuer | route        |
        | v2     | H2     | pass-through |

    Example: anybody else may buy it
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H2           | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 2       |
        | d2     | H2     | 3       |
      When H2 buys in Short
      Then the order goes like this
        | ticket | issuer |
        | d1     | H1     |

    @refusal
    Example: when there are only its own tickets it gets none
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 2       |
        | d2     | H1     | 3       |
        | v1     | H1     | 3       |
      When H1 buys in Short
      Then the order goes like this
        | executed | refused            |
        | no       | no_eligible_ticket |
      And no balance sheet has changed

  @TRD-09R
  Rule: When nothing on the dealer's shelf is eligible for the buyer, the value-based trader delivers at the outside ask

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1 v2   |
        | H1           | 9    | h1      |

    Example: the dealer has tickets, but none of the buyer's issuer
      Given these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 2       |
        | d2     | H8     | 2       |
        | v1     | H8     | 2       |
        | v2     | H9     | 3       |
        | h1     | H9     | 3       |
      When H1 buys in Short
      Then the order goes like this
        | ticket | price | route        | because | dealer cash | dealer tickets | ask  |
        | v2     | 1.15  | pass-through | issuer  | 2           | 2              | 1.03 |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.15 | v1      |
        | H1        | 7.85 | h1 v2   |

    @TRD-08R
    Example: the dealer has tickets, but all of them are the buyer's own debts
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H2     | 2       |
        | d2     | H2     | 2       |
        | v1     | H2     | 2       |
        | v2     | H9     | 3       |
      When H2 buys in Short
      Then the order goes like this
        | ticket | price | route        | because | dealer cash | dealer tickets |
        | v2     | 1.15  | pass-through | issuer  | 2           | 2              |

    @boundary
    Example: for another buyer the same shelf is not empty
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 2       |
        | d2     | H8     | 2       |
        | v1     | H9     | 2       |
        | v2     | H9     | 3       |
        | h1     | H9     | 3       |
      When H1 buys in Short
      And H2 buys in Short
      Then the orders go like this
        | customer | ticket | price | route        | because |
        | H1       | v1     | 1.15  | pass-through | issuer  |
        | H2       | d1     | 1.03  | interior     |         |

    @refusal
    Example: when the value-based trader has none either there is no trade
      Given these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 2       |
        | d2     | H8     | 2       |
        | v1     | H8     | 2       |
        | v2     | H8     | 3       |
        | h1     | H9     | 3       |
      When H1 buys in Short
      Then the order goes like this
        | executed | refused            | dealer cash | dealer tickets |
        | no       | no_eligible_ticket | 2           | 2              |
      And no balance sheet has changed

    @refusal
    Example: cash for the dealer's ask alone does not pay the outside ask
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1.10 | h1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 2       |
        | d2     | H8     | 2       |
        | v1     | H9     | 2       |
        | h1     | H9     | 3       |
      When H1 buys in Short
      Then the order goes like this
        | executed | price | refused |
        | no       | 1.15  | cash    |
      And no balance sheet has changed

  @TRD-10R
  Rule: The issuer of a first purchase is not drawn: it is the issuer of the ticket that maturity and serial choose

    Example: one ticket of H9 among four of H8 is delivered first, because it matures first
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets        |
        | Short dealer | 2    | d1 d2 d3 d4 d5 |
        | H1           | 9    |                |
        | H2           | 9    |                |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 3       |
        | d2     | H8     | 3       |
        | d3     | H8     | 3       |
        | d4     | H8     | 3       |
        | d5     | H9     | 2       |
      When H1 buys in Short
      And H2 buys in Short
      Then the orders go like this
        | customer | ticket | issuer |
        | H1       | d5     | H9     |
        | H2       | d1     | H8     |

    Example: buyers who come one after the other are delivered the tickets in their order, whoever they are
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 d3 |
        | H1           | 9    |          |
        | H2           | 9    |          |
        | H3           | 9    |          |
      And these tickets
        | ticket | issuer | matures | serial |
        | d1     | H8     | 3       | 12     |
        | d2     | H9     | 3       | 11     |
        | d3     | H7     | 3       | 13     |
      When these orders come in
        | customer | buys in |
        | H3       | Short   |
        | H1       | Short   |
        | H2       | Short   |
      Then the orders go like this
        | customer | ticket | issuer |
        | H3       | d2     | H9     |
        | H1       | d1     | H8     |
        | H2       | d3     | H7     |
