Feature: Whole or not at all

  @OUT-14
  Rule: A sweep that was cut off resumes, and ends with the bytes of one that was not

    Example: six pairs, cut off after two
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
        sweep: {kappas: [1.6, 0.5], seeds: 3}
        """
      When the sweep is run
      And the sweep is run, but cut off after 2 pairs
      And the sweep is resumed
      Then both leave the same files, byte for byte

    Example: until then it keeps its pairs, and has no file over all of them
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
        sweep: {kappas: [1.6, 0.5], seeds: 3}
        """
      When the sweep is run, but cut off after 2 pairs
      Then it leaves these files
        | manifest.json               |
        | aggregate/pairs/0000.ndjson |
        | …                           |
      And it leaves no file called "comparison"
      And it leaves no file called "summary"
