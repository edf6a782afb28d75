Feature: What a trader expects when paper is rolled over

  The policy `default_avoidance`; H1 looks 5 dates ahead from date 0.

  @POL-11R
  Rule: With rollover on, what matures before a date is expected to be repaid and issued again at the issue price

    A ticket then adds face − issue price to projected cash, an own payment issue price − face. The payment
    of the date itself must be met in full, before anything is issued again.

    Example: at par a ticket brings nothing, since the holder takes the new one
      r1 pays 1 at date 2 and H1 buys its successor for 1: the payment of 3 at date 3 finds 2.
      Given the Long market at mid 1 and spread 0
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 2    | r1 g1 g2 |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -1   | g1      |
        | H1       | 3    | r1 g2   |

    Example: at par an own payment costs nothing beyond its day, since the new ticket brings it back
      Each of the payments, of dates 2 and 4, finds 2.
      Given the Long market at mid 1 and spread 0
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | g1 g2   |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 2 tickets due at 2 to someone else
      And H1 owes 2 tickets due at 4 to someone else
      When the order flow is drawn
      Then nobody arrives

    Example: with rollover off the same two payments are 2 short
      Given the Long market at mid 1 and spread 0
      And the policy default_avoidance with a horizon of 5
      And rollover is off
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | g1 g2   |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 2 tickets due at 2 to someone else
      And H1 owes 2 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    |         |

    Example: at par two payments are as short as the larger of them
      3 − 2 = 1 at date 2, 4 − 2 = 2 at date 4.
      Given the Long market at mid 1 and spread 0
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 2    | g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 3 tickets due at 2 to someone else
      And H1 owes 4 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    | g3      |

    Example: at par off the mid it is par that counts
      At the Short mid of 0.80 r1 would add 0.20 and close the gap; at par it adds nothing, and
      3 − 2.80 = 0.20 is missing.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.80 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at par
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 2.80 | r1 g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets |
        | Long VBT | -0.20 | g1 g2   |
        | H1       | 3     | r1 g3   |

    Scenario Outline: at a Short mid of <mid> a ticket before the payment adds 1 − <mid>
      H1 has 2.60 and owes 3 at date 2; r1, issued for one period, matures at date 1. The missing
      <missing> takes <n> Long tickets at 0.10 each.
      Given the Short market at mid <mid> and spread 0
      And the Long market at mid 0.10 and spread 0
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets                 |
        | H1     | 2.60 | r1 g1 g2 g3 g4 g5 g6 g7 |
      And these tickets
        | ticket | matures |
        | r1     | 1       |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
        | g4     | 20      |
        | g5     | 20      |
        | g6     | 20      |
        | g7     | 20      |
      And H1 owes 3 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash       | tickets   |
        | Long VBT | -<missing> | <sold>    |
        | H1       | <cash>     | r1 <kept> |

      Examples: 0.40 is missing without r1
        | mid  | missing | n | sold              | cash | kept              |
        | 0.70 | 0.10    | 1 | g1                | 2.70 | g2 g3 g4 g5 g6 g7 |
        | 0.80 | 0.20    | 2 | g1 g2             | 2.80 | g3 g4 g5 g6 g7    |
        | 1    | 0.40    | 4 | g1 g2 g3 g4       | 3    | g5 g6 g7          |
        | 1.20 | 0.60    | 6 | g1 g2 g3 g4 g5 g6 | 3.20 | g7                |

    Example: the issue price is the mid of the bucket that the ticket was issued for
      r1 was issued for 6 periods and matures at date 1: it will be issued again at the Mid mid of 0.90
      and adds 0.10, so 0.40 − 0.10 = 0.30 is missing.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.60 | 0      |
        | Mid    | 0.90 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets        |
        | H1     | 2.60 | r1 g1 g2 g3 g4 |
      And these tickets
        | ticket | matures | distance |
        | r1     | 1       | 6        |
        | g1     | 20      |          |
        | g2     | 20      |          |
        | g3     | 20      |          |
        | g4     | 20      |          |
      And H1 owes 3 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets  |
        | Long VBT | -0.30 | g1 g2 g3 |
        | H1       | 2.90  | r1 g4    |

    Example: at a mid below par an own payment costs the difference
      The two tickets of date 1 cost 1 each and are issued again for 0.80: before date 3 there is
      2 − 0.40 = 1.60, and the payment of 2 exceeds it by 0.40.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.80 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets        |
        | H1     | 2    | g1 g2 g3 g4 g5 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
        | g4     | 20      |
        | g5     | 20      |
      And H1 owes 2 tickets due at 1 to someone else
      And H1 owes 2 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets     |
        | Long VBT | -0.40 | g1 g2 g3 g4 |
        | H1       | 2.40  | g5          |

    Example: at a mid above par an own payment brings the difference
      The two tickets of date 1 are issued again for 1.20: before date 3 there is 2.40, and the payment
      of 3 exceeds it by 0.60.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 1.20 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets              |
        | H1     | 2    | g1 g2 g3 g4 g5 g6 g7 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
        | g4     | 20      |
        | g5     | 20      |
        | g6     | 20      |
        | g7     | 20      |
      And H1 owes 2 tickets due at 1 to someone else
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets           |
        | Long VBT | -0.60 | g1 g2 g3 g4 g5 g6 |
        | H1       | 2.60  | g7                |

    Example: receipts and payments together
      Each of the two receipts of date 1 adds 0.20, each of the three payments of date 2 takes 0.20:
      before date 4 there is 3 + 0.40 − 0.60 = 2.80, and the payment of 3 exceeds it by 0.20.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.80 | 0      |
        | Mid    | 1    | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets        |
        | H1     | 3    | r1 r2 g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | r1     | 1       |
        | r2     | 1       |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 3 tickets due at 2 to someone else
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets  |
        | Long VBT | -0.20 | g1 g2    |
        | H1       | 3.20  | r1 r2 g3 |

    @boundary
    Example: a payment of a date is not softened by its own reissue
      The two tickets of date 2 will bring 1.60 again, but only once 2 has been paid.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.80 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 1.80 | g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 2 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets |
        | Long VBT | -0.20 | g1 g2   |
        | H1       | 2     | g3      |

    @boundary @POL-10R
    Example: where same-day receipts can pay, they add face less issue price, too
      At date 2 there is 1.80 + (1 − 0.90) = 1.90 under `sequential`, and the payment of 2 exceeds it by 0.10.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.90 | 0      |
        | Long   | 0.10 | 0      |
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And new tickets are issued at mid
      And the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 1.80 | r1 g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 2 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets  |
        | Long VBT | -0.10 | g1       |
        | H1       | 1.90  | r1 g2 g3 |
