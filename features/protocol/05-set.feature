Feature: Setting things from outside

  A stress step gives a dealer or a trader what the story needs: a dealer's cash, a dealer's tickets, a
  trader's cash. Money comes from nowhere then; tickets come from those who hold them.

  Rule: A dealer's cash, a dealer's tickets and a trader's cash can be set, and nothing else is touched

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | Mid dealer   | 2    | m1      |
        | H1           | 3    | t1      |

    @PROTOCOL @KER-15
    Example: a dealer's cash, and its quotes with it
      V = 2 + 0.10, X* = 2, I = 0.10, p(2) = 1 − 0.30/4 · 1 = 0.925.
      When the Short dealer is left with cash 0.10
      Then the Short dealer quotes
        | a | C    | X* | ask   | bid   |
        | 2 | 0.10 | 2  | 0.975 | 0.875 |
      And there are 5 tickets and 5.10 of cash in the world

    @PROTOCOL
    Example: a dealer's cash in the middle of a story
      With 3 tickets and no cash X* = 3, I = 0.075, p(3) = 1 − 0.30/5 · 1.5 = 0.91: the ask is 0.9475.
      When H1 sells t1
      And the Short dealer is left with cash 0
      And H1 buys in Short
      Then the orders go like this
        | side | price  | dealer cash | dealer tickets |
        | SELL | 0.97   | 1.03        | 3              |
        | BUY  | 0.9475 | 0.9475      | 2              |

    @PROTOCOL @MOD-15R
    Example: a dealer's tickets, from whoever holds them and without payment
      d2 is not named and goes to the Short VBT.
      When the Short dealer is left with the tickets "d1 v1 t1"
      Then the tickets stand like this
        | ticket | owner        |
        | d1     | Short dealer |
        | d2     | Short VBT    |
        | v1     | Short dealer |
        | t1     | Short dealer |
        | m1     | Mid dealer   |
      And the traders stand like this
        | trader | cash |
        | H1     | 3    |
      And there are 5 tickets and 7 of cash in the world

    @PROTOCOL @MOD-15R @KER-15
    Example: and its quotes with them
      V = 3 + 2, X* = 5, λ = 1/6, I = 0.05, p(3) = 1 − 0.30/7 · 1/2.
      When the Short dealer is left with the tickets "d1 v1 t1"
      Then the Short dealer quotes
        | a | C | X* | p      | I    |
        | 3 | 2 | 5  | 6.85/7 | 0.05 |

    @PROTOCOL @MOD-15R @boundary
    Example: no tickets at all
      When the Short dealer is left with the tickets ""
      Then the tickets stand like this
        | ticket | owner     |
        | d1     | Short VBT |
        | d2     | Short VBT |
        | v1     | Short VBT |
      And the Short dealer quotes
        | a | C | X* |
        | 0 | 2 | 2  |

    @PROTOCOL @MOD-15R @MOD-09 @boundary
    Example: a ticket of another bucket, which stays out of the dealer's kernel
      When the Short dealer is left with the tickets "d1 d2 m1"
      Then the balance sheets are now
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2 m1 |
        | Mid dealer   | 2    |          |
      And the Short dealer quotes
        | a | C | X* |
        | 2 | 2 | 4  |

    @PROTOCOL
    Example: a trader's cash
      When H1 is left with cash 0.25
      Then the traders stand like this
        | trader | cash | equity |
        | H1     | 0.25 | 1.25   |
      And there are 5 tickets and 4.25 of cash in the world

    @PROTOCOL @POL-01
    Example: a trader's cash, and its shortfall with it
      Given H1 owes 2 tickets due at 0 to someone else
      When H1 is left with cash 0.25
      Then the traders stand like this
        | trader | cash | shortfall |
        | H1     | 0.25 | 1.75      |

    @PROTOCOL @POL-02
    Example: a trader that was given cash buys, and one that lost it does not
      H2 has nothing and is given 5; H1 has 3 and is left with 1, which is not above the buffer.
      Given a cash buffer of 1
      And these balance sheets
        | entity | cash |
        | H2     | 0    |
      When H2 is left with cash 5
      And H1 is left with cash 1
      And the order flow is drawn
      Then the arrivals go like this
        | side | agent | price |
        | BUY  | H2    | 1.03  |

    @PROTOCOL @MOD-10 @refusal
    Example: negative cash for a dealer
      When the Short dealer is left with cash -1
      Then it is refused as invalid: "cash"
      And no balance sheet has changed

    @PROTOCOL @MOD-07 @refusal
    Example: negative cash for a trader
      When H1 is left with cash -1
      Then it is refused as invalid: "cash"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: cash for an unknown dealer
      When the Nowhere dealer is left with cash 1
      Then it is refused as invalid: "nowhere"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: cash for an unknown trader
      When H9 is left with cash 1
      Then it is refused as invalid: "H9"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: tickets for an unknown dealer
      When the Nowhere dealer is left with the tickets "d1"
      Then it is refused as invalid: "nowhere"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: an unknown ticket
      When the Short dealer is left with the tickets "d1 z9"
      Then it is refused as invalid: "z9"
      And no balance sheet has changed

    @PROTOCOL @LOOP-04 @refusal
    Example: a dealer where there are none
      Given the regime baseline
      And these tickets
        | ticket | owner |
        | d1     | H1    |
        | d2     | H1    |
        | v1     | H1    |
        | m1     | H1    |
      When the Short dealer is left with cash 1
      Then it is refused as invalid
      And no balance sheet has changed
