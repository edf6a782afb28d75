Feature: Axes of a sweep

  Beside the lists of the sources any key of a scenario with one value can be an axis. Axes come after ρ in the
  order of the grid, the last one changes fastest, and seeds change faster still.

  @EXP-01 @BAL-10
  Rule: Any scalar key of a scenario can be an axis

    Example: three keys, of which one is a bucket's
      Given the scenario file
        """
        sweep:
          kappas: [1, 2]
          axes:
            trader_policy.horizon: [1, 3, 10]
            rollover.enabled: [true, false]
            buckets.short.O0: [0.2, 0.40]
          seeds: 2
        """
      When it is loaded as a sweep
      Then the grid has 48 pairs, among them
        | pair | κ | axes                                                                    | replicate | seed |
        | 0    | 1 | trader_policy.horizon 1, rollover.enabled true, buckets.short.O0 0.2    | 0         | 42   |
        | 1    | 1 | trader_policy.horizon 1, rollover.enabled true, buckets.short.O0 0.2    | 1         | 43   |
        | 2    | 1 | trader_policy.horizon 1, rollover.enabled true, buckets.short.O0 0.4    | 0         | 42   |
        | 4    | 1 | trader_policy.horizon 1, rollover.enabled false, buckets.short.O0 0.2   | 0         | 42   |
        | 8    | 1 | trader_policy.horizon 3, rollover.enabled true, buckets.short.O0 0.2    | 0         | 42   |
        | 24   | 2 | trader_policy.horizon 1, rollover.enabled true, buckets.short.O0 0.2    | 0         | 42   |
        | 47   | 2 | trader_policy.horizon 10, rollover.enabled false, buckets.short.O0 0.4  | 1         | 43   |

    Example: a pair is the scenario with the values of its point, and nothing else of it differs
      At pair 1 dealers have a quarter of all claims and VBTs none: ⌊4 · 0.25/0.75⌋ = 1 ticket on 4 of the ring.
      Given the scenario file
        """
        allow_small_ring: true
        balance: {vbt_share: 0}
        ring: {n_traders: 2, total_debt_Q: 80, mu: 1, maturity_days: 2, concentration: 1000000}
        sweep: {axes: {balance.dealer_share: [0, 0.25]}}
        """
      When it is loaded as a sweep
      And pair 1 is taken from it
      And its world is made
      Then the additional debts start like this
        | liability | issuer | to           | tickets |
        | P1d       | H1     | dealer:short | 1       |

    Example: a key of the sources is their list
      Given the scenario file
        """
        sweep: {axes: {ring.mu: [0, 1], ring.kappa: [1, 2]}}
        """
      When it is loaded as a sweep
      Then the grid has 4 pairs, among them
        | pair | κ | μ | axes |
        | 0    | 1 | 0 |      |
        | 1    | 1 | 1 |      |
        | 2    | 2 | 0 |      |

    @CLI-02
    Example: on a command line, where it wins over the file
      Given the scenario file
        """
        sweep: {kappas: [1, 2], axes: {trader_policy.horizon: [2]}}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir DIR --axis trader_policy.horizon=1,3 --axis rollover.enabled=true,false --axis ring.kappa=4 --axis order_flow.Nmax=null,3 --shard 1/8
        """
      Then it exits with 0
      And DIR/manifest.json says
        | path                                   | value        |
        | pairs                                  | 8            |
        | sweep.sweep.kappas                     | ["4"]        |
        | sweep.sweep.axes                       | {"trader_policy.horizon":[1,3],"rollover.enabled":[true,false],"order_flow.Nmax":[null,3]} |

    @refusal @CFG-03
    Example: every fault names the axis and the place
      Shares of 0.25 and 0.75 leave traders nothing.
      Given the scenario file
        """
        sweep:
          mus: [0, 1]
          axes:
            trader_policy.horizon: [1, soon]
            trader_policy.horizons: [1]
            rollover.enabled: [true, perhaps]
            balance.dealer_share: [0.125, 0.75]
            order_flow.pi_sell: [0.5, 0.50]
            buckets.longest.O0: [0.2]
            ring.mu: [0.5]
            seed: [1, 2]
            ring.cash: [uniform]
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path                                      | found                                    | allowed                                          |
        | 4    | sweep.axes.trader_policy.horizon[1]       | soon                                     | a whole number from 0 to 1000000                 |
        | 5    | sweep.axes.trader_policy.horizons         | the list                                 | the nearest is trader_policy.horizon             |
        | 6    | sweep.axes.rollover.enabled[1]            | perhaps                                  | true or false                                    |
        | 7    | sweep.axes.balance.dealer_share[1]        | 0.75, so shares that sum to 1            | a sum below 1                                    |
        | 8    | sweep.axes.order_flow.pi_sell[1]          | 0.5 again                                | each value once                                  |
        | 9    | sweep.axes.buckets.longest.O0             | the unknown bucket longest               | short, mid, long                                 |
        | 10   | sweep.axes.ring.mu                        | ring.mu beside sweep.mus                 | one of the two                                   |
        | 11   | sweep.axes.seed                           | the list                                 | sweep.seeds                                      |
        | 12   | sweep.axes.ring.cash                      | the list                                 | a key of a scenario that holds one value         |

    @refusal
    Scenario Outline: refused is an axis <what>
      Given the scenario file
        """
        sweep: {axes: {<axes>}}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | path   | found   | allowed   |
        | <path> | <found> | <allowed> |

      Examples:
        | what                             | axes                                                            | path                                  | found                                                       | allowed                    |
        | whose values do not go together  | balance.dealer_share: [0.1, 0.6], balance.vbt_share: [0.1, 0.5] | sweep.axes                            | balance.dealer_share 0.6 with balance.vbt_share 0.5: shares | a sum below 1              |
        | that does nothing in this sweep  | balance.big_entity_share: [0.1]                                 | sweep.axes.balance.big_entity_share[0] | 0.1                                                        | that this scenario uses    |
        | of one bucket's outside mid      | buckets.short.M0: [0.75]                                        | sweep.axes.buckets.short.M0           | one bucket                                                  | sweep.outside_mid_ratios   |
        | without values                   | ring.n_traders: []                                              | sweep.axes.ring.n_traders             | the list []                                                 | a list of at least one     |
        | of lists                         | ring.n_traders: [[100]]                                         | sweep.axes.ring.n_traders[0]          | the list                                                    | one value                  |

    @boundary
    Example: a value of the file beside an axis in which it is not is a warning
      Given the scenario file
        """
        trader_policy: {horizon: 5}
        sweep: {axes: {trader_policy.horizon: [1, 3]}}
        """
      When it is loaded as a sweep
      Then it warns
        | trader_policy.horizon 5 is not used: a sweep goes over sweep.axes.trader_policy.horizon |

  @EXP-02 @OUT-01
  Rule: Rows and run ids carry the axes, parameters.csv the rest

    Example: two axes, κ beside them fixed
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        anchors: {update: false}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6], axes: {rollover.enabled: [false], trader_policy.horizon: [0, 3]}}
        """
      When the sweep is run
      Then comparison.csv holds
        | rollover.enabled | trader_policy.horizon | kappa | active_run_id                                         |
        | false            | 0                     | 1.6   | active_k1.6_c1_mu1_rho0.75_enabledfalse_horizon0_s42 |
        | false            | 3                     | 1.6   | active_k1.6_c1_mu1_rho0.75_enabledfalse_horizon3_s42 |
      And effects.csv holds, where measure is delta
        | rollover.enabled | trader_policy.horizon | pairs |
        | false            | 0                     | 1     |
        | false            | 3                     | 1     |
      And headline.csv holds, where measure is delta
        | axis                  | value | pairs |
        | trader_policy.horizon | 0     | 1     |
        | trader_policy.horizon | 3     | 1     |
      And parameters.csv holds, where parameter is trader_policy.horizon
        | value |
      And parameters.csv holds, where parameter is rollover.enabled
        | value |
        | false |
      And parameters.csv holds, where parameter is balance.dealer_share
        | value |
        | 0.5   |
