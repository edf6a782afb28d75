Feature: Choices that the sources leave open

  The three traders of features/exp/03-arms-and-comparisons.feature: of 120 due they pay 90 passively, 112.50 with
  the VBT's money alone and 115.50 with a dealer that makes a market.

  @EXP-10 @CLI-01
  Rule: Besides the rulings, sensitivity varies policy, N_max, horizon, rollover, shares and the arm backstop

    Example: what is varied, and the part of the dealers against the backstop
      As written 1/4 − 3/80 = 17/80, against the backstop 1/16 − 3/80 = 1/40. The dealers hold half of all
      claims: twice as much would leave the traders none. Without a dealer's share nobody but
      the VBT, which has no tickets and draws on outside money, could buy.
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
        ringspec sensitivity ring.yaml --out-dir DIR
        """
      Then it exits with 0
      And readings.csv holds, where reading is as-written
        | status | mean_effect |
        | run    | 17/80       |
      And readings.csv holds, where reading is arm-backstop
        | status | mean_effect | reason                                                                                            |
        | run    | 1/40        | what market making is compared with: the VBTs' outside money alone leaves the dealers' part       |
      And sensitivity.json says
        | path                  | value                           |
        | readings[5].reading   | policy-liquidity_and_investment |
        | readings[6].reading   | policy-two_sided                |
        | readings[7].reading   | N_max-3                         |
        | readings[8].reading   | horizon-1                       |
        | readings[9].reading   | horizon-3                       |
        | readings[10].reading  | rollover-true                   |
        | readings[11].reading  | dealer-share-0                  |
        | readings[12].reading  | arm-backstop                    |
      And it says "trader_policy.kind (liquidity_and_investment, two_sided)" on stdout

    Example: what a sweep without a passive arm compares is what its readings compare
      Of 120 due, 112.50 are paid with the VBT's money alone and 115.50 with a dealer: 1/16 − 3/80 = 1/40.
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
        sweep: {kappas: [1.6], regimes: [active, backstop]}
        """
      When this is run
        """
        ringspec sensitivity ring.yaml --out-dir DIR
        """
      Then it exits with 0
      And readings.csv holds, where reading is as-written
        | status | mean_effect |
        | run    | 1/40        |
      And readings.csv holds, where reading is arm-backstop
        | status |
