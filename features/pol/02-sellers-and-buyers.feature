Feature: Who sells and who buys

  The policy `liquidity_and_investment`. The two sets are formed at the start of a period's order flow;
  a scripted arrival that names somebody outside the set that serves it is refused, which shows who is
  not in it.

  @POL-02
  Rule: A trader with a shortfall and a ticket sells; one with cash above its buffer and no payment near buys

    The horizon is 3 and the buffer 1: at date 1 a buyer's next own payment is not before date 4.

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1 v2   |

    Example: a shortfall and a ticket make a seller
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | executed | ticket | price |
        | SELL | S1    | yes      | s1     | 0.97  |

    Example: cash above the buffer and a far horizon make a buyer
      Given these balance sheets
        | entity | cash |
        | B1     | 2    |
      And B1 owes 1 ticket due at 7 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | ticket | price |
        | BUY  | B1    | yes      | d1     | 1.03  |

    Example: a trader that owes nothing at all has no payment near
      Given these balance sheets
        | entity | cash |
        | B1     | 2    |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | price |
        | BUY  | B1    | yes      | 1.03  |

    Example: of several own payments it is the nearest that counts
      Given these balance sheets
        | entity | cash |
        | B1     | 9    |
      And B1 owes 1 ticket due at 9 to someone else
      And B1 owes 1 ticket due at 3 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then there are no arrivals

    Example: a payment drawing near makes a buyer leave the set
      At date 1 B1's payment of date 4 is 3 periods away, at date 2 it is 2. B2 owes nothing.
      Given these balance sheets
        | entity | cash |
        | B1     | 9    |
        | B2     | 9    |
      And B1 owes 1 ticket due at 4 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B2    |
      And the next period begins
      And the order flow is
        | Z | agent |
        | 0 | B1    |
      Then it is refused as invalid: "B1"
      And no balance sheet has changed

    @boundary
    Example: a payment exactly at the horizon is far enough
      4 − 1 = 3.
      Given these balance sheets
        | entity | cash |
        | B1     | 2    |
      And B1 owes 1 ticket due at 4 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | price |
        | BUY  | B1    | yes      | 1.03  |

    @boundary
    Example: a payment one period nearer is not
      3 − 1 = 2.
      Given these balance sheets
        | entity | cash |
        | B1     | 2    |
      And B1 owes 1 ticket due at 3 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then there are no arrivals

    @boundary @POL-01
    Example: a payment of today, which cash can meet, is not the next one
      The next own payment is the earliest one after today: here there is none.
      Given these balance sheets
        | entity | cash |
        | B1     | 3    |
      And B1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | price |
        | BUY  | B1    | yes      | 1.03  |

    @boundary
    Example: cash just at the buffer is not above it
      Given these balance sheets
        | entity | cash |
        | B1     | 1    |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then there are no arrivals

    @boundary
    Example: a cent above the buffer makes a buyer, even one that cannot pay the ask
      Given these balance sheets
        | entity | cash |
        | B1     | 1.01 |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | price | refused |
        | BUY  | B1    | no       | 1.03  | cash    |

    @boundary
    Example: a shortfall without a ticket makes no seller
      Given these balance sheets
        | entity | cash |
        | S1     | 0    |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      Then there are no arrivals

    @boundary
    Example: a ticket without a shortfall makes no seller
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 1    | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      Then there are no arrivals

    @boundary @TRD-13R
    Example: cash below nothing is a shortfall on a day without payments, too
      The outside bid is 1/3 − 0.35 = −1/60: S1 paid to be rid of s1, and has 0 − (−1/60) too little.
      Given the clip on outside bids is off
      And the Mid market at mid 1/3 and spread 0.70
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1 s2   |
      And these tickets
        | ticket | matures |
        | s1     | 6       |
        | s2     | 3       |
      When S1 sells s1
      And the order flow is
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | S1    | s2     | 0.97  |

    @refusal
    Example: who has no shortfall cannot arrive among the sellers
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | S2     | 1    | s2      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S2    |
      Then it is refused as invalid: "S2"
      And no balance sheet has changed

    @refusal
    Example: who has a payment near cannot arrive among the buyers
      Given these balance sheets
        | entity | cash |
        | B1     | 2    |
        | B2     | 2    |
      And B2 owes 1 ticket due at 2 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B2    |
      Then it is refused as invalid: "B2"
      And no balance sheet has changed

  @POL-03R
  Rule: A trader with a shortfall is never a buyer

    Without this rule a trader with cash above its buffer and a large payment today would buy.

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B2           | 5    |         |

    Example: cash above the buffer does not help where today's payment is larger still
      Given these balance sheets
        | entity | cash |
        | B1     | 1.50 |
      And B1 owes 2 tickets due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then it is refused as invalid: "B1"
      And no balance sheet has changed

    Example: who sells to meet its shortfall does not buy in the same period either
      S1 has 1.95 and owes 2; it sells at 0.97, and 2.92 is then above its buffer.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 1.95 | s1      |
      And S1 owes 2 tickets due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 0 | S1    |
      Then it is refused as invalid: "S1"
      And no balance sheet has changed

    @boundary
    Example: cash that just meets today's payment leaves no shortfall
      Given these balance sheets
        | entity | cash |
        | B1     | 2    |
      And B1 owes 2 tickets due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | executed | price |
        | BUY  | B1    | yes      | 1.03  |
