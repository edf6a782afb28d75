Feature: Ownership shares at the start

  Twelve traders owe two tickets each, due on the days 1 to 12: six tickets in Short, ten in Mid, eight in
  Long.

  @INI-02
  Rule: The dealer gets a quarter and the VBT half of a bucket's tickets, rounded down, with cash M·a; the rest stays where it was

    Example: six, ten and eight tickets
      Short: ⌊1.5⌋ and ⌊3⌋; Mid: ⌊2.5⌋ and ⌊5⌋; Long: 2 and 4.

      Given the scenario file
        """
        allow_small_ring: true
        initial_allocation: {dealer_share: 0.25, vbt_share: 0.50, traders_share: 0.25}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 6       | 1      | 1           | 3   | 3        | 2         |
        | mid    | 10      | 2      | 2           | 5   | 5        | 3         |
        | long   | 8       | 2      | 2           | 4   | 4        | 2         |

    Example: other shares
      Short: ⌊0.6⌋ and ⌊1.8⌋; Mid: ⌊1⌋ and ⌊3⌋; Long: ⌊0.8⌋ and ⌊2.4⌋.

      Given the scenario file
        """
        allow_small_ring: true
        initial_allocation: {dealer_share: 0.10, vbt_share: 0.30}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 6       | 0      | 0           | 1   | 1        | 5         |
        | mid    | 10      | 1      | 1           | 3   | 3        | 6         |
        | long   | 8       | 0      | 0           | 2   | 2        | 6         |

    Example: the cash is the mid of the bucket, ticket by ticket
      15 and 3 · 15; 2 · 16 and 5 · 16; 2 · 2 and 4 · 2.

      Given the scenario file
        """
        allow_small_ring: true
        ticket_size_S: 20
        buckets: {short: {M0: 0.75}, mid: {M0: 0.80}, long: {M0: 0.10}}
        initial_allocation: {}
        ring: {n_traders: 12, total_debt_Q: 480, debts: equal, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | dealer | dealer cash | VBT | VBT cash |
        | short  | 1      | 15          | 3   | 45       |
        | mid    | 2      | 32          | 5   | 80       |
        | long   | 2      | 4           | 4   | 8        |
      And the Mid dealer quotes
        | a | C  | X* |
        | 2 | 32 | 80 |

    @boundary
    Example: large holders may take everything, and each ticket goes to one of them
      Given the scenario file
        """
        allow_small_ring: true
        initial_allocation: {dealer_share: 0.50, vbt_share: 0.50, traders_share: 0}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | VBT | creditors |
        | short  | 6       | 3      | 3   | 0         |
        | mid    | 10      | 5      | 5   | 0         |
        | long   | 8       | 4      | 4   | 0         |

    @boundary
    Example: or nothing
      Given the scenario file
        """
        allow_small_ring: true
        initial_allocation: {dealer_share: 0, vbt_share: 0}
        ring: {n_traders: 12, total_debt_Q: 24, debts: equal, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 6       | 0      | 0           | 0   | 0        | 6         |
        | mid    | 10      | 0      | 0           | 0   | 0        | 10        |
        | long   | 8       | 0      | 0           | 0   | 0        | 8         |

    @boundary
    Example: one ticket is too few for either
      Given the scenario file
        """
        allow_small_ring: true
        initial_allocation: {}
        ring: {n_traders: 12, total_debt_Q: 12, mu: 1, maturity_days: 12}
        buckets:
          only: {tau: 1-1, O0: 0.10}
          rest: {tau: 2+, O0: 0.10}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | VBT | creditors |
        | only   | 1       | 0      | 0   | 1         |
        | rest   | 11      | 2      | 5   | 4         |

  @INI-03R
  Rule: Which tickets move is drawn from the bucket's tickets, each of them at most once, by the run's generator

    All 120 debts fall due on day 1, so that Short has every ticket.

    @LOOP-02
    Example: the same seed draws the same tickets, another seed others
      Given the scenario file
        """
        seed: 42
        initial_allocation: {}
        ring: {n_traders: 100, total_debt_Q: 120, mu: 0}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | VBT | creditors |
        | short  | 120     | 30     | 60  | 30        |
        | mid    | 0       | 0      | 0   | 0         |
        | long   | 0       | 0      | 0   | 0         |
      And changes in it change the start like this
        | path | value | desks' tickets |
        | seed | 42    | same           |
        | seed | 43    | other          |

    Example: the draw goes by the place of a ticket in the bucket, whoever issued it
      The concentration changes who owes how much, and not how many tickets there are.

      Given the scenario file
        """
        initial_allocation: {}
        ring: {n_traders: 100, total_debt_Q: 120, mu: 0}
        """
      Then changes in it change the start like this
        | path               | value | debts | desks' tickets |
        | ring.concentration | 0.2   | other | same           |
        | ring.concentration | 5     | other | same           |

    Example: and not by what the large holders pay for it
      Given the scenario file
        """
        initial_allocation: {}
        ring: {n_traders: 100, total_debt_Q: 120, mu: 0}
        """
      Then changes in it change the start like this
        | path                            | value | desks' tickets |
        | buckets.short.M0                | 0.5   | same           |
        | ring.kappa                      | 4     | same           |
        | initial_allocation.dealer_share | 0.30  | other          |
