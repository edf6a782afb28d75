Feature: EX-06 Layoff at the bid

  @EX-06 @KER-06 @KER-07 @KER-08 @KER-09
  Scenario: A, a dealer of two tickets and cash of 0.10 quotes at the top of its ladder
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 0.10 | d1 d2   |
    Then the Short dealer quotes
      | V    | X* | λ   | I    | p     | bid   | B    |
      | 2.10 | 2  | 1/3 | 0.10 | 0.925 | 0.875 | 0.85 |

  @EX-06 @TRD-03 @KER-14 @CHK-C4
  Scenario: A, capacity binds and the ticket goes past the dealer
    A third ticket would be above the capacity of 2.

    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 0.10 | d1 d2   |
      | Short VBT    | 0    | v1      |
      | H1           | 0    | h1      |
    When H1 sells h1
    Then the order goes like this
      | price | route        | because  | dealer tickets | dealer cash | bid   |
      | 0.85  | pass-through | capacity | 2              | 0.10        | 0.875 |
    And the balance sheets are now
      | entity    | cash  | tickets |
      | Short VBT | -0.85 | v1 h1   |
      | H1        | 0.85  |         |

  @EX-06 @KER-01 @KER-08 @KER-09
  Scenario: B, at a spread of twelve mids a dealer with cash of 3 quotes a bid of 3.1
    The outside bid of −5 is clipped to 0.

    Given the Short market at mid 1 and spread 12
    And the clip on outside bids is on
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 3    |         |
    Then the Short dealer quotes
      | V | K* | X* | λ    | I | p   | ask | bid | A | B |
      | 3 | 3  | 3  | 0.25 | 3 | 4.6 | 6.1 | 3.1 | 7 | 0 |

  @EX-06 @KER-01
  Scenario: B, without the clip its outside bid is −5
    Given the Short market at mid 1 and spread 12
    And the clip on outside bids is off
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 3    |         |
    Then the Short dealer quotes
      | A | B  | ask | bid |
      | 7 | -5 | 6.1 | 3.1 |

  @EX-06 @TRD-03 @KER-14 @KER-17 @CHK-C4
  Scenario: B, cash binds and the ticket goes past the dealer
    There is room for one ticket of three, but 3 of cash is less than 3.1.

    Given the Short market at mid 1 and spread 12
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 3    |         |
      | H1           | 0    | h1      |
    When H1 sells h1
    Then the order goes like this
      | price | route        | because | dealer tickets | dealer cash | X* | bid |
      | 0     | pass-through | cash    | 0              | 3           | 3  | 3.1 |
    And the balance sheets are now
      | entity    | cash | tickets |
      | Short VBT | 0    | h1      |
      | H1        | 0    |         |

  @EX-06 @TRD-12R @KER-05 @KER-08 @KER-09
  Scenario: B with tickets of face 5, the figures that the source gives
    Given a ticket size of 5
    And the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 3.40 |         |
    Then the Short dealer quotes
      | V    | K* | X* | λ    | I     | p    | bid    | B    |
      | 3.40 | 3  | 15 | 0.25 | 0.075 | 1.09 | 1.0525 | 0.85 |

  @EX-06 @TRD-12R @TRD-01 @KER-14 @MOD-13R
  Scenario: B with tickets of face 5, what follows from them
    The source multiplies the bid by the face: 5 · 1.0525 = 5.2625 is more than 3.40, so it lets the ticket pass
    the dealer at 5 · 0.85 = 4.25. But it computed the capacity with V = 3.40 and a mid of 1 for a whole ticket:
    the same quotes cannot be per ticket there and per unit of face here. Here all prices are per ticket, so
    what is held against the cash of 3.40 is the bid itself, 1.0525, and the dealer fills the sale.

    Given a ticket size of 5
    And the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 3.40 |         |
      | H1           | 0    | h1      |
    When H1 sells h1
    Then the order goes like this
      | price  | route    | because | dealer cash |
      | 1.0525 | interior |         | 2.3475      |
    And the balance sheets are now
      | entity       | cash   | tickets |
      | Short dealer | 2.3475 | h1      |
      | H1           | 1.0525 |         |
    And the Short dealer quotes
      | x | C      |
      | 5 | 2.3475 |
