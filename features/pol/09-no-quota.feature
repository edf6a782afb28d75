Feature: No quota, no special price

  @POL-09
  Rule: No quota forces trade through a dealer, and no price depends on who sells or why

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |

    Example: a dealer that nobody needs does nothing
      Every trader can meet its payments: H1's cash of 1 meets that of date 1.
      Given the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    | t1      |
      And H1 owes 1 ticket due at 1 to someone else
      When the next period begins
      And the order flow is drawn
      Then there are no arrivals
      And no balance sheet has changed

    Example: nor does one that nobody needs and nobody can afford
      Under `liquidity_and_investment` H1 can pay today and has no cash above its buffer of 1.
      Given the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    | t1      |
      And H1 owes 1 ticket due at 0 to someone else
      When the order flow is drawn
      Then there are no arrivals
      And no balance sheet has changed

    Scenario Outline: <who> sells t1 and gets the dealer's bid
      Given these balance sheets
        | entity | cash | tickets |
        | <who>  | 0.50 | t1      |
      And these tickets
        | ticket | matures |
        | t1     | 3       |
      And S1 owes 4 tickets due at 0 to someone else
      And S2 owes 1 ticket due at 9 to someone else
      When <who> sells t1
      Then the order goes like this
        | ticket | price | route    | ask  | bid  |
        | t1     | 0.97  | interior | 0.98 | 0.92 |

      Examples: a trader short of 3.50 today, one with a payment far off, one without debts, another dealer
        | who        |
        | S1         |
        | S2         |
        | S3         |
        | Mid dealer |

    Example: the second seller's price is lower for the ticket before it, not for its need
      S2 is short of 5, S1 of 1; whoever comes second sells at 0.92.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | t1      |
        | S2     | 0    | t2      |
      And S1 owes 1 ticket due at 0 to someone else
      And S2 owes 5 tickets due at 0 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S2    |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | price |
        | SELL | S2    | 0.97  |
        | SELL | S1    | 0.92  |

    Example: outside quotes are the same for all, too
      In Mid the dealer has no cash: everything goes through to the VBT at 1 − 0.15.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | t1      |
        | S2     | 7    | t2      |
      And these tickets
        | ticket | matures |
        | t1     | 6       |
        | t2     | 6       |
      And S1 owes 3 tickets due at 0 to someone else
      When these orders come in
        | customer | sells |
        | S1       | t1    |
        | S2       | t2    |
      Then the orders go like this
        | customer | price | route        |
        | S1       | 0.85  | pass-through |
        | S2       | 0.85  | pass-through |
