Feature: A passive market answers

  @LOOP-08R
  Rule: In a passive regime nobody comes by itself, yet the dealers quote and fill what is ordered directly

    Background:
      Given the regime passive
      And the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 0    | h1      |
        | B1           | 9    |         |

    Example: its quotes are those of the active regime
      Then the Short dealer quotes
        | a | C | X* | ask  | bid  | A    | B    |
        | 2 | 2 | 4  | 1.03 | 0.97 | 1.15 | 0.85 |

    @TRD-01
    Example: a direct sale is filled
      When H1 sells h1
      Then the order goes like this
        | executed | price | route    | dealer cash | dealer tickets |
        | yes      | 0.97  | interior | 1.03        | 3              |

    @TRD-02 @TRD-04
    Example: direct purchases are filled, from the dealer and then from the VBT
      When B1 buys three times in Short
      Then the orders go like this
        | price | route        | because   |
        | 1.03  | interior     |           |
        | 1.08  | interior     |           |
        | 1.15  | pass-through | inventory |

    @POL-05
    Example: so are orders that leave the choice to the policy
      When H1 sells
      And B1 buys
      Then the orders go like this
        | side | ticket | price |
        | SELL | h1     | 0.97  |
        | BUY  | d1     | 0.98  |

    @TRD-11
    Example: a dealer may be another dealer's customer
      When Mid dealer buys in Short
      Then the order goes like this
        | executed | price | refused |
        | no       | 1.03  | cash    |

    @LOOP-04
    Example: after them still nobody comes by itself
      Given the date is 1
      And H1 owes 2 tickets due at 1 to someone else
      When B1 buys in Short
      And the order flow is drawn
      Then there are no arrivals
      And the order goes like this
        | price |
        | 1.03  |

    @refusal
    Scenario Outline: in a baseline there is nobody to ask: <side>
      Given the regime baseline
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      And these tickets
        | ticket | owner | matures |
        | d1     | K1    | 2       |
        | d2     | K1    | 2       |
        | v1     | K1    | 2       |
      When these orders come in
        | customer | sells   | buys in   |
        | H1       | <sells> | <buys in> |
      Then it is refused as invalid
      And no balance sheet has changed

      Examples:
        | side       | sells | buys in |
        | a sale     | h1    |         |
        | a purchase |       | Short   |
