Feature: Orders that name their ticket or bucket

  @TRD-15R
  Rule: A named order asks no policy; an order without a name gets the policy's choice, whether or not the trader would come

    Background:
      Given the Short market at mid 0.10 and spread 0.30
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | H1        | 0    | h1 h2   |
        | H2        | 0.40 |         |
      And these tickets
        | ticket | issuer | matures | serial |
        | h1     | I1     | 2       | 1      |
        | h2     | I1     | 3       | 2      |
        | v1     | I1     | 3       | 3      |

    @POL-07
    Example: a named ticket is sold at a price of nothing, which the policy does not take
      When H1 sells
      And H1 sells h1
      Then the orders go like this
        | side | executed | price | refused | ticket |
        | SELL | no       | 0     | price   |        |
        | SELL | yes      | 0     |         | h1     |

    @POL-07 @TRD-13R
    Example: and at a price below nothing
      Given the clip on outside bids is off
      When H1 sells
      And H1 sells h1
      Then the orders go like this
        | side | executed | price | refused |
        | SELL | no       | -0.05 | price   |
        | SELL | yes      | -0.05 |         |

    @POL-08R
    Example: without a gap the policy's choice is sold all the same
      Given the Short market at mid 1 and spread 0.30
      When the order flow is drawn
      And H1 sells
      Then there are no arrivals
      And the order goes like this
        | executed | ticket | price |
        | yes      | h2     | 0.85  |

    @POL-04
    Example: so it is without a shortfall
      Given the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      When the order flow is drawn
      And H1 sells
      Then there are no arrivals
      And the order goes like this
        | executed | ticket | price |
        | yes      | h1     | 0.85  |

    @POL-02 @POL-05
    Example: a buyer needs the price and no buffer
      Given the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      When the order flow is drawn
      And H2 buys
      Then there are no arrivals
      And the order goes like this
        | executed | ticket | price |
        | yes      | v1     | 0.25  |

    @POL-07
    Example: under default_avoidance, too, where nobody buys by itself
      When H2 buys
      Then the order goes like this
        | executed | ticket | price |
        | yes      | v1     | 0.25  |

    @FLW-06
    Example: a seller that has sold by name may sell once more in the order flow
      S1 lacks 1.70 and sells s1 and s2 at 0.85 each.

      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0.30 | s1 s2   |
      And S1 owes 2 tickets due at 1 to someone else
      When S1 sells s1
      And the order flow is
        | Z | agent |
        | 1 | S1    |
      Then the order goes like this
        | ticket | price |
        | s1     | 0.85  |
      And the arrivals go like this
        | side | agent | ticket | price |
        | SELL | S1    | s2     | 0.85  |
