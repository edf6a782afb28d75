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
      Then comparison.csv holds
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
      Then comparison.csv holds
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
      Then comparison.csv holds
        | delta_passive | delta_active | total_trades | trading_effect | trading_relief_ratio | rescue_count |
        | 29/120        | 0            | 2            | 29/120         | 1                    | 2            |

    @OUT-13
    Example: over the seeds of a grid point the effect has a mean, an error and an interval
      The pairs of a point are the same here, so the interval is a point, and at κ = 0.5 that point is zero. With seven
      seeds p is 2⁻⁶ (EXP-11R), and twice that is below 5 %.

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
        sweep: {kappas: [1.6, 0.5], seeds: 7}
        """
      When the sweep is run
      Then effects.csv holds, where measure is delta
        | kappa | liquidity_ratio | pairs | mean_effect | standard_error | interval_low | interval_high | finding         |
        | 1.6   | 5/8             | 7     | 17/80       | 0              | 17/80        | 17/80         | lowers defaults |
        | 0.5   | 2               | 7     | 0           | 0              | 0            | 0             | none            |

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
      Then effects.csv holds, where measure is delta
        | pairs | mean_effect | standard_error | interval_low | interval_high | finding | finding_uncorrected |
        | 1     | 17/80       |                |              |               | none    | none                |

  @BAL-09 @BAL-11R @OUT-13
  Rule: Over n seeds the effect is a mean with Student's interval of n − 1 degrees around it

    Example: two seeds: 0.19 and 0.21
      s² = (0.01² + 0.01²)/1, the error is √(s²/2) = 0.01, and t(1) = 12.7062047362 at 97.5 %.

      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.31 |
        | 1 | 0.5 | 0.29 |
      Then effects.csv holds, where measure is delta
        | pairs | mean_effect | standard_error | interval_low | interval_high | finding |
        | 2 | 0.2 | 0.01 | 0.072937952638 | 0.327062047362 | lowers defaults |
      And summary.json says
        | path | value |
        | seeds | 2 |
        | sentence | Market making lowered the default rate by 20.00 percentage points (95 % interval 7.29 to 32.71). |

    Example: three seeds: −0.31, −0.31 and −0.28; as the mean turns, so do its bounds
      s² = (0.01² + 0.01² + 0.02²)/2 = 0.0003, the error is √(s²/3) = 0.01, and t(2) = 4.3026527297.

      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 3}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.81 |
        | 1 | 0.5 | 0.81 |
        | 2 | 0.5 | 0.78 |
      Then effects.csv holds, where measure is delta
        | pairs | mean_effect | standard_error | interval_low | interval_high | finding |
        | 3 | -0.3 | 0.01 | -0.343026527297 | -0.256973472703 | raises defaults |
      And summary.json says
        | path | value |
        | grid_points_raised | 1 |
        | sentence | Market making raised the default rate by 30.00 percentage points (95 % interval 25.70 to 34.30). |

    Example: ten seeds: five of 0.05 and five of −0.01
      s² = 10 · 0.03²/9 = 0.001, the error is √(s²/10) = 0.01, and t(9) = 2.2621571627: the interval covers zero.

      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 10}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.45 |
        | 1 | 0.5 | 0.51 |
        | 2 | 0.5 | 0.45 |
        | 3 | 0.5 | 0.51 |
        | 4 | 0.5 | 0.45 |
        | 5 | 0.5 | 0.51 |
        | 6 | 0.5 | 0.45 |
        | 7 | 0.5 | 0.51 |
        | 8 | 0.5 | 0.45 |
        | 9 | 0.5 | 0.51 |
      Then effects.csv holds, where measure is delta
        | pairs | mean_effect | standard_error | interval_low | interval_high | finding |
        | 10 | 0.02 | 0.01 | -0.002621571627 | 0.042621571627 | none |
      And summary.json says
        | path | value |
        | grid_points_lowered | 0 |
        | sentence | No effect was found: the mean effect is 2.00 percentage points, and its 95 % interval −0.26 to 4.26 covers zero. |

    @boundary
    Example: one seed
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 1}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.75 |
      Then effects.csv holds, where measure is delta
        | pairs | mean_effect | standard_error | interval_low | interval_high | finding | finding_uncorrected |
        | 1 | -0.25 | | | | none | none                |
      And summary.json says
        | path | value |
        | standard_error |      |
        | interval_low |      |
        | interval_high |      |
        | sentence | With one seed there is no interval, and a mean effect of −25.00 percentage points is no finding. |

    @boundary
    Example: an effect nearer to zero than 10⁻⁹ is rounding, and no finding however often it comes (ANA-06R)
      At κ = 1 every effect is 10⁻¹⁰, at κ = 2 every one is 10⁻⁹, and at κ = 4 every one is −10⁻⁹. Seven seeds that
      agree have p = 2⁻⁶ (EXP-11R), three times below 5 %.

      Given the scenario file
        """
        sweep: {kappas: [1, 2, 4], seeds: 7}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.4999999999 |
        | 1 | 0.5 | 0.4999999999 |
        | 2 | 0.5 | 0.4999999999 |
        | 3 | 0.5 | 0.4999999999 |
        | 4 | 0.5 | 0.4999999999 |
        | 5 | 0.5 | 0.4999999999 |
        | 6 | 0.5 | 0.4999999999 |
        | 7 | 0.5 | 0.499999999 |
        | 8 | 0.5 | 0.499999999 |
        | 9 | 0.5 | 0.499999999 |
        | 10 | 0.5 | 0.499999999 |
        | 11 | 0.5 | 0.499999999 |
        | 12 | 0.5 | 0.499999999 |
        | 13 | 0.5 | 0.499999999 |
        | 14 | 0.5 | 0.500000001 |
        | 15 | 0.5 | 0.500000001 |
        | 16 | 0.5 | 0.500000001 |
        | 17 | 0.5 | 0.500000001 |
        | 18 | 0.5 | 0.500000001 |
        | 19 | 0.5 | 0.500000001 |
        | 20 | 0.5 | 0.500000001 |
      Then effects.csv holds, where measure is delta
        | kappa | pairs | mean_effect | standard_error | interval_low | interval_high | finding |
        | 1 | 7 | 0 | 0 | 0 | 0 | none |
        | 2 | 7 | 0.000000001 | 0 | 0.000000001 | 0.000000001 | lowers defaults |
        | 4 | 7 | -0.000000001 | 0 | -0.000000001 | -0.000000001 | raises defaults |
      And summary.json says
        | path | value |
        | improved | 7 |
        | unchanged | 7 |
        | worsened | 7 |
        | sentence | No effect was found: the mean effect is 0.00 percentage points, and its 95 % interval 0.00 to 0.00 covers zero. |

    Example: what rounds to zero has no sign
      0.00001 and −0.00003: −0.00001 ± 12.7062 · 0.00002.

      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.49999 |
        | 1 | 0.5 | 0.50003 |
      Then summary.json says
        | path | value |
        | sentence | No effect was found: the mean effect is 0.00 percentage points, and its 95 % interval −0.03 to 0.02 covers zero. |

  @BAL-11R @OUT-13
  Rule: Pairs of one seed share their draws, so over a whole grid the seeds are the independent draws

    Example: two points of two seeds are two draws, 0.21 and 0.19
      At κ = 1 both seeds have 0.21, at κ = 2 they have 0.21 and 0.17.

      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.29 |
        | 1 | 0.5 | 0.29 |
        | 2 | 0.5 | 0.29 |
        | 3 | 0.5 | 0.33 |
      Then summary.json says
        | path | value |
        | seeds | 2 |
        | mean_trading_effect | 0.2 |
        | standard_error | 0.01 |
        | interval_low | 0.072937952638 |
        | interval_high | 0.327062047362 |

    Example: where every pair has a seed of its own they are four draws
      s² = (3 · 0.01² + 0.03²)/3, the error is √(s²/4) = 0.01, and t(3) = 3.1824463053.

      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2, seed_per_pair: true}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.29 |
        | 1 | 0.5 | 0.29 |
        | 2 | 0.5 | 0.29 |
        | 3 | 0.5 | 0.33 |
      Then summary.json says
        | path | value |
        | seeds | 4 |
        | mean_trading_effect | 0.2 |
        | standard_error | 0.01 |
        | interval_low | 0.168175536947 |
        | interval_high | 0.231824463053 |

  @BAL-10 @OUT-13
  Rule: Where pairs failed, the summary says so, and blames no number of seeds

    @boundary
    Example: all of them
      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 |  |  |
        | 1 |  |  |
        | 2 |  |  |
        | 3 |  |  |
      Then effects.csv holds, where measure is delta
        | kappa | pairs | mean_effect | standard_error | interval_low | interval_high | finding |
        | 1 | 0 | | | | | none |
        | 2 | 0 | | | | | none |
      And summary.json says
        | path | value |
        | completed | 0 |
        | failed | 4 |
        | mean_delta_passive |      |
        | mean_delta_active |      |
        | mean_trading_effect |      |
        | sentence | No effect can be stated: 4 of 4 pairs failed. |

    @boundary
    Example: the only one
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 1}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 |  |  |
      Then summary.json says
        | path | value |
        | sentence | No effect can be stated: 1 of 1 pair failed. |

    @boundary
    Example: all but those of one seed
      At κ = 1 the first seed has 0.10, at κ = 2 it has 0.20.

      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.4 |
        | 1 |  |  |
        | 2 | 0.5 | 0.3 |
        | 3 |  |  |
      Then summary.json says
        | path | value |
        | seeds | 1 |
        | mean_trading_effect | 0.15 |
        | sentence | 2 of 4 pairs failed and one seed is left, so there is no interval, and a mean effect of 15.00 percentage points is no finding. |

    Example: one of three
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 3}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.31 |
        | 1 | 0.5 | 0.29 |
        | 2 |  |  |
      Then summary.json says
        | path | value |
        | sentence | Market making lowered the default rate by 20.00 percentage points (95 % interval 7.29 to 32.71); 1 of 3 pairs failed and is left out. |

    Example: two of four
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 4}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0 | 0.5 | 0.49999 |
        | 1 | 0.5 | 0.50003 |
        | 2 |  |  |
        | 3 |  |  |
      Then summary.json says
        | path | value |
        | sentence | No effect was found: the mean effect is 0.00 percentage points, and its 95 % interval −0.03 to 0.02 covers zero; 2 of 4 pairs failed and are left out. |
