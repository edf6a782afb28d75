Feature: Effects of three regimes

  The three traders of MET-08 (features/met/08-rescues.feature) owe 120, of which at κ = 1.6 they pay 90
  passively and 115.50 with a dealer who makes a market; at κ = 0.5 they have 240 and pay all.
  In the baseline they owe 20 each and have half of their cash: H1 10.50, H2 15, H3 12. H2 pays 15 of 20, to
  H3; H1 pays 10.50 of 20; H3 has 27 and pays 20. Of 60 due 45.50 are paid.

  @BAL-08
  Rule: Passive against baseline is the effect of balance sheets, active against passive that of market making

    Example: the balance sheets cost a little here, and the market making pays
      14.50/60 − 30/120 = −1/120, and 1/4 − 3/80 = 17/80.

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
        sweep: {kappas: [1.6], regimes: [passive, active, baseline]}
        """
      When the sweep is run
      Then comparison.csv holds
        | delta_baseline | phi_baseline | delta_passive | delta_active | balance_sheet_effect | trading_effect |
        | 29/120         | 91/120       | 1/4           | 3/80         | -1/120               | 17/80          |
      And comparison.csv holds
        | baseline_run_id                  | baseline_status |
        | baseline_k1.6_c1_mu1_rho0.75_s42 | completed       |

    Example: active against baseline is no column
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
        sweep: {kappas: [1.6], regimes: [passive, active, baseline]}
        """
      When the sweep is run
      Then the columns of comparison.csv are
        | kappa                                     |
        | liquidity_ratio                           |
        | concentration                             |
        | mu                                        |
        | outside_mid_ratio                         |
        | seed                                      |
        | face_value                                |
        | delta_passive                             |
        | delta_active                              |
        | phi_passive                               |
        | phi_active                                |
        | trading_effect                            |
        | trading_relief_ratio                      |
        | passive_run_id                            |
        | passive_status                            |
        | active_run_id                             |
        | active_status                             |
        | big_entity_loss_passive                   |
        | big_entity_pnl_active                     |
        | dealer_total_pnl                          |
        | vbt_total_pnl                             |
        | total_trades                              |
        | rescue_count                              |
        | initial_debt                              |
        | initial_money                             |
        | debt_to_money_ratio                       |
        | dealer_mid_final_short                    |
        | dealer_mid_final_mid                      |
        | dealer_mid_final_long                     |
        | vbt_mid_final_short                       |
        | vbt_mid_final_mid                         |
        | vbt_mid_final_long                        |
        | delta_baseline                            |
        | phi_baseline                              |
        | balance_sheet_effect                      |
        | baseline_run_id                           |
        | baseline_status                           |
        | delta1_passive                            |
        | traders_defaulted_passive                 |
        | unpaid_passive                            |
        | due_passive                               |
        | paid_passive                              |
        | first_round_passive                       |
        | first_round_face_passive                  |
        | induced_passive                           |
        | induced_face_passive                      |
        | rollovers_declined_passive                |
        | rollovers_declined_face_passive           |
        | delta1_active                             |
        | traders_defaulted_active                  |
        | unpaid_active                             |
        | due_active                                |
        | paid_active                               |
        | first_round_active                        |
        | first_round_face_active                   |
        | induced_active                            |
        | induced_face_active                       |
        | rollovers_declined_active                 |
        | rollovers_declined_face_active            |
        | sells_active                              |
        | buys_active                               |
        | passed_through_active                     |
        | first_day_trades_active                   |
        | vbt_lowest_cash_active                    |
        | vbt_funding_drawn_active                  |
        | delta1_baseline                           |
        | traders_defaulted_baseline                |
        | unpaid_baseline                           |
        | due_baseline                              |
        | paid_baseline                             |
        | first_round_baseline                      |
        | first_round_face_baseline                 |
        | induced_baseline                          |
        | induced_face_baseline                     |
        | rollovers_declined_baseline               |
        | rollovers_declined_face_baseline          |
        | effect_delta_passive_active               |
        | effect_delta1_passive_active              |
        | effect_traders_defaulted_passive_active   |
        | effect_unpaid_passive_active              |
        | effect_delta_baseline_passive             |
        | effect_delta1_baseline_passive            |
        | effect_traders_defaulted_baseline_passive |
        | effect_unpaid_baseline_passive            |

    @boundary
    Example: without the third regime there is no run of it
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
      Then it leaves no file called "baseline"
