Feature: What a balanced run says unless it is told

  @BAL-07
  Rule: A balanced run has defaults of its own

    Example: a sweep that says nothing
      Given the scenario file
        """
        sweep: {}
        """
      When it is loaded as a sweep
      Then the sweep says
        | path                  | value             |
        | ring.n_traders        | 100               |
        | ring.maturity_days    | 10                |
        | periods               | 15                |
        | ring.total_debt_Q     | 10000             |
        | ticket_size_S         | 20                |
        | buckets.short.M0      | 0.75              |
        | buckets.mid.M0        | 0.75              |
        | buckets.long.M0       | 0.75              |
        | buckets.short.O0      | 0.20              |
        | buckets.mid.O0        | 0.30              |
        | buckets.long.O0       | 0.40              |
        | rollover.enabled      | true              |
        | trader_policy.kind    | default_avoidance |
        | trader_policy.horizon | 10                |
        | balance.mode          | share_of_total    |
        | balance.vbt_share     | 0.25              |
        | balance.dealer_share  | 0.125             |
        | arithmetic            | float64           |

    Example: one balanced scenario has the same, and counts in decimals
      Given the scenario file
        """
        balance: {}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                  | value             |
        | ring.n_traders        | 100               |
        | ring.maturity_days    | 10                |
        | periods               | 15                |
        | ring.total_debt_Q     | 10000             |
        | ticket_size_S         | 20                |
        | buckets.long.M0       | 0.75              |
        | rollover.enabled      | true              |
        | trader_policy.kind    | default_avoidance |
        | trader_policy.horizon | 10                |
        | arithmetic            | decimal           |

    Example: the world that they make
      Given the scenario file
        """
        balance: {}
        """
      When its world is made
      Then the markets stand like this
        | bucket | from | to | mid | spread |
        | short  | 1    | 3  | 15  | 4      |
        | mid    | 4    | 8  | 15  | 6      |
        | long   | 9    |    | 15  | 8      |
      And the policy stands like this
        | policy            | H  | most arrivals |
        | default_avoidance | 10 |               |

    Example: the horizon is as long as the calendar, unless a horizon is given
      Given the scenario file
        """
        balance: {}
        """
      Then it may say
        | path                       | value |
        | trader_policy.horizon      | 3     |
        | trader_policy.H_min_invest | 4     |
        | ring.maturity_days         | 6     |

    Scenario Outline: <said> makes a horizon of <H>
      Given the scenario file
        """
        balance: {}
        <said>
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                  | value |
        | trader_policy.horizon | <H>   |

      Examples:
        | said                             | H |
        | ring: {maturity_days: 6}         | 6 |
        | trader_policy: {horizon: 3}      | 3 |
        | trader_policy: {H_min_invest: 4} | 4 |

    @CLI-02
    Example: whatever is said stands
      Given the scenario file
        """
        ticket_size_S: 1
        periods: 40
        arithmetic: decimal
        rollover: {enabled: false}
        balance: {dealer_share: 0.25}
        trader_policy: {kind: liquidity_and_investment}
        ring: {total_debt_Q: 500}
        sweep: {}
        """
      When it is loaded as a sweep
      Then the sweep says
        | path                 | value                    |
        | ticket_size_S        | 1                        |
        | periods              | 40                       |
        | arithmetic           | decimal                  |
        | rollover.enabled     | false                    |
        | balance.dealer_share | 0.25                     |
        | balance.vbt_share    | 0.25                     |
        | trader_policy.kind   | liquidity_and_investment |
        | ring.total_debt_Q    | 500                      |

    @boundary @CFG-02 @ROL-05
    Example: without a balance they do not apply
      Given the scenario file
        """
        balance:
        """
      When it is loaded as a scenario
      Then the scenario says
        | path               | value                    |
        | balance            |                          |
        | ticket_size_S      | 1                        |
        | periods            | 30                       |
        | rollover.enabled   | false                    |
        | trader_policy.kind | liquidity_and_investment |
