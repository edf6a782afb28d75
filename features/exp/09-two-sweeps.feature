Feature: Two sweeps beside each other

  With two seeds t has one degree of freedom: p = 2/π · arctan(1/t), and 97.5 % lie below t = 12.7062047.

  @EXP-09
  Rule: Two sweeps are compared pair by pair, B less A, what differs in their parameters first

    Example: the same ring with another horizon, over two values of κ in another order
      At κ = 1 the effects are 0.19 and 0.21 in A, 0.10 and 0.14 in B: B less A is −0.09 and −0.07, t = −8.
      At κ = 2 they are 0.20 and 0.20 in A, 0.24 and 0.26 in B: 0.04 and 0.06, t = 5. Over the seeds −0.025 and
      −0.005, with a mean of −0.015 and a standard error of 0.01.
      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.31     |
        | 1    | 0.5       | 0.29     |
        | 2    | 0.5       | 0.30     |
        | 3    | 0.5       | 0.30     |
      Given the scenario file
        """
        trader_policy: {horizon: 3}
        sweep: {kappas: [2, 1], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.26     |
        | 1    | 0.5       | 0.24     |
        | 2    | 0.5       | 0.40     |
        | 3    | 0.5       | 0.36     |
      And the sweep is compared with the one before it
      Then parameters.csv holds
        | parameter             | a  | b |
        | trader_policy.horizon | 10 | 3 |
      And differences.csv holds, where measure is delta
        | kappa | pairs | mean_effect_a | mean_effect_b | mean_difference | standard_error | interval_low  | interval_high | p_value          | finding |
        | 1     | 2     | 0.2           | 0.12          | -0.08           | 0.01           | -0.2070620474 | 0.0470620474  | 0.07916684832113 | none    |
        | 2     | 2     | 0.2           | 0.25          | 0.05            | 0.01           | -0.0770620474 | 0.1770620474  | 0.12566591637801 | none    |
      And compare.json says
        | path                      | value            |
        | pairs                     | 4                |
        | overall[0].comparison     | passive - active |
        | overall[0].seeds          | 2                |
        | overall[0].mean_difference | -0.015          |
        | overall[0].standard_error | 0.01             |

    Example: of a sweep that has a precision the seeds of the first stage are compared
      B begins with the two seeds that A has; its third and fourth pair are beyond them. B less A is 0.01 and 0.03.
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.31     |
        | 1    | 0.5       | 0.29     |
      Given the scenario file
        """
        sweep: {kappas: [1], precision: {half_width: 0.2, first: 2, most: 4}}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.30     |
        | 1    | 0.5       | 0.26     |
        | 2    | 0.5       | 0.1      |
        | 3    | 0.5       | 0.1      |
      And the sweep is compared with the one before it
      Then compare.json says
        | path                       | value |
        | pairs                      | 2     |
        | overall[0].seeds           | 2     |
        | overall[0].mean_difference | 0.02  |

    @CLI-01 @refusal
    Example: every reason for which two sweeps cannot be paired is told
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        ring: {n_traders: 2, total_debt_Q: 80}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir A --kappas 1,2 --seeds 2
        """
      And this is run
        """
        ringspec sweep balanced ring.yaml --out-dir B --kappas 1,4 --mus 0,1
        """
      And this is run
        """
        ringspec compare A B --out-dir DIR
        """
      Then it exits with 65
      And it says "only B goes over mu" on stderr
      And it says "kappa goes over 1, 2 in A and over 1, 4 in B" on stderr
      And it says "A has 2 seeds from 42, B has 1 seed from 42" on stderr

    @refusal
    Example: with a seed for each pair the order of the points decides which seed a point has
      In A κ = 1 has seeds 42 and 43 and κ = 2 has 44 and 45; in B it is the other way round.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        ring: {n_traders: 2, total_debt_Q: 80}
        sweep: {seeds: 2, seed_per_pair: true}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir A --kappas 1,2
        """
      And this is run
        """
        ringspec sweep balanced ring.yaml --out-dir B --kappas 2,1
        """
      And this is run
        """
        ringspec compare A B
        """
      Then it exits with 65
      And it says "A and B cannot be paired" on stderr
      And it says "B has no pair at kappa 1, seed 42" on stderr
      And it says "A has no pair at kappa 2, seed 42" on stderr

    @refusal
    Example: drawn points may have the values of a grid and not be the points of it
      A has all four points of two axes; B draws two points, each value once.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        ring: {n_traders: 2, total_debt_Q: 80}
        sweep: {axes: {trader_policy.horizon: [1, 2], periods: [1, 2]}}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir A
        """
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        ring: {n_traders: 2, total_debt_Q: 80}
        sweep: {axes: {trader_policy.horizon: [1, 2], periods: [1, 2]}, design: {latin_hypercube: {points: 2}}}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir B
        """
      And this is run
        """
        ringspec compare A B
        """
      Then it exits with 65
      And it says "B has no pair at trader_policy.horizon" on stderr

    @CLI-01
    Example: on the command line
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {kappas: [1.6]}
        """
      When this is run
        """
        ringspec sweep balanced ring.yaml --out-dir A --horizon 0
        """
      And this is run
        """
        ringspec sweep balanced ring.yaml --out-dir B --horizon 0 --axis rollover.enabled=true
        """
      And this is run
        """
        ringspec compare A B
        """
      Then it exits with 0
      And it says "The sweeps differ in 1 parameter: rollover.enabled (false in A, true in B)." on stdout
