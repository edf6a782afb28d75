Feature: Pairs that fail

  With κ = 0.75 the traders have 22.4, 32 and 25.6 and owe 20 each; with κ = 3.9 they have 60/3.9 in all.

  @BAL-10 @OUT-13
  Rule: A pair that fails is reported with its error, and the rest goes on

    Background:
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [3.9, 0.75]}
        """

    Example: the pair that fails is counted apart, and has no effect
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    |           |          |
        | 1    | 0         | 0        |
      Then summary.json says
        | path      | value |
        | pairs     | 2     |
        | completed | 1     |
        | failed    | 1     |
        | unchanged | 1     |

    @boundary
    Example: no pair fails
      When the sweep is run
      Then summary.json says
        | path      | value |
        | completed | 2     |
        | failed    | 0     |
