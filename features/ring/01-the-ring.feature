Feature: The ring of debts

  @RING-01
  Rule: Every trader owes the next one, and the last owes the first

    Example: five traders
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 5, total_debt_Q: 5, mu: 0}
        """
      When its world is made
      Then the ring starts like this
        | trader | owes | tickets |
        | H1     | H2   | 1       |
        | H2     | H3   | 1       |
        | H3     | H4   | 1       |
        | H4     | H5   | 1       |
        | H5     | H1   | 1       |

    @MOD-14
    Example: more than nine traders, in the order of their numbers
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 11, total_debt_Q: 11}
        """
      When its world is made
      Then the ring starts like this
        | trader | owes |
        | H1     | H2   |
        | H2     | H3   |
        | H3     | H4   |
        | H4     | H5   |
        | H5     | H6   |
        | H6     | H7   |
        | H7     | H8   |
        | H8     | H9   |
        | H9     | H10  |
        | H10    | H11  |
        | H11    | H1   |

    @MOD-07 @BAL-08
    Example: with no large holders every ticket is held by its creditor
      Given the scenario file
        """
        allow_small_ring: true
        regime: baseline
        ring: {n_traders: 3, total_debt_Q: 3, kappa: 1, mu: 0}
        """
      When its world is made
      Then the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1    | k3      |
        | H2     | 1    | k1      |
        | H3     | 1    | k2      |

    @boundary
    Example: two traders owe each other
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 2, total_debt_Q: 2}
        """
      When its world is made
      Then the ring starts like this
        | trader | owes | tickets |
        | H1     | H2   | 1       |
        | H2     | H1   | 1       |

    @refusal @CFG-03
    Example: one trader is no ring
      Given the scenario file
        """
        allow_small_ring: true
        """
      Then it may not say
        | path           | value | allowed               |
        | ring.n_traders | 1     | a whole number from 2 |
