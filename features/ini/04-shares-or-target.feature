Feature: Shares or target

  @INI-04R
  Rule: Shares decide where they are given, the target where they are not

    Twelve traders owe two tickets each: six in Short, ten in Mid, eight in Long.

    Example: the target alone
      Given the scenario file
        """
        allow_small_ring: true
        dealers: {init_target_capacity_Xstar: 8}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the Mid dealer quotes
        | a | X* |
        | 4 | 8  |

    Example: neither of them, which is a target of four tickets
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the Mid dealer quotes
        | a | X* |
        | 2 | 4  |
      And the Short dealer quotes
        | a | X* |
        | 2 | 4  |

    Example: shares alone
      ⌊0.10 · 10⌋ = 1.

      Given the scenario file
        """
        allow_small_ring: true
        initial_allocation: {dealer_share: 0.10}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the Mid dealer quotes
        | a | X* |
        | 1 | 2  |

    @OUT-12
    Example: both, and the manifest notes that the target is ignored
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        initial_allocation: {dealer_share: 0.10}
        dealers: {init_target_capacity_Xstar: 8}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      And the scenario is run
      Then the Mid dealer quotes
        | a | X* |
        | 1 | 2  |
      And manifest.json says
        | path    | value                                                                                                                             |
        | notes.0 | dealers.init_target_capacity_Xstar 8 is ignored: initial_allocation is given, and its shares decide the size of dealers (INI-04R) |

    Example: without a target in the file there is nothing to note
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        initial_allocation: {}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When the scenario is run
      Then manifest.json says
        | path    | value |
        | notes.0 |       |
