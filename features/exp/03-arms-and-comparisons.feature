Feature: Arms and comparisons

  The three traders of MET-08 (features/met/08-rescues.feature) owe 120. Passively they pay 90, with a dealer
  that makes a market 115.50, and in the baseline 45.50 of 60 (features/bal/08-three-regimes.feature).
  In the backstop a ticket is sold to the VBT at 15 − 3.50 = 11.50. Day 1: H2 has 30 + 11.50, pays 40, 20 of it
  to H3. Day 2: H1 has 21 + 11.50 = 32.50 of 40. Day 3: H3 has 24 + 20 and pays 40. Of 120, 112.50 are paid.

  @EXP-03 @LOOP-05
  Rule: Each comparison of two arms has its effects, and the steps from passive over backstop to active add up

    Background:
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6], regimes: [passive, active, backstop, baseline]}
        """

    @EXP-07 @MET-10
    Example: four arms and four comparisons
      1/4 − 1/16 = 3/16, and 1/16 − 3/80 = 1/40: together 17/80. Passively all three traders default, with a
      VBT or a dealer to sell to H1 alone. The VBT has paid twice 11.50 before it is paid anything.
      When the sweep is run
      Then comparison.csv holds
        | delta_passive | delta_backstop | delta_active | delta_baseline | traders_defaulted_passive | traders_defaulted_backstop | unpaid_passive | unpaid_backstop | unpaid_active |
        | 1/4           | 1/16           | 3/80         | 29/120         | 3                         | 1                          | 30             | 7.50            | 4.50          |
      And comparison.csv holds
        | effect_delta_passive_active | effect_delta_passive_backstop | effect_delta_backstop_active | effect_delta_baseline_passive |
        | 17/80                       | 3/16                          | 1/40                         | -1/120                        |
      And comparison.csv holds
        | effect_traders_defaulted_passive_backstop | effect_traders_defaulted_backstop_active | effect_unpaid_passive_backstop | effect_unpaid_backstop_active |
        | 2                                         | 0                                        | 22.50                          | 3                             |
      And comparison.csv holds
        | backstop_run_id                  | backstop_status | sells_backstop | passed_through_backstop | vbt_funding_drawn_backstop |
        | backstop_k1.6_c1_mu1_rho0.75_s42 | completed       | 2              | 2                       | 23                         |

    @EXP-07
    Example: the rows of effects.csv, and the relief as a ratio of means
      (17/80)/(1/4) = 17/20, (3/16)/(1/4) = 3/4, (1/40)/(1/16) = 2/5, (−1/120)/(29/120) = −1/29.
      When the sweep is run
      Then effects.csv holds, where measure is delta
        | comparison          | mean_a | mean_b | mean_effect | relief |
        | passive - active    | 1/4    | 3/80   | 17/80       | 17/20  |
        | passive - backstop  | 1/4    | 1/16   | 3/16        | 3/4    |
        | backstop - active   | 1/16   | 3/80   | 1/40        | 2/5    |
        | baseline - passive  | 29/120 | 1/4    | -1/120      | -1/29  |
      And effects.csv holds, where measure is unpaid
        | comparison          | mean_effect |
        | passive - active    | 25.50       |
        | passive - backstop  | 22.50       |
        | backstop - active   | 3           |
        | baseline - passive  | -15.50      |

    Example: comparisons that a sweep names; passive − active comes last where it is not named
      In units of δ: 1/4 − 1/16 = 3/16, and the other way round −3/16.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep:
          kappas: [1.6]
          regimes: [passive, active, backstop]
          comparisons: [[passive, backstop], [backstop, passive]]
        """
      When the sweep is run
      Then effects.csv holds, where measure is delta
        | comparison         | mean_effect |
        | passive - backstop | 3/16        |
        | backstop - passive | -3/16       |
        | passive - active   | 17/80       |
      And headline.csv holds, where measure is delta
        | comparison         | mean_effect |
        | passive - backstop | 3/16        |
        | backstop - passive | -3/16       |
        | passive - active   | 17/80       |

    @refusal @BAL-08
    Scenario Outline: refused is the comparison <what>
      Given the scenario file
        """
        sweep: {regimes: [passive, active, baseline], comparisons: [[passive, active], <comparison>]}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | path                 | found   | allowed   |
        | sweep.comparisons[1]<at> | <found> | <allowed> |

      Examples:
        | what                               | comparison           | at  | found                | allowed                                    |
        | of an arm with itself              | [active, active]     |     | [active, active]     | two different arms                         |
        | of an arm that the sweep lacks     | [passive, backstop]  |     | [passive, backstop]  | arms of sweep.regimes: passive, active, b  |
        | of active with a baseline          | [active, baseline]   |     | [active, baseline]   | passive beside baseline                    |
        | that is there already              | [passive, active]    |     | [passive, active]    | each comparison once                       |
        | of something that is no arm        | [passive, idle]      | [1] | idle                 | passive, active, backstop, baseline        |
        | of three arms                      | [passive, active, x] |     | the list             | two arms, as [passive, active]             |

    @refusal
    Scenario Outline: refused is a list of arms <what>
      Given the scenario file
        """
        sweep: {kappas: [1], regimes: <list>}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path   | found   | allowed   |
        | 1    | <path> | <found> | <allowed> |

      Examples:
        | what             | list                         | path             | found         | allowed                             |
        | without an arm   | []                           | sweep.regimes    | the list []   | at least one value                  |
        | with one twice   | [active, passive, active]    | sweep.regimes[2] | active again  | each value once                     |
        | with an unknown  | [active, idle]               | sweep.regimes[1] | idle          | passive, active, backstop, baseline |

    @refusal @EXP-05
    Example: without a comparison there is no effect that could be precise
      Given the scenario file
        """
        sweep: {regimes: [active], precision: {half_width: 0.01}}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path            | found                                  | allowed                    |
        | 1    | sweep.precision | precision without a comparison: active | two arms that are compared |

  @EXP-03 @BAL-08 @BAL-09
  Rule: Any of the four arms may be left out, and its columns and effects with it

    Background:
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6]}
        """

    Example: the dealers' part alone, whatever order the list has
      In units of δ: 1/16 − 3/80 = 1/40. Of 120 due, 112.50 and 115.50 are paid.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6], regimes: [backstop, active]}
        """
      When the sweep is run
      Then comparison.csv holds
        | delta_active | delta_backstop | effect_delta_backstop_active | effect_unpaid_backstop_active | total_trades | initial_debt |
        | 3/80         | 1/16           | 1/40                         | 3                             | 2            | 120          |
      And effects.csv holds, where measure is delta
        | comparison        | mean_a | mean_b | mean_effect | relief |
        | backstop - active | 1/16   | 3/80   | 1/40        | 2/5    |
      And summary.json says
        | path                | value                                                                                                                       |
        | improved            | 1                                                                                                                           |
        | mean_delta_backstop | 1/16                                                                                                                        |
        | mean_delta_active   | 3/80                                                                                                                        |
        | mean_trading_effect | 1/40                                                                                                                        |
        | answer[0]           | The dealers' intermediation shows no finding in the default rate: with one seed there is no interval.                      |
        | grid.regimes[0]     | active                                                                                                                      |
        | grid.regimes[1]     | backstop                                                                                                                    |
      And it leaves no file called "passive"

    Example: the part of the VBTs' money, without an arm in which dealers make a market
      In units of δ: 1/4 − 1/16 = 3/16.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6], regimes: [passive, backstop]}
        """
      When the sweep is run
      Then comparison.csv holds
        | passive_status | backstop_status | effect_delta_passive_backstop | sells_backstop |
        | completed      | completed       | 3/16                          | 2              |
      And summary.json says
        | path                | value |
        | mean_delta_passive  | 1/4   |
        | mean_delta_backstop | 1/16  |
        | mean_trading_effect | 3/16  |
      And it leaves no file called "active"

    @boundary
    Scenario Outline: one arm alone is compared with nothing: <arm>
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6], regimes: [<arm>]}
        """
      When the sweep is run
      Then comparison.csv holds
        | delta_<arm> | <arm>_status |
        | <delta>     | completed    |
      And effects.csv holds
        | comparison |
      And headline.csv holds
        | comparison |
      And summary.json says
        | path             | value                                                                                                               |
        | completed        | 1                                                                                                                   |
        | mean_delta_<arm> | <delta>                                                                                                             |
        | sentence         | Nothing is compared: the sweep has the arm <arm> alone. The mean default rate is <percent> % in the arm <arm>. |

      Examples:
        | arm      | delta  | percent |
        | passive  | 1/4    | 25.00   |
        | active   | 3/80   | 3.75    |
        | backstop | 1/16   | 6.25    |
        | baseline | 29/120 | 24.17   |

    @OUT-14
    Example: workers, cut off and resumed, leave the same files
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 6, total_debt_Q: 1200, maturity_days: 3}
        sweep: {kappas: [1.2, 4], seeds: 2, regimes: [backstop, active]}
        """
      When the sweep is run
      And the sweep is run, but cut off after 3 pairs
      And the sweep is resumed
      Then both leave the same files, byte for byte

    @CLI-01
    Example: shards of a sweep of one arm are merged, and what needs an effect refuses it
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir A --regimes active --kappas 1,2 --shard 1/2
        """
      Then it exits with 0
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir B --regimes active --kappas 1,2 --shard 2/2
        """
      Then it exits with 0
      When this is run
        """
        ringspec merge A B --out-dir C
        """
      Then it exits with 0
      And it says "Pairs     2: 2 complete, 0 failed" on stdout
      And it says "Nothing is compared: the sweep has the arm active alone." on stdout
      When this is run
        """
        ringspec compare C C --out-dir D
        """
      Then it exits with 65
      And it says "no comparison of arms is in both: A has none, B has none" on stderr
      Given the scenario file
        """
        sweep: {regimes: [active]}
        """
      When this is run
        """
        ringspec sensitivity ring.yaml --out-dir E
        """
      Then it exits with 65
      And it says "nothing is compared in a sweep of active" on stderr

  @EXP-07
  Rule: Where nothing defaults passively the relief over points is empty

    @boundary
    Example: at κ = 0.5 all is paid
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [0.5]}
        """
      When the sweep is run
      Then effects.csv holds, where measure is delta
        | mean_a | mean_effect | relief |
        | 0      | 0           |        |
