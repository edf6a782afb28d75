Feature: Tables of tickets and liabilities, from the first day on

  @MOD-01 @OUT-07
  Rule: A run may begin later than at 0

    Example: opened at 2, a claim due at 5 has 3 to go, and is in the Short bucket from the start
      Given the date is 2
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 5       |
      When the run lasts 1 period
      Then inventory_timeseries.csv holds, where bucket is short
        | day | total_face_outstanding |
        | 2   | 1                      |
        | 3   | 1                      |

  @OUT-07 @INI-02
  Rule: Whether a debtor ever held a ticket of its own due day follows its tickets from the start

    Example: a creditor that keeps one of two tickets held it
      Everybody owes 2, due on day 1, and of these 6 the dealer gets ⌊1.2⌋: no creditor loses both.

      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        regime: passive
        initial_allocation: {dealer_share: 0.2, vbt_share: 0}
        rollover: {enabled: false}
        ring: {n_traders: 3, total_debt_Q: 6, mu: 0, maturity_days: 3, debts: equal}
        """
      When the scenario is run
      Then repayment_events.csv holds
        | liability_id | held_matching_maturity |
        | P1           | true                   |
        | P2           | true                   |
        | P3           | true                   |

    @boundary
    Example: one whose tickets all went to large holders did not
      The dealer gets 3 and the VBT 3 of the 6.
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        regime: passive
        initial_allocation: {dealer_share: 0.5, vbt_share: 0.5}
        rollover: {enabled: false}
        ring: {n_traders: 3, total_debt_Q: 6, mu: 0, maturity_days: 3, debts: equal}
        """
      When the scenario is run
      Then repayment_events.csv holds
        | liability_id | held_matching_maturity |
        | P1           | false                  |
        | P2           | false                  |
        | P3           | false                  |

    @ROL-01
    Example: a ticket that was issued again counts from its issue
      H1 and H2 owe each other 1, which both repay on day 1 and on day 4.

      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    | b1      |
        | H2     | 1    | a1      |
      And these tickets
        | ticket | liability | issuer | matures | distance |
        | a1     | P1        | H1     | 1       | 3        |
        | b1     | P2        | H2     | 1       | 3        |
      When the run lasts 4 periods
      Then repayment_events.csv holds
        | maturity_day | liability_id | held_matching_maturity |
        | 1            | P1           | true                   |
        | 1            | P2           | true                   |
        | 4            | P1~1         | true                   |
        | 4            | P2~1         | true                   |
