Feature: What dealers and VBTs have at the start

  Twelve traders owe two tickets each, due on the days 1 to 12: six tickets in Short, ten in Mid, eight in
  Long. (A very large concentration makes all debts alike.)

  @INI-01
  Rule: A dealer of a given target capacity starts in the middle of its shelf, and the kernel gives back that capacity

    Example: a target of four
      a = 4/(2 · 1) = 2, and C = 1 · 2: V = 2 + 2 buys four tickets at the mid.

      Given the scenario file
        """
        allow_small_ring: true
        dealers: {init_target_capacity_Xstar: 4}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 6       | 2      | 2           | 3   | 3        | 1         |
        | mid    | 10      | 2      | 2           | 5   | 5        | 3         |
        | long   | 8       | 2      | 2           | 4   | 4        | 2         |
      And the Short dealer quotes
        | a | x | C | V | X* | N | p |
        | 2 | 2 | 2 | 4 | 4  | 5 | 1 |
      And the Mid dealer quotes
        | a | C | X* | p |
        | 2 | 2 | 4  | 1 |
      And the Long dealer quotes
        | a | C | X* | p |
        | 2 | 2 | 4  | 1 |

    Scenario Outline: targets of <target> at a mid of <M> for tickets of face <S>
      Given the scenario file
        """
        allow_small_ring: true
        ticket_size_S: <S>
        buckets: {mid: {M0: <M>}}
        dealers: {init_target_capacity_Xstar: <target>}
        ring: {n_traders: 12, total_debt_Q: <Q>, debts: equal, mu: 1}
        """
      When its world is made
      Then the Mid dealer quotes
        | a   | C   | X*       |
        | <a> | <C> | <target> |

      Examples:
        | S  | Q   | M     | target | a | C     |
        | 1  | 24  | 1     | 8      | 4 | 4     |
        | 1  | 24  | 0.75  | 4      | 2 | 1.5   |
        | 1  | 24  | 0.333 | 6      | 3 | 0.999 |
        | 20 | 480 | 0.75  | 80     | 2 | 30    |
        | 20 | 480 | 0.9   | 120    | 3 | 54    |

    @KER-08
    Example: in the middle of its shelf its midline is the mid
      Given the scenario file
        """
        allow_small_ring: true
        buckets: {short: {M0: 0.80}}
        dealers: {init_target_capacity_Xstar: 4}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the Short dealer quotes
        | M   | a | C   | p   |
        | 0.8 | 2 | 1.6 | 0.8 |

    @boundary
    Example: a target of nothing
      Given the scenario file
        """
        allow_small_ring: true
        dealers: {init_target_capacity_Xstar: 0}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the Short dealer quotes
        | a | C | X* |
        | 0 | 0 | 0  |

    @boundary
    Example: a dealer gets no more tickets than there are, which is noted
      A target of 16 asks for eight tickets; Short has six of them, and then none is left for its VBT. In Long
      the dealer gets all eight.

      Given the scenario file
        """
        allow_small_ring: true
        dealers: {init_target_capacity_Xstar: 16}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 6       | 6      | 6           | 0   | 0        | 0         |
        | mid    | 10      | 8      | 8           | 2   | 2        | 0         |
        | long   | 8       | 8      | 8           | 0   | 0        | 0         |
      And it notes
        | the short dealer starts with 6 of the 8 tickets that it is meant to have: the bucket has 6 (INI-01) |
        | the short VBT starts with 0 of the 3 tickets that it is meant to have: the bucket has 6 (INI-01)    |
        | the mid VBT starts with 2 of the 5 tickets that it is meant to have: the bucket has 10 (INI-01)     |
        | the long VBT starts with 0 of the 4 tickets that it is meant to have: the bucket has 8 (INI-01)     |

    @boundary @refusal @CFG-03
    Example: the middle is a whole number of tickets
      Given the scenario file
        """
        ticket_size_S: 20
        """
      Then it may say
        | path                               | value |
        | dealers.init_target_capacity_Xstar | 0     |
        | dealers.init_target_capacity_Xstar | 40    |
        | dealers.init_target_capacity_Xstar | 80    |
      But it may not say
        | path                               | value | allowed          |
        | dealers.init_target_capacity_Xstar | -40   | a number from 0  |
        | dealers.init_target_capacity_Xstar | 4     | an even multiple |
        | dealers.init_target_capacity_Xstar | 20    | an even multiple |
        | dealers.init_target_capacity_Xstar | 60    | an even multiple |
        | dealers.init_target_capacity_Xstar | 50    | an even multiple |
