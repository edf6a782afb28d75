Feature: The comparison of a sweep

  The three traders of MET-08 (features/met/08-rescues.feature) owe 120, of which at κ = 1.6 they pay 90
  passively and 115.50 with a dealer who makes a market; at κ = 0.5 they have 240 and pay all.

  @OUT-13
  Rule: One table has a row for each pair, in the order of the grid

    Example: its columns
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
      When the sweep is run
      Then the columns of comparison.csv are
        | kappa                                   |
        | liquidity_ratio                         |
        | concentration                           |
        | mu                                      |
        | outside_mid_ratio                       |
        | seed                                    |
        | face_value                              |
        | delta_passive                           |
        | delta_active                            |
        | phi_passive                             |
        | phi_active                              |
        | trading_effect                          |
        | trading_relief_ratio                    |
        | passive_run_id                          |
        | passive_status                          |
        | active_run_id                           |
        | active_status                           |
        | big_entity_loss_passive                 |
        | big_entity_pnl_active                   |
        | dealer_total_pnl                        |
        | vbt_total_pnl                           |
        | total_trades                            |
        | rescue_count                            |
        | initial_debt                            |
        | initial_money                           |
        | debt_to_money_ratio                     |
        | dealer_mid_final_short                  |
        | dealer_mid_final_mid                    |
        | dealer_mid_final_long                   |
        | vbt_mid_final_short                     |
        | vbt_mid_final_mid                       |
        | vbt_mid_final_long                      |
        | delta1_passive                          |
        | traders_defaulted_passive               |
        | unpaid_passive                          |
        | due_passive                             |
        | paid_passive                            |
        | first_round_passive                     |
        | first_round_face_passive                |
        | induced_passive                         |
        | induced_face_passive                    |
        | rollovers_declined_passive              |
        | rollovers_declined_face_passive         |
        | delta1_active                           |
        | traders_defaulted_active                |
        | unpaid_active                           |
        | due_active                              |
        | paid_active                             |
        | first_round_active                      |
        | first_round_face_active                 |
        | induced_active                          |
        | induced_face_active                     |
        | rollovers_declined_active               |
        | rollovers_declined_face_active          |
        | sells_active                            |
        | buys_active                             |
        | passed_through_active                   |
        | first_day_trades_active                 |
        | vbt_lowest_cash_active                  |
        | vbt_funding_drawn_active                |
        | effect_delta_passive_active             |
        | effect_delta1_passive_active            |
        | effect_traders_defaulted_passive_active |
        | effect_unpaid_passive_active            |

    @BAL-10 @BAL-11R
    Example: its rows, with the runs that they compare
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
        sweep: {kappas: [1.6, 0.5], outside_mid_ratios: [15], seeds: 2}
        """
      When the sweep is run
      Then comparison.csv holds
        | kappa | liquidity_ratio | concentration | mu | outside_mid_ratio | seed | face_value | passive_run_id                  | passive_status | active_run_id                  | active_status |
        | 1.6   | 5/8             | 1             | 1  | 0.75              | 42   | 20         | passive_k1.6_c1_mu1_rho0.75_s42 | completed      | active_k1.6_c1_mu1_rho0.75_s42 | completed     |
        | 1.6   | 5/8             | 1             | 1  | 0.75              | 43   | 20         | passive_k1.6_c1_mu1_rho0.75_s43 | completed      | active_k1.6_c1_mu1_rho0.75_s43 | completed     |
        | 0.5   | 2               | 1             | 1  | 0.75              | 42   | 20         | passive_k0.5_c1_mu1_rho0.75_s42 | completed      | active_k0.5_c1_mu1_rho0.75_s42 | completed     |
        | 0.5   | 2               | 1             | 1  | 0.75              | 43   | 20         | passive_k0.5_c1_mu1_rho0.75_s43 | completed      | active_k0.5_c1_mu1_rho0.75_s43 | completed     |

    @boundary @SET-07
    Example: runs that end at their first default are stopped
      Passive, H2 pays 30 of 40 on day 1; active, H2 pays 40 and H1 35.50 of 40 on day 2.

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
        stop_on_default: true
        sweep: {kappas: [1.6]}
        """
      When the sweep is run
      Then comparison.csv holds
        | passive_status | active_status | delta_passive | delta_active |
        | stopped        | stopped       | 1/4           | 9/160        |

    @OUT-01
    Example: where the files are
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
      When the sweep is run
      Then it leaves these files
        | manifest.json                                                 |
        | aggregate/comparison.csv                                      |
        | aggregate/effects.csv                                         |
        | aggregate/summary.json                                        |
        | passive/runs/passive_k1.6_c1_mu1_rho0.75_s42/out/events.jsonl |
        | active/runs/active_k1.6_c1_mu1_rho0.75_s42/out/events.jsonl   |
        | active/runs/active_k1.6_c1_mu1_rho0.75_s42/out/metrics.json   |
        | …                                                             |

  @OUT-13
  Rule: A summary counts the pairs by what the market making did, and has the means and the grid

    Example: fewer defaults in two pairs, as many in two
      Means of 1/4, 1/4, 0, 0 and of 3/80, 3/80, 0, 0, seed by seed 17/160. Two seeds that agree are no
      finding (EXP-11R).

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
        sweep: {kappas: [1.6, 0.5], seeds: 2}
        """
      When the sweep is run
      Then summary.json says
        | path                | value   |
        | pairs               | 4       |
        | completed           | 4       |
        | failed              | 0       |
        | improved            | 2       |
        | unchanged           | 2       |
        | worsened            | 0       |
        | mean_delta_passive  | 1/8     |
        | mean_delta_active   | 3/160   |
        | mean_trading_effect | 17/160  |
        | seeds               | 2       |
        | grid_points_lowered | 0       |
        | grid_points_raised  | 0       |
        | grid.kappas         | 1.6 0.5 |
        | grid.replicates     | 2       |
        | grid.baseSeed       | 42      |
