Feature: What was made is made again

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
      sweep: {kappas: [1.6]}
      """
    When this is run
      """
      ringspec sweep balanced ring.yaml --out-dir DIR
      """

  @DAT-03 @CLI-01
  Rule: A sweep is repeated from its manifest, and every byte is compared

    Example: nothing has changed
      When this is run
        """
        ringspec repeat DIR/manifest.json
        """
      Then it exits with 0
      And it says "repeated, every byte is the same in" on stdout

    @refusal
    Example: a manifest that is not there
      When this is run
        """
        ringspec repeat nothing/manifest.json
        """
      Then it exits with 65
      And it says "a manifest in JSON" on stderr

  @DAT-04R
  Rule: The manifest of a sweep names nothing of the machine

    Example: the version and the hash of the plan, and neither node nor a commit
      Then DIR/manifest.json says
        | path    | value |
        | kind    | sweep |
        | version | 0.1.0 |
        | node    |       |
        | commit  |       |
