Feature: Claims on the command line

  Background:
    Given the scenario file
      """
      allow_small_ring: true
      periods: 3
      balance: {vbt_share: 0, dealer_share: 0.5}
      buckets: {short: {O0: 0.35}}
      anchors: {update: false}
      rollover: {enabled: false}
      trader_policy: {horizon: 0}
      ring: {n_traders: 3, total_debt_Q: 60, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
      sweep: {kappas: [1.6], seeds: 2}
      """

  @CLM-03
  Rule: The exit status tells the verdicts, and the folder keeps them

    Example: what is supported, with the same answer the second time
      Given a file claims.feature beside it
        """
        Feature: The three traders

          Scenario: one start
            Given the experiment of "ring.yaml"
            Then the initial debt is the same in the passive arm and in the active arm
        """
      When this is run
        """
        ringspec claims claims.feature --out DIR
        """
      Then it exits with 0
      And it says "→ supported: the initial debt, passive less active is 0.00 in every pair" on stdout
      And it says "Of 1 statement, 1 supported, 0 contradicted, 0 undecided." on stdout
      And DIR/manifest.json says
        | path          | value           |
        | kind          | claims          |
        | files[0].file | claims.feature  |
      When this is run
        """
        ringspec claims claims.feature --out DIR
        """
      Then it exits with 0

    Example: something contradicted, beside something undecided
      Given a file claims.feature beside it
        """
        Feature: The three traders

          Scenario: two claims of one table
            Given the experiment of "ring.yaml" with
              | seeds | 1               |
              | arms  | passive, active |
            Then the initial debt in the passive arm is 1 in every run
            And market making lowers the default rate
        """
      When this is run
        """
        ringspec claims claims.feature --out DIR
        """
      Then it exits with 1
      And it says "of one seed nothing can be tested" on stdout

    Example: something undecided
      Given a file claims.feature beside it
        """
        Feature: The three traders

          Scenario: one seed
            Given the experiment of "ring.yaml" with
              | seeds | 1 |
            Then market making lowers the default rate
        """
      When this is run
        """
        ringspec claims claims.feature --out DIR
        """
      Then it exits with 2

    @refusal
    Example: a fault, with its line and column
      Given a file claims.feature beside it
        """
        Feature: The three traders

          Scenario: a table with a word for a number
            Given the experiment of "ring.yaml" with
              | ring.kapa | 1   |
              | seeds     | ten |
            Then market making lowers the default rate
        """
      When this is run
        """
        ringspec claims claims.feature --out DIR
        """
      Then it exits with 65
      And it says "claims.feature:5:9: found the unknown key" on stderr
      And it says "claims.feature:6:21: found" on stderr
      And it leaves no file called "claims.json"
