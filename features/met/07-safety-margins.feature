Feature: Safety margins across buckets

  @MET-07
  Rule: A ticket counts at the bid of its own bucket

    Example: a trader defaults with a margin above nothing
      Bids: Short 1 − 0.15 = 0.85, Mid 1 − 0.10 = 0.90. H1 has 0.50, s1 and n1, and owes 2:
      0.50 + 0.85 + 0.90 − 2 = 0.25 before it sells s1 for 0.85, and 1.35 + 0.90 − 2 = 0.25 at its default.
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.20   |
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0.50 | s1 n1   |
      And these tickets
        | ticket | issuer | matures |
        | s1     | I1     | 3       |
        | n1     | I1     | 8       |
      And H1 owes 2 tickets due at 1 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | H1    |
      When the run lasts 1 period
      Then metrics.json says
        | path                                       | value |
        | safety_margins.at_liquidity_sale.count     | 1     |
        | safety_margins.at_liquidity_sale.mean      | 0.25  |
        | safety_margins.at_default.count            | 1     |
        | safety_margins.at_default.mean             | 0.25  |
        | safety_margins.at_default.count_below_zero | 0     |
        | safety_margins.before_buy.count            | 0     |
        | safety_margins.before_buy.mean             |       |

    @boundary
    Example: two liabilities that default together are one default, and a next day has another
      On day 1 H1 has 0.50 − 3 = −2.50 and no ticket; on day 2 it has 0 − 1.
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0.50 |          |
        | H2     | 0    | a1 b1 c1 |
      And these tickets
        | ticket | liability | issuer | matures |
        | a1     | P1        | H1     | 1       |
        | b1     | P2        | H1     | 1       |
        | c1     | P3        | H1     | 2       |
      When the run lasts 2 periods
      Then metrics.json says
        | path                                       | value |
        | safety_margins.at_default.count            | 2     |
        | safety_margins.at_default.min              | -2.50 |
        | safety_margins.at_default.max              | -1    |
        | safety_margins.at_default.count_below_zero | 2     |
