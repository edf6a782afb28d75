Feature: What a trader expects when paper is rolled over

  The policy `default_avoidance`; H1 looks 5 dates ahead from date 0. Its tickets g1, g2, … mature at date 20
  and bring exactly 0.10 each today, so the number of them that it sells shows how large its gap is.

  @POL-11R
  Rule: With rollover on, what matures before a date is expected to be repaid and issued again at the issue price

    A ticket then adds face − issue price to projected cash, an own payment issue price − face. The payment
    of the date itself must be met in full, before anything is issued again.

    Background:
      Given the Long market at mid 0.10 and spread 0
      And the policy default_avoidance with a horizon of 5
      And rollover is on
      And these tickets
        | ticket | owner | matures |
        | g1     | H1    | 20      |
        | g2     | H1    | 20      |
        | g3     | H1    | 20      |
        | g4     | H1    | 20      |
        | g5     | H1    | 20      |
        | g6     | H1    | 20      |
        | g7     | H1    | 20      |

    Example: at par a ticket brings nothing, since its holder takes the new one
      r1 pays 1 at date 2 and H1 buys its successor for 1: the payment of 3 at date 3 finds 2.80.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2.80 | r1      |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets           |
        | Long VBT | -0.20 | g1 g2             |
        | H1       | 3     | r1 g3 g4 g5 g6 g7 |

    Example: with rollover off the same ticket closes the gap
      Given rollover is off
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2.80 | r1      |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then there are no arrivals

    Example: at par an own payment costs nothing beyond its day, since the new ticket brings it back
      Each of the payments, of dates 2 and 4, finds 1.80.
      Given these balance sheets
        | entity | cash |
        | H1     | 1.80 |
      And H1 owes 1 ticket due at 2 to someone else
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      Then there are no arrivals

    Example: with rollover off the second of these payments is 0.20 short
      2 − 1.80 = 0.20.
      Given rollover is off
      And these balance sheets
        | entity | cash |
        | H1     | 1.80 |
      And H1 owes 1 ticket due at 2 to someone else
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets        |
        | Long VBT | -0.20 | g1 g2          |
        | H1       | 2     | g3 g4 g5 g6 g7 |

    Example: at par two payments are as short as the larger of them
      The payment of 1 at date 2 finds 1.70, that of 2 at date 4 too: 0.30 is missing.
      Given these balance sheets
        | entity | cash |
        | H1     | 1.70 |
      And H1 owes 1 ticket due at 2 to someone else
      And H1 owes 2 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets     |
        | Long VBT | -0.30 | g1 g2 g3    |
        | H1       | 2     | g4 g5 g6 g7 |

    Example: at par off the mid it is par that counts
      At the Short mid of 0.80 r1 would add 0.20 and close the gap; at par it adds nothing.
      Given the Short market at mid 0.80 and spread 0
      And the issue price par
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2.80 | r1      |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets           |
        | Long VBT | -0.20 | g1 g2             |
        | H1       | 3     | r1 g3 g4 g5 g6 g7 |

    Scenario Outline: at a Short mid of <mid> a ticket before the payment adds 1 − <mid>
      H1 has 2.60 and owes 3 at date 3; r1, issued for two periods, matures at date 2. <missing> is missing
      and takes <n> of the tickets.
      Given the Short market at mid <mid> and spread 0
      And the issue price mid
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2.60 | r1      |
      And H1 owes 3 tickets due at 3 to someone else
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
      r1 was issued for 6 periods and matures at date 2: it will be issued again at the Mid mid of 0.90, and
      not at the Short one, and adds 0.10; so 0.40 − 0.10 = 0.30 is missing.
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.60 | 0      |
        | Mid    | 0.90 | 0      |
      And the issue price mid
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2.60 | r1      |
      And these tickets
        | ticket | matures | distance |
        | r1     | 2       | 6        |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets        |
        | Long VBT | -0.30 | g1 g2 g3       |
        | H1       | 2.90  | r1 g4 g5 g6 g7 |

    Example: at a mid below par an own payment costs the difference
      The two tickets of date 1 cost 1 each and are issued again for 0.80: before date 3 there is
      2 − 0.40 = 1.60, and the payment of 2 exceeds it by 0.40.
      Given the Short market at mid 0.80 and spread 0
      And the issue price mid
      And these balance sheets
        | entity | cash |
        | H1     | 2    |
      And H1 owes 2 tickets due at 1 to someone else
      And H1 owes 2 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets     |
        | Long VBT | -0.40 | g1 g2 g3 g4 |
        | H1       | 2.40  | g5 g6 g7    |

    Example: at a mid above par an own payment brings the difference
      The two tickets of date 1 are issued again for 1.20: before date 3 there is 2.40, and the payment
      of 3 exceeds it by 0.60.
      Given the Short market at mid 1.20 and spread 0
      And the issue price mid
      And these balance sheets
        | entity | cash |
        | H1     | 2    |
      And H1 owes 2 tickets due at 1 to someone else
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets           |
        | Long VBT | -0.60 | g1 g2 g3 g4 g5 g6 |
        | H1       | 2.60  | g7                |

    Example: receipts and payments together
      r1 and r2 add 0.20 each at date 2, the three payments of date 2 take 0.20 each: before date 3 there is
      3 + 0.40 − 0.60 = 2.80, and the payment of 3 exceeds it by 0.20.
      Given the Short market at mid 0.80 and spread 0
      And the issue price mid
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 3    | r1 r2   |
      And H1 owes 3 tickets due at 2 to someone else
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets              |
        | Long VBT | -0.20 | g1 g2                |
        | H1       | 3.20  | r1 r2 g3 g4 g5 g6 g7 |

    @boundary
    Example: a payment of a date is not softened by its own reissue
      The two tickets of date 2 will bring 1.60 again, but only once 2 has been paid.
      Given the Short market at mid 0.80 and spread 0
      And the issue price mid
      And these balance sheets
        | entity | cash |
        | H1     | 1.80 |
      And H1 owes 2 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets        |
        | Long VBT | -0.20 | g1 g2          |
        | H1       | 2     | g3 g4 g5 g6 g7 |

    @boundary @POL-10R
    Example: where same-day receipts can pay, they add face less issue price, too
      At date 2 there is 1.80 + (1 − 0.90) = 1.90 under `sequential`, and the payment of 2 exceeds it by 0.10.
      Given the Short market at mid 0.90 and spread 0
      And the issue price mid
      And the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1.80 | r1      |
      And H1 owes 2 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets              |
        | Long VBT | -0.10 | g1                   |
        | H1       | 1.90  | r1 g2 g3 g4 g5 g6 g7 |

    Example: at a mid that has fallen since, the same payments leave a gap
      At par, H1 can pay 2 at date 3, issue it again for 2, and pay 2 at date 5. H9 repays 0.80 of the only claim of
      date 1, so the Short mid falls to 0.80: issued again for 1.60, the payment of date 5 is 0.40 short.
      Given the Short market at mid 1 and spread 0
      And the issue price mid
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2    |         |
        | H9     | 0.80 |         |
        | K      | 0    | x1      |
      And these tickets
        | ticket | issuer | matures |
        | x1     | H9     | 1       |
      And H1 owes 2 tickets due at 3 to someone else
      And H1 owes 2 tickets due at 5 to someone else
      When a period passes
      And the next period begins
      And the order flow is drawn
      Then the balance sheets are now
        | entity   | cash  | tickets     |
        | Long VBT | -0.40 | g1 g2 g3 g4 |
        | H1       | 2.40  | g5 g6 g7    |
        | H9       | 0     |             |
        | K        | 0.80  |             |
