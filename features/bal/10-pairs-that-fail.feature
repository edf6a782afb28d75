Feature: Pairs that fail

  Tickets of a hundred million are more than float64 can count to 10⁻¹⁰. At κ = 0.5 there are 1200 million,
  nobody defaults, and all amounts are whole; at κ = 2.1 sums are rounded, and the checks say so.

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
      sweep: {kappas: [2.1, 0.5]}
      """

  @BAL-10
  Rule: A pair that fails is reported with its error, and the rest goes on

    @OUT-13
    Example: the pair that fails has a row without figures, the next one is complete
      When the sweep is run
      Then the sweep's comparison.csv holds
        | kappa | passive_status | active_status | delta_active | trading_effect | trading_relief_ratio | rescue_count |
        | 2.1   | failed         | failed        |              |                |                      |              |
        | 0.5   | completed      | completed     | 0            | 0              | 0                    | 0            |
      And the sweep's summary.json says
        | path             | value |
        | pairs            | 2     |
        | completed        | 1     |
        | failed           | 1     |
        | unchanged        | 1     |
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
      And it says on stdout "run passive_k2.1_c1_mu1_rho0.75_s42, period 3"
      And it says on stdout "does not hold"
      And it says on stdout "is no finding"

    Example: and so does what is read by programs
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out --json
        """
      Then it exits with 1
      And the JSON on stdout says
        | path              | value |
        | pairs             | 2     |
        | failed            | 1     |
        | failures[0].index | 0     |

    @boundary
    Example: counted in decimals, no pair fails
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out --arithmetic decimal
        """
      Then it exits with 0
      And it says on stdout "2: 2 compared, 0 failed"
