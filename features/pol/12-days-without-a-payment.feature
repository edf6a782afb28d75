Feature: Days on which nothing is due

  The policy `default_avoidance`; H1 looks 5 dates ahead from date 0.

  @POL-12R
  Rule: Only a date on which something is due can have a gap

    Example: a reissue above par that H1 cannot pay for is no gap
      r1 pays 1 at date 1 and would be issued again at the mid of 1.20: projected cash falls to
      0.10 − 0.20 = −0.10, with nothing to pay.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 1.20 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0.10 | r1 g1 g2 |
      And these tickets
        | ticket | matures |
        | r1     | 1       |
        | g1     | 20      |
        | g2     | 20      |
      When the order flow is drawn
      Then nobody arrives

    Example: the same reissue before a payment counts towards the gap of that payment
      Before date 2 there is 1.10 − 0.20 = 0.90; the payment of 1 exceeds it by 0.10.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 1.20 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 1.10 | r1 g1 g2 |
      And these tickets
        | ticket | matures |
        | r1     | 1       |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 1 ticket due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets |
        | Long VBT | -0.10 | g1      |
        | H1       | 1.20  | r1 g2   |

    Example: nor is a fall below nothing after the last payment a gap
      At a Short mid of 2 the payment of date 2 takes 1 and brings back 2: H1 has 2 then. r1, r2 and r3 take
      1 each at date 3, so −1 is projected, with nothing to pay.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 2    | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets        |
        | H1     | 1    | r1 r2 r3 g1 g2 |
      And these tickets
        | ticket | matures |
        | r1     | 3       |
        | r2     | 3       |
        | r3     | 3       |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 1 ticket due at 2 to someone else
      When the order flow is drawn
      Then nobody arrives

    @boundary @TRD-13R
    Example: cash below nothing is no gap where nothing is due
      The clip is off and the Mid bid 1/3 − 0.35 = −1/60: H1 pays that to be rid of m1.
      Given the clip on outside bids is off
      And these markets
        | bucket | mid | spread |
        | Mid    | 1/3 | 0.70   |
        | Long   | 1   | 0      |
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 0    | m1 g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | m1     | 6       |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      When H1 sells m1
      And the order flow is drawn
      Then the order goes like this
        | price | executed |
        | -1/60 | yes      |
      And nobody arrives

    @boundary @TRD-13R
    Example: where something is due, it adds to the gap
      1 − (−1/60) is more than 1: H1 sells two tickets at 1 each.
      Given the clip on outside bids is off
      And these markets
        | bucket | mid | spread |
        | Mid    | 1/3 | 0.70   |
        | Long   | 1   | 0      |
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 0    | m1 g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | m1     | 6       |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 1 ticket due at 4 to someone else
      When H1 sells m1
      And the order flow is drawn
      Then the order goes like this
        | price | executed |
        | -1/60 | yes      |
      And the arrivals go like this
        | agent | ticket | price |
        | H1    | g1     | 1     |
        | H1    | g2     | 1     |
