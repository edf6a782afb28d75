Feature: Whole runs

  @LOOP-02 @OUT-12
  Rule: The same scenario and seed give the same run, byte for byte, wherever it is made

    Example: once here, and once in a process of its own
      Given the scenario file
        """
        seed: 7
        periods: 8
        allow_small_ring: true
        initial_allocation: {dealer_share: 0.25, vbt_share: 0.50}
        ring: {n_traders: 12, kappa: 2, mu: 0.25}
        """
      When the scenario is run
      And the run is repeated in a process of its own
      Then both leave the same files, byte for byte

  @LOOP-03
  Rule: A run ends after its periods, when no ticket is left, or at a default that it is to stop on

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | I2     | 0.50 |         |
        | H1     | 0    | a1      |
        | H2     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | I1     | 1       |
        | b1     | I2     | 3       |

    Example: after its periods, though tickets are left
      When the run lasts 2 periods
      Then metrics.json says
        | path     | value   |
        | ending   | periods |
        | last_day | 2       |

    Example: when no ticket is left, though there are periods to go
      When the run lasts 9 periods
      Then metrics.json says
        | path     | value      |
        | ending   | no_tickets |
        | last_day | 3          |

    @SET-07
    Example: at the first default, where it is to stop on one
      Given the stop on default is on
      And these tickets
        | ticket | issuer | owner | matures |
        | c1     | I1     | H1    | 5       |
      When the run lasts 9 periods
      Then metrics.json says
        | path     | value   |
        | ending   | default |
        | last_day | 3       |

    @boundary
    Example: the last ticket settles in the last period
      When the run lasts 3 periods
      Then metrics.json says
        | path     | value   |
        | ending   | periods |
        | last_day | 3       |
