Feature: An order flow without a limit

  @FLW-12R
  Rule: Without N_max an agent that could not be served leaves its side for the rest of the period

    Background:
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 0.50
      And any number of arrivals a period
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |

    Example: the flow ends once everybody has bought or could not
      The dealer asks 1.03 for d1 and 1.08 for d2. B1 has 0.90, and nobody else may come.
      Given these balance sheets
        | entity | cash |
        | B1     | 0.90 |
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | executed | price | refused |
        | BUY  | B1    | no       | 1.03  | cash    |
      And no balance sheet has changed

    Example: more than three come, each once
      Given these balance sheets
        | entity | cash |
        | B1     | 9    |
        | B2     | 9    |
        | B3     | 9    |
        | B4     | 0.90 |
      When the order flow is
        | Z | agent  |
        | 0 | B4     |
        | 0 | B1     |
        | 0 | B2     |
        | 0 | B3     |
        | 0 | Nobody |
      Then the arrivals go like this
        | agent | executed | price | refused            |
        | B4    | no       | 1.03  | cash               |
        | B1    | yes      | 1.03  |                    |
        | B2    | yes      | 1.08  |                    |
        | B3    | no       |       | no_eligible_ticket |

    @refusal
    Example: a buyer that could not pay does not come again when the ask has come down
      After S1's sale the dealer would ask 0.98, and B1 has 1; with an N_max it could come again (FLW-05).
      Given these balance sheets
        | entity | cash | tickets |
        | B1     | 1    |         |
        | B2     | 9    |         |
        | S1     | 0    | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 1 | S1    |
        | 0 | B1    |
      Then it is refused as invalid: "B1"
      And no balance sheet has changed

    Example: a period without a limit ends, too
      Given these balance sheets
        | entity | cash |
        | B1     | 0.90 |
        | B2     | 0.80 |
      When a period passes with drawn arrivals
      Then no balance sheet has changed
