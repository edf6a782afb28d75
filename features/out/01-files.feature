Feature: The files of a run

  Three traders in a ring owe each other 10, all on day 1, and have 5 each. M = 10, O = 2: nobody has a desk
  with cash, so each sells the ticket that it holds to the VBT at 9, has 14, and pays its 10.

  Background:
    Given the scenario file
      """
      allow_small_ring: true
      ticket_size_S: 10
      initial_allocation: {dealer_share: 0, vbt_share: 0}
      ring: {n_traders: 3, total_debt_Q: 30, kappa: 2, mu: 0}
      """

  @OUT-01
  Rule: A single run leaves its files in one folder, and its name is made of its parameters

    Example: these eight files, and nothing beside them
      When the scenario is run
      Then it leaves these files
        | out/events.jsonl                |
        | out/inventory_timeseries.csv    |
        | out/manifest.json               |
        | out/metrics.json                |
        | out/mid_timeseries.csv          |
        | out/repayment_events.csv        |
        | out/system_state_timeseries.csv |
        | out/trades.csv                  |

    Example: the name tells regime, κ, c, μ, ρ and seed
      Given the scenario file
        """
        regime: passive
        seed: 7
        allow_small_ring: true
        initial_allocation: {dealer_share: 0, vbt_share: 0}
        buckets: {short: {M0: 0.75}, mid: {M0: 0.75}, long: {M0: 0.75}}
        ring: {n_traders: 3, total_debt_Q: 3, kappa: 0.50, concentration: 1, mu: 0.25}
        """
      When the scenario is run
      Then manifest.json says
        | path   | value                             |
        | run_id | passive_k0.5_c1_mu0.25_rho0.75_s7 |
      And metrics.json says
        | path   | value                             |
        | run_id | passive_k0.5_c1_mu0.25_rho0.75_s7 |

    Example: its rows carry the name and the regime
      When the scenario is run
      Then repayment_events.csv holds
        | run_id                    | regime | liability_id | outcome |
        | active_k2_c1_mu0_rho1_s42 | active | P1           | repaid  |
        | active_k2_c1_mu0_rho1_s42 | active | P2           | repaid  |
        | active_k2_c1_mu0_rho1_s42 | active | P3           | repaid  |

  @OUT-11
  Rule: One file has all figures of a run, and its parameters

    @MET-01 @MET-02 @MET-04 @RING-03R
    Example: the figures
      30 of debt on 15 of money. The VBT buys three tickets at 9 that pay 10 each.
      When the scenario is run
      Then metrics.json says
        | path                                | value  |
        | regime                              | active |
        | initial_total_debt                  | 30     |
        | initial_total_money                 | 15     |
        | debt_to_money_ratio                 | 2      |
        | payoff.payoff_rate                  | 1      |
        | activity.trades                     | 3      |
        | vbt_total_pnl                       | 3      |
        | dealer_total_pnl                    | 0      |
        | desks.Short VBT.parts.spread_income | 3      |
        | losses.total                        | 0      |
        | mids.short.dealer_mid_final         | 10     |
        | mids.short.vbt_mid_final            | 10     |
        | mids.short.dealer_premium_final_pct | 0      |
        | mids.short.vbt_premium_final_pct    | 0      |

    Example: the parameters; κ and its inverse both, whichever was given
      When the scenario is run
      Then metrics.json says
        | path                         | value                    |
        | parameters.seed              | 42                       |
        | parameters.periods           | 30                       |
        | parameters.face_value        | 10                       |
        | parameters.n_traders         | 3                        |
        | parameters.maturity_days     | 12                       |
        | parameters.total_debt        | 30                       |
        | parameters.kappa             | 2                        |
        | parameters.liquidity_ratio   | 1/2                      |
        | parameters.concentration     | 1                        |
        | parameters.mu                | 0                        |
        | parameters.outside_mid_ratio | 1                        |
        | parameters.policy            | liquidity_and_investment |
        | parameters.rollover          | false                    |

  @OUT-12
  Rule: The manifest says what was run, with every default filled in, and suffices to repeat it

    Example: what it says
      When the scenario is run
      Then manifest.json says
        | path                                | value                    |
        | seed                                | 42                       |
        | regime                              | active                   |
        | rulings.clearing                    | cash_on_hand             |
        | rulings.cap_quotes_at_par           | false                    |
        | checks.on                           | true                     |
        | checks.made.C3                      | 0                        |
        | checks.made.C4                      | 3                        |
        | ending                              | no_tickets               |
        | last_day                            | 1                        |
        | calendar.1                          | 3                        |
        | scenario.periods                    | 30                       |
        | scenario.order_flow.pi_sell         | 0.50                     |
        | scenario.order_flow.Nmax            | 3                        |
        | scenario.trader_policy.kind         | liquidity_and_investment |
        | scenario.trader_policy.H_min_invest | 3                        |
        | scenario.buckets.mid.O0             | 0.30                     |
        | scenario.guard.Mmin                 | 0.02                     |
        | scenario.ring.maturity_days         | 12                       |

    @LOOP-02
    Example: a run with trades, defaults and rollover is repeated from it, byte for byte
      Given the scenario file
        """
        seed: 11
        periods: 6
        allow_small_ring: true
        ticket_size_S: 20
        stop_on_default: false
        rulings: {clearing: sequential, cap_quotes_at_par: true}
        guard: {Mmin: 0.05, clip_nonneg_B: false}
        buckets: {short: {phiM: 0.50, Omin: 0.10}, mid: {M0: 0.90}}
        order_flow: {pi_sell: 0.60, Nmax: 5}
        trader_policy: {kind: default_avoidance, horizon: 4}
        initial_allocation: {dealer_share: 0.20, vbt_share: 0.40}
        rollover: {enabled: true, issue_price: mid}
        ring: {n_traders: 12, total_debt_Q: 1200, liquidity_ratio: 0.40, concentration: 0.50, mu: 0.25, maturity_days: 5, cash: proportional}
        """
      When the scenario is run
      And the run is repeated from its manifest
      Then both leave the same files, byte for byte
