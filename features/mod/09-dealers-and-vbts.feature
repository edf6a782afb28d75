Feature: What dealers and value-based traders may hold and owe

  @MOD-09
  Rule: Dealers and value-based traders owe nothing; they hold cash and tickets of any issuer, of their own bucket

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | m1      |
        | H1           | 0    | h1      |
        | H2           | 0    | g1      |
      And these tickets
        | ticket | issuer | matures |
        | m1     | H7     | 5       |
        | h1     | H8     | 2       |
        | g1     | H9     | 2       |

    Example: a dealer takes tickets of any issuer
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3    |         |
      When H1 sells h1
      And H2 sells g1
      Then the tickets stand like this
        | ticket | owner        | issuer |
        | h1     | Short dealer | H8     |
        | g1     | Short dealer | H9     |

    @EX-02
    Example: a ticket of another bucket that a dealer buys stays out of its own quotes
      The Short dealer pays 1.05 for a Mid ticket. Its kernel sees no ticket and cash of 0.95: X* is 0.

      When Short dealer buys in Mid
      Then the Short dealer quotes
        | a | x | C    | V    | X* | ask  | bid  |
        | 0 | 0 | 0.95 | 0.95 | 0  | 1.10 | 0.90 |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0.95 | m1      |
        | Mid dealer   | 2.05 |         |

    Example: it joins the home book by itself when its time is short, and nobody pays anything
      Capacity is then 1: one ticket and cash of 0.95 are worth 1.95.

      When Short dealer buys in Mid
      And 2 periods begin
      Then these tickets cross
        | ticket | from | to    | seller       | buyer        | price |
        | m1     | Mid  | Short | Short dealer | Short dealer |       |
      And the Short dealer quotes
        | a | x | C    | V    | X* |
        | 1 | 1 | 0.95 | 1.95 | 1  |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0.95 | m1      |
        | Mid dealer   | 2.05 |         |

    Example: the value-based trader keeps tickets of any issuer as well
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0    |         |
      When H1 sells h1
      And H2 sells g1
      Then the tickets stand like this
        | ticket | owner     | issuer |
        | h1     | Short VBT | H8     |
        | g1     | Short VBT | H9     |

    @TRD-06
    Example: a dealer's ticket of another bucket is not for sale, even when it would be first
      The Mid dealer also holds s1, a Short ticket that matures before all its own.

      Given these balance sheets
        | entity      | cash | tickets     |
        | Mid dealer  | 3    | m1 m2 m3 s1 |
        | Long dealer | 9    |             |
        | H3          | 9    |             |
        | H4          | 9    | f1          |
      And these tickets
        | ticket | issuer | matures |
        | m2     | H7     | 6       |
        | m3     | H7     | 7       |
        | s1     | H7     | 2       |
        | f1     | H7     | 2       |
      When these orders come in
        | customer    | buys in |
        | H3          | Mid     |
        | H4          | Mid     |
        | Long dealer | Mid     |
      Then the orders go like this
        | customer    | ticket | route    | dealer tickets |
        | H3          | m1     | interior | 2              |
        | H4          | m2     | interior | 1              |
        | Long dealer | m3     | interior | 0              |

    @boundary
    Example: until then nobody can buy it from its new owner
      When Short dealer buys in Mid
      And the next period begins
      And Mid dealer buys in Short
      Then the orders go like this
        | customer     | executed | refused            |
        | Short dealer | yes      |                    |
        | Mid dealer   | no       | no_eligible_ticket |

    @refusal
    Example: a value-based trader does not start with a ticket of another bucket
      Given these tickets
        | ticket | issuer | owner     | matures |
        | v1     | H9     | Short VBT | 4       |
      When the world is opened
      Then it is refused as invalid

    @refusal
    Scenario Outline: the Short <desk> issues no tickets
      Given these tickets
        | ticket | issuer | owner | matures |
        | h3     | <name> | H3    | 2       |
      When the world is opened
      Then it is refused as invalid

      Examples:
        | desk   | name         |
        | dealer | dealer:short |
        | VBT    | vbt:short    |

  @MOD-10
  Rule: A dealer neither borrows nor sells short

    Example: a dealer that cannot pay its own bid buys nothing and keeps its cash
      At a spread of 12 the bid is 4.6 − 1.5 = 3.1, and the dealer has 3.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3    |         |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 0    | h1      |
        | H1        | 0    |         |

    Example: a dealer that holds nothing sells nothing
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 4    |         |
        | Short VBT    | 0    | v1      |
        | H1           | 2    |         |
      When H1 buys in Short
      Then the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.15 |         |
        | H1        | 0.85 | v1      |

    @boundary
    Example: a dealer may spend its last penny
      At a mid of 7, a spread of 80 and a capacity of 3 the bid is 31 − 10 = 21.

      Given the Short market at mid 7 and spread 80
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 21   |         |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0    | h1      |
        | H1           | 21   |         |

    @refusal
    Example: as a customer a dealer gets no credit either
      Given the Mid market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Mid dealer   | 1    | m1      |
        | Short dealer | 1.04 |         |
      When Short dealer buys in Mid
      Then the order goes like this
        | price | executed | refused |
        | 1.05  | no       | cash    |
      And no balance sheet has changed

    @refusal
    Example: no dealer starts in debt
      Given these balance sheets
        | entity       | cash  |
        | Short dealer | -0.01 |
      When the world is opened
      Then it is refused as invalid

  @MOD-11R
  Rule: A value-based trader's cash may go below zero, but it hands over only tickets that it holds

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1 h2   |
        | H2     | 5    |         |

    Example: it pays for whatever it is sold, with funds from outside when its own are spent
      When these orders come in
        | customer | sells |
        | H1       | h1    |
        | H1       | h2    |
      Then the orders go like this
        | price | route        |
        | 0.85  | pass-through |
        | 0.85  | pass-through |
      And the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | -1.70 | h1 h2   |
        | H1        | 1.70  |         |
      And the desks stand like this
        | desk      | cash  | equity |
        | Short VBT | -1.70 | 0.30   |

    Example: it may start with cash below zero
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | -5   | v1      |
      When H2 buys in Short
      Then the balance sheets are now
        | entity    | cash  | tickets |
        | Short VBT | -3.85 |         |
        | H2        | 3.85  | v1      |

    Example: what it was sold it can hand on
      When H1 sells h1
      And H2 buys in Short
      Then the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 0.30 |         |
        | H1        | 0.85 | h2      |
        | H2        | 3.85 | h1      |

    @refusal
    Example: when its last ticket is gone there is nothing to hand over
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
      When H2 buys twice in Short
      Then the orders go like this
        | ticket | price | refused            |
        | v1     | 1.15  |                    |
        |        |       | no_eligible_ticket |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.15 |         |
        | H2        | 3.85 | v1      |
