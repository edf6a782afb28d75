Feature: The other side steps in

  @FLW-02
  Rule: If the preferred side is empty, the arrival is served on the other side, with the same Z

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |

    Example: a SELL is preferred and nobody sells
      Given these balance sheets
        | entity | cash |
        | B1     | 2    |
      When the order flow is
        | Z | agent |
        | 1 | B1    |
      Then the arrivals go like this
        | Z | side | fallback | agent | executed | price |
        | 1 | BUY  | yes      | B1    | yes      | 1.03  |

    Example: a BUY is preferred and nobody buys
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | S1    |
      Then the arrivals go like this
        | Z | side | fallback | agent | executed | price |
        | 0 | SELL | yes      | S1    | yes      | 0.97  |

    Example: a side that has just emptied is empty, and no Z is used up
      Each entry of the script is one arrival: the second one's Z = 1 serves B1, the third one's serves B2.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | B1     | 2    |         |
        | B2     | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | B1    |
        | 0 | B2    |
      Then the arrivals go like this
        | Z | side | fallback | agent | price |
        | 1 | SELL | no       | S1    | 0.97  |
        | 1 | BUY  | yes      | B1    | 0.98  |
        | 0 | BUY  | no       | B2    | 1.03  |

    Example: drawn, too: with a SELL probability of 1 a lone buyer is served
      Given a SELL probability of 1
      And these balance sheets
        | entity | cash |
        | B1     | 2    |
      When the order flow is drawn
      Then the arrivals go like this
        | Z | side | fallback | agent | price |
        | 1 | BUY  | yes      | B1    | 1.03  |

    @boundary
    Example: a side that cannot be filled is not empty
      B1's cash of 1.01 is above its buffer and below the ask: it is a buyer, and it is B1 whom Z = 0 finds.
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | B1     | 1.01 |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | Z | side | fallback | agent | executed | price | refused |
        | 0 | BUY  | no       | B1    | no       | 1.03  | cash    |

    @refusal
    Example: while the preferred side has somebody, the other side has to wait
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | s1      |
        | B1     | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | B1    |
      Then it is refused as invalid: "B1"
      And no balance sheet has changed
