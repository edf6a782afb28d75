Feature: What became of liabilities

  S = 10, M = 7, O = 2: every BUY is at 8 from the VBT, every SELL at 6 to it.

  Background:
    Given a ticket size of 10
    And the Short market at mid 7 and spread 2
    And anchor updates are off

  @OUT-09 @OUT-08R
  Rule: The strategy is told by the trades: none, buys only, sells only, or both

    @OUT-07
    Example: four liabilities, and debtors of all four kinds
      Day 1. H1 sells r1 and H2 s1, which pays their debts; B1 buys q1 and B2 r1. Day 2. B2 sells r1 again and
      has 9 − 8 + 6 = 7 of the 10 that it owes.
      Given the policy liquidity_and_investment with a horizon of 1
      And at most 4 arrivals a period
      And these balance sheets
        | entity    | cash | tickets |
        | I1        | 10   |         |
        | I2        | 10   |         |
        | I3        | 10   |         |
        | I4        | 10   |         |
        | K         | 0    | p1      |
        | Short VBT | 0    | q1      |
        | H1        | 4    | r1      |
        | H2        | 4    | s1      |
        | B1        | 20   |         |
        | B2        | 9    |         |
      And these tickets
        | ticket | liability | issuer | matures |
        | p1     | P         | I1     | 2       |
        | q1     | Q         | I2     | 2       |
        | r1     | R         | I3     | 2       |
        | s1     | S         | I4     | 2       |
      And H1 owes 1 ticket due at 1 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      And B1 owes 1 ticket due at 2 to someone else
      And B2 owes 1 ticket due at 2 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | H1    |
        | 1   | 1 | H2    |
        | 1   | 0 | B1    |
        | 1   | 0 | B2    |
        | 2   | 1 | B2    |
      When the run lasts 2 periods
      Then repayment_events.csv holds
        | maturity_day | liability_id | outcome   | recovery | buy_count | sell_count | net_cash_pnl | strategy         | debtor_buy_count | debtor_sell_count | debtor_net_cash_pnl | debtor_strategy  | held_matching_maturity |
        | 1            | H1:1         | repaid    | 1        | 0         | 0          | 0            | no_trade         | 0                | 1                 | 6                   | sell_before      | false                  |
        | 1            | H2:1         | repaid    | 1        | 0         | 0          | 0            | no_trade         | 0                | 1                 | 6                   | sell_before      | false                  |
        | 2            | B1:2         | repaid    | 1        | 0         | 0          | 0            | no_trade         | 1                | 0                 | -8                  | hold_to_maturity | true                   |
        | 2            | B2:2         | defaulted | 0.70     | 0         | 0          | 0            | no_trade         | 1                | 1                 | -2                  | round_trip       | true                   |
        | 2            | P            | repaid    | 1        | 0         | 0          | 0            | no_trade         | 0                | 0                 | 0                   | no_trade         | false                  |
        | 2            | Q            | repaid    | 1        | 1         | 0          | -8           | hold_to_maturity | 0                | 0                 | 0                   | no_trade         | false                  |
        | 2            | R            | repaid    | 1        | 1         | 2          | 4            | round_trip       | 0                | 0                 | 0                   | no_trade         | false                  |
        | 2            | S            | repaid    | 1        | 0         | 1          | 6            | sell_before      | 0                | 0                 | 0                   | no_trade         | false                  |

  @OUT-10
  Rule: A liability that matured and was not repaid in full is defaulted, though the run stop at it

    Background:
      Given these balance sheets
        | entity | cash | tickets |
        | I1     | 19   |         |
        | I2     | 10   |         |
        | H1     | 0    | a1 a2   |
        | H2     | 0    | b1      |
        | H3     | 0    | c1      |
      And these tickets
        | ticket | liability | issuer | matures |
        | a1     | A         | I1     | 1       |
        | a2     | A         | I1     | 1       |
        | b1     | B         | I2     | 1       |
        | c1     | C         | I3     | 2       |

    Example: 19 of 20 is a default
      When the run lasts 2 periods
      Then repayment_events.csv holds
        | liability_id | face_value | outcome   | recovery |
        | A            | 20         | defaulted | 0.95     |
        | B            | 10         | repaid    | 1        |
        | C            | 10         | defaulted | 0        |

    @SET-07
    Example: so it is where the run stops; what had not yet matured has no row
      Given the stop on default is on
      When the run lasts 2 periods
      Then repayment_events.csv holds
        | liability_id | outcome   | recovery |
        | A            | defaulted | 0.95     |
        | B            | repaid    | 1        |
      And metrics.json says
        | path   | value   |
        | ending | default |
