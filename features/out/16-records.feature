Feature: What a sweep keeps

  @OUT-16
  Rule: Up to 2000 pairs every run has its files; above that the records of the pairs are kept alone

    @boundary
    Example: a pair of a sweep of 2000
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}
        sweep: {kappas: [1.6], seeds: 2000}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out --workers 1 --shard 2000/2000
        """
      Then it exits with 0
      And it leaves these files
        | out/active/runs/active_k1.6_c1_mu0.5_rho0.75_s2041/out/events.jsonl |
        | …                                                                   |

    @boundary
    Example: a pair of a sweep of 2001
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}
        sweep: {kappas: [1.6], seeds: 2001}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out --workers 1 --shard 2001/2001
        """
      Then it exits with 0
      And it says "2001 pairs: their records are kept, the files of their runs are not (--keep all keeps them)" on stderr
      And it leaves these files
        | out/aggregate/pairs/0002.ndjson |
        | out/manifest.json               |

  @OUT-16
  Rule: Single pairs can be kept in full, and any other run is repeated from the sweep, byte for byte

    Example: three pairs, of which the second one is kept; the third one is repeated
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}
        sweep: {kappas: [1.6], seeds: 3, axes: {trader_policy.horizon: [2]}}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir some --keep-pairs 1
        """
      Then it leaves these files
        | some/active/runs/active_k1.6_c1_mu0.5_rho0.75_horizon2_s43/out/events.jsonl |
        | …                                                                           |
      But it leaves no file called "active_k1.6_c1_mu0.5_rho0.75_horizon2_s44"
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir all --keep all
        """
      And this is run
        """
        ringspec run some --pair active_k1.6_c1_mu0.5_rho0.75_horizon2_s44 --out by-row
        """
      And this is run
        """
        ringspec run some --pair 2 --regime passive --out by-number
        """
      Then these folders hold the same files, byte for byte
        | folder        | as                                                           |
        | by-row/out    | all/active/runs/active_k1.6_c1_mu0.5_rho0.75_horizon2_s44/out   |
        | by-number/out | all/passive/runs/passive_k1.6_c1_mu0.5_rho0.75_horizon2_s44/out |
        | some/active/runs/active_k1.6_c1_mu0.5_rho0.75_horizon2_s43/out | all/active/runs/active_k1.6_c1_mu0.5_rho0.75_horizon2_s43/out |

    @refusal
    Scenario Outline: refused is <what>
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}
        sweep: {kappas: [1.6], seeds: 3}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out <flags>
        """
      Then it exits with 64
      And it says "<says>" on stderr
      And it leaves no file called "manifest.json"

      Examples:
        | what                         | flags                       | says                                             |
        | a pair beyond the last       | --keep-pairs 1,3            | --keep-pairs: found 3; allowed: pairs from 0 to 2 |
        | a pair where all are kept    | --keep all --keep-pairs 1   | with --keep all every pair is kept               |
        | a pair that is no number     | --keep-pairs s43            | Numbers of pairs are written as 12,17            |

    @refusal
    Example: a pair beyond the last, a row of another sweep, an arm that it has not, another arithmetic, no sweep
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}
        sweep: {kappas: [1.6], seeds: 2}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out --keep records
        """
      When this is run
        """
        ringspec run out --pair 2 --out again
        """
      Then it exits with 64
      And it says "--pair: found 2; allowed: pairs from 0 to 1" on stderr
      When this is run
        """
        ringspec run out --pair active_k2_c1_mu0.5_rho0.75_s42 --out again
        """
      Then it exits with 64
      And it says "--pair: found active_k2_c1_mu0.5_rho0.75_s42; allowed: the number of a pair, or a run_id" on stderr
      When this is run
        """
        ringspec run out --pair 0 --regime backstop --out again
        """
      Then it exits with 64
      And it says "--regime: found backstop; allowed: passive, active" on stderr
      When this is run
        """
        ringspec run out --pair 0 --arithmetic decimal --out again
        """
      Then it exits with 64
      And it says "--pair repeats a run as it was" on stderr
      When this is run
        """
        ringspec run out/aggregate --pair 0 --out again
        """
      Then it exits with 65
      And it says "holds no sweep" on stderr
      And it leaves no file called "again"

  @OUT-16
  Rule: A sweep that goes on keeps what it kept, unless it is told otherwise

    Example: of three pairs one is kept in full, and that is not said again
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}
        sweep: {kappas: [1.6], seeds: 3}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir some --keep-pairs 1
        """
      And this is run
        """
        ringspec sweep balanced ring.yaml --out-dir some --resume
        """
      Then it exits with 0
      And it leaves these files
        | some/active/runs/active_k1.6_c1_mu0.5_rho0.75_s43/out/events.jsonl |
        | …                                                                  |
      But it leaves no file called "active_k1.6_c1_mu0.5_rho0.75_s42"

    @refusal
    Example: told to keep all, it is another sweep
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, maturity_days: 3}
        sweep: {kappas: [1.6], seeds: 2}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out --keep records
        """
      And this is run
        """
        ringspec sweep balanced ring.yaml --out-dir out --keep all --resume
        """
      Then it exits with 65
      And it says "holds another sweep" on stderr

  @OUT-16 @OUT-14
  Rule: A last line that was cut off is dropped when the sweep is resumed

    Example: the machine stopped within the record of the last of six pairs
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3}
        sweep: {kappas: [1.6, 0.5], seeds: 3}
        """
      When the sweep is run
      And the sweep is run, but cut off within the record of pair 4
      And the sweep is resumed
      Then both leave the same files, byte for byte
