Feature: The commands

  @CLI-01
  Rule: One program holds all the commands, and the help of each shows an example

    Example: the help of each
      Then the help of each of these shows an example
        | command        | example                                                     |
        |                | ringspec run scenarios/baseline.yaml --out reports/baseline |
        | verify         | ringspec verify                                             |
        | run            | ringspec run scenarios/baseline.yaml --out reports/baseline |
        | sweep balanced | ringspec sweep balanced                                     |
        | analyze        | ringspec analyze                                            |
        | report         | ringspec report                                             |
        | playground     | ringspec playground                                         |
        | gate           | ringspec gate                                               |
        | serve          | '{"id":1,"op":"hello","protocol":1}'                        |
        | vectors        | ringspec vectors                                            |

    Example: run takes one scenario and writes what happened
      Given the scenario file
        """
        allow_small_ring: true
        periods: 2
        ring: {n_traders: 4, total_debt_Q: 20, kappa: 1}
        """
      When this is run
        """
        ringspec run ring.yaml --out results
        """
      Then it exits with 0
      And it says on stdout "all periods done; last period 2"
      And it says on stdout "debt to money at the start 1.00 (20.00 over 20.00)"
      And it leaves these files, among others
        | results/out/manifest.json |
        | results/out/events.jsonl  |
