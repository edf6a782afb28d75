Feature: Rescues

  Three traders owe 40 each, 20 to the next in the ring and 20 to the Short dealer, and pay for themselves:
  H2 on day 1, H1 on day 2, H3 on day 3. They look no further than today. H2 holds a ticket of H1, H3 one of
  H2 and H1 one of H3; H1 has 21, H2 30 and H3 24. S = 20, M = 15 throughout, O = 0.35 · 20 = 7.
  The dealer has three tickets and 3 · 15 = 45: K* = 3 + 3 = 6, X* = 120, I = 7 · 20/140 = 1, and at x = 60
  p = M, so that it bids 14.50.

  Passive. Day 1: H2 pays 30 of 40, R = 3/4, 15 of it to H3. Day 2: H1 pays 21 of 40. Day 3: H3 has
  24 + 15 = 39 of 40. Of 120 due 90 are paid.
  Active. Day 1: H2 sells its ticket of H1 at 14.50, has 44.50, and pays 40, 20 of it to H3. The dealer has
  45 − 14.50 + 20 = 50.50 and three tickets again, so K* = 3 + ⌊50.50/15⌋ = 6 and the bid is 14.50 again.
  Day 2: H1 sells its ticket of H3 at 14.50 and pays 35.50 of 40, all to the dealer, who has
  50.50 − 14.50 + 35.50 = 71.50. Day 3: H3 has 24 + 20 = 44 and pays 40 to the dealer. Of 120, 115.50 are paid.

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
      ring: {n_traders: 3, total_debt_Q: 60, kappa: 1.6, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
      sweep: {}
      """

  @MET-08
  Rule: A rescue is a liability that defaults in the passive run and is repaid in the active one, after its debtor sold

    Example: both debts of H2, which sold; not those of H3, which did not, nor those of H1, for which it was not enough
      When the sweep is run
      Then comparison.csv holds
        | total_trades | rescue_count |
        | 2            | 2            |

    @boundary
    Example: where nobody defaults nobody is rescued
      L/Q of 1.875 makes three times the cash: H1 has 63, H2 90 and H3 72.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {horizon: 0}
        ring: {n_traders: 3, total_debt_Q: 60, liquidity_ratio: 1.875, mu: 1, maturity_days: 3, cash: {vector: [21, 30, 24]}}
        sweep: {}
        """
      When the sweep is run
      Then comparison.csv holds
        | delta_passive | delta_active | total_trades | rescue_count |
        | 0             | 0            | 0            | 0            |

    Example: who pays since it bought below par, and sold nothing, is not rescued
      H1 has 50, H2 40 and H3 18. Passive: H2 and H1 pay all, and H3 has 18 + 20 = 38 of its 40. Active, two-sided,
      H = 1: nobody has a gap of today or tomorrow. On day 1 H3 buys a ticket of H2 at 15 + 1/2 and gets 20 for it; on
      day 2 it buys one of H1, at no more than the outside ask of 18.50, and gets 20 again: 38 + 4.50 + 1.50 > 40.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 3
        balance: {vbt_share: 0, dealer_share: 0.5}
        buckets: {short: {O0: 0.35}}
        anchors: {update: false}
        rollover: {enabled: false}
        trader_policy: {kind: two_sided, horizon: 1}
        ring: {n_traders: 3, total_debt_Q: 60, liquidity_ratio: 0.9, mu: 1, maturity_days: 3, cash: {vector: [50, 40, 18]}}
        sweep: {}
        """
      When the sweep is run
      Then comparison.csv holds
        | delta_passive | delta_active | rescue_count |
        | 1/60          | 0            | 0            |

  @MET-01 @MET-02 @MET-04 @MET-09 @BAL-09
  Rule: All figures of the pair

    Example: what was paid, what the dealer lost in one run and made in the other
      Passive, the dealer loses 20 − 15, 20 − 10.50 and 20 − 19.50. Active, it ends with
      71.50 + 40 = 111.50 and no ticket, after 45 + 45. Without tickets K* = ⌊111.50/15⌋ = 7, X* = 140, and
      p = 15 + 7/180 · 70 = 319/18.
      When the sweep is run
      Then comparison.csv holds
        | delta_passive | delta_active | phi_passive | phi_active | trading_effect | trading_relief_ratio |
        | 1/4           | 3/80         | 3/4         | 77/80      | 17/80          | 17/20                |
      And comparison.csv holds
        | big_entity_loss_passive | big_entity_pnl_active | dealer_total_pnl | vbt_total_pnl |
        | 15                      | 21.50                 | 21.50            | 0             |
      And comparison.csv holds
        | initial_debt | initial_money | debt_to_money_ratio | dealer_mid_final_short | dealer_mid_final_mid | vbt_mid_final_short |
        | 120          | 75            | 8/5                 | 319/18                 | 15                   | 15                  |
