Feature: Default rates beside δ

  I1 has 1 and repays its ticket a1 on day 1; K1 lends it 1 again, and a1~1 is repaid on day 2. I2 has 1 and
  owes 2 on day 2: it pays 1. Nobody trades.

  @MET-10
  Rule: δ₁ is over the liabilities of t = 0 alone; traders that defaulted are counted once, and what was not paid in money

    Background:
      Given the Short market at mid 1 and spread 0.30
      And the regime passive
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | I2     | 1    |         |
        | K1     | 0    | a1      |
        | K2     | 0    | b1 b2   |
      And these tickets
        | ticket | liability | issuer | matures |
        | a1     | P1        | I1     | 1       |
        | b1     | P2        | I2     | 2       |
        | b2     | P3        | I2     | 2       |

    Example: a rolled liability counts in δ and not in δ₁
      Of 1 + 1 + 2 due 3 are paid, δ = 1/4; of the 1 + 2 of t = 0 2 are paid, δ₁ = 1/3. P2 and P3 default,
      both of I2.
      When the run lasts 2 periods
      Then metrics.json says
        | path                                 | value |
        | payoff.due                           | 4     |
        | payoff.paid                          | 3     |
        | payoff.unpaid                        | 1     |
        | payoff.default_rate                  | 1/4   |
        | payoff.first_generation.due          | 3     |
        | payoff.first_generation.paid         | 2     |
        | payoff.first_generation.default_rate | 1/3   |
        | payoff.liabilities_defaulted         | 2     |
        | payoff.traders_defaulted             | 1     |

    @boundary
    Example: before anything falls due both rates are 0
      Given the date is 0
      And these tickets
        | ticket | liability | issuer | matures |
        | a1     | P1        | I1     | 3       |
        | b1     | P2        | I2     | 3       |
        | b2     | P3        | I2     | 3       |
      When the run lasts 2 periods
      Then metrics.json says
        | path                                 | value |
        | payoff.due                           | 0     |
        | payoff.unpaid                        | 0     |
        | payoff.default_rate                  | 0     |
        | payoff.first_generation.default_rate | 0     |
        | payoff.traders_defaulted             | 0     |

  @MET-15
  Rule: Rollovers that a holder could not pay for are counted, with their face

    Example: what H1 was paid it had to pay on
      Under `sequential` clearing I1 pays H1, which pays K1 out of that: H1 has nothing left to lend again.
      K1 lends its 1 again.
      Given the Short market at mid 1 and spread 0.30
      And the regime passive
      And rollover is on
      And the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | H1     | 0    | a1      |
        | K1     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | I1     | 1       |
        | b1     | H1     | 1       |
      When the run lasts 1 period
      Then metrics.json says
        | path                             | value |
        | activity.tickets_rolled_over     | 1     |
        | activity.rollovers_declined      | 1     |
        | activity.rollovers_declined_face | 1     |
