Feature: Days on which nothing is due

  The policy `default_avoidance`; H1 looks 5 dates ahead from date 0. Its tickets g1 and g2 mature at date 20
  and bring exactly 0.10 each today; r1, r2, … mature at date 2.

  @POL-12R
  Rule: Only a date on which something is due can have a gap

    Background:
      Given these markets
        | bucket | mid  | spread |
        | Short  | 1.20 | 0      |
        | Mid    | 1/3  | 0.70   |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And the issue price mid
      And these tickets
        | ticket | owner | matures |
        | g1     | H1    | 20      |
        | g2     | H1    | 20      |

    Example: a reissue above par that H1 cannot pay for is no gap
      r1 pays 1 at date 2 and is issued again at the mid of 1.20: projected cash falls to 0.10 − 0.20 = −0.10,
      with nothing to pay.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0.10 | r1      |
      When the order flow is drawn
      Then there are no arrivals

    Example: the same reissue before a payment counts towards the gap of that payment
      Before date 3 there is 1.10 − 0.20 = 0.90; the payment of 1 exceeds it by 0.10.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1.10 | r1      |
      And H1 owes 1 ticket due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets |
        | Long VBT | -0.10 | g1      |
        | H1       | 1.20  | r1 g2   |

    Example: nor is a fall below nothing after the last payment a gap
      At a Short mid of 2 the payment of date 1 takes 1 and brings back 2: H1 has 2 then. r1, r2 and r3 take
      1 each at date 2, so −1 is projected, with nothing to pay.
      Given the Short market at mid 2 and spread 0
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 1    | r1 r2 r3 |
      And H1 owes 1 ticket due at 1 to someone else
      When the order flow is drawn
      Then there are no arrivals

    @boundary @TRD-13R
    Example: cash below nothing is no gap where nothing is due
      With the clip off the Mid bid is 1/3 − 0.35 = −1/60: H1 pays that to be rid of m1.
      Given the clip on outside bids is off
      And these tickets
        | ticket | owner | matures |
        | m1     | H1    | 6       |
      When H1 sells m1
      And the order flow is drawn
      Then there are no arrivals
      And the traders stand like this
        | trader | cash  |
        | H1     | -1/60 |
