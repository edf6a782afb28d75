Feature: Other ways through, and how amounts and names are written

  @OUT-03
  Rule: A trade that went past the dealer says why

    @TRD-03 @TRD-04 @TRD-09R @KER-12
    Example: an empty shelf, the guard, and paper of the wrong issuer
      B1 finds the Short dealer empty and pays 1 + 0.15. S1 sells in Mid, where M = 0.01 is below the guard
      of 0.02, for 0.01 − 0.005. B2 may only buy paper of I2: in Long the dealer has I1's, the VBT I2's.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 1    | 0.30   |
        | Mid    | 0.01 | 0.01   |
        | Long   | 1    | 0.30   |
      And these balance sheets
        | entity      | cash | tickets |
        | B1          | 2    |         |
        | S1          | 0.50 | n1      |
        | B2          | 2    | k1      |
        | Short VBT   | 0    | v1      |
        | Long dealer | 2    | l1      |
        | Long VBT    | 0    | l2      |
      And these tickets
        | ticket | issuer | matures |
        | n1     | I1     | 7       |
        | k1     | I2     | 20      |
        | v1     | I1     | 3       |
        | l1     | I1     | 20      |
        | l2     | I2     | 20      |
      And S1 owes 1 ticket due at 1 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 0 | B1    |
        | 1   | 1 | S1    |
        | 1   | 0 | B2    |
      When the run lasts 1 period
      Then trades.csv holds
        | trader_id | side | bucket | ticket_id | price | is_passthrough | hit_vbt_reason | seller_id | buyer_id | is_liquidity_driven |
        | B1        | BUY  | short  | v1        | 1.15  | true           | inventory      | vbt:short | B1       | false               |
        | S1        | SELL | mid    | n1        | 0.005 | true           | guard          | S1        | vbt:mid  | true                |
        | B2        | BUY  | long   | l2        | 1.15  | true           | issuer         | vbt:long  | B2       | false               |
      And metrics.json says
        | path                                                      | value |
        | activity.by_bucket.short.pass_through_by_reason.inventory | 1     |
        | activity.by_bucket.mid.pass_through_by_reason.guard       | 1     |
        | activity.by_bucket.long.pass_through_by_reason.issuer     | 1     |
        | activity.liquidity_driven                                 | 1     |

    @KER-14 @EX-06
    Example: a full dealer without the cash for its bid
      M 1, O 12: a 0, C 3, K* = 3, bid 3.10. S1 is paid 0, the clipped B.
      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3    |         |
        | S1           | 0.50 | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | S1    |
      When the run lasts 1 period
      Then trades.csv holds
        | ticket_id | price | outside_bid | dealer_midline | dealer_inventory_before | dealer_inventory_after | hit_vbt_reason |
        | s1        | 0     | 0           | 4.60           | 0                       | 0                      | cash           |

  @OUT-02
  Rule: A line of the log is one JSON object: the day, the kind, then what the kind has to say

    Example: amounts are plain decimals with every digit, and never with an exponent
      Given these balance sheets
        | entity       | cash              | tickets |
        | H1           | 0.123456789012345 | k1      |
        | Short dealer | 0.0000001         |         |
      And these tickets
        | ticket | liability | issuer | matures |
        | k1     | P1        | I1     | 7       |
      When the run lasts 1 period
      Then the log tells, on day 0
        | kind           | party        | cash              | payable_id | debtor | creditor | due_day | amount | tickets |
        | WorldOpened    |              |                   |            |        |          |         |        |         |
        | AccountOpened  | H1           | 0.123456789012345 |            |        |          |         |        |         |
        | AccountOpened  | I1           | 0                 |            |        |          |         |        |         |
        | AccountOpened  | dealer:short | 0.0000001         |            |        |          |         |        |         |
        | AccountOpened  | vbt:short    | 0                 |            |        |          |         |        |         |
        | AccountOpened  | dealer:mid   | 0                 |            |        |          |         |        |         |
        | AccountOpened  | vbt:mid      | 0                 |            |        |          |         |        |         |
        | AccountOpened  | dealer:long  | 0                 |            |        |          |         |        |         |
        | AccountOpened  | vbt:long     | 0                 |            |        |          |         |        |         |
        | PayableCreated |              |                   | P1         | I1     | H1       | 7       | 1      | k1      |
        | QuotesPosted   |              |                   |            |        |          |         |        |         |
        | QuotesPosted   |              |                   |            |        |          |         |        |         |
        | QuotesPosted   |              |                   |            |        |          |         |        |         |
      And inventory_timeseries.csv holds, where bucket is short
        | day | dealer_inventory | dealer_capacity | dealer_cash | share_dealer |
        | 0   | 0                | 0               | 0.0000001   |              |
        | 1   | 0                | 0               | 0.0000001   |              |

    @ROL-06R @REB-02
    Example: a ticket that is placed elsewhere, and one that only changes its label
      s1 was issued over 5 periods: repaid and issued again at 1, it goes to the Mid dealer at 1. t1 crosses
      into Mid with its owner.
      Given rollover is on
      And these balance sheets
        | entity       | cash | tickets |
        | I1           | 1    |         |
        | Short dealer | 1    | s1      |
        | Mid dealer   | 2    |         |
        | H1           | 0    | t1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | s1     | I1     | 1       | 5        |
        | t1     | I2     | 9       |          |
      When the run lasts 1 period
      Then by the log alone the balance sheets at the close of day 1 are
        | entity       | cash | tickets |
        | I1           | 1    |         |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | s1~1    |
        | H1           | 0    | t1      |
      And system_state_timeseries.csv holds
        | day | face_short | face_mid | face_long |
        | 0   | 1          | 0        | 1         |
        | 1   | 0          | 2        | 0         |

  @OUT-01
  Rule: Tables are CSV as RFC 4180 wants it: a header, lines that end in CR LF, and quotes where they are needed

    @OUT-07
    Example: a debtor with a comma and quotes in its name
      Given these tickets
        | ticket | liability | issuer     | owner | matures |
        | a1     | P1        | Smith, "J" | H1    | 1       |
      When the run lasts 1 period
      Then repayment_events.csv holds
        | run_id  | regime | trader_id  | liability_id | maturity_day | face_value | outcome   | strategy |
        | by_hand | active | Smith, "J" | P1           | 1            | 1          | defaulted | no_trade |

    @boundary
    Example: a table of which no row came about has its header all the same
      Given these tickets
        | ticket | owner | matures |
        | a1     | H1    | 5       |
      When the run lasts 1 period
      Then repayment_events.csv holds
        | run_id |
      And trades.csv holds
        | run_id |
