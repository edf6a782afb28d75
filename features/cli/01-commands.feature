Feature: The commands

  @CLI-01
  Rule: One program holds all the commands, and the help of each shows an example

    Scenario Outline: <command>
      When this is run
        """
        <command>
        """
      Then it exits with 0
      And it says "<example>" on stdout

      Examples:
        | command                        | example                                                       |
        | ringspec --help                | ringspec sweep balanced scenario.yaml --out-dir reports/sweep |
        | ringspec verify --help         | ringspec verify                                               |
        | ringspec run --help            | ringspec run ring.yaml --out reports/run                      |
        | ringspec sweep balanced --help | ringspec sweep balanced                                       |
        | ringspec analyze --help        | ringspec analyze                                              |
        | ringspec report --help         | ringspec report                                               |
        | ringspec playground --help     | ringspec playground                                           |
        | ringspec gate --help           | ringspec gate                                                 |
        | ringspec serve --help          | '{"id":1,"op":"hello","protocol":1}'                          |
        | ringspec vectors --help        | ringspec vectors                                              |

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
      And it says "all periods done; last period 2" on stdout
      And it says "debt to money at the start 1.00 (20.00 over 20.00)" on stdout
      And it leaves these files
        | results/out/manifest.json |
        | results/out/events.jsonl  |
        | …                         |
