Feature: Ranges of the numbers in a scenario file

  @CFG-05
  Rule: Probabilities and shares lie between 0 and 1, amounts above 0, and shares sum to at most 1

    @boundary @refusal
    Example: probabilities
      Given the scenario file
        """
        seed: 1
        """
      Then it may say
        | path               | value |
        | order_flow.pi_sell | 0     |
        | order_flow.pi_sell | 0.5   |
        | order_flow.pi_sell | 1     |
      But it may not say
        | path               | value                | allowed              |
        | order_flow.pi_sell | -0.01                | a number from 0 to 1 |
        | order_flow.pi_sell | 1.000000000000000001 | a number from 0 to 1 |

    @boundary @refusal
    Example: shares, one by one
      Given the scenario file
        """
        initial_allocation: {dealer_share: 0, vbt_share: 0, traders_share: 0}
        """
      Then it may say
        | path                             | value |
        | initial_allocation.dealer_share  | 0     |
        | initial_allocation.dealer_share  | 1     |
        | initial_allocation.vbt_share     | 1     |
        | initial_allocation.traders_share | 1     |
      But it may not say
        | path                             | value | allowed              |
        | initial_allocation.dealer_share  | -0.1  | a number from 0 to 1 |
        | initial_allocation.dealer_share  | 1.1   | a number from 0 to 1 |
        | initial_allocation.vbt_share     | -0.1  | a number from 0 to 1 |
        | initial_allocation.vbt_share     | 1.1   | a number from 0 to 1 |
        | initial_allocation.traders_share | -0.1  | a number from 0 to 1 |
        | initial_allocation.traders_share | 1.1   | a number from 0 to 1 |

    @boundary @refusal
    Example: their sum
      0.10 + 0.20 + 0.70 = 1; the smallest step more is too much, and less is not.

      Given the scenario file
        """
        initial_allocation: {dealer_share: 0.10, vbt_share: 0.20, traders_share: 0.70}
        """
      Then it may say
        | path                             | value |
        | initial_allocation.traders_share | 0.70  |
        | initial_allocation.traders_share | 0.60  |
      But it may not say
        | path                             | value                | fault at           | found                       | allowed            |
        | initial_allocation.traders_share | 0.700000000000000001 | initial_allocation | sum to 1.000000000000000001 | a sum of at most 1 |
        | initial_allocation.dealer_share  | 0.11                 | initial_allocation | sum to 1.01                 | a sum of at most 1 |
        | initial_allocation.vbt_share     | 0.21                 | initial_allocation | sum to 1.01                 | a sum of at most 1 |

    @boundary @refusal
    Example: S, Q, κ and c are above 0
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 4, total_debt_Q: 40}
        """
      Then it may say
        | path                 | value                |
        | ticket_size_S        | 0.00001              |
        | ring.total_debt_Q    | 4                    |
        | ring.kappa           | 0.000001             |
        | ring.liquidity_ratio | 0.000000000000000001 |
        | ring.concentration   | 0.000000000000000001 |
      But it may not say
        | path                 | value | allowed          |
        | ticket_size_S        | 0     | a number above 0 |
        | ticket_size_S        | -1    | a number above 0 |
        | ring.total_debt_Q    | 0     | a number above 0 |
        | ring.total_debt_Q    | -4    | a number above 0 |
        | ring.kappa           | 0     | a number above 0 |
        | ring.kappa           | -1    | a number above 0 |
        | ring.liquidity_ratio | 0     | a number above 0 |
        | ring.concentration   | 0     | a number above 0 |
        | ring.concentration   | -1    | a number above 0 |

    @boundary @refusal
    Example: prices, spreads and sensitivities
      Only the mid has to be above 0.

      Given the scenario file
        """
        seed: 1
        """
      Then it may say
        | path                        | value |
        | buckets.short.M0            | 0.01  |
        | buckets.short.O0            | 0     |
        | buckets.short.Omin          | 0     |
        | buckets.short.phiM          | 0     |
        | buckets.short.phiO          | 0     |
        | guard.Mmin                  | 0     |
        | trader_policy.buffer_cash_B | 0     |
      But it may not say
        | path                        | value | allowed          |
        | buckets.short.M0            | 0     | a number above 0 |
        | buckets.short.M0            | -1    | a number above 0 |
        | buckets.short.O0            | -0.1  | a number from 0  |
        | buckets.short.Omin          | -0.1  | a number from 0  |
        | buckets.short.phiM          | -0.1  | a number from 0  |
        | buckets.short.phiO          | -0.1  | a number from 0  |
        | guard.Mmin                  | -0.1  | a number from 0  |
        | trader_policy.buffer_cash_B | -0.1  | a number from 0  |

    @boundary @refusal
    Example: counts and days are whole
      Given the scenario file
        """
        allow_small_ring: true
        """
      Then it may say
        | path                       | value      |
        | seed                       | 0          |
        | seed                       | 4294967295 |
        | periods                    | 1          |
        | order_flow.Nmax            | 0          |
        | trader_policy.H_min_invest | 0          |
        | ring.n_traders             | 2          |
        | ring.maturity_days         | 1          |
      But it may not say
        | path                       | value      | allowed                             |
        | seed                       | -1         | a whole number from 0 to 4294967295 |
        | seed                       | 4294967296 | a whole number from 0 to 4294967295 |
        | periods                    | 0          | a whole number from 1               |
        | periods                    | 1.5        | a whole number from 1               |
        | order_flow.Nmax            | -1         | a whole number from 0               |
        | trader_policy.H_min_invest | -1         | a whole number from 0               |
        | ring.n_traders             | 1          | a whole number from 2               |
        | ring.maturity_days         | 0          | a whole number from 1               |

    @boundary @refusal @RING-05
    Example: the skew of due days
      Given the scenario file
        """
        seed: 1
        """
      Then it may say
        | path    | value |
        | ring.mu | 0     |
        | ring.mu | 1     |
      But it may not say
        | path    | value | allowed              |
        | ring.mu | -0.01 | a number from 0 to 1 |
        | ring.mu | 1.01  | a number from 0 to 1 |

    @refusal
    Example: words are one of a few
      Given the scenario file
        """
        seed: 1
        """
      Then it may say
        | path                 | value             |
        | regime               | active            |
        | regime               | passive           |
        | regime               | baseline          |
        | arithmetic           | decimal           |
        | arithmetic           | float64           |
        | rulings.clearing     | cash_on_hand      |
        | rulings.clearing     | sequential        |
        | rulings.clearing     | clearing_vector   |
        | rollover.issue_price | par               |
        | rollover.issue_price | mid               |
        | trader_policy.kind   | default_avoidance |
        | ring.cash            | uniform           |
        | ring.cash            | proportional      |
      But it may not say
        | path                 | value   | allowed                                   |
        | regime               | asleep  | passive                                   |
        | arithmetic           | binary  | decimal, float64                          |
        | rulings.clearing     | fair    | cash_on_hand, sequential, clearing_vector |
        | rollover.issue_price | ask     | par, mid                                  |
        | trader_policy.kind   | greed   | liquidity_and_investment                  |
        | ring.cash            | even    | uniform, proportional                     |
        | checks               | perhaps | true or false                             |
