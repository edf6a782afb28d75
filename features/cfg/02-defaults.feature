Feature: What a scenario file leaves out

  @CFG-02
  Rule: What is left out is as in the stub

    Example: a file that says next to nothing
      Given the scenario file
        """
        guard:
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                               | value |
        | seed                               | 42    |
        | ticket_size_S                      | 1     |
        | buckets.short.tau.min              | 1     |
        | buckets.short.tau.max              | 3     |
        | buckets.short.M0                   | 1     |
        | buckets.short.O0                   | 0.20  |
        | buckets.short.phiM                 | 1     |
        | buckets.short.phiO                 | 0.6   |
        | buckets.mid.tau.min                | 4     |
        | buckets.mid.tau.max                | 8     |
        | buckets.mid.M0                     | 1     |
        | buckets.mid.O0                     | 0.30  |
        | buckets.mid.phiM                   | 1     |
        | buckets.mid.phiO                   | 0.6   |
        | buckets.long.tau.min               | 9     |
        | buckets.long.tau.max               |       |
        | buckets.long.M0                    | 1     |
        | buckets.long.O0                    | 0.40  |
        | buckets.long.phiM                  | 1     |
        | buckets.long.phiO                  | 0.6   |
        | guard.Mmin                         | 0.02  |
        | guard.clip_nonneg_B                | true  |
        | dealers.init_target_capacity_Xstar | 4     |
        | order_flow.pi_sell                 | 0.5   |
        | order_flow.Nmax                    | 3     |
        | trader_policy.H_min_invest         | 3     |
        | trader_policy.buffer_cash_B        | 1     |
        | ring.n_traders_min                 | 100   |

    @SET-06R @SET-07 @KER-16R @ANC-05 @ROL-02 @ROL-05 @CHK-08
    Example: every switch has its ordinary setting
      Given the scenario file
        """
        guard:
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                      | value                    |
        | regime                    | active                   |
        | arithmetic                | decimal                  |
        | checks                    | true                     |
        | stop_on_default           | false                    |
        | allow_small_ring          | false                    |
        | rulings.clearing          | cash_on_hand             |
        | rulings.cap_quotes_at_par | false                    |
        | anchors.update            | true                     |
        | rollover.enabled          | false                    |
        | rollover.issue_price      | par                      |
        | trader_policy.kind        | liquidity_and_investment |

    @INI-02
    Example: shares of which nothing is said are a quarter, a half and what is left
      Given the scenario file
        """
        initial_allocation: {}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                             | value |
        | initial_allocation.dealer_share  | 0.25  |
        | initial_allocation.vbt_share     | 0.50  |
        | initial_allocation.traders_share | 0.25  |

    @INI-02
    Example: with one share given the others are as usual, and the traders keep the rest
      1 − 0.10 − 0.50 = 0.40.

      Given the scenario file
        """
        initial_allocation: {dealer_share: 0.10}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                             | value |
        | initial_allocation.dealer_share  | 0.10  |
        | initial_allocation.vbt_share     | 0.50  |
        | initial_allocation.traders_share | 0.40  |

    @INI-04R
    Example: without the section there are no shares at all
      Given the scenario file
        """
        seed: 42
        """
      When it is loaded as a scenario
      Then the scenario says
        | path               | value |
        | initial_allocation |       |

    Example: one key of a bucket leaves the others as they are
      Given the scenario file
        """
        buckets: {mid: {M0: 0.90}}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                 | value |
        | buckets.short.M0     | 1     |
        | buckets.mid.M0       | 0.9   |
        | buckets.mid.O0       | 0.3   |
        | buckets.mid.tau.max  | 8     |
        | buckets.long.tau.min | 9     |

    @INI-01
    Example: the target capacity is four tickets, whatever their face
      Given the scenario file
        """
        ticket_size_S: 20
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                               | value |
        | dealers.init_target_capacity_Xstar | 80    |

    @FLW-07 @POL-06
    Example: those who trade only to avoid default have the same H, and as many arrivals as it takes
      Given the scenario file
        """
        trader_policy: {kind: default_avoidance}
        """
      When its world is made
      Then the policy stands like this
        | policy            | H | most arrivals |
        | default_avoidance | 3 |               |

  @CFG-06R
  Rule: Debts of which nothing is said are ten tickets a trader, with as much cash as debt

    Example: a hundred traders
      Q = 10 · 100 · 1.

      Given the scenario file
        """
        seed: 42
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                 | value   |
        | ring.n_traders       | 100     |
        | ring.total_debt_Q    | 1000    |
        | ring.kappa           | 1       |
        | ring.liquidity_ratio |         |
        | ring.concentration   | 1       |
        | ring.mu              | 0.5     |
        | ring.maturity_days   | 12      |
        | ring.cash            | uniform |
        | periods              | 30      |

    Example: the total follows the number of traders and the face of a ticket
      Q = 10 · 150 · 20.

      Given the scenario file
        """
        ticket_size_S: 20
        ring: {n_traders: 150}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path              | value |
        | ring.total_debt_Q | 30000 |

    Example: the world that comes of it
      Given the scenario file
        """
        seed: 42
        """
      When its world is made
      Then the whole ring starts like this
        | traders | tickets | cash | least cash | most cash |
        | 100     | 1000    | 1000 | 10         | 10        |

    Example: every key of the debts is heeded
      Given the scenario file
        """
        periods: 12
        ring:
          n_traders: 110
          total_debt_Q: 2200
          kappa: 4
          concentration: 2.5
          mu: 0.25
          maturity_days: 9
          cash: proportional
        """
      When it is loaded as a scenario
      Then the scenario says
        | path               | value        |
        | periods            | 12           |
        | ring.n_traders     | 110          |
        | ring.total_debt_Q  | 2200         |
        | ring.kappa         | 4            |
        | ring.concentration | 2.5          |
        | ring.mu            | 0.25         |
        | ring.maturity_days | 9            |
        | ring.cash          | proportional |
