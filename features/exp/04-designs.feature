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
