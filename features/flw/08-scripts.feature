Feature: Scripted arrivals

  @FLW-08
  Rule: A script of (Z, agent) pairs stands in for every draw

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | S1           | 0    | s1      |
        | S2           | 0    | s2      |
        | B1           | 9    |         |
        | B2           | 9    |         |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else

    Example: it says who comes, and on which side
      Given a SELL probability of 0
      When the order flow is
        | Z | agent |
        | 1 | S2    |
        | 0 | B2    |
        | 1 | S1    |
      Then the arrivals go like this
        | Z | side | agent | price |
        | 1 | SELL | S2    | 0.97  |
        | 0 | BUY  | B2    | 0.98  |
        | 1 | SELL | S1    | 0.97  |

    Example: the flow ends with the script, though others would come
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | price |
        | BUY  | B1    | 1.03  |

    Example: what is left of the script when N_max is reached is not looked at
      Given at most 1 arrival a period
      When the order flow is
        | Z | agent  |
        | 0 | B1     |
        | 0 | Nobody |
      Then the arrivals go like this
        | side | agent | price |
        | BUY  | B1    | 1.03  |

    @boundary
    Example: an empty script is a flow without arrivals
      When the order flow is
        | Z | agent |
      Then there are no arrivals
      And no balance sheet has changed

    @refusal
    Example: a script that names a trader of the other side
      When the order flow is
        | Z | agent |
        | 0 | S1    |
      Then it is refused as invalid: "S1"
      And no balance sheet has changed

    @refusal
    Example: a script that goes wrong later on undoes what it began
      S1's SELL and B1's BUY would have been executed; the third entry names somebody who is not there.
      When the order flow is
        | Z | agent  |
        | 1 | S1     |
        | 0 | B1     |
        | 0 | Nobody |
      Then it is refused as invalid: "Nobody"
      And no balance sheet has changed
      And the Short dealer quotes
        | a | C | ask  | bid  |
        | 2 | 2 | 1.03 | 0.97 |
