Feature: Parameters per unit of face, prices per ticket

  @MOD-13R
  Rule: Anchors, spreads, sensitivities and the guard's threshold are multiplied by the face of a ticket

    Example: tickets of 20 at an outside mid ratio of 0.75 have a mid of 15
      Given the scenario file
        """
        ticket_size_S: 20
        buckets:
          short: {M0: 0.75, O0: 0.20, Omin: 0.01, phiM: 0.5, phiO: 0.6}
          mid: {M0: 0.80, O0: 0.30, phiM: 1}
          long: {M0: 0.90, O0: 0.40, phiO: 0.25}
        """
      When its world is made
      Then the markets stand like this
        | bucket | mid | spread | least spread | mid sensitivity | spread sensitivity |
        | short  | 15  | 4      | 0.2          | 10              | 12                 |
        | mid    | 16  | 6      | 0            | 20              | 12                 |
        | long   | 18  | 8      | 0            | 20              | 5                  |

    @KER-01
    Example: and so have the quotes
      Given the scenario file
        """
        ticket_size_S: 20
        buckets: {short: {M0: 0.75, O0: 0.20}}
        """
      When its world is made
      Then the Short dealer quotes
        | M  | O | A  | B  |
        | 15 | 4 | 17 | 13 |

    Example: with tickets of face 1 the two are the same
      Given the scenario file
        """
        ticket_size_S: 1
        buckets: {short: {M0: 0.75, O0: 0.20, phiM: 0.5}}
        """
      When its world is made
      Then the markets stand like this
        | bucket | mid  | spread | mid sensitivity |
        | short  | 0.75 | 0.20   | 0.5             |
        | mid    | 1    | 0.30   | 1               |
        | long   | 1    | 0.40   | 1               |

    @KER-12
    Example: the guard's threshold is one of them
      0.02 · 20 = 0.40.

      Given the scenario file
        """
        ticket_size_S: 20
        buckets: {short: {M0: 0.020}, mid: {M0: 0.021}}
        guard: {Mmin: 0.02}
        """
      When its world is made
      Then the Short dealer quotes
        | M    | guard |
        | 0.40 | yes   |
      And the Mid dealer quotes
        | M    | guard |
        | 0.42 | no    |

    Example: the cash that a buyer keeps is an amount of money, and no parameter of this kind
      Given the scenario file
        """
        ticket_size_S: 20
        trader_policy: {buffer_cash_B: 3}
        """
      When its world is made
      Then the policy stands like this
        | buffer |
        | 3      |

    @boundary
    Example: tickets of a tenth
      Given the scenario file
        """
        ticket_size_S: 0.1
        buckets: {short: {M0: 0.9, O0: 0.2, phiM: 1, phiO: 0.6}}
        """
      When its world is made
      Then the markets stand like this
        | bucket | mid  | spread | mid sensitivity | spread sensitivity |
        | short  | 0.09 | 0.02   | 0.1             | 0.06               |
        | mid    | 0.1  | 0.03   | 0.1             | 0.06               |
        | long   | 0.1  | 0.04   | 0.1             | 0.06               |

    @refusal @CFG-03
    Example: what would be more than money can hold is refused
      Given the scenario file
        """
        ticket_size_S: 20
        ring: {total_debt_Q: 2000}
        """
      Then it may not say
        | path             | value    | allowed       |
        | buckets.short.O0 | 50000000 | ticket_size_S |
        | guard.Mmin       | 50000000 | ticket_size_S |
        | buckets.short.M0 | 500000   | total_debt_Q  |
      But it may say
        | path             | value    |
        | buckets.short.O0 | 49999999 |
        | guard.Mmin       | 49999999 |
        | buckets.short.M0 | 499999   |
