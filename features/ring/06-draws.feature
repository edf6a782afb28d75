Feature: What is drawn, and what is not

  @RING-06
  Rule: Ring, allocation and order flow draw from streams of their own: changing one does not shift the others

    Example: what changes with what
      Given the scenario file
        """
        seed: 42
        initial_allocation: {}
        ring: {n_traders: 100, total_debt_Q: 1000, kappa: 1, concentration: 1, mu: 0.5}
        """
      Then changes in it change the start like this
        | path                            | value        | debts | due days | desks' tickets | cash  |
        | seed                            | 42           | same  | same     | same           | same  |
        | seed                            | 43           | other | same     | other          | same  |
        | initial_allocation.dealer_share | 0.30         | same  | same     | other          | same  |
        | ring.mu                         | 1            | same  | other    | other          | same  |
        | ring.kappa                      | 2            | same  | same     | same           | other |
        | ring.cash                       | proportional | same  | same     | same           | other |
        | buckets.short.M0                | 0.75         | same  | same     | same           | same  |
        | order_flow.pi_sell              | 0.9          | same  | same     | same           | same  |
        | trader_policy.buffer_cash_B     | 3            | same  | same     | same           | same  |

    Example: more draws for the debts leave the allocation where it is
      With one ticket each the concentration changes the draws, and not the debts.

      Given the scenario file
        """
        initial_allocation: {}
        ring: {n_traders: 100, total_debt_Q: 100, concentration: 1}
        """
      Then changes in it change the start like this
        | path               | value | debts | desks' tickets |
        | ring.concentration | 0.5   | same  | same           |
        | ring.concentration | 20    | same  | same           |

    @BAL-01 @LOOP-02
    Example: the passive and the active run of a pair start alike, in either arithmetic
      Given the scenario file
        """
        regime: active
        arithmetic: decimal
        initial_allocation: {}
        """
      Then changes in it change the start like this
        | path       | value   | debts | due days | desks' tickets | cash |
        | regime     | passive | same  | same     | same           | same |
        | arithmetic | float64 | same  | same     | same           | same |

    @boundary @refusal @CFG-03
    Example: seeds that the generator could not tell apart are refused
      Given the scenario file
        """
        ring: {total_debt_Q: 1000}
        """
      Then it may say
        | path | value      |
        | seed | 4294967295 |
      But it may not say
        | path | value      | allowed                             |
        | seed | 4294967296 | a whole number from 0 to 4294967295 |
        | seed | 0.5        | a whole number from 0 to 4294967295 |
        | seed | -1         | a whole number from 0 to 4294967295 |
