Feature: Counts, and what stays empty

  @MET-02 @ROL-04R
  Rule: Tickets that were issued again are counted, and so are rollovers that were declined

    Example: H2 has nothing left to lend to H1 again; K lends to H2
      The sequential rule: H1 pays H2, and H2 pays K with it.

      Given rollover is on
      And the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1      |
        | K      | 0    | b1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 3        |
        | b1     | H2     | 1       | 3        |
      When the run lasts 1 period
      Then metrics.json says
        | path                         | value |
        | activity.tickets_rolled_over | 1     |
        | activity.rollovers_declined  | 1     |

  @MET-03 @LOOP-04 @OUT-04 @OUT-06 @OUT-15R
  Rule: Where nobody makes a market its columns are empty, and the rest is there

    @BAL-08
    Example: a baseline, in which losses move anchors that no desk quotes
      H1 pays 1 of 2.

      Given the regime baseline
      And the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1 a2   |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
      When the run lasts 1 period
      Then inventory_timeseries.csv holds, where bucket is short
        | day | dealer_inventory | vbt_cash | total_face_outstanding | share_dealer | share_traders |
        | 0   |                  |          | 2                      | 0            | 1             |
        | 1   |                  |          | 0                      |              |               |
      And mid_timeseries.csv holds, where bucket is short
        | day | dealer_midline | vbt_mid | dealer_premium_pct | vbt_premium_pct |
        | 0   |                |         |                    |                 |
        | 1   |                |         |                    |                 |
      And metrics.json says
        | path                               | value |
        | payoff.default_rate                | 1/2   |
        | mids.short.bucket                  | short |
        | mids.short.dealer_mid_final        |       |
        | mids.short.vbt_premium_final_pct   |       |
