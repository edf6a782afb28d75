Feature: Large holders with debt on top of the ring's

  @BAL-03
  Rule: Each trader owes a share β more, the dealer of the bucket holds it, and cash is larger by the same share

    Example: a quarter on top of four tickets each
      4 · 0.25 = 1 ticket more each, and 160/2 = 80 of cash becomes 100.

      Given the scenario file
        """
        allow_small_ring: true
        balance: additional
        ring: {n_traders: 2, total_debt_Q: 160, kappa: 2, mu: 0, concentration: 1000000}
        """
      When its world is made
      Then the additional debts start like this
        | liability | issuer | to           | tickets | due |
        | P1d       | H1     | Short dealer | 1       | 1   |
        | P2d       | H2     | Short dealer | 1       | 1   |
      And the ring starts like this
        | trader | owes | tickets | due | cash |
        | H1     | H2   | 5       | 1   | 50   |
        | H2     | H1   | 5       | 1   | 50   |

    @BAL-04
    Example: VBTs start empty
      Half of 3, 5 and 2 tickets is ⌊1.5⌋, ⌊2.5⌋ and 1, and 200 of cash becomes 300.

      Given the scenario file
        """
        allow_small_ring: true
        balance: {mode: additional, big_entity_share: 0.5}
        ring: {n_traders: 10, total_debt_Q: 200, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 4       | 1      | 15          | 0   | 0        | 3         |
        | mid    | 7       | 2      | 30          | 0   | 0        | 5         |
        | long   | 3       | 1      | 15          | 0   | 0        | 2         |
      And the whole ring starts like this
        | tickets | cash |
        | 14      | 300  |

    @CLI-02
    Example: the share alone, as in the source, means this mode
      Given the scenario file
        """
        balance: {big_entity_share: 0.25}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                     | value      |
        | balance.mode             | additional |
        | balance.big_entity_share | 0.25       |

    @boundary
    Example: beside shares of all claims it is not used
      Given the scenario file
        """
        balance: {vbt_share: 0.25, big_entity_share: 0.1}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                     | value          |
        | balance.mode             | share_of_total |
        | balance.big_entity_share |                |
      And it warns
        | balance.big_entity_share is not used by share_of_total |

    @boundary
    Example: a share too small for a ticket still scales cash
      Given the scenario file
        """
        allow_small_ring: true
        balance: {mode: additional, big_entity_share: 0.4}
        ring: {n_traders: 2, total_debt_Q: 40, mu: 0}
        """
      When its world is made
      Then the additional debts start like this
        | liability |
      And the whole ring starts like this
        | tickets | cash |
        | 2       | 56   |

  @BAL-05
  Rule: A bucket's additional tickets are issued by its issuers in proportion to their debt, and the total is met

    @MOD-03
    Example: what an issuer owes to a large holder is a liability of its own, due with its debt in the ring
      Given the scenario file
        """
        allow_small_ring: true
        balance: {vbt_share: 0.25, dealer_share: 0.25}
        ring: {n_traders: 2, total_debt_Q: 160, mu: 1, maturity_days: 5, concentration: 1000000}
        """
      When its world is made
      Then the additional debts start like this
        | liability | issuer | to           | tickets | due |
        | P1v       | H1     | Short VBT    | 2       | 2   |
        | P1d       | H1     | Short dealer | 2       | 2   |
        | P2v       | H2     | Short VBT    | 2       | 1   |
        | P2d       | H2     | Short dealer | 2       | 1   |
      And the balance sheets are now
        | entity       | cash | tickets         |
        | Short VBT    | 60   | k9 k10 k13 k14  |
        | Short dealer | 60   | k11 k12 k15 k16 |
