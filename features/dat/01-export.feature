Feature: Sweeps as tidy tables

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
    And the sweep is exported

  @DAT-01 @DAT-03
  Rule: Every row has its run and what varies

    Example: the effects of four pairs
      Then effects.csv holds, where measure is delta
        | run_id                                  | against_run_id                           | kappa | pair | seed | comparison       | value_a | value_b | effect |
        | active_k1_c1_mu0.5_rho0.75_s42          | passive_k1_c1_mu0.5_rho0.75_s42          | 1     | 0    | 42   | passive - active | 0.5     | 0.31    | 0.19   |
        | active_k1_c1_mu0.5_rho0.75_s43          | passive_k1_c1_mu0.5_rho0.75_s43          | 1     | 1    | 43   | passive - active | 0.5     | 0.29    | 0.21   |
        | active_k2_c1_mu0.5_rho0.75_s42          | passive_k2_c1_mu0.5_rho0.75_s42          | 2     | 2    | 42   | passive - active | 0.5     | 0.45    | 0.05   |
        | active_k2_c1_mu0.5_rho0.75_s43          | passive_k2_c1_mu0.5_rho0.75_s43          | 2     | 3    | 43   | passive - active | 0.5     | 0.51    | -0.01  |

    Example: a further axis is of numbers or of flags where all its values are
      Ten comes after nine, and a limit of none is no number.
      Given the scenario file
        """
        sweep: {kappas: [1], axes: {trader_policy.horizon: [9, 10], rollover.enabled: [true, false], order_flow.Nmax: [null, 3]}}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.31     |
        | 1    | 0.5       | 0.31     |
        | 2    | 0.5       | 0.31     |
        | 3    | 0.5       | 0.31     |
        | 4    | 0.5       | 0.31     |
        | 5    | 0.5       | 0.31     |
        | 6    | 0.5       | 0.31     |
        | 7    | 0.5       | 0.31     |
      And the sweep is exported
      Then codebook.csv holds, where column is trader_policy.horizon
        | table   | type   | clause |
        | runs    | number | POL-06 |
        | effects | number | POL-06 |
      And codebook.csv holds, where column is rollover.enabled
        | table   | type | clause |
        | runs    | flag | ROL-01 |
        | effects | flag | ROL-01 |
      And codebook.csv holds, where column is order_flow.Nmax
        | table   | type | clause |
        | runs    | text | FLW-01 |
        | effects | text | FLW-01 |
      And effects.csv holds, where measure is delta
        | pair | trader_policy.horizon | rollover.enabled | order_flow.Nmax |
        | 0 | 9.0 | true | none |
        | 1 | 9.0 | true | 3 |
        | 2 | 9.0 | false | none |
        | 3 | 9.0 | false | 3 |
        | 4 | 10.0 | true | none |
        | 5 | 10.0 | true | 3 |
        | 6 | 10.0 | false | none |
        | 7 | 10.0 | false | 3 |

  @DAT-02
  Rule: Every column is in the codebook

    Example: what varies, and a figure
      Then codebook.csv holds, where column is kappa
        | table   | type   | meaning                                       | clause   |
        | runs    | number | initial debt over initial money of the traders | RING-03R |
        | effects | number | initial debt over initial money of the traders | RING-03R |
      And manifest.json says
        | path | value  |
        | kind | export |
        | what | sweep  |
