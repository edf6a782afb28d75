Feature: Pairs

  @BAL-01
  Rule: The passive and the active run of a pair start from the same balance sheets, byte for byte

    Example: large holders with shares of all claims
      Given the scenario file
        """
        seed: 7
        balance: share_of_total
        ring: {kappa: 3, concentration: 0.2, mu: 1}
        """
      Then changes in it change the start like this
        | path   | value   | all else |
        | regime | passive | same     |
        | regime | active  | same     |

    Example: large holders with debt on top
      Given the scenario file
        """
        seed: 8
        balance: additional
        ring: {kappa: 7, concentration: 5, mu: 0.25, cash: proportional}
        """
      Then changes in it change the start like this
        | path   | value   | all else |
        | regime | passive | same     |
        | regime | active  | same     |

    @RING-06
    Example: they share every draw, which another seed does not
      Given the scenario file
        """
        seed: 9
        balance: {}
        """
      Then changes in it change the start like this
        | path   | value    | debts | due days | desks' tickets | cash  |
        | regime | passive  | same  | same     | same           | same  |
        | regime | active   | same  | same     | same           | same  |
        | regime | baseline | other | same     | other          | other |
        | seed   | 10       | other | same     | other          | same  |

    @RING-06
    Example: pairs that differ in money alone have the same ring
      Given the scenario file
        """
        seed: 9
        balance: {}
        """
      Then changes in it change the start like this
        | path                  | value | debts | due days | desks' tickets | cash  |
        | ring.kappa            | 2     | same  | same     | same           | other |
        | ring.concentration    | 0.2   | other | same     | other          | same  |
        | trader_policy.horizon | 3     | same  | same     | same           | same  |
        | order_flow.Nmax       | 5     | same  | same     | same           | same  |

    @boundary
    Example: large holders that hold nothing
      Given the scenario file
        """
        balance: {vbt_share: 0, dealer_share: 0}
        """
      Then changes in it change the start like this
        | path   | value   | all else |
        | regime | passive | same     |
        | regime | active  | same     |

  @BAL-08
  Rule: The baseline is the ring with no large holders at all, and with the ring's own cash

    Example: five traders who owe a ticket each
      In the pair traders have 320: the ring's 100/0.5 = 200, divided by 0.625.

      Given the scenario file
        """
        allow_small_ring: true
        regime: baseline
        balance: {}
        ring: {n_traders: 5, total_debt_Q: 100, kappa: 0.5, mu: 0}
        """
      When its world is made
      Then the additional debts start like this
        | liability |
      And the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 5       | 0      |             | 0   |          | 5         |
        | mid    | 0       | 0      |             | 0   |          | 0         |
        | long   | 0       | 0      |             | 0   |          | 0         |
      And the ring starts like this
        | trader | owes | tickets | due | cash |
        | H1     | H2   | 1       | 1   | 40   |
        | H2     | H3   | 1       | 1   | 40   |
        | H3     | H4   | 1       | 1   | 40   |
        | H4     | H5   | 1       | 1   | 40   |
        | H5     | H1   | 1       | 1   | 40   |

    Example: a sweep runs it beside each pair where it is asked for
      Given the scenario file
        """
        sweep: {regimes: [baseline, active, passive]}
        """
      When it is loaded as a sweep
      Then the sweep says
        | path          | value                           |
        | sweep.regimes | ["passive","active","baseline"] |

    Example: and it does not where nothing is said
      Given the scenario file
        """
        sweep: {}
        """
      When it is loaded as a sweep
      Then the sweep says
        | path          | value                |
        | sweep.regimes | ["passive","active"] |
