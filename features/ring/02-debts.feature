Feature: How much the traders of a ring owe

  @RING-02
  Rule: Debts are drawn around equal shares, in whole tickets, at least one each, and sum exactly to Q

    Example: a total of 150 tickets for a hundred traders
      Given the scenario file
        """
        ring: {n_traders: 100, total_debt_Q: 150}
        """
      When its world is made
      Then the whole ring starts like this
        | traders | tickets | least debt |
        | 100     | 150     | 1          |

    Scenario Outline: the total is met, whatever is drawn: concentration <c>, tickets of <S>
      Given the scenario file
        """
        seed: <seed>
        ticket_size_S: <S>
        ring: {n_traders: 100, total_debt_Q: <Q>, concentration: <c>}
        """
      When its world is made
      Then the whole ring starts like this
        | traders | tickets   | cash |
        | 100     | <tickets> | <Q>  |

      Examples:
        | seed | c    | S   | Q     | tickets |
        | 1    | 0.01 | 1   | 517   | 517     |
        | 2    | 0.2  | 1   | 517   | 517     |
        | 3    | 1    | 20  | 10000 | 500     |
        | 4    | 5    | 0.1 | 51.7  | 517     |
        | 5    | 1000 | 2.5 | 1000  | 400     |

    Example: a very large concentration leaves all debts alike
      Given the scenario file
        """
        ring: {n_traders: 100, total_debt_Q: 700, concentration: 100000000}
        """
      When its world is made
      Then the whole ring starts like this
        | tickets | least debt | most debt |
        | 700     | 7          | 7         |

    @boundary
    Example: as many tickets as traders is one each, whatever is drawn
      Given the scenario file
        """
        ring: {n_traders: 100, total_debt_Q: 100, concentration: 0.2}
        """
      When its world is made
      Then the whole ring starts like this
        | tickets | least debt | most debt |
        | 100     | 1          | 1         |

    Example: the seed decides, and nothing else
      Given the scenario file
        """
        seed: 42
        ring: {n_traders: 100, total_debt_Q: 1000}
        """
      Then changes in it change the start like this
        | path               | value | debts |
        | seed               | 42    | same  |
        | seed               | 43    | other |
        | ring.concentration | 2     | other |

    @boundary @refusal @CFG-03
    Example: a total is a multiple of the face of a ticket, and one ticket for each trader at least
      Given the scenario file
        """
        allow_small_ring: true
        ticket_size_S: 20
        ring: {n_traders: 4}
        """
      Then it may say
        | path              | value |
        | ring.total_debt_Q | 80    |
        | ring.total_debt_Q | 100   |
      But it may not say
        | path              | value | allowed           |
        | ring.total_debt_Q | 60    | at least N·S = 80 |
        | ring.total_debt_Q | 90    | a multiple of     |
        | ring.total_debt_Q | 100.5 | a multiple of     |

  @RING-07
  Rule: Even a very small concentration draws debts, and not nonsense

    The smaller the concentration, the more falls on one trader; at the end the others owe the one ticket that
    everybody owes: 1000 − 99 = 901.

    Scenario Outline: concentration <c>
      Given the scenario file
        """
        ring: {n_traders: 100, total_debt_Q: 1000, kappa: 1, concentration: <c>}
        """
      When its world is made
      Then the whole ring starts like this
        | tickets | least debt | most debt | cash |
        | 1000    | 1          | 901       | 1000 |

      Examples:
        | c                    |
        | 0.000001             |
        | 0.000000001          |
        | 0.000000000000000001 |
