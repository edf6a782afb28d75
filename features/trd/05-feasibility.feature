Feature: Which orders are executed

  @TRD-05
  Rule: Every sale is executed, but a purchase needs the buyer's cash and an eligible ticket

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 0    | h1      |

    Example: a dealer that wants nothing and a value-based trader without cash do not stop a sale
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0    | d1 d2   |
      When H1 sells h1
      Then the order goes like this
        | executed | price | route        |
        | yes      | 0.85  | pass-through |

    Example: a purchase is executed when the buyer can pay and there is a ticket
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 2    |         |
      When H2 buys in Short
      Then the order goes like this
        | executed | price | refused |
        | yes      | 1.03  |         |

    @boundary
    Example: cash of exactly the price is enough, from the dealer and from the value-based trader
      Given these balance sheets
        | entity  | cash | tickets |
        | Mid VBT | 0    | m1      |
        | H2      | 1.03 |         |
        | H3      | 1.15 |         |
      And the Mid market at mid 1 and spread 0.30
      When H2 buys in Short
      And H3 buys in Mid
      Then the orders go like this
        | executed | price | route        |
        | yes      | 1.03  | interior     |
        | yes      | 1.15  | pass-through |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 3.03 | d2      |
        | Mid VBT      | 1.15 |         |
        | H2           | 0    | d1      |
        | H3           | 0    | m1      |

    @boundary
    Example: prices that no decimal writes out can be paid to the last unit
      At spread 0.20 a dealer of one ticket and cash of 1 asks 31/30.

      Given the Short market at mid 1 and spread 0.20
      And these balance sheets
        | entity       | cash  | tickets |
        | Short dealer | 1     | d1      |
        | Mid VBT      | 0     | d2      |
        | H2           | 31/30 |         |
      When H2 buys in Short
      Then the order goes like this
        | executed | price |
        | yes      | 31/30 |
      And the balance sheets are now
        | entity       | cash  | tickets |
        | Short dealer | 61/30 |         |
        | H2           | 0     | d1      |

    @refusal
    Example: a hundredth too little buys nothing from the dealer
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 1.02 |         |
      When H2 buys in Short
      Then the order goes like this
        | executed | price | refused |
        | no       | 1.03  | cash    |
      And no balance sheet has changed

    @refusal
    Example: a hundredth too little buys nothing from the value-based trader
      Given these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 4    |          |
        | Short VBT    | 0    | d1 d2 v1 |
        | H2           | 1.14 |          |
      When H2 buys in Short
      Then the order goes like this
        | executed | price | refused |
        | no       | 1.15  | cash    |
      And no balance sheet has changed

    @refusal
    Example: when neither side holds a ticket there is nothing to buy
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 9    |         |
      When H2 buys in Mid
      Then the order goes like this
        | bucket | executed | price | refused            |
        | Mid    | no       |       | no_eligible_ticket |
      And no balance sheet has changed

    @refusal
    Example: a refused purchase does not stand in the way of the next
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 1    |         |
        | H3     | 9    |         |
      When H2 buys in Short
      And H3 buys in Short
      Then the orders go like this
        | customer | executed | price | refused | ask  |
        | H2       | no       | 1.03  | cash    | 1.03 |
        | H3       | yes      | 1.03  |         | 1.08 |
