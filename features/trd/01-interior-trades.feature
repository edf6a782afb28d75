Feature: Trades with the dealer

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    | d1 d2   |
      | Short VBT    | 0    | v1      |
      | H1           | 0    | h1 h2   |
      | H2           | 9    |         |

  @TRD-01
  Rule: In a sale to the dealer the ticket goes to the dealer and the dealer's bid to the seller

    Example: one ticket against 0.97
      When H1 sells h1
      Then the order goes like this
        | customer | side | bucket | ticket | price | route    | because |
        | H1       | SELL | Short  | h1     | 0.97  | interior |         |
      And the balance sheets are now
        | entity       | cash | tickets  |
        | Short dealer | 1.03 | d1 d2 h1 |
        | H1           | 0.97 | h2       |

    Example: the second sale is at the bid that the first one left
      When H1 sells h1
      And H1 sells h2
      Then the orders go like this
        | price | dealer cash | dealer tickets | bid  |
        | 0.97  | 1.03        | 3              | 0.92 |
        | 0.92  | 0.11        | 4              | 0.87 |
      And the balance sheets are now
        | entity       | cash | tickets     |
        | Short dealer | 0.11 | d1 d2 h1 h2 |
        | H1           | 1.89 |             |

    Example: with tickets of face 20 one ticket is a step of 20 on the ladder
      At mid 15 and spread 6 a dealer of two tickets and cash of 30 bids 14.40.

      Given a ticket size of 20
      And the Short market at mid 15 and spread 6
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 30   | d1 d2   |
      When H1 sells h1
      Then the balance sheets are now
        | entity       | cash  | tickets  |
        | Short dealer | 15.60 | d1 d2 h1 |
        | H1           | 14.40 | h2       |
      And the Short dealer quotes
        | a | x  | C     | X* |
        | 3 | 60 | 15.60 | 80 |

    @boundary
    Example: the dealer may fill its ladder to the top
      With two tickets and cash of 1: X* = 3, p(2) = 0.97, and the bid is 0.97 − 0.0375.

      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1 d2   |
      When H1 sells h1
      Then the balance sheets are now
        | entity       | cash   | tickets  |
        | Short dealer | 0.0675 | d1 d2 h1 |
        | H1           | 0.9325 | h2       |

    @refusal
    Example: nobody sells a ticket that somebody else holds
      When H1 sells d1
      Then it is refused as invalid
      And no balance sheet has changed

  @TRD-02
  Rule: In a purchase from the dealer one of its tickets goes to the buyer and the dealer's ask to the dealer

    Example: one ticket against 1.03
      When H2 buys in Short
      Then the order goes like this
        | customer | side | bucket | ticket | price | route    | because |
        | H2       | BUY  | Short  | d1     | 1.03  | interior |         |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 3.03 | d2      |
        | H2           | 7.97 | d1      |

    Example: the second purchase is at the ask that the first one left
      When H2 buys twice in Short
      Then the orders go like this
        | price | dealer cash | dealer tickets | ask  |
        | 1.03  | 3.03        | 1              | 1.08 |
        | 1.08  | 4.11        | 0              | 1.13 |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 4.11 |         |
        | H2           | 6.89 | d1 d2   |

    Example: who sells and buys back pays the dealer's spread
      Sold at 0.97 and bought back at 0.98: the dealer is 0.01 richer.

      When H1 sells h1
      And H2 buys in Short
      Then the orders go like this
        | price | dealer cash | dealer tickets |
        | 0.97  | 1.03        | 3              |
        | 0.98  | 2.01        | 2              |

    @boundary
    Example: the dealer may sell its last ticket
      With one ticket and cash of 3: X* = 4, and the ask is 1.05 + 0.03.

      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3    | d1      |
        | Mid VBT      | 0    | d2      |
      When H2 buys in Short
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 4.08 |         |
        | H2           | 7.92 | d1      |
