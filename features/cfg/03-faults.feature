Feature: Faults in a scenario file

  @CFG-03
  Rule: Whatever is wrong is told at once, with its line, its place, what was found and what is allowed

    @refusal
    Example: seven faults in one file
      Given the scenario file
        """
        seed: -1
        ticket_size_S: nothing
        buckets:
          short: {M0: 0}
        order_flow:
          pi_sell: 1.5
          Nmax: 2.5
        trader_policy: {kind: default_avoidence}
        ring:
          mu: [0.5]
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path               | found             | allowed                                     |
        | 1    | seed               | -1                | a whole number from 0 to                    |
        | 2    | ticket_size_S      | nothing           | a number above 0                            |
        | 4    | buckets.short.M0   | 0                 | a number above 0                            |
        | 6    | order_flow.pi_sell | 1.5               | a number from 0 to 1                        |
        | 7    | order_flow.Nmax    | 2.5               | a whole number from 0 to                    |
        | 8    | trader_policy.kind | default_avoidence | liquidity_and_investment, default_avoidance |
        | 10   | ring.mu            | ["0.5"]           | a number from 0 to 1                        |

    @refusal
    Example: single values and values that do not go together are told in one list
      Given the scenario file
        """
        initial_allocation: {dealer_share: 0.6, vbt_share: 0.5}
        ring:
          n_traders: 99
          total_debt_Q: 1000.5
          kappa: 0
          cash: {vector: [1, x, -1]}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path                | found      | allowed                     |
        | 1    | initial_allocation  | sum to 1.1 | at most 1                   |
        | 3    | ring.n_traders      | 99         | at least 100 traders        |
        | 4    | ring.total_debt_Q   | 1000.5     | a multiple of ticket_size_S |
        | 5    | ring.kappa          | 0          | a number above 0            |
        | 6    | ring.cash.vector[1] | x          | a number from 0             |
        | 6    | ring.cash.vector[2] | -1         | a number from 0             |

    @refusal
    Example: what only follows from a fault is not told besides
      With the face of a ticket unknown nobody can say whether the total is a multiple of it.

      Given the scenario file
        """
        ticket_size_S: -20
        ring: {total_debt_Q: 1000.5}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path          | found |
        | 1    | ticket_size_S | -20   |

    @refusal
    Example: an unknown key is a fault, and the nearest known key is named
      Given the scenario file
        """
        seeds: 1
        guard: {MMin: 0.02}
        buckets:
          shrt: {M0: 1}
          long: {O_min: 0}
        ring:
          kapa: 2
          maturity_day: 3
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path               | found                        | allowed                      |
        | 1    | seeds              | the unknown key seeds        | the nearest is seed          |
        | 2    | guard.MMin         | the unknown key MMin         | the nearest is Mmin          |
        | 4    | buckets.shrt       | the unknown key shrt         | the nearest is short         |
        | 5    | buckets.long.O_min | the unknown key O_min        | the nearest is Omin          |
        | 7    | ring.kapa          | the unknown key kapa         | the nearest is kappa         |
        | 8    | ring.maturity_day  | the unknown key maturity_day | the nearest is maturity_days |

    @refusal
    Example: a key given twice says two things
      Given the scenario file
        """
        seed: 1
        ring:
          mu: 0.5
          mu: 0.25
        seed: 1
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path    | found                 | allowed     |
        | 4    | ring.mu | first given in line 3 | one of them |
        | 5    | seed    | first given in line 1 | one of them |

    @refusal
    Example: a value where a section belongs, and a section where a value belongs
      Given the scenario file
        """
        guard: 5
        seed: {of: 42}
        checks: "true"
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path   | found       | allowed                                     |
        | 1    | guard  | 5           | a section with the keys Mmin, clip_nonneg_B |
        | 2    | seed   | {"of":"42"} | a whole number                              |
        | 3    | checks | "true"      | true or false                               |

    @refusal @MOD-04
    Scenario Outline: ranges that <flaw>
      Given the scenario file
        """
        buckets:
          short: {tau: <short>}
          mid: {tau: <mid>}
          long: {tau: <long>}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line   | path                 | found   | allowed   |
        | <line> | buckets.<bucket>.tau | <found> | <allowed> |

      Examples:
        | flaw                | short | mid | long | line | bucket | found | allowed             |
        | overlap             | 1-3   | 3-8 | 9+   | 3    | mid    | 3-8   | a range from 4      |
        | leave a gap         | 1-3   | 4-7 | 9+   | 4    | long   | 9+    | a range from 8      |
        | start late          | 2-3   | 4-8 | 9+   | 2    | short  | 2-3   | a range from 1      |
        | come to an end      | 1-3   | 4-8 | 9-99 | 4    | long   | 9-99  | an open range       |
        | go on in the middle | 1-3   | 4+  | 5+   | 3    | mid    | 4+    | a range with an end |
        | run backwards       | 3-1   | 4-8 | 9+   | 2    | short  | 3-1   | a range such as     |

    @refusal @MOD-04
    Example: buckets of one's own need a range and a spread, having no usual one
      Given the scenario file
        """
        buckets:
          near: {tau: 1-3}
          far: {O0: 0.10}
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line | path            | found   | allowed |
        | 2    | buckets.near.O0 | nothing | a value |
        | 3    | buckets.far.tau | nothing | a value |

    @refusal
    Scenario Outline: what is no scenario at all: <what>
      Given the scenario file
        """
        <text>
        """
      When it is loaded as a scenario
      Then it is refused with these faults
        | line   | path | found   | allowed   |
        | <line> |      | <found> | <allowed> |

      Examples:
        | what          | text            | line | found             | allowed                |
        | no content    | # nothing       | 0    | an empty document | the keys of a scenario |
        | a word        | ring            | 0    | ring              | the keys of a scenario |
        | a list        | [1, 2]          | 0    | the list          | the keys of a scenario |
        | a broken line | ring: {kappa: 1 | 1    | a YAML error      | a YAML document        |

    @refusal @CLI-03
    Example: nothing is run and nothing is written
      Given the scenario file
        """
        seed: 1
        ring:
          kapa: 2
          mu: 2
        """
      When this is run
        """
        ringspec run ring.yaml --out results
        """
      Then it exits with 65
      And nothing is written
      And it says nothing on stdout
      And it says "ring.yaml:3: ring.kapa: found the unknown key kapa; allowed: the nearest is kappa" on stderr
      And it says "ring.yaml:4: ring.mu: found 2; allowed: a number from 0 to 1" on stderr
