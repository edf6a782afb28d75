Feature: As many seeds as a precision asks for

  Stein's two stages: a first stage of n₀ seeds estimates s², and N = max(n₀, ⌈t²·s²/h²⌉) with t of n₀ − 1 degrees.
  With two seeds t = 12.7062047, and t² = 161.4476388.

  @EXP-05
  Rule: Seeds are added to each point until its interval has the half width

    @boundary
    Example: three points, of which one would need more than are allowed
      κ = 1: 0.19 and 0.21, s² = 0.0002, t²s²/h² = 0.0322895/0.01 = 3.23: 4 seeds. Their mean is 0.84/4 = 0.21 and
      t·s/√4 = 12.7062047 · 0.0070711 = 0.0898464. κ = 2: 0.10 and 0.14, s² = 0.0008, 12.92: 13 seeds, of which 5
      are allowed; mean 0.60/5, s/√5 = 0.0126491. κ = 3: no spread, 2 seeds,
      too few for an interval (EXP-11R). Pairs beyond them are not looked at.
      Given the scenario file
        """
        sweep: {kappas: [1, 2, 3], precision: {half_width: 0.1, first: 2, most: 5}}
        """
      When its pairs come out like this
        | pair | δ passive | δ active |
        | 0    | 0.5       | 0.31     |
        | 1    | 0.5       | 0.29     |
        | 2    | 0.5       | 0.30     |
        | 3    | 0.5       | 0.26     |
        | 4    | 0.5       | 0.5      |
        | 5    | 0.5       | 0.40     |
        | 6    | 0.5       | 0.36     |
        | 7    | 0.5       | 0.38     |
        | 8    | 0.5       | 0.38     |
        | 9    | 0.5       | 0.38     |
        | 10   | 0.5       | 0.4      |
        | 11   | 0.5       | 0.4      |
        | 12   | 0.5       | 0.5      |
        | 13   | 0.5       | 0.5      |
        | 14   | 0.5       | 0.5      |
      Then effects.csv holds, where measure is delta
        | kappa | pairs | mean_effect | standard_error | interval_low | interval_high |
        | 1     | 4     | 0.21        | 0.0070710678   | 0.1201535647 | 0.2998464353  |
        | 2     | 5     | 0.12        | 0.0126491106   | -0.0407221895         | 0.2807221895         |
        | 3     | 2     | 0.1         | 0              |              |               |
      And headline.csv holds, where measure is delta
        | value | pairs | interval_low | interval_high |
        | 1     | 4     | 0.1201535647 | 0.2998464353  |
        | 2     | 5     | -0.0407221895         | 0.2807221895         |
        | 3     | 2     |              |               |
      And summary.json says
        | path                            | value |
        | pairs                           | 11    |
        | points_short_of_seeds[0].asked  | 13    |
        | seeds                           | 2     |
        | mean_trading_effect             | 0.14  |

    Example: real pairs, the same files when it is cut off and resumed
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        ring: {n_traders: 6, total_debt_Q: 1200, maturity_days: 3}
        sweep: {kappas: [1.2, 4], precision: {half_width: 0.2, first: 2, most: 6}}
        """
      When the sweep is run
      And the sweep is run, but cut off after 3 pairs
      And the sweep is resumed
      Then both leave the same files, byte for byte

    @refusal
    Scenario Outline: refused is a precision <what>
      Given the scenario file
        """
        sweep: {<keys>}
        """
      When it is loaded as a sweep
      Then it is refused with these faults
        | path   | found   | allowed   |
        | <path> | <found> | <allowed> |

      Examples:
        | what                             | keys                                                 | path                       | found        | allowed        |
        | beside a number of seeds         | seeds: 3, precision: {half_width: 0.01}              | sweep.precision            | sweep.seeds  | one of the two |
        | whose first stage is too large   | precision: {half_width: 0.01, first: 9, most: 8}     | sweep.precision.first      | 9            | at most 8      |
        | whose first stage has no spread  | precision: {half_width: 0.01, first: 1}              | sweep.precision.first      | 1            | from 2         |
        | without a half width             | precision: {first: 4}                                | sweep.precision.half_width | nothing      | above 0        |
        | where each pair has its own seed | seed_per_pair: true, precision: {half_width: 0.01}   | sweep.precision            | seed         | seed_per_pair  |
