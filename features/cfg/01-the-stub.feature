Feature: What a scenario file says

  @CFG-01
  Rule: The source's scenario stub loads as it is

    Example: the v1.0 stub
      Given the scenario file
        """
        seed: 42
        ticket_size_S: 1
        buckets:
          short: {tau: [1, 3], M0: 1.0, O0: 0.20, phiM: 1.0, phiO: 0.6}
          mid: {tau: [4, 8], M0: 1.0, O0: 0.30, phiM: 1.0, phiO: 0.6}
          long: {tau: [9, .inf], M0: 1.0, O0: 0.40, phiM: 1.0, phiO: 0.6}
        guard: {Mmin: 0.02, clip_nonneg_B: true}
        dealers: {init_target_capacity_Xstar: 4}
        order_flow: {pi_sell: 0.5, Nmax: 3}
        trader_policy: {H_min_invest: 3, buffer_cash_B: 1.0}
        initial_allocation: {dealer_share: 0.25, vbt_share: 0.50, traders_share: 0.25}
        ring: {n_traders_min: 100}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                               | value |
        | seed                               | 42    |
        | ticket_size_S                      | 1     |
        | buckets.short.tau.min              | 1     |
        | buckets.short.tau.max              | 3     |
        | buckets.short.M0                   | 1     |
        | buckets.short.O0                   | 0.2   |
        | buckets.short.phiM                 | 1     |
        | buckets.short.phiO                 | 0.6   |
        | buckets.mid.tau.min                | 4     |
        | buckets.mid.tau.max                | 8     |
        | buckets.mid.O0                     | 0.3   |
        | buckets.long.tau.min               | 9     |
        | buckets.long.tau.max               |       |
        | buckets.long.O0                    | 0.4   |
        | guard.Mmin                         | 0.02  |
        | guard.clip_nonneg_B                | true  |
        | dealers.init_target_capacity_Xstar | 4     |
        | order_flow.pi_sell                 | 0.5   |
        | order_flow.Nmax                    | 3     |
        | trader_policy.H_min_invest         | 3     |
        | trader_policy.buffer_cash_B        | 1     |
        | initial_allocation.dealer_share    | 0.25  |
        | initial_allocation.vbt_share       | 0.5   |
        | initial_allocation.traders_share   | 0.25  |
        | ring.n_traders_min                 | 100   |

    Example: every key of it is heeded, also where it differs from the stub
      Given the scenario file
        """
        seed: 7
        ticket_size_S: 5
        buckets:
          short: {tau: [1, 2], M0: 0.90, O0: 0.10, phiM: 0.5, phiO: 0.25}
          mid: {tau: [3, 6], M0: 0.80, O0: 0.20, phiM: 0.4, phiO: 0.35}
          long: {tau: [7, .inf], M0: 0.70, O0: 0.30, phiM: 0.3, phiO: 0.45}
        guard: {Mmin: 0.05, clip_nonneg_B: false}
        dealers: {init_target_capacity_Xstar: 30}
        order_flow: {pi_sell: 0.75, Nmax: 9}
        trader_policy: {H_min_invest: 4, buffer_cash_B: 2.50}
        initial_allocation: {dealer_share: 0.10, vbt_share: 0.30, traders_share: 0.60}
        ring: {n_traders_min: 120}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                               | value |
        | seed                               | 7     |
        | ticket_size_S                      | 5     |
        | buckets.short.tau.max              | 2     |
        | buckets.short.M0                   | 0.9   |
        | buckets.short.O0                   | 0.1   |
        | buckets.short.phiM                 | 0.5   |
        | buckets.short.phiO                 | 0.25  |
        | buckets.mid.tau.min                | 3     |
        | buckets.mid.tau.max                | 6     |
        | buckets.mid.M0                     | 0.8   |
        | buckets.mid.phiM                   | 0.4   |
        | buckets.long.tau.min               | 7     |
        | buckets.long.phiO                  | 0.45  |
        | guard.Mmin                         | 0.05  |
        | guard.clip_nonneg_B                | false |
        | dealers.init_target_capacity_Xstar | 30    |
        | order_flow.pi_sell                 | 0.75  |
        | order_flow.Nmax                    | 9     |
        | trader_policy.H_min_invest         | 4     |
        | trader_policy.buffer_cash_B        | 2.5   |
        | initial_allocation.dealer_share    | 0.1   |
        | initial_allocation.vbt_share       | 0.3   |
        | initial_allocation.traders_share   | 0.6   |
        | ring.n_traders_min                 | 120   |
        | ring.n_traders                     | 120   |

    @MOD-04 @ANC-04
    Example: and it is what the world starts from
      Given the scenario file
        """
        buckets:
          short: {tau: [1, 2], M0: 0.90, O0: 2.00, Omin: 0.05, phiM: 0.5, phiO: 0.25}
          mid: {tau: [3, 6], M0: 0.80, O0: 0.20, phiM: 0.4, phiO: 0.35}
          long: {tau: [7, .inf], M0: 0.70, O0: 0.30, phiM: 0.3, phiO: 0.45}
        guard: {Mmin: 0.05, clip_nonneg_B: false}
        order_flow: {pi_sell: 0.75, Nmax: 9}
        trader_policy: {H_min_invest: 4, buffer_cash_B: 2.50}
        """
      When its world is made
      Then the markets stand like this
        | bucket | from | to   | mid | spread | least spread | mid sensitivity | spread sensitivity |
        | short  | 1    | 2    | 0.9 | 2      | 0.05         | 0.5             | 0.25               |
        | mid    | 3    | 6    | 0.8 | 0.2    | 0            | 0.4             | 0.35               |
        | long   | 7    |      | 0.7 | 0.3    | 0            | 0.3             | 0.45               |
      And the policy stands like this
        | policy                   | H | buffer | most arrivals | SELL probability |
        | liquidity_and_investment | 4 | 2.5    | 9             | 0.75             |
      And the Short dealer quotes
        | A   | B    |
        | 1.9 | -0.1 |

    @MOD-04
    Scenario Outline: ranges of maturities, as <short>, <mid> and <long>
      Given the scenario file
        """
        buckets:
          short: {tau: <short>}
          mid: {tau: <mid>}
          long: {tau: <long>}
        """
      When its world is made
      Then the markets stand like this
        | bucket | from | to   |
        | short  | 1    | 3    |
        | mid    | 4    | 8    |
        | long   | 9    |      |

      Examples:
        | short            | mid              | long      |
        | [1, 3]           | [4, 8]           | [9, .inf] |
        | [1, 2, 3]        | [4, 5, 6, 7, 8]  | [9, null] |
        | 1-3              | 4-8              | 9+        |
        | 1..3             | 4..8             | ">=9"     |
        | {min: 1, max: 3} | {min: 4, max: 8} | {min: 9}  |

    Example: the source's misspellings of O0 and phiO are read, with a warning for each
      Given the scenario file
        """
        buckets:
          short:
            00: 0.25
            phi0: 0.5
          long:
            phi0: 0.7
        """
      When it is loaded as a scenario
      Then the scenario says
        | path               | value |
        | buckets.short.O0   | 0.25  |
        | buckets.short.phiO | 0.5   |
        | buckets.mid.phiO   | 0.6   |
        | buckets.long.O0    | 0.4   |
        | buckets.long.phiO  | 0.7   |
      And it warns
        | ring.yaml:3: buckets.short.00 is read as O0     |
        | ring.yaml:4: buckets.short.phi0 is read as phiO |
        | ring.yaml:6: buckets.long.phi0 is read as phiO  |

    @refusal @CFG-03
    Example: a key in both spellings says two things
      Given the scenario file
        """
        buckets:
          short:
            O0: 0.20
            00: 0.25
          mid: {phi0: 0.5, phiO: 0.6}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path             | found              | allowed |
        | 4    | buckets.short.00 | both 00 and O0     | O0      |
        | 5    | buckets.mid.phi0 | both phi0 and phiO | phiO    |

    @refusal @CFG-03
    Example: the misspellings are those of a bucket, and of nothing else
      Given the scenario file
        """
        guard: {phi0: 0.5}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path       | found                |
        | 1    | guard.phi0 | the unknown key phi0 |
