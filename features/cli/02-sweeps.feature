Feature: The command line of a sweep

  Of the 625 pairs only the last one is run here: shard 625 of 625.

  @CLI-02
  Rule: The sources' command lines work after the program's name

    @BAL-06 @BAL-10
    Example: shares of all claims
      When this is run
        """
        ringspec sweep balanced --out-dir DIR --n-agents 100 --maturity-days 10 --face-value 20 --vbt-share 0.25 --dealer-share 0.125 --rollover --kappas "0.25,0.5,1,2,4" --concentrations "0.2,0.5,1,2,5" --mus "0,0.25,0.5,0.75,1" --outside-mid-ratios "1.0,0.9,0.8,0.75,0.5" --shard 625/625
        """
      Then it exits with 0
      And DIR/manifest.json says
        | path                           | value                          |
        | pairs                          | 625                            |
        | sweep.ring.n_traders           | 100                            |
        | sweep.ring.maturity_days       | 10                             |
        | sweep.ticket_size_S            | 20                             |
        | sweep.balance.mode             | share_of_total                 |
        | sweep.balance.vbt_share        | 0.25                           |
        | sweep.balance.dealer_share     | 0.125                          |
        | sweep.rollover.enabled         | true                           |
        | sweep.sweep.kappas             | ["0.25","0.5","1","2","4"]     |
        | sweep.sweep.concentrations     | ["0.2","0.5","1","2","5"]      |
        | sweep.sweep.mus                | ["0","0.25","0.5","0.75","1"]  |
        | sweep.sweep.outside_mid_ratios | ["1","0.9","0.8","0.75","0.5"] |

    @BAL-03 @BAL-06
    Example: debt on top of the ring's, and ρ as prices
      When this is run
        """
        ringspec sweep balanced --out-dir DIR --n-agents 100 --maturity-days 10 --face-value 20 --big-entity-share 0.25 --rollover --kappas "0.25,0.5,1,2,4" --concentrations "0.2,0.5,1,2,5" --mus "0,0.25,0.5,0.75,1" --outside-mid-ratios "20,19,18,15,10" --shard 625/625
        """
      Then it exits with 0
      And DIR/manifest.json says
        | path                           | value                           |
        | pairs                          | 625                             |
        | sweep.balance.mode             | additional                      |
        | sweep.balance.big_entity_share | 0.25                            |
        | sweep.sweep.outside_mid_ratios | ["1","0.95","0.9","0.75","0.5"] |

  @CLI-02
  Rule: Every flag has a place in a scenario file, and a flag wins over the file

    Example: some from the file, some from flags
      Given the scenario file
        """
        seed: 7
        allow_small_ring: true
        ticket_size_S: 10
        periods: 4
        rollover: {enabled: true}
        balance: {vbt_share: 0.5, dealer_share: 0.25}
        trader_policy: {horizon: 3}
        ring: {n_traders: 4, maturity_days: 6, total_debt_Q: 200}
        sweep: {kappas: [1, 2], concentrations: [1, 2], mus: [0, 1], seeds: 5}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir DIR --total-debt 400 --periods 2 --no-rollover --dealer-share 0.2 --horizon 1 --kappas 4 --mus 0.5 --seeds 1 --seed 9 --regimes passive,active,baseline --arithmetic decimal
        """
      Then it exits with 0
      And DIR/manifest.json says
        | path                        | value                           |
        | pairs                       | 2                               |
        | sweep.ticket_size_S         | 10                              |
        | sweep.ring.n_traders        | 4                               |
        | sweep.ring.total_debt_Q     | 400                             |
        | sweep.ring.maturity_days    | 6                               |
        | sweep.periods               | 2                               |
        | sweep.rollover.enabled      | false                           |
        | sweep.balance.vbt_share     | 0.5                             |
        | sweep.balance.dealer_share  | 0.2                             |
        | sweep.trader_policy.horizon | 1                               |
        | sweep.sweep.kappas          | ["4"]                           |
        | sweep.sweep.concentrations  | ["1","2"]                       |
        | sweep.sweep.mus             | ["0.5"]                         |
        | sweep.sweep.seeds           | 1                               |
        | sweep.seed                  | 9                               |
        | sweep.sweep.regimes         | ["passive","active","baseline"] |
        | sweep.arithmetic            | decimal                         |

    @BAL-03
    Example: debt on top in place of the file's shares
      Given the scenario file
        """
        balance: {mode: share_of_total, big_entity_share: 0.25}
        sweep: {seeds: 2}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir DIR --big-entity-share 0.5 --shard 1/2
        """
      Then it exits with 0
      And DIR/manifest.json says
        | path                           | value      |
        | sweep.balance.mode             | additional |
        | sweep.balance.big_entity_share | 0.5        |

    @refusal @CLI-03
    Scenario Outline: <status>, <what>
      When this is run
        """
        ringspec sweep balanced <line>
        """
      Then it exits with <status>
      And it says "<words>" on stderr
      And nothing is written

      Examples:
        | status | what                         | line                                     | words                      |
        | 64     | a sweep without a folder     | --kappas 1                               | --out-dir                  |
        | 64     | a part that is none          | --out-dir DIR --shard 4/3                | Part k of n is written k/n |
        | 65     | a ratio that is none         | --out-dir DIR --kappas 1,plenty          | plenty                     |
        | 65     | a price above the face value | --out-dir DIR --outside-mid-ratios 20,21 | 21                         |
        | 65     | a ring that is too small     | --out-dir DIR --n-agents 4               | allow_small_ring: true     |
