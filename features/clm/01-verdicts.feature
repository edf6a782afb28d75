Feature: Claims about sweeps

  With two seeds t has one degree of freedom: the chance of a larger t is 1/2 − arctan(t)/π, and 95 % lie below
  t = 6.3137515.

  Background:
    Given the scenario file
      """
      sweep: {kappas: [1, 2], seeds: 2}
      """
    When its pairs come out like this
      | pair | δ passive | δ active |
      | 0    | 0.5       | 0.31     |
      | 1    | 0.5       | 0.29     |
      | 2    | 0.5       | 0.45     |
      | 3    | 0.5       | 0.51     |

  @CLM-01 @CLM-02
  Rule: A statement is tested against its border in both directions

    Example: an effect far above its border, far below another, and too near to tell
      At κ = 1 the effects are 0.19 and 0.21: mean 0.20, standard error 0.01. Against 0, t = 20. Against 0.05, 15.
      Against 0.40, −20. At κ = 2 they are 0.05 and −0.01: mean 0.02, standard error 0.03, t = 2/3.
      Each claim is in a file of its own, so Holm leaves its p as it is: for t = 20 it is 0.0159, for 15 0.0212.
      When these claims are judged
        """
        Feature: one
          Scenario: one
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate at ring.kappa 1
        """
      Then claims.json says
        | path                                   | value              |
        | supported                              | 1                  |
        | files[0].statements[0].verdict         | supported          |
        | files[0].statements[0].estimate        | 0.2                |
        | files[0].statements[0].standard_error  | 0.01               |
        | files[0].statements[0].bonferroni_low  | 0.136862484853     |
        | files[0].statements[0].bonferroni_high | 0.263137515147     |
        | files[0].statements[0].holm_p_supported | 0.01590225124824   |
      When these claims are judged
        """
        Feature: one
          Scenario: one
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate by at least 40 percentage points at ring.kappa 1
        """
      Then claims.json says
        | path                                       | value            |
        | contradicted                               | 1                |
        | files[0].statements[0].verdict             | contradicted     |
        | files[0].statements[0].border              | 0.4              |
        | files[0].statements[0].holm_p_contradicted | 0.01590225124824 |
      When these claims are judged
        """
        Feature: one
          Scenario: one
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate at ring.kappa 2
        """
      Then claims.json says
        | path                                  | value     |
        | undecided                             | 1         |
        | files[0].statements[0].verdict        | undecided |
        | files[0].statements[0].estimate       | 0.02      |
        | files[0].statements[0].standard_error | 0.03      |

  @CLM-02
  Rule: Holm corrects over all statements of a file

    Example: what is supported alone is undecided among five
      The p of t = 15 is 0.0212, times five 0.106; that of t = 20 is 0.0159, times five 0.0795. Only a claim that is
      nearly certain would remain. A claim about every pair is seen, not tested, and does not count.
      When these claims are judged
        """
        Feature: five
          Scenario: five
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate at ring.kappa 1
            And market making lowers the default rate by at least 5 percentage points at ring.kappa 1
            And market making lowers the default rate at ring.kappa 2
            And market making raises the default rate at ring.kappa 2
            And market making lowers the default rate
            And the default rate in the passive arm is 50 percent in every run
            And the default rate is the same in the passive arm and in the active arm
        """
      Then claims.json says
        | path                                    | value            |
        | supported                               | 1                |
        | contradicted                            | 1                |
        | undecided                               | 5                |
        | files[0].statements[0].holm_p_supported | 0.0795112562412  |
        | files[0].statements[5].verdict          | supported        |
        | files[0].statements[6].verdict          | contradicted     |

  @CLM-05R
  Rule: Claims that hold and claims that fail are corrected by themselves

    Example: two statements, of which one is supported and the other contradicted
      Against 0.05 the p of "lowers" is 0.0212, times two 0.0425; against 0.40 the p of the opposite is 0.0159, times
      two 0.0318. Times four, for both directions together, neither would be below 5 %.
      When these claims are judged
        """
        Feature: two
          Scenario: two
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate by at least 5 percentage points at ring.kappa 1
            And market making lowers the default rate by at least 40 percentage points at ring.kappa 1
        """
      Then claims.json says
        | path                                       | value            |
        | supported                                  | 1                |
        | contradicted                               | 1                |
        | files[0].statements[0].holm_p_supported    | 0.0423786092699  |
        | files[0].statements[1].holm_p_contradicted | 0.03180450249648 |

  @CLM-02 @EXP-11R
  Rule: Where all seeds agree the sign test decides

    Example: two seeds with the same effect, against 0 and against their own value
      0.20 twice: one-sided 2⁻² = 0.25, twice by Holm. 2⁻⁶ is the first below 5 % of two: four more seeds. Against
      0.20 itself they are no evidence.
      Given the scenario file
        """
        sweep: {kappas: [1], seeds: 2}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.3      |
        | 1    | 0.5       | 0.3      |
      And these claims are judged
        """
        Feature: two
          Scenario: two
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate
            And market making lowers the default rate by at least 20 percentage points
        """
      Then claims.json says
        | path                                    | value     |
        | undecided                               | 2         |
        | files[0].statements[0].holm_p_supported | 0.5       |
        | files[0].statements[0].more_seeds       | 4         |
        | files[0].statements[1].holm_p_supported | 0.5       |

  @CLM-02
  Rule: The seeds are the draws

    Example: over several values of κ the pairs of a seed are averaged first
      The seeds have effects of (0.19 + 0.05)/2 = 0.12 and (0.21 − 0.01)/2 = 0.10: mean 0.11, standard error 0.01.
      When these claims are judged
        """
        Feature: one
          Scenario: one
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate
        """
      Then claims.json says
        | path                                  | value |
        | files[0].statements[0].seeds          | 2     |
        | files[0].statements[0].estimate       | 0.11  |
        | files[0].statements[0].standard_error | 0.01  |

  @CLM-01 @CLM-02
  Rule: Everywhere and nowhere speak of each point

    Example: nowhere raises has to be shown at each of two points, against the margin of half a point
      Raised is −0.20 at κ = 1 and −0.02 at κ = 2. Against 0.005 the second is 0.025 away, t = −0.025/0.03 = −0.8333;
      the weaker of the two counts, and 1/2 − arctan(0.8333)/π is 0.279, far above 5 %.
      When these claims are judged
        """
        Feature: one
          Scenario: one
            Given the experiment of "ring.yaml"
            Then market making raises the default rate nowhere
        """
      Then claims.json says
        | path                                    | value           |
        | undecided                               | 1               |
        | files[0].statements[0].points           | 2               |
        | files[0].statements[0].point            | ring.kappa 2    |
        | files[0].statements[0].estimate         | -0.02           |
        | files[0].statements[0].claimed          | below           |
        | files[0].statements[0].border           | 0.005           |

    @boundary
    Example: a claim of more at one value than at another pairs the seeds
      0.19 − 0.05 = 0.14 and 0.21 + 0.01 = 0.22: mean 0.18, standard error 0.04, t = 4.5, p = 0.0696.
      When these claims are judged
        """
        Feature: one
          Scenario: one
            Given the experiment of "ring.yaml"
            Then market making lowers the default rate more at ring.kappa 1 than at 2
        """
      Then claims.json says
        | path                                    | value            |
        | files[0].statements[0].verdict          | undecided        |
        | files[0].statements[0].estimate         | 0.18             |
        | files[0].statements[0].standard_error   | 0.04             |
        | files[0].statements[0].holm_p_supported | 0.0696044872730  |

  @CLM-01 @CLM-03
  Rule: A claim file with faults is refused, all of them at once

    @refusal
    Example: every kind of fault
      When these claims are judged
        """
        Feature: faults
          Scenario: unknown
            Given the experiment of "ring.yaml"
            Then market making lowers the defalt rate
            And market making lowers the default rate at ring.kapa 1
            And market making lowers the default rate at ring.kappa 3
            And market making lowers the default rate at ring.kappa 1 and ring.kappa 2
            And market making reduces the default rate
            And the central bank lowers the default rate
            And the VBTs' outside money alone lowers the default rate
            And market making lowers the default rate by at least 5
            And market making does not raise the unpaid debt
            And market making lowers the default rate more at ring.kappa 1 than at 1
            When market making raises the default rate
          Scenario: without
            Then market making lowers the default rate
        """
      Then it is refused with these faults
        | line | found                                            | allowed                                             |
        | 4    | the unknown metric "the defalt rate"             | the nearest is the default rate                     |
        | 5    | the unknown axis ring.kapa                       | the nearest is ring.kappa                           |
        | 6    | ring.kappa 3                                     | a value on the grid: 1, 2                           |
        | 7    | ring.kappa 2 beside another value of ring.kappa  | each axis once                                      |
        | 8    | "market making reduces the default rate"         | the nearest is                                      |
        | 9    | the unknown effect "the central bank"            | market making                                       |
        | 10   | without the arm backstop                         | arms of the experiment: passive, active             |
        | 11   | 5                                                | 5 percentage points                                 |
        | 12   | no margin                                        | by more than an amount                              |
        | 13   | ring.kappa 1 against itself                      | two that differ                                     |
        | 14   | this under When                                  | Then                                                |
        | 15   | a scenario without an experiment                 | Given an experiment, first of all                   |
