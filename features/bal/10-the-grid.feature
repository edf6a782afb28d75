Feature: The grid of a sweep

  @BAL-10
  Rule: A sweep is the full grid of κ, c, μ, ρ and seeds

    Example: five values each are 625 pairs
      A step in κ is 125 pairs, in c 25, in μ 5 and in ρ one.

      Given the scenario file
        """
        sweep:
          kappas: "0.25,0.5,1,2,4"
          concentrations: "0.2,0.5,1,2,5"
          mus: "0,0.25,0.5,0.75,1"
          outside_mid_ratios: "1.0,0.9,0.8,0.75,0.5"
        """
      When it is loaded as a sweep
      Then the grid has 625 pairs, among them
        | pair | κ    | c   | μ    | ρ    |
        | 0    | 0.25 | 0.2 | 0    | 1    |
        | 1    | 0.25 | 0.2 | 0    | 0.9  |
        | 5    | 0.25 | 0.2 | 0.25 | 1    |
        | 25   | 0.25 | 0.5 | 0    | 1    |
        | 125  | 0.5  | 0.2 | 0    | 1    |
        | 313  | 1    | 1   | 0.5  | 0.75 |
        | 624  | 4    | 5   | 1    | 0.5  |

    Example: replicates change fastest
      Given the scenario file
        """
        sweep: {kappas: [1, 2], mus: [0, 1], seeds: 3}
        """
      When it is loaded as a sweep
      Then the grid has 12 pairs, among them
        | pair | κ | μ | replicate |
        | 0    | 1 | 0 | 0         |
        | 1    | 1 | 0 | 1         |
        | 2    | 1 | 0 | 2         |
        | 3    | 1 | 1 | 0         |
        | 6    | 2 | 0 | 0         |
        | 11   | 2 | 1 | 2         |

    @RING-03R
    Example: over L/Q instead of κ
      Given the scenario file
        """
        sweep: {liquidity_ratios: [0.5, 2]}
        """
      When it is loaded as a sweep
      Then the grid has 2 pairs, among them
        | pair | κ | L/Q |
        | 0    |   | 0.5 |
        | 1    |   | 2   |

    Example: a list that is left out has the scenario's own value
      Given the scenario file
        """
        ring: {kappa: 3, mu: 0.25}
        sweep: {concentrations: [1, 2]}
        """
      When it is loaded as a sweep
      Then the grid has 2 pairs, among them
        | pair | κ | c | μ    | ρ    |
        | 0    | 3 | 1 | 0.25 | 0.75 |
        | 1    | 3 | 2 | 0.25 | 0.75 |

    Example: a pair is a scenario with the values of its point
      κ = 4 and μ = 1: 80/4 · 1.6 = 32 of cash, and days 2 and 1. The VBT's ⌊0.4 · 4⌋ = 1 ticket is issued by H1.

      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 2, total_debt_Q: 80, concentration: 1000000}
        sweep: {kappas: [1, 4], mus: [0, 1], concentrations: [1000000]}
        """
      When it is loaded as a sweep
      And pair 3 is taken from it
      And its world is made
      Then the ring starts like this
        | trader | owes | tickets | due | cash |
        | H1     | H2   | 3       | 2   | 16   |
        | H2     | H1   | 2       | 1   | 16   |

    @boundary
    Example: one value beside a list in which it is not is a warning
      Given the scenario file
        """
        ring: {kappa: 3}
        sweep: {kappas: [1, 2]}
        """
      When it is loaded as a sweep
      Then it warns
        | ring.kappa 3 is not used: a sweep goes over sweep.kappas |

    @refusal @CFG-03
    Example: everything wrong with a grid is told at once
      Given the scenario file
        """
        sweep:
          kappas: [1, 0, plenty]
          concentrations: []
          mus: [0, 1.01]
          outside_mid_ratios: [0.75, -1]
          seeds: 0
          seedperpair: true
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path                        | found       | allowed                      |
        | 2    | sweep.kappas[1]             | 0           | above 0                      |
        | 2    | sweep.kappas[2]             | plenty      | a number                     |
        | 3    | sweep.concentrations        | []          | at least one value           |
        | 4    | sweep.mus[1]                | 1.01        | from 0 to 1                  |
        | 5    | sweep.outside_mid_ratios[1] | -1          | above 0                      |
        | 6    | sweep.seeds                 | 0           | from 1 to 1000000            |
        | 7    | sweep.seedperpair           | seedperpair | the nearest is seed_per_pair |

    @refusal
    Example: a value twice, however it is written
      Given the scenario file
        """
        sweep:
          kappas: [0.5, 1, 0.50]
          outside_mid_ratios: [0.75, 15]
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path                        | found                     | allowed         |
        | 2    | sweep.kappas[2]             | 0.5 again                 | each value once |
        | 3    | sweep.outside_mid_ratios[1] | 15, a ratio of 0.75 again | each value once |

    @refusal
    Scenario Outline: refused is a grid <fault>
      Given the scenario file
        """
        sweep: {<grid>}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | path   | found   | allowed   |
        | <path> | <found> | <allowed> |

      Examples:
        | fault                        | grid                                       | path                   | found         | allowed               |
        | of more than a million pairs | kappas: [1, 2], mus: [0, 1], seeds: 250001 | sweep                  | 1000004 pairs | at most 1000000 pairs |
        | over κ and L/Q at once       | kappas: [1], liquidity_ratios: [1]         | sweep.liquidity_ratios | both          | exactly one           |
        | without a value              | kappas:                                    | sweep.kappas           | nothing       | a list                |
        | beyond what money can hold   | kappas: [1, 0.00001]                       | sweep.kappas[1]        | 1600000000    | below 1000000000      |
        | over words                   | kappas: few                                | sweep.kappas[0]        | few           | a number              |

    @RING-08
    Example: values of μ with the same set of due days are noted
      At T = 10, 0.25 and 0.5 step over the odd days alone, 0.75 and 1 over all of them.

      Given the scenario file
        """
        sweep: {mus: [0, 0.25, 0.5, 0.75, 1]}
        """
      When it is loaded as a sweep
      Then it notes
        | mu 0.25 and 0.5 have the same due days (1, 3, 5, 7, 9), and differ only in the order around the ring (RING-08)               |
        | mu 0.75 and 1 have the same due days (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), and differ only in the order around the ring (RING-08) |

    @RING-08 @boundary
    Example: other sets, nothing to note
      Given the scenario file
        """
        sweep: {mus: [0, 0.5, 1]}
        """
      When it is loaded as a sweep
      Then it notes
        |  |

  @BAL-11R
  Rule: Replicates have the same seeds at every grid point

    Example: base + replicate
      Given the scenario file
        """
        seed: 7
        sweep: {kappas: [1, 2], mus: [0, 1], seeds: 3}
        """
      When it is loaded as a sweep
      Then the grid has 12 pairs, among them
        | pair | κ | μ | replicate | seed |
        | 0    | 1 | 0 | 0         | 7    |
        | 2    | 1 | 0 | 2         | 9    |
        | 3    | 1 | 1 | 0         | 7    |
        | 5    | 1 | 1 | 2         | 9    |
        | 11   | 2 | 1 | 2         | 9    |

    Example: one replicate is one seed throughout
      Given the scenario file
        """
        sweep: {kappas: [1, 2]}
        """
      When it is loaded as a sweep
      Then the grid has 2 pairs, among them
        | pair | seed |
        | 0    | 42   |
        | 1    | 42   |

    Example: with a seed for each pair, base + pair
      Given the scenario file
        """
        seed: 7
        sweep: {kappas: [1, 2], mus: [0, 1], seeds: 3, seed_per_pair: true}
        """
      When it is loaded as a sweep
      Then the grid has 12 pairs, among them
        | pair | replicate | seed |
        | 0    | 0         | 7    |
        | 3    | 0         | 10   |
        | 11   | 2         | 18   |

    @boundary @refusal
    Example: a last seed that the generator does not take
      Given the scenario file
        """
        seed: 4294967290
        sweep: {seeds: 7}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | line | path | found      | allowed                                       |
        | 1    | seed | 4294967290 | at most 4294967289, since 7 seeds are counted |
