Feature: Effects

  The three traders of MET-08 (features/met/08-rescues.feature) owe 120, of which at κ = 1.6 they pay 90
  passively and 115.50 with a dealer who makes a market; at κ = 0.5 they have 240 and pay all.

  @BAL-09
  Rule: The effect is what the default rate loses when a market is made, and the relief that over the default rate

    Example: δ of 30/120 becomes 4.50/120
      1/4 − 3/80 = 17/80, and (17/80)/(1/4) = 17/20.

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
      Then the sweep's comparison.csv holds
        | delta_passive | delta_active | trading_effect | trading_relief_ratio |
        | 1/4           | 3/80         | 17/80          | 17/20                |

    @boundary
    Example: where nobody defaults there is nothing to relieve, and the relief is 0
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
      Then the sweep's comparison.csv holds
        | delta_passive | delta_active | trading_effect | trading_relief_ratio |
        | 0             | 0            | 0              | 0                    |

    @boundary
    Example: where all defaults disappear the relief is 1
      Without large holders' shares the traders have 37.50 and owe 60: H2 pays 15 of 20 and H1 10.50 of 20;
      H3 has 12 + 15. The dealer has nothing, so every SELL goes to the VBT at 15 − 3.50 = 11.50:
      15 + 11.50 pays the debt of H2, 10.50 + 11.50 that of H1, and 12 + 20 that of H3.

      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6]}
        """
      When the sweep is run
      Then the sweep's comparison.csv holds
        | delta_passive | delta_active | total_trades | trading_effect | trading_relief_ratio | rescue_count |
        | 29/120        | 0            | 2            | 29/120         | 1                    | 2            |

    @OUT-13
    Example: over the seeds of a grid point the effect has a mean, an error and an interval
      The pairs of a point are the same here, so the interval is a point, and at κ = 0.5 that point is zero.

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
        sweep: {kappas: [1.6, 0.5], seeds: 3}
        """
      When the sweep is run
      Then the sweep's effects.csv holds
        | kappa | liquidity_ratio | pairs | mean_effect | standard_error | interval_low | interval_high | finding         |
        | 1.6   | 5/8             | 3     | 17/80       | 0              | 17/80        | 17/80         | lowers defaults |
        | 0.5   | 2               | 3     | 0           | 0              | 0            | 0             | none            |

    @boundary
    Example: one seed is no finding, whatever it shows
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
      Then the sweep's effects.csv holds
        | pairs | mean_effect | standard_error | interval_low | interval_high | finding |
        | 1     | 17/80       |                |              |               | none    |
