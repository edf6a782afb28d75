Feature: The end of a script

  @FLW-11R
  Rule: A scripted flow ends with the script, with N_max or when nobody is left; what is left of it is not looked at

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | S1           | 0    | s1      |
        | B1           | 2    |         |
      And S1 owes 1 ticket due at 1 to someone else

    Example: nobody is left after the two that could come
      When the order flow is
        | Z | agent  |
        | 1 | S1     |
        | 0 | B1     |
        | 1 | Nobody |
        | 0 | S1     |
      Then the arrivals go like this
        | side | agent | price |
        | SELL | S1    | 0.97  |
        | BUY  | B1    | 0.98  |

    Example: nobody could come from the beginning
      Given these balance sheets
        | entity | cash | tickets |
        | S1     | 1    | s1      |
        | B1     | 1    |         |
      When the order flow is
        | Z | agent  |
        | 1 | Nobody |
      Then there are no arrivals
      And no balance sheet has changed

    Example: nor in a passive regime
      Given the regime passive
      When the order flow is
        | Z | agent  |
        | 1 | Nobody |
      Then there are no arrivals

    @boundary
    Example: N_max is reached with the last entry that is looked at
      Given at most 2 arrivals a period
      When the order flow is
        | Z | agent  |
        | 1 | S1     |
        | 0 | B1     |
        | 0 | Nobody |
      Then the arrivals go like this
        | side | agent |
        | SELL | S1    |
        | BUY  | B1    |

    @refusal
    Example: an entry before the end that names somebody of no set
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | S1    |
      Then it is refused as invalid: "S1"
      And no balance sheet has changed

    @FLW-08 @POL-07
    Example: a trader that was offered no price may be sent again while another can still come
      With the clip on the Mid bid is 0. S1 has only a Mid ticket, and S2 sells a Short one for 0.97, after which
      nobody else can come.

      Given the policy default_avoidance with a horizon of 5
      And the Mid market at mid 0.10 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | m1      |
        | S2     | 0.10 | s2      |
      And these tickets
        | ticket | issuer | matures |
        | m1     | I1     | 6       |
        | s2     | I1     | 3       |
        | s1     | I1     | 3       |
      And these tickets
        | ticket | owner |
        | s1     | I2    |
      And S2 owes 1 ticket due at 2 to someone else
      When the order flow is
        | Z | agent  |
        | 0 | S1     |
        | 1 | S1     |
        | 0 | S2     |
        | 1 | S1     |
        | 1 | Nobody |
      Then the arrivals go like this
        | agent | executed | price | refused |
        | S1    | no       | 0     | price   |
        | S1    | no       | 0     | price   |
        | S2    | yes      | 0.97  |         |
