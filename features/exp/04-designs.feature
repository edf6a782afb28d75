Feature: Designs besides the full grid

  @EXP-04 @EXP-01
  Rule: A latin hypercube has each part of every range once

    Example: four points over four whole numbers have each of them once
      Each quarter of 1 to 4 is one whole number; κ lies in each of 1/4 to 1/2, 1/2 to 1, 1 to 2 and 2 to 4 once, since
      it is even in the logarithm. The order is drawn. A horizon has no other place where it could come from.
      Given the scenario file
        """
        seed: 7
        sweep:
          axes: {ring.kappa: [0.25, 4], trader_policy.horizon: [1, 4]}
          design: {latin_hypercube: {points: 4, log: [ring.kappa]}}
          seeds: 2
        """
      When it is loaded as a sweep
      Then the grid has 8 pairs, among them
        | pair | axes                    | replicate | seed |
        | 0    | trader_policy.horizon 2 | 0         | 7    |
        | 1    | trader_policy.horizon 2 | 1         | 8    |
        | 2    | trader_policy.horizon 4 | 0         | 7    |
        | 4    | trader_policy.horizon 1 | 0         | 7    |
        | 6    | trader_policy.horizon 3 | 0         | 7    |

    Example: every row says where its point lies
      Given the scenario file
        """
        allow_small_ring: true
        periods: 2
        ring: {n_traders: 4, total_debt_Q: 800}
        sweep:
          axes: {trader_policy.horizon: [1, 2]}
          design: {latin_hypercube: {points: 2}}
        """
      When the sweep is run
      Then headline.csv holds, where measure is delta
        | axis  | value | pairs |
        | point | 0     | 1     |
        | point | 1     | 1     |
      And effects.csv holds, where measure is unpaid
        | trader_policy.horizon | pairs |
        | 1                     | 1     |
        | 2                     | 1     |

    @refusal
    Scenario Outline: refused is a design <what>
      Given the scenario file
        """
        sweep: {<axes>design: {latin_hypercube: {<keys>}}}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | path   | found   | allowed   |
        | <path> | <found> | <allowed> |

      Examples:
        | what                            | axes                                       | keys                           | path                                | found        | allowed             |
        | over words                      | axes: {ring.mu: [0, 1], rollover.enabled: [false, true]}, | points: 3       | sweep.axes.rollover.enabled         | false, true  | a range [low, high] |
        | over a range that ends below    | axes: {ring.mu: [1, 0.5]},                 | points: 3                      | sweep.axes.ring.mu                  | [1, 0.5]     | a range [low, high] |
        | with the logarithm of nothing   | axes: {ring.mu: [0, 0.5]},                 | points: 3, log: [ring.mu]      | sweep.axes.ring.mu[0]               | 0            | above 0             |
        | with the logarithm of no axis   | axes: {ring.mu: [0.1, 0.5]},               | points: 3, log: [ring.kappa]   | sweep.design.latin_hypercube.log[0] | ring.kappa   | an axis             |
        | of one point                    | axes: {ring.mu: [0.1, 0.5]},               | points: 1                      | sweep.design.latin_hypercube.points | 1            | from 2              |
        | without axes                    |                                            | points: 3                      | sweep.design                        | without axes | ranges              |
        | over what has a list            | mus: [0, 1], axes: {ring.mu: [0.1, 0.5]},  | points: 3                      | sweep.axes.ring.mu                  | ring.mu      | one of the two      |

  @EXP-04
  Rule: A frontier is the value of an axis at which a mean over the seeds crosses a target

    Example: halving from 1 to 5, with two seeds
      Two halvings: the search may look at κ = 1, 2, 3, 4 and 5. The mean is 0.10 at 1 and 0.60 at 5, 0.25 at 3 and
      0.15 at 2: it crosses 0.2 between 2 and 3. At κ = 2 the interval is 0.15 ± 12.7062 · 0.01, 0.0229 to 0.2771: its
      upper end is past the target there and not at 1, its lower end is past it at 3 and not at 2.
      κ = 4 is not visited. Elsewhere the interval is the mean ± 12.7062 · 0.0001.
      Given the scenario file
        """
        sweep:
          design: {frontier: {axis: ring.kappa, between: [1, 5], metric: delta_passive, target: 0.2, steps: 2}}
          seeds: 2
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.0999    | 0.05     |
        | 1    | 0.1001    | 0.05     |
        | 2    | 0.14      | 0.05     |
        | 3    | 0.16      | 0.05     |
        | 4    | 0.2499    | 0.05     |
        | 5    | 0.2501    | 0.05     |
        | 6    | 0.3999    | 0.05     |
        | 7    | 0.4001    | 0.05     |
        | 8    | 0.5999    | 0.05     |
        | 9    | 0.6001    | 0.05     |
      Then frontier.csv holds
        | axis       | metric        | target | status  | value | within | interval_low | interval_high | mean_at_low_end | mean_at_high_end |
        | ring.kappa | delta_passive | 0.2    | crosses | 2.5   | 0.5    | 1            | 3             | 0.1             | 0.6              |
      And effects.csv holds, where measure is delta
        | kappa | pairs | mean_effect |
        | 1     | 2     | 0.05        |
        | 2     | 2     | 0.1         |
        | 3     | 2     | 0.2         |
        | 5     | 2     | 0.55        |
      And summary.json says
        | path      | value                                                                                         |
        | pairs     | 8                                                                                             |
        | sentence  | delta_passive crosses 20.00 % at ring.kappa 2.5 ± 0.5, 95 % interval 1 to 3 (concentration 1, mu 0.5, outside_mid_ratio 0.75). |

    Example: a line for each value of the other axis; an effect that falls, and one that does not cross
      Whole numbers from 1 to 3 need one halving. At μ = 0 the effect falls from 0.3 over 0.2 to 0, past 0.1 between 2
      and 3; with one seed there is no interval. At μ = 1 it is 0.4 at both ends, so the middle is not visited.
      Given the scenario file
        """
        sweep:
          mus: [0, 1]
          design:
            frontier: {axis: trader_policy.horizon, between: [1, 3], metric: effect_delta_passive_active, target: 0.1}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.2      |
        | 1    | 0.5       | 0.3      |
        | 2    | 0.5       | 0.5      |
        | 3    | 0.5       | 0.1      |
        | 4    | 0.5       | 0.1      |
        | 5    | 0.5       | 0.1      |
      Then frontier.csv holds
        | mu | status             | value | within | interval_low | interval_high | mean_at_low_end | mean_at_high_end |
        | 0  | crosses            | 2.5   | 0.5    |              |               | 0.3             | 0                |
        | 1  | above at both ends |       |        |              |               | 0.4             | 0.4              |
      And summary.json says
        | path  | value |
        | pairs | 5     |

    @boundary
    Example: a target that the low end meets is reached there
      Given the scenario file
        """
        sweep:
          design: {frontier: {axis: ring.kappa, between: [1, 3], metric: delta_active, target: 0.2, steps: 1}}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.2      |
        | 1    | 0.5       | 0.3      |
        | 2    | 0.5       | 0.4      |
      Then frontier.csv holds
        | status  | value | within |
        | crosses | 1.5   | 0.5    |

    Example: real pairs, the same files when it is cut off and resumed
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 6, total_debt_Q: 1200, maturity_days: 3}
        sweep:
          design: {frontier: {axis: ring.kappa, between: [0.5, 8], metric: delta_passive, target: 0.3, steps: 3}}
          seeds: 2
        """
      When the sweep is run
      And the sweep is run, but cut off after 3 pairs
      And the sweep is resumed
      Then both leave the same files, byte for byte

    @refusal
    Scenario Outline: refused is a frontier <what>
      Given the scenario file
        """
        sweep:
          <beside>
          design: {frontier: {axis: <axis>, between: <between>, metric: <metric>, target: 0.1}}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | path   | found   | allowed   |
        | <path> | <found> | <allowed> |

      Examples:
        | what                          | beside                        | axis             | between   | metric        | path                           | found                   | allowed                       |
        | along yes and no              | seeds: 2                      | rollover.enabled | [0, 1]    | delta_active  | sweep.design.frontier.axis     | rollover.enabled        | a key of a scenario that      |
        | along no key                  | seeds: 2                      | ring.kapa        | [1, 2]    | delta_active  | sweep.design.frontier.axis     | ring.kapa               | a key of a scenario that      |
        | over a range that ends below  | seeds: 2                      | ring.kappa       | [2, 1]    | delta_active  | sweep.design.frontier.between  | [2, 1]                  | a range [low, high]           |
        | from a value that is none     | seeds: 2                      | ring.kappa       | [0, 1]    | delta_active  | sweep.design.frontier.between  | [0, 1]                  | above 0                       |
        | of an arm that is not run     | seeds: 2                      | ring.kappa       | [1, 2]    | delta_backstop | sweep.design.frontier.metric   | delta_backstop          | delta_                        |
        | beside a list of its axis     | axes: {ring.kappa: [1, 2]}    | ring.kappa       | [1, 2]    | delta_active  | sweep.design.frontier          | sweep.axes.ring.kappa   | one of the two                |
        | beside a precision            | precision: {half_width: 0.1}  | ring.kappa       | [1, 2]    | delta_active  | sweep.design.frontier          | precision               | one of the two                |
