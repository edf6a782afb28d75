Feature: How much cash the traders of a ring have

  @RING-03R
  Rule: κ is debt to money: the traders together have Q/κ

    Scenario Outline: a debt of 1000 at <key> <value>
      Given the scenario file
        """
        ring: {n_traders: 100, total_debt_Q: 1000, <key>: <value>}
        """
      When its world is made
      Then the whole ring starts like this
        | tickets | cash   | least cash | most cash |
        | 1000    | <cash> | <each>     | <each>    |

      Examples:
        | key             | value | cash | each |
        | kappa           | 1     | 1000 | 10   |
        | kappa           | 2     | 500  | 5    |
        | kappa           | 4     | 250  | 2.5  |
        | kappa           | 0.25  | 4000 | 40   |
        | liquidity_ratio | 0.3   | 300  | 3    |
        | liquidity_ratio | 2     | 2000 | 20   |

    Example: the face of a ticket does not matter: 500 tickets of 20 are a debt of 10000
      Given the scenario file
        """
        ticket_size_S: 20
        ring: {n_traders: 100, total_debt_Q: 10000, kappa: 4}
        """
      When its world is made
      Then the whole ring starts like this
        | tickets | cash | least cash |
        | 500     | 2500 | 25         |

    @MET-04
    Scenario Outline: a run says both ratios, whichever was given: <key> <value>
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        ring: {n_traders: 4, total_debt_Q: 20, <key>: <value>}
        """
      When the scenario is run
      Then metrics.json says
        | path                       | value |
        | parameters.kappa           | 4     |
        | parameters.liquidity_ratio | 0.25  |
        | debt_to_money_ratio        | 4     |
        | liquidity_ratio            | 0.25  |
        | initial_total_debt         | 20    |
        | initial_total_money        | 5     |

      Examples:
        | key             | value |
        | kappa           | 4     |
        | liquidity_ratio | 0.25  |

    @refusal @CFG-03
    Example: exactly one of the two is given
      Given the scenario file
        """
        ring:
          kappa: 2
          liquidity_ratio: 0.5
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path                 | found                                | allowed                |
        | 3    | ring.liquidity_ratio | both kappa 2 and liquidity_ratio 0.5 | exactly one of the two |

  @RING-04
  Rule: Cash is spread alike, by debt, or by weights

    Example: alike, if nothing is said
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 4, total_debt_Q: 40, kappa: 2}
        """
      When its world is made
      Then the ring starts like this
        | trader | cash |
        | H1     | 5    |
        | H2     | 5    |
        | H3     | 5    |
        | H4     | 5    |

    Example: alike, and it is said
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 2, total_debt_Q: 40, kappa: 2, cash: uniform}
        """
      When its world is made
      Then the ring starts like this
        | trader | cash |
        | H1     | 10   |
        | H2     | 10   |

    Example: by debt, everybody has half a unit for each ticket owed
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 4, total_debt_Q: 40, kappa: 2, concentration: 0.2, cash: proportional}
        """
      When its world is made
      Then the ring starts like this
        | trader | cash a ticket |
        | H1     | 0.5           |
        | H2     | 0.5           |
        | H3     | 0.5           |
        | H4     | 0.5           |

    Example: by weights
      The weights sum to 8: 20 · 3/8, 20 · 0.5/8, 0 and 20 · 4.5/8.

      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 4, total_debt_Q: 40, kappa: 2, cash: {vector: [3, 0.5, 0, 4.5]}}
        """
      When its world is made
      Then the ring starts like this
        | trader | cash  |
        | H1     | 7.5   |
        | H2     | 1.25  |
        | H3     | 0     |
        | H4     | 11.25 |

    @boundary
    Example: what does not divide is not lost
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 3, total_debt_Q: 100, kappa: 1}
        """
      When its world is made
      Then the ring starts like this
        | trader | cash  |
        | H1     | 100/3 |
        | H2     | 100/3 |
        | H3     | 100/3 |
      And the whole ring starts like this
        | cash |
        | 100  |

    @boundary @refusal @CFG-03
    Example: a weight for each trader, and one of them above 0
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 3}
        """
      Then it may say
        | path      | value               | read as                  |
        | ring.cash | {vector: [1, 0, 0]} | {"vector":["1","0","0"]} |
      But it may not say
        | path      | value                  | fault at            | found             | allowed         |
        | ring.cash | {vector: [1, 2]}       | ring.cash.vector    | 2 weights         | 3 traders       |
        | ring.cash | {vector: [1, 2, 3, 4]} | ring.cash.vector    | 4 weights         | 3 traders       |
        | ring.cash | {vector: [0, 0, 0]}    | ring.cash.vector    | no weight above 0 | at least one    |
        | ring.cash | {vector: [1, -1, 1]}   | ring.cash.vector[1] | -1                | a number from 0 |
        | ring.cash | [1, 1, 1]              | ring.cash           | the list          | uniform         |
