Feature: What large holders have, and what a ticket is worth

  @BAL-04
  Rule: Every large holder has as much cash as its tickets are worth at the outside mid

    Scenario Outline: at a mid of <mid>
      Given the scenario file
        """
        allow_small_ring: true
        balance: {}
        ring: {n_traders: 5, total_debt_Q: 100, mu: 0}
        buckets: {short: {M0: <ratio>}, mid: {M0: <ratio>}, long: {M0: <ratio>}}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | dealer cash   | VBT | VBT cash   | creditors |
        | short  | 8       | 1      | <dealer cash> | 2   | <VBT cash> | 5         |
        | mid    | 0       | 0      | 0             | 0   | 0          | 0         |
        | long   | 0       | 0      | 0             | 0   | 0          | 0         |

      Examples:
        | ratio | mid | dealer cash | VBT cash |
        | 1     | 20  | 20          | 40       |
        | 0.75  | 15  | 15          | 30       |
        | 0.5   | 10  | 10          | 20       |

  @BAL-06
  Rule: The outside mid is ρ·S in every bucket; a ρ above 1 is read as the price of a ticket

    Example: a ratio of 0.75 on a face of 20
      Given the scenario file
        """
        sweep: {outside_mid_ratios: [0.75]}
        """
      When it is loaded as a sweep
      And pair 0 is taken from it
      And its world is made
      Then the markets stand like this
        | bucket | mid | spread |
        | short  | 15  | 4      |
        | mid    | 15  | 6      |
        | long   | 15  | 8      |

    Scenario Outline: ρ = <ratio> moves every price
      The dealer has one ticket and M of cash: K* = 2, X* = 40, λ = 1/3 and I = 4/3 around a midline of M.
      The dealers of Mid and Long have nothing and quote what their VBTs do.

      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 5, total_debt_Q: 100, mu: 0}
        sweep: {outside_mid_ratios: [20, 15, 10]}
        """
      When it is loaded as a sweep
      And pair <pair> is taken from it
      And its world is made
      Then the Short dealer quotes
        | M   | A         | B         | p   | ask         | bid         |
        | <M> | <short A> | <short B> | <M> | <short ask> | <short bid> |
      And the Mid dealer quotes
        | M   | A       | B       | ask     | bid     |
        | <M> | <mid A> | <mid B> | <mid A> | <mid B> |
      And the Long dealer quotes
        | M   | A        | B        | ask      | bid      |
        | <M> | <long A> | <long B> | <long A> | <long B> |

      Examples:
        | pair | ratio | M  | short A | short B | short ask | short bid | mid A | mid B | long A | long B |
        | 0    | 1     | 20 | 22      | 18      | 62/3      | 58/3      | 23    | 17    | 24     | 16     |
        | 1    | 0.75  | 15 | 17      | 13      | 47/3      | 43/3      | 18    | 12    | 19     | 11     |
        | 2    | 0.5   | 10 | 12      | 8       | 32/3      | 28/3      | 13    | 7     | 14     | 6      |

    Example: prices and ratios are the same grid
      Given the scenario file
        """
        sweep: {outside_mid_ratios: "20,19,18,15,10"}
        """
      When it is loaded as a sweep
      Then the grid has 5 pairs, among them
        | pair | ρ    |
        | 0    | 1    |
        | 1    | 0.95 |
        | 2    | 0.9  |
        | 3    | 0.75 |
        | 4    | 0.5  |

    @boundary
    Example: a price comes back as it was given, though its ratio does not end
      Given the scenario file
        """
        ticket_size_S: 30
        ring: {total_debt_Q: 9000}
        sweep: {outside_mid_ratios: [10]}
        """
      When it is loaded as a sweep
      And pair 0 is taken from it
      And its world is made
      Then the markets stand like this
        | bucket | mid |
        | short  | 10  |
        | mid    | 10  |
        | long   | 10  |

    @boundary
    Example: 1 is a ratio, whatever the face
      Given the scenario file
        """
        sweep: {outside_mid_ratios: [1, 2]}
        """
      When it is loaded as a sweep
      Then the grid has 2 pairs, among them
        | pair | ρ   |
        | 0    | 1   |
        | 1    | 0.1 |

    @refusal @CFG-05
    Example: above the face, nothing, or less
      Given the scenario file
        """
        sweep:
          outside_mid_ratios:
            - 20.01
            - 20
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path                        | found | allowed                  |
        | 3    | sweep.outside_mid_ratios[0] | 20.01 | up to ticket_size_S = 20 |

    @refusal @CFG-05
    Example: no worth, a negative one, and no number
      Given the scenario file
        """
        sweep:
          outside_mid_ratios:
            - 0
            - -0.5
            - par
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path                        | found | allowed                     |
        | 3    | sweep.outside_mid_ratios[0] | 0     | a ratio above 0 and up to 1 |
        | 4    | sweep.outside_mid_ratios[1] | -0.5  | a ratio above 0 and up to 1 |
        | 5    | sweep.outside_mid_ratios[2] | par   | a ratio above 0 and up to 1 |

    @refusal
    Example: buckets of a balanced run have one ratio
      Given the scenario file
        """
        balance: {}
        buckets: {short: {M0: 1}, mid: {M0: 0.9}}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path    | found           | allowed                     |
        | 2    | buckets | of 1, 0.9, 0.75 | the same M0 in every bucket |
