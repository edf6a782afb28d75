Feature: Pairs that fail

  Tickets of a hundred million are more than float64 can count to 10⁻¹⁰. At κ = 0.75 traders have 224, 320 and
  256 million and owe 200 each: nobody defaults, and all amounts are whole. At κ = 3.9 they have 2000/13 million
  in all, sums are rounded, and the checks say so.

  Background:
    Given the scenario file
      """
      allow_small_ring: true
      arithmetic: float64
      periods: 3
      ticket_size_S: 100000000
      balance: {vbt_share: 0, dealer_share: 0.5}
      anchors: {update: false}
      rollover: {enabled: false}
      trader_policy: {horizon: 0}
      ring: {n_traders: 3, total_debt_Q: 300000000, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
      sweep: {kappas: [3.9, 0.75]}
      """

  @BAL-10
  Rule: A pair that fails is reported with its error, and the rest goes on

    @OUT-13
    Example: the pair that fails has a row without figures, the next one is complete
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
    Example: counted in decimals, no pair fails
      Given the scenario file
        """
        allow_small_ring: true
        arithmetic: decimal
        periods: 3
        ticket_size_S: 100000000
        balance: {vbt_share: 0, dealer_share: 0.5}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 300000000, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [3.9, 0.75]}
        """
      When the sweep is run
      Then the sweep's summary.json says
        | path      | value |
        | completed | 2     |
        | failed    | 0     |
