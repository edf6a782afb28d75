Feature: The day of the lowest cash

  @MET-11 @CHK-12R
  Rule: Cash that is lower by no more than a tie is no reason for another day

    @boundary
    Example: a VBT that buys twice, and has been paid a unit less than its price in between
      No dealer has cash. On day 1 the VBT pays 0.85 of its 1 for s1. On day 2 I1 pays it all that it has, a unit of
      10⁻¹⁸ less than that, and on day 3 the VBT pays 0.85 for s2: it is left with 0.15 once more, less a unit.
      Given the Short market at mid 1 and spread 0.30
      And anchor updates are off
      And these balance sheets
        | entity    | cash                 | tickets |
        | Short VBT | 1                    |         |
        | I1        | 0.849999999999999999 |         |
        | S1        | 0                    | s1      |
        | S2        | 0                    | s2      |
      And these tickets
        | ticket | issuer | matures |
        | s1     | I1     | 2       |
        | s2     | I1     | 5       |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 3 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | S1    |
        | 3   | 1 | S2    |
      When the run lasts 3 periods
      Then metrics.json says
        | path                                     | value |
        | vbt_funding.by_vbt.Short VBT.lowest_cash | 0.15  |
        | vbt_funding.by_vbt.Short VBT.lowest_day  | 1     |
        | vbt_funding.total.lowest_day             | 1     |
