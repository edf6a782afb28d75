Feature: Small rings

  @MOD-14
  Rule: A ring of fewer traders than n_traders_min is refused, unless it is asked for

    @boundary
    Example: a hundred are enough
      Given the scenario file
        """
        ring: {n_traders: 100}
        """
      When its world is made
      Then the whole ring starts like this
        | traders |
        | 100     |

    Example: fewer are enough where the file asks for fewer at least
      Given the scenario file
        """
        ring: {n_traders: 50, n_traders_min: 50}
        """
      When its world is made
      Then the whole ring starts like this
        | traders |
        | 50      |

    Example: a small ring is made where the file allows it
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 3}
        """
      When its world is made
      Then the whole ring starts like this
        | traders |
        | 3       |

    Example: worlds written out by hand may be small
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 1    | k1      |
      When the world is opened
      Then no balance sheet has changed

    @boundary @refusal @CFG-03
    Example: ninety-nine are too few
      Given the scenario file
        """
        seed: 1
        ring:
          n_traders: 99
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path           | found | allowed                                         |
        | 3    | ring.n_traders | 99    | at least 100 traders, or allow_small_ring: true |

    @refusal @CFG-03
    Example: fewer than the file itself asks for
      Given the scenario file
        """
        allow_small_ring: false
        ring: {n_traders: 119, n_traders_min: 120}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path           | found | allowed              |
        | 2    | ring.n_traders | 119   | at least 120 traders |

    @refusal @CLI-03
    Example: at the command line it is refused
      Given the scenario file
        """
        periods: 1
        ring: {n_traders: 5}
        """
      When this is run
        """
        ringspec run ring.yaml --out results
        """
      Then it exits with 65
      And it says "ring.yaml:2: ring.n_traders: found 5; allowed: at least 100 traders" on stderr
      And nothing is written

    @CLI-03
    Example: and allowed by a flag
      Given the scenario file
        """
        periods: 1
        ring: {n_traders: 5}
        """
      When this is run
        """
        ringspec run ring.yaml --allow-small-ring --out results
        """
      Then it exits with 0
      And it says "all periods done; last period 1" on stdout
