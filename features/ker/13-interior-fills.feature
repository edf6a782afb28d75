Feature: Which orders the dealer fills itself

  @KER-13
  Rule: A customer's purchase is filled by the dealer when it holds a ticket and the guard is off

    Example: a dealer that holds tickets sells one
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 2    |         |
      When H1 buys in Short
      Then the order goes like this
        | ticket | price | route    | because | dealer tickets |
        | d1     | 1.03  | interior |         | 1              |

    @boundary
    Example: down to its last ticket, and no further
      With one ticket and cash of 3.03: X* = 4, p(1) = 1.05 and the ask is 1.08.

      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3.03 | d1      |
        | Short VBT    | 0    | v1      |
        | H1           | 3    |         |
      When H1 buys twice in Short
      Then the orders go like this
        | ticket | price | route        | because   | dealer tickets |
        | d1     | 1.08  | interior     |           | 0              |
        | v1     | 1.15  | pass-through | inventory | 0              |

    @boundary
    Example: without cash a dealer still sells
      With one ticket and no cash: X* = 1, p(1) = 0.95 and the ask is 1.025.

      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0    | d1      |
        | H1           | 3    |         |
      When H1 buys in Short
      Then the order goes like this
        | ticket | price | route    | because | dealer tickets |
        | d1     | 1.025 | interior |         | 0              |

    @boundary @KER-12
    Example: with the guard on it sells nothing
      Given the Short market at mid 0.01 and spread 0.01
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 d3 |
        | Short VBT    | 0    | v1       |
        | H1           | 2    |          |
      When H1 buys in Short
      Then the order goes like this
        | ticket | price | route        | because | dealer tickets |
        | v1     | 0.015 | pass-through | guard   | 3              |

  @KER-14
  Rule: A customer's sale is filled by the dealer when it has room and cash for the ticket and the guard is off

    Example: a dealer with room and cash buys
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route    | because | dealer tickets |
        | 0.97  | interior |         | 3              |

    @EX-06
    Example: a dealer without room does not, though it could pay
      Two tickets and cash of 0.90: V = 2.90, X* = 2, p(2) = 0.925, and the bid is 0.875.

      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0.90 | d1 d2   |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route        | because  | dealer tickets | bid   |
        | 0.85  | pass-through | capacity | 2              | 0.875 |

    @EX-06 @KER-17
    Example: a dealer without the cash does not, though it has room
      At a spread of 12: X* = 3, p(0) = 4.6, and the bid is 3.1 with cash of 3.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3    |         |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route        | because | dealer tickets | X* | bid  |
        | 0     | pass-through | cash    | 0              | 3  | 3.10 |

    @boundary
    Example: room for one ticket is room enough, and a hundredth of wealth less is not
      Two tickets and cash of 1 have a capacity of 3, and a bid of p(2) − 0.0375 = 0.97 − 0.0375.

      Given the Short market at mid 1 and spread 0.30
      And the Mid market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1 d2   |
        | Mid dealer   | 0.99 | m1 m2   |
        | H1           | 0    | h1 h2   |
      And these tickets
        | ticket | matures |
        | h2     | 5       |
      When H1 sells h1
      And H1 sells h2
      Then the orders go like this
        | bucket | price  | route        | because  |
        | Short  | 0.9325 | interior     |          |
        | Mid    | 0.85   | pass-through | capacity |

    @boundary
    Example: cash of exactly the bid is cash enough
      At a mid of 7, a spread of 80 and cash of 21: X* = 3, p(0) = 7 + 16 · 1.5 = 31, and the bid is 31 − 10.

      Given the Short market at mid 7 and spread 80
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 21   |         |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route    | because | dealer tickets | dealer cash |
        | 21    | interior |         | 1              | 0           |

    @boundary
    Example: a bid that meets the outside bid of 0 is still the dealer's own
      At a spread of 12 and cash of 1: X* = 1, p(0) = 3, and the bid is 3 − 3.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    |         |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route    | because | dealer tickets | dealer cash |
        | 0     | interior |         | 1              | 1           |

    @boundary @KER-12
    Example: with the guard on it buys nothing
      Given the Short market at mid 0.01 and spread 0.01
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price | route        | because | dealer tickets |
        | 0.005 | pass-through | guard   | 0              |

  @KER-17
  Rule: A dealer with room has the cash as well, unless the spread exceeds eighty sevenths of the mid

    Example: at exactly eighty sevenths every empty dealer can pay its bid, the one of capacity 3 with nothing to spare
      The bid on the lowest rung is 7 + 80 · (K* / (2 · (K* + 2)) − 1 / (2 · (K* + 1))).

      When the kernel is evaluated at
        | M | O  | a | C  |
        | 7 | 80 | 0 | 7  |
        | 7 | 80 | 0 | 14 |
        | 7 | 80 | 0 | 21 |
        | 7 | 80 | 0 | 28 |
        | 7 | 80 | 0 | 35 |
      Then it gives
        | K* | C  | bid    |
        | 1  | 7  | 1/3    |
        | 2  | 14 | 41/3   |
        | 3  | 21 | 21     |
        | 4  | 28 | 77/3   |
        | 5  | 35 | 607/21 |

    Example: at the usual spreads there is cash to spare wherever there is room
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.30 | 0 | 3 |
        | 1 | 0.30 | 1 | 2 |
        | 1 | 0.30 | 2 | 1 |
      Then it gives
        | X* | C | bid    |
        | 3  | 3 | 1.0525 |
        | 3  | 2 | 0.9925 |
        | 3  | 1 | 0.9325 |

    @boundary
    Example: at eighty sevenths the sale is filled, and a little beyond cash stops it
      At a spread of 80.08 the bid of an empty dealer of capacity 3 is 7 + 0.175 · 80.08 = 21.014.

      Given these markets
        | bucket | mid | spread |
        | Short  | 7   | 80     |
        | Mid    | 7   | 80.08  |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 21   |         |
        | Mid dealer   | 21   |         |
        | H1           | 0    | h1 h2   |
      And these tickets
        | ticket | matures |
        | h2     | 5       |
      When H1 sells h1
      And H1 sells h2
      Then the orders go like this
        | bucket | price | route        | because |
        | Short  | 21    | interior     |         |
        | Mid    | 0     | pass-through | cash    |

    @boundary
    Example: beyond it the empty dealer of capacity 3 is the first to run short
      At a spread of twelve mids the bids of the others are still within their cash: 7 + 7, 7 + 19.6 and 7 + 23.

      When the kernel is evaluated at
        | M | O  | a | C  |
        | 7 | 84 | 0 | 7  |
        | 7 | 84 | 0 | 14 |
        | 7 | 84 | 0 | 21 |
        | 7 | 84 | 0 | 28 |
        | 7 | 84 | 0 | 35 |
      Then it gives
        | K* | C  | bid  |
        | 1  | 7  | 0    |
        | 2  | 14 | 14   |
        | 3  | 21 | 21.7 |
        | 4  | 28 | 26.6 |
        | 5  | 35 | 30   |
