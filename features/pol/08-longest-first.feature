Feature: Which ticket goes to close a gap

  The policy `default_avoidance`.

  @POL-08R
  Rule: The ticket with the longest remaining maturity goes first, and among equals the one with the lowest serial

    What matures before the payment helps to meet it anyway; selling what matures after it is what helps.

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |
      And the policy default_avoidance with a horizon of 5

    Example: tickets of three buckets, listed in no order
      With empty dealers everything goes to the VBTs, at 0.80, 0.85 and 0.90.
      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 0    | t1 t2 t3 |
      And these tickets
        | ticket | matures |
        | t1     | 5       |
        | t2     | 2       |
        | t3     | 12      |
      When H1 sells
      And H1 sells
      And H1 sells
      Then the orders go like this
        | ticket | bucket | price |
        | t3     | Long   | 0.80  |
        | t1     | Mid    | 0.85  |
        | t2     | Short  | 0.90  |

    Example: within a bucket the later maturity goes first
      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 0    | t1 t2 t3 |
      And these tickets
        | ticket | matures | serial |
        | t1     | 10      | 1      |
        | t2     | 12      | 3      |
        | t3     | 11      | 2      |
      When H1 sells
      And H1 sells
      Then the orders go like this
        | ticket | bucket |
        | t2     | Long   |
        | t3     | Long   |

    Example: of equal maturities the lowest serial goes first
      Given these balance sheets
        | entity | cash | tickets     |
        | H1     | 0    | t1 t2 t3 t4 |
      And these tickets
        | ticket | matures | serial |
        | t1     | 12      | 30     |
        | t2     | 12      | 10     |
        | t3     | 12      | 20     |
        | t4     | 6       | 5      |
      When H1 sells
      And H1 sells
      And H1 sells
      And H1 sells
      Then the orders go like this
        | ticket | bucket |
        | t2     | Long   |
        | t3     | Long   |
        | t1     | Long   |
        | t4     | Mid    |

    Example: the order flow keeps the ticket that pays in time
      H1 owes 3 at date 4 and has 1, and r1 brings 1 at date 2: the gap is 1. Selling g1 brings 0.80, and g2
      closes the rest; r1 stays.
      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 1    | r1 g1 g2 |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | g1     | 12      |
        | g2     | 12      |
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | agent | ticket | price |
        | H1    | g1     | 0.80  |
        | H1    | g2     | 0.80  |
      And the balance sheets are now
        | entity   | cash  | tickets |
        | Long VBT | -1.60 | g1 g2   |
        | H1       | 2.60  | r1      |

    @boundary
    Example: with nothing longer left, what matures before the payment goes, too
      H1 owes 2 at date 4 and has nothing; r1 brings 1 at date 2: the gap is 1. g1 brings 0.80 and leaves
      0.20; r1 brings 0.90 now instead of 1 later, and nothing is left to sell.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | r1 g1   |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | g1     | 12      |
      And H1 owes 2 tickets due at 4 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | agent | ticket | price |
        | H1    | g1     | 0.80  |
        | H1    | r1     | 0.90  |

    @refusal
    Example: without a ticket there is nothing to sell
      Given these balance sheets
        | entity | cash |
        | H1     | 0    |
      And H1 owes 2 tickets due at 4 to someone else
      When H1 sells
      Then the order goes like this
        | customer | executed | refused   |
        | H1       | no       | no_ticket |
      And no balance sheet has changed
