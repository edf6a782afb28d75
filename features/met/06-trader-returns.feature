Feature: What traders make on the tickets that they buy

  S = 10, M = 7, O = 2: every BUY is at 8 from the VBT, every SELL at 6 to it.

  Background:
    Given a ticket size of 10
    And the Short market at mid 7 and spread 2
    And anchor updates are off
    And the policy liquidity_and_investment with a horizon of 1

  @MET-06
  Rule: A trader's return on a ticket is what it later brought, less its price, over its price

    Example: held to the end, defaulted on, sold before, and not yet known
      Day 1. g4 crosses into Short; B1 buys g1, B2 f1, B3 g2. Day 2. B3 is short and sells g2; B1 buys it; g1 brings 10. Day 3.
      B4 buys g4; F pays 4 of 10 on f1, G 10 on g2.
      B1: (10 − 8)/8, twice; B2: (4 − 8)/8; B3: (6 − 8)/8; B4's g4 has brought nothing yet.
      Given these balance sheets
        | entity    | cash | tickets  |
        | B1        | 20   |          |
        | B2        | 8.50 |          |
        | B3        | 9    |          |
        | B4        | 9    |          |
        | G         | 40   |          |
        | F         | 4    |          |
        | Short VBT | 0    | g1 f1 g2 |
        | Mid VBT   | 0    | g4       |
      And these tickets
        | ticket | issuer | matures |
        | g1     | G      | 2       |
        | f1     | F      | 3       |
        | g2     | G      | 3       |
        | g4     | G      | 4       |
      And B3 owes 1 ticket due at 2 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 0 | B1    |
        | 1   | 0 | B2    |
        | 1   | 0 | B3    |
        | 2   | 1 | B3    |
        | 2   | 0 | B1    |
        | 3   | 0 | B4    |
      When the run lasts 3 periods
      Then trades.csv holds
        | day | trader_id | side | ticket_id | price |
        | 1   | B1        | BUY  | g1        | 8     |
        | 1   | B2        | BUY  | f1        | 8     |
        | 1   | B3        | BUY  | g2        | 8     |
        | 2   | B3        | SELL | g2        | 6     |
        | 2   | B1        | BUY  | g2        | 8     |
        | 3   | B4        | BUY  | g4        | 8     |
      And metrics.json says
        | path                                         | value |
        | trader_returns.by_trader.B1.tickets          | 2     |
        | trader_returns.by_trader.B1.mean_return      | 1/4   |
        | trader_returns.by_trader.B2.mean_return      | -1/2  |
        | trader_returns.by_trader.B3.mean_return      | -1/4  |
        | trader_returns.by_trader.B4                  |       |
        | trader_returns.over_traders.count            | 3     |
        | trader_returns.over_traders.mean             | -1/6  |
        | trader_returns.over_traders.min              | -1/2  |
        | trader_returns.over_traders.median           | -1/4  |
        | trader_returns.over_traders.max              | 1/4   |
        | trader_returns.over_traders.share_above_zero | 1/3   |
        | trader_returns.over_tickets.count            | 4     |
        | trader_returns.over_tickets.mean             | -1/16 |
        | trader_returns.over_tickets.share_above_zero | 1/2   |
        | trader_returns.tickets_still_held            | 1     |

    @boundary
    Example: a ticket that was owned from the start, or is sold only, has no return
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 4    | g1      |
        | H2     | 0    | g2      |
        | G      | 40   |         |
      And these tickets
        | ticket | issuer | matures |
        | g1     | G      | 2       |
        | g2     | G      | 2       |
      And H1 owes 1 ticket due at 1 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | H1    |
      When the run lasts 2 periods
      Then metrics.json says
        | path                                         | value |
        | activity.trades                              | 1     |
        | trader_returns.over_traders.count            | 0     |
        | trader_returns.over_traders.mean             |       |
        | trader_returns.over_traders.share_above_zero |       |
        | trader_returns.tickets_still_held            | 0     |

    @boundary
    Example: what brings its price returns nothing, which is not above 0
      F pays 8 of 10 on f1, for which B1 paid 8.
      Given these balance sheets
        | entity    | cash | tickets |
        | B1        | 9    |         |
        | F         | 8    |         |
        | Short VBT | 0    | f1      |
      And these tickets
        | ticket | issuer | matures |
        | f1     | F      | 2       |
      And these arrivals
        | day | Z | agent |
        | 1   | 0 | B1    |
      When the run lasts 2 periods
      Then metrics.json says
        | path                                         | value |
        | trader_returns.over_tickets.count            | 1     |
        | trader_returns.over_tickets.mean             | 0     |
        | trader_returns.over_tickets.share_above_zero | 0     |

    @boundary @TRD-13R
    Example: on a ticket that cost nothing no return is defined
      A = M + O/2 = 0, at which the Short VBT sells, the dealer standing behind its guard.
      Given the Short market at mid 0 and spread 0
      And these balance sheets
        | entity    | cash | tickets |
        | B1        | 9    |         |
        | G         | 10   |         |
        | Short VBT | 0    | g1      |
      And these tickets
        | ticket | issuer | matures |
        | g1     | G      | 2       |
      And these arrivals
        | day | Z | agent |
        | 1   | 0 | B1    |
      When the run lasts 2 periods
      Then metrics.json says
        | path                                | value |
        | activity.trades                     | 1     |
        | trader_returns.over_tickets.count   | 0     |
        | trader_returns.tickets_without_price | 1     |
