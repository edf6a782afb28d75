Feature: Large holders with shares of all claims

  @BAL-02
  Rule: On top of the ring's debts issuers owe the VBT and the dealer of each bucket their shares of all claims

    The VBT holds 25 % and the dealer 12.5 %, so the ring's own tickets are the remaining 62.5 %: for N of
    them the VBT has N·0.25/0.625 = 0.4·N and the dealer N·0.125/0.625 = 0.2·N, both rounded down.

    Example: five tickets of the ring are 62.5 % of eight
      Given the scenario file
        """
        allow_small_ring: true
        balance: {}
        ring: {n_traders: 5, total_debt_Q: 100, kappa: 0.5, mu: 0}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 8       | 1      | 15          | 2   | 30       | 5         |
        | mid    | 0       | 0      | 0           | 0   | 0        | 0         |
        | long   | 0       | 0      | 0           | 0   | 0        | 0         |
      And the additional debts start like this
        | liability | issuer | to           | tickets | due |
        | P1v       | H1     | Short VBT    | 1       | 1   |
        | P1d       | H1     | Short dealer | 1       | 1   |
        | P2v       | H2     | Short VBT    | 1       | 1   |

    Example: every bucket for itself, rounded down
      Ten traders are due on the days 2, 1, 10, 9, 8, 7, 6, 5, 4 and 3: three tickets in Short give the VBT
      ⌊1.2⌋ and the dealer ⌊0.6⌋, five in Mid 2 and 1, two in Long ⌊0.8⌋ and ⌊0.4⌋.

      Given the scenario file
        """
        allow_small_ring: true
        balance: {}
        ring: {n_traders: 10, total_debt_Q: 200, mu: 1}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 4       | 0      | 0           | 1   | 15       | 3         |
        | mid    | 8       | 1      | 15          | 2   | 30       | 5         |
        | long   | 2       | 0      | 0           | 0   | 0        | 2         |
      And the additional debts start like this
        | liability | issuer | to         | tickets | due |
        | P1v       | H1     | Short VBT  | 1       | 2   |
        | P5v       | H5     | Mid VBT    | 1       | 8   |
        | P5d       | H5     | Mid dealer | 1       | 8   |
        | P6v       | H6     | Mid VBT    | 1       | 7   |

    Example: other shares
      Four tickets of the ring are the 40 % that 50 % and 10 % leave: of ten, five and one are owed.

      Given the scenario file
        """
        allow_small_ring: true
        balance: {vbt_share: 0.5, dealer_share: 0.1}
        ring: {n_traders: 4, total_debt_Q: 80, mu: 0}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 10      | 1      | 15          | 5   | 75       | 4         |
        | mid    | 0       | 0      | 0           | 0   | 0        | 0         |
        | long   | 0       | 0      | 0           | 0   | 0        | 0         |
      And the additional debts start like this
        | liability | issuer | to           | tickets | due |
        | P1v       | H1     | Short VBT    | 2       | 1   |
        | P1d       | H1     | Short dealer | 1       | 1   |
        | P2v       | H2     | Short VBT    | 1       | 1   |
        | P3v       | H3     | Short VBT    | 1       | 1   |
        | P4v       | H4     | Short VBT    | 1       | 1   |

    @boundary @KER-04R
    Example: a whole ticket is not lost to rounding
      14 tickets of the ring are the 14 % that 57 % and 29 % leave: of a hundred, exactly 57 and 29 are owed.

      Given the scenario file
        """
        allow_small_ring: true
        balance: {vbt_share: 0.57, dealer_share: 0.29}
        ring: {n_traders: 14, total_debt_Q: 280, mu: 0}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash | VBT | VBT cash | creditors |
        | short  | 100     | 29     | 435         | 57  | 855      | 14        |
        | mid    | 0       | 0      | 0           | 0   | 0        | 0         |
        | long   | 0       | 0      | 0           | 0   | 0        | 0         |

    @MET-04
    Example: trader cash is divided by 0.625, so debt to money is what it was
      100 over 200 is 1/2, and so are eight tickets of 20 over 5 × 64 = 320.

      Given the scenario file
        """
        allow_small_ring: true
        balance: {}
        ring: {n_traders: 5, total_debt_Q: 100, kappa: 0.5, mu: 0}
        """
      When its world is made
      Then the ring starts like this
        | trader | owes | tickets | due | cash |
        | H1     | H2   | 3       | 1   | 64   |
        | H2     | H3   | 2       | 1   | 64   |
        | H3     | H4   | 1       | 1   | 64   |
        | H4     | H5   | 1       | 1   | 64   |
        | H5     | H1   | 1       | 1   | 64   |
      And the whole ring starts like this
        | tickets | cash |
        | 8       | 320  |

    @boundary
    Example: where tickets are rounded down, debt to money falls short by less than a ticket for each of them
      κ = 1: 200 over 200 becomes 14 tickets, or 280, over 320. Exactly in proportion would be 16 tickets:
      Short and Long lose 0.2 + 0.6 and 0.8 + 0.4 of one.

      Given the scenario file
        """
        allow_small_ring: true
        balance: {}
        ring: {n_traders: 10, total_debt_Q: 200, mu: 1}
        """
      When its world is made
      Then the whole ring starts like this
        | tickets | cash |
        | 14      | 320  |

    @boundary @RING-04 @CHK-09R
    Example: scaled cash sums to its total to the last unit
      60/7 · 1.6 = 96/7 = 13.714285714285714285|71, rounded to …286, of which a third is …761|9, rounded …762:
      three of them are …286.

      Given the scenario file
        """
        allow_small_ring: true
        balance: {}
        ring: {n_traders: 3, total_debt_Q: 60, kappa: 7, cash: {vector: [1, 1, 2]}}
        """
      When its world is made
      Then the whole ring starts like this
        | traders | cash                  |
        | 3       | 13.714285714285714286 |
      And the cash of these is, to the last unit
        | entity | cash                 |
        | H1     | 3.428571428571428572 |
        | H2     | 3.428571428571428572 |
        | H3     | 6.857142857142857142 |

    @RING-01 @RING-02
    Example: the ring's own debts stay as they are, and the additional ones come after them
      Given the scenario file
        """
        allow_small_ring: true
        balance: {}
        ring: {n_traders: 5, total_debt_Q: 100, mu: 0}
        """
      When its world is made
      Then the tickets stand like this
        | ticket | liability | issuer | owner        | matures |
        | k1     | P1        | H1     | H2           | 1       |
        | k2     | P2        | H2     | H3           | 1       |
        | k3     | P3        | H3     | H4           | 1       |
        | k4     | P4        | H4     | H5           | 1       |
        | k5     | P5        | H5     | H1           | 1       |
        | k6     | P1v       | H1     | Short VBT    | 1       |
        | k7     | P1d       | H1     | Short dealer | 1       |
        | k8     | P2v       | H2     | Short VBT    | 1       |

    @refusal @CFG-05
    Example: traders must be left with something
      Given the scenario file
        """
        balance: {vbt_share: 0.75, dealer_share: 0.25}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path    | found                | allowed       |
        | 1    | balance | shares that sum to 1 | a sum below 1 |

    @refusal
    Example: one description of what large holders have is enough
      Given the scenario file
        """
        balance: share_of_total
        initial_allocation: {dealer_share: 0.25}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path               | found                          | allowed        |
        | 2    | initial_allocation | initial_allocation and balance | one of the two |

    @INI-04R
    Example: a target of capacity is ignored, and the run notes it
      Given the scenario file
        """
        balance: {}
        dealers: {init_target_capacity_Xstar: 80}
        """
      When its world is made
      Then it notes
        | dealers.init_target_capacity_Xstar 80 is ignored: balance is given, and its shares decide the size of dealers (INI-04R) |

    @refusal
    Example: shares are numbers from 0 to 1, and modes have names
      Given the scenario file
        """
        seed: 1
        """
      Then it may not say
        | path                 | value | found | allowed                    |
        | balance.vbt_share    | 1.5   | 1.5   | from 0 to 1                |
        | balance.dealer_share | -0.1  | -0.1  | from 0 to 1                |
        | balance.mode         | both  | both  | share_of_total, additional |
