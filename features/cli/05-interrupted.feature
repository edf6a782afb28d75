Feature: Ctrl-C

  @CLI-05 @CLI-03
  Rule: Ctrl-C finishes nothing new, keeps what is complete, says how to resume, and exits with 130

    @OUT-14
    Example: a sweep of 400 pairs
      Given the scenario file
        """
        sweep: {kappas: [0.5, 1], seeds: 200}
        """
      When this is run, and Ctrl-C is pressed when a pair is complete
        """
        ringspec sweep balanced ring.yaml --out-dir out --workers 1
        """
      Then it exits with 130
      And it says nothing on stdout
      And it says "of 400 pairs are kept; the same command with --resume goes on from there" on stderr
      And it leaves these files
        | out/aggregate/pairs/0000.ndjson |
        | …                               |
      But it leaves no file called "comparison.csv"
