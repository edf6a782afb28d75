Feature: Findings over a grid

  With two seeds t has one degree of freedom: p = 2/π · arctan(1/t).

  @EXP-06
  Rule: A finding survives Holm's correction over all points and comparisons

    Example: two points, of which neither survives
      κ = 1: 0.19 and 0.21, t = 0.2/0.01 = 20, p = 0.0318. κ = 2: 0.10 and 0.14, t = 0.12/0.02 = 6, p = 0.1051.
      The smaller p counts twice: 0.0636. Bonferroni's intervals take t(1) at 1 − 0.05/4, which is 25.4517.
      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.31     |
        | 1    | 0.5       | 0.29     |
        | 2    | 0.5       | 0.40     |
        | 3    | 0.5       | 0.36     |
      Then effects.csv holds, where measure is delta
        | kappa | p_value          | finding_uncorrected | holm_p           | finding | bonferroni_low | bonferroni_high |
        | 1     | 0.03180450251235 | lowers defaults     | 0.06360900502471 | none    | -0.0545169958  | 0.4545169958    |
        | 2     | 0.10513691342251 | none                | 0.10513691342251 | none    | -0.3890339916  | 0.6290339916    |
      And headline.csv holds, where measure is delta
        | axis  | value | mean_effect | finding |
        | kappa | 1     | 0.2         | none    |
        | kappa | 2     | 0.12        | none    |
      And summary.json says
        | path                | value |
        | grid_points_lowered | 0     |

    Example: beside a smaller p the larger one is held against 5 % alone
      κ = 1: 0.1999 and 0.2001, t = 2000, p = 0.000318. κ = 2: p = 0.0318 as above, which Bonferroni's interval
      would not let pass.
      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.3001   |
        | 1    | 0.5       | 0.2999   |
        | 2    | 0.5       | 0.31     |
        | 3    | 0.5       | 0.29     |
      Then effects.csv holds, where measure is delta
        | kappa | holm_p           | finding         | bonferroni_low |
        | 1     | 0.00063661971936 | lowers defaults | 0.1974548300   |
        | 2     | 0.03180450251235 | lowers defaults | -0.0545169958  |
      And summary.json says
        | path                | value |
        | grid_points_lowered | 2     |

    Example: each measure is a family of its own
      δ by 0.19 and 0.21, and unpaid by 190 and 210: t = 20 and p = 0.0318 twice. Together each would count twice.
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active | unpaid passive | unpaid active |
        | 0    | 0.5       | 0.31     | 500            | 310           |
        | 1    | 0.5       | 0.29     | 500            | 290           |
      Then effects.csv holds, where measure is delta
        | kappa | holm_p           | finding         |
        | 1     | 0.03180450251235 | lowers defaults |
      And effects.csv holds, where measure is unpaid
        | kappa | mean_effect | holm_p           | finding         |
        | 1     | 200         | 0.03180450251235 | lowers defaults |

    @boundary
    Example: what has no interval is no test
      At κ = 2 a pair failed: one test is left.
      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.31     |
        | 1    | 0.5       | 0.29     |
        | 2    | 0.5       | 0.40     |
        | 3    |           |          |
      Then effects.csv holds, where measure is delta
        | kappa | pairs | holm_p           | finding         |
        | 1     | 2     | 0.03180450251235 | lowers defaults |
        | 2     | 1     |                  | none            |

  @EXP-11R
  Rule: Seeds that all agree are judged by the sign test

    Example: two seeds that agree are no finding
      Of a difference that a coin makes 0.2 or −0.2, two seeds agree every second time: p = 2⁻¹.
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.3      |
        | 1    | 0.5       | 0.3      |
      Then effects.csv holds, where measure is delta
        | kappa | mean_effect | standard_error | interval_low | interval_high | p_value | finding_uncorrected | holm_p | finding |
        | 1     | 0.2         | 0              |              |               | 0.5     | none                | 0.5    | none    |
      And summary.json says
        | path                | value |
        | grid_points_lowered | 0     |

    @boundary
    Example: six seeds are the fewest that have an interval
      2⁻⁵ = 0.03125 with six, 2⁻⁴ = 0.0625 with five, of which one pair failed. Bonferroni's bounds for two tests are
      wrong in 1.25 % each, and 2⁻⁶ = 0.015625 is more: there are none.
      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 6}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.3      |
        | 1    | 0.5       | 0.3      |
        | 2    | 0.5       | 0.3      |
        | 3    | 0.5       | 0.3      |
        | 4    | 0.5       | 0.3      |
        | 5    | 0.5       | 0.3      |
        | 6    | 0.5       | 0.6      |
        | 7    | 0.5       | 0.6      |
        | 8    | 0.5       | 0.6      |
        | 9    | 0.5       | 0.6      |
        | 10   | 0.5       | 0.6      |
        | 11   |           |          |
      Then effects.csv holds, where measure is delta
        | kappa | pairs | mean_effect | interval_low | interval_high | p_value | finding_uncorrected | holm_p | finding | bonferroni_low |
        | 1     | 6     | 0.2         | 0.2          | 0.2           | 0.03125 | lowers defaults     | 0.0625 | none    |                |
        | 2     | 5     | -0.1        |              |               | 0.0625  | none                | 0.0625 | none    |                |

  @EXP-02 @EXP-08
  Rule: Rows carry what varies, parameters.csv what does not, and the summary the setup

    Example: a sweep over two values of κ
      Given the scenario file
        """
        sweep: {kappas: [1, 2], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.31     |
        | 1    | 0.5       | 0.29     |
        | 2    | 0.5       | 0.40     |
        | 3    | 0.5       | 0.36     |
      Then parameters.csv holds, where parameter is ring.mu
        | value |
        | 0.5   |
      And parameters.csv holds, where parameter is trader_policy.horizon
        | value |
        | 10    |
      And parameters.csv holds, where parameter is ring.kappa
        | value |
