Feature: Which ticket a seller parts with

  The policy `liquidity_and_investment`.

  @POL-04
  Rule: The ticket with the shortest remaining maturity goes first, and among equals the one with the lowest serial

    The source settles a tie across buckets by the higher bid. One remaining maturity is one bucket
    (MOD-04, MOD-05R), so such a tie cannot arise: only the serial is left to decide.

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |
      And the policy liquidity_and_investment with a horizon of 3

    Example: tickets of three buckets, listed in no order
      With empty dealers everything goes to the VBTs, at 0.90, 0.85 and 0.80.
      Given these balance sheets
        | entity | cash | tickets  |
        | S1     | 0    | t1 t2 t3 |
      And these tickets
        | ticket | matures |
        | t1     | 12      |
        | t2     | 2       |
        | t3     | 5       |
      When S1 sells
      And S1 sells
      And S1 sells
      Then the orders go like this
        | ticket | bucket | price |
        | t2     | Short  | 0.90  |
        | t3     | Mid    | 0.85  |
        | t1     | Long   | 0.80  |

    Example: within a bucket the nearer maturity goes first
      Given these balance sheets
        | entity | cash | tickets  |
        | S1     | 0    | t1 t2 t3 |
      And these tickets
        | ticket | matures | serial |
        | t1     | 3       | 1      |
        | t2     | 1       | 3      |
        | t3     | 2       | 2      |
      When S1 sells
      And S1 sells
      Then the orders go like this
        | ticket | bucket |
        | t2     | Short  |
        | t3     | Short  |

    Example: of equal maturities the lowest serial goes first
      Given these balance sheets
        | entity | cash | tickets  |
        | S1     | 0    | t1 t2 t3 |
      And these tickets
        | ticket | matures | serial |
        | t1     | 5       | 30     |
        | t2     | 5       | 10     |
        | t3     | 5       | 20     |
      When S1 sells
      And S1 sells
      Then the orders go like this
        | ticket | bucket |
        | t2     | Mid    |
        | t3     | Mid    |

    Example: a higher bid elsewhere changes nothing
      The Mid dealer bids 0.97, the Short VBT takes t1 at 0.90.
      Given the Mid market at mid 1 and spread 0.30
      And these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 2    | m1 m2   |
        | S1         | 0    | t1 t2   |
      And these tickets
        | ticket | matures |
        | t1     | 3       |
        | t2     | 4       |
      When S1 sells
      Then the order goes like this
        | ticket | bucket | price |
        | t1     | Short  | 0.90  |

    Example: an arrival of the order flow sells by the same rule
      Given the date is 1
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | t1 t2   |
      And these tickets
        | ticket | matures |
        | t1     | 9       |
        | t2     | 3       |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | agent | ticket | bucket | price |
        | S1    | t2     | Short  | 0.90  |

    @boundary @MOD-05R
    Example: a ticket due today is the shortest of all
      Given the date is 1
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | t1 t2   |
      And these tickets
        | ticket | matures |
        | t1     | 2       |
        | t2     | 1       |
      When S1 sells
      Then the order goes like this
        | ticket | bucket | price |
        | t2     | Short  | 0.90  |

    @refusal
    Example: without a ticket there is nothing to sell
      Given these balance sheets
        | entity | cash |
        | S1     | 3    |
      When S1 sells
      Then the order goes like this
        | customer | side | executed | refused   |
        | S1       | SELL | no       | no_ticket |
      And no balance sheet has changed
