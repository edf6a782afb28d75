Feature: A ring of equal debts

  @RING-09R
  Rule: With equal debts every trader owes as many tickets as every other

    Scenario Outline: seven tickets each, whatever the seed, here <seed>
      Given the scenario file
        """
        seed: <seed>
        ring: {n_traders: 100, total_debt_Q: 700, debts: equal}
        """
      When its world is made
      Then the whole ring starts like this
        | traders | tickets | least debt | most debt |
        | 100     | 700     | 7          | 7         |

      Examples:
        | seed |
        | 1    |
        | 2    |

    Example: what does not divide goes to the first traders
      10 = 4 · 2 + 2: everybody owes two, and H1 and H2 owe one more.

      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 4, total_debt_Q: 10, debts: equal, mu: 1, maturity_days: 4}
        """
      When its world is made
      Then the ring starts like this
        | trader | owes | tickets | due | cash |
        | H1     | H2   | 3       | 2   | 2.5  |
        | H2     | H3   | 3       | 1   | 2.5  |
        | H3     | H4   | 2       | 4   | 2.5  |
        | H4     | H1   | 2       | 3   | 2.5  |

    @boundary
    Example: one ticket each is the least
      Given the scenario file
        """
        ring: {n_traders: 100, total_debt_Q: 100, debts: equal}
        """
      When its world is made
      Then the whole ring starts like this
        | traders | tickets | least debt | most debt |
        | 100     | 100     | 1          | 1         |

    Example: a concentration beside it has no effect
      Given the scenario file
        """
        ring: {debts: equal, concentration: 5}
        """
      When it is loaded as a scenario
      Then it warns
        | ring.concentration is not used while ring.debts is equal |

    @refusal
    Example: a sweep over concentrations of equal debts is refused
      Given the scenario file
        """
        ring: {debts: equal}
        sweep: {concentrations: [1, 2]}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path                 | found                                   | allowed                                   |
        | 2    | sweep.concentrations | concentrations while ring.debts is equal | no concentrations, or debts that are drawn |

    @refusal
    Example: debts are drawn or equal, and nothing else
      Given the scenario file
        """
        ring: {debts: same}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path       | found | allowed      |
        | 1    | ring.debts | same  | drawn, equal |
