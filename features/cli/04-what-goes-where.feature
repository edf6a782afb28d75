Feature: What goes where

  Background:
    Given the scenario file
      """
      allow_small_ring: true
      periods: 1
      initial_allocation: {}
      dealers: {init_target_capacity_Xstar: 4}
      buckets: {short: {00: 0.25}}
      ring: {n_traders: 4, total_debt_Q: 20, kappa: 4, mu: 0}
      """

  @CLI-04
  Rule: Results go to stdout, everything else to stderr

    Example: the summary on stdout, the warning and the note on stderr
      When this is run
        """
        ringspec run ring.yaml --out results
        """
      Then it exits with 0
      And it says "debt to money at the start 4.00 (20.00 over 5.00)" on stdout
      And it says "warning: ring.yaml:5: buckets.short.00 is read as O0" on stderr
      And it says "note: dealers.init_target_capacity_Xstar 4 is ignored" on stderr

    Example: with --json stdout is one document, whatever else there is to say
      When this is run
        """
        ringspec run ring.yaml --out results --json
        """
      Then it exits with 0
      And the JSON on stdout says
        | path                        | value       |
        | metrics.initial_total_debt  | 20          |
        | metrics.initial_total_money | 5           |
        | metrics.debt_to_money_ratio | 4           |
        | folder                      | results/out |
      And it says "warning: ring.yaml:5: buckets.short.00 is read as O0" on stderr

    Example: and silence where there is only the result to tell
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        initial_allocation: {}
        ring: {n_traders: 4, total_debt_Q: 20, kappa: 4, mu: 0}
        """
      When this is run
        """
        ringspec run ring.yaml --out results
        """
      Then it exits with 0
      And it says nothing on stderr
