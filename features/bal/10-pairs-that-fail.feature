Feature: Pairs that fail

  The right core breaks no identity, so these sweeps are made by a program with a fault in it: a debtor that defaults
  keeps its cash, and its creditors are paid all the same. At κ = 0.75 the traders have 22.4, 32 and 25.6 and owe 20
  each, so nobody defaults; at κ = 3.9 they have 60/3.9 in all, and somebody does.

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

  @BAL-10
  Rule: A pair that fails is reported with its error, and the rest goes on

    @OUT-13
    Example: the pair that fails has a row without figures, the next one is complete
      Given a program in which a debtor that defaults keeps its cash
      When the sweep is run
      Then the sweep's comparison.csv holds
        | kappa | passive_status | active_status | delta_active | trading_effect | trading_relief_ratio | rescue_count |
        | 3.9   | failed         | failed        |              |                |                      |              |
        | 0.75  | completed      | completed     | 0            | 0              | 0                    | 0            |
      And the sweep's summary.json says
        | path      | value |
        | pairs     | 2     |
        | completed | 1     |
        | failed    | 1     |
        | unchanged | 1     |
      And the sweep's manifest.json says
        | path            | value |
        | completed_pairs | 1     |
        | failed_pairs    | 1     |

    @CLI-03 @CHK-07
    Example: the exit status says so, and the report names the run, the period and what does not hold
      Given a program in which a debtor that defaults keeps its cash
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out
        """
      Then it exits with 1
      And it says on stdout "2: 1 compared, 1 failed"
      And it says on stdout "run passive_k3.9_c1_mu1_rho0.75_s42, period 1"
      And it says on stdout "does not hold"
      And it says on stdout "is no finding"

    @boundary
    Example: by the program without the fault, no pair fails
      When the sweep is run
      Then the sweep's summary.json says
        | path      | value |
        | completed | 2     |
        | failed    | 0     |
