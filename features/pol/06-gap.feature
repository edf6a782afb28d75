Feature: The gap that a trader foresees

  The policy `default_avoidance`. H1 has cash 2 at date 0 and looks 5 dates ahead, through date 5. It
  holds tickets that mature at date 20, long after; the Long VBT pays exactly 1 for each, so the number
  of tickets that H1 sells shows how large its gap is.

  @POL-06
  Rule: A trader's gap is the largest amount by which a payment within the horizon exceeds its projected cash

    Projected cash before a date is cash now, plus the face of own tickets that mature before it, minus own
    payments due before it.

    Background:
      Given the Long market at mid 1 and spread 0
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 2    | g1 g2 g3 g4 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
        | g4     | 20      |

    Example: a payment that cash covers leaves no gap
      Given H1 owes 1 ticket due at 3 to someone else
      When the order flow is drawn
      Then there are no arrivals

    Example: what matures on several days before a payment counts in full
      Cash of 2, 1 on date 2 and 1 on date 3 meet a payment of 4.
      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 2    | r1 r2 g1 |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | r2     | 3       |
      And H1 owes 4 tickets due at 4 to someone else
      When the order flow is drawn
      Then there are no arrivals

    Example: a payment of 3 against cash of 2 is a gap of 1
      Given H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | H1    | g1     | 1     |
      And the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 3    | g2 g3 g4 |

    Example: a payment of today counts as one
      Given H1 owes 3 tickets due at 0 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 3    | g2 g3 g4 |

    Example: two payments add up
      Before date 4 there is 2 − 1 = 1 left of the cash; the payment of 3 exceeds it by 2.
      Given H1 owes 1 ticket due at 2 to someone else
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    | g3 g4   |

    Example: the later of two payments can be the one that is short by more
      At date 2: 3 − 2 = 1 short. Before date 4: 2 − 3 = −1, and 1 − (−1) = 2 short.
      Given H1 owes 3 tickets due at 2 to someone else
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    | g3 g4   |

    Example: three payments, each of which cash would cover by itself
      Before dates 1, 3 and 5: 2, 1 and 0; only the last payment, of 2, exceeds it, by 2.
      Given H1 owes 1 ticket due at 1 to someone else
      And H1 owes 1 ticket due at 3 to someone else
      And H1 owes 2 tickets due at 5 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    | g3 g4   |

    Example: a ticket that matures before the payment closes the gap
      2 + 1 = 3.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | r1      |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then there are no arrivals

    Example: a ticket that pays today counts for tomorrow
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | r1      |
      And these tickets
        | ticket | matures |
        | r1     | 0       |
      And H1 owes 3 tickets due at 1 to someone else
      When the order flow is drawn
      Then there are no arrivals

    Example: it is the face that counts before a payment, not what the market pays
      The Short VBT would pay 0.50 for r1; at maturity it brings 1.
      Given the Short market at mid 0.50 and spread 0
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | r1      |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then there are no arrivals

    Example: tickets that mature after the payment come too late
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | r1 r2   |
      And these tickets
        | ticket | matures |
        | r1     | 4       |
        | r2     | 4       |
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets        |
        | Long VBT | -1   | g1             |
        | H1       | 3    | g2 g3 g4 r1 r2 |

    Example: money between two payments serves the second, not the first
      At date 1: 3 − 2 = 1 short. Before date 4: 2 − 3 + 4 = 3, just enough for the second payment.
      Given these balance sheets
        | entity | cash | tickets     |
        | H1     | 2    | r1 r2 r3 r4 |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
        | r2     | 2       |
        | r3     | 2       |
        | r4     | 2       |
      And H1 owes 3 tickets due at 1 to someone else
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets              |
        | Long VBT | -1   | g1                   |
        | H1       | 3    | g2 g3 g4 r1 r2 r3 r4 |

    Example: money between two payments that still is not enough for the second
      At date 1: 3 − 2 = 1 short. Before date 4: 2 − 3 + 1 = 0, and the payment of 2 exceeds it by 2.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | r1      |
      And these tickets
        | ticket | matures |
        | r1     | 2       |
      And H1 owes 3 tickets due at 1 to someone else
      And H1 owes 2 tickets due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -2   | g1 g2    |
        | H1       | 4    | g3 g4 r1 |

    Example: half a unit short is short all the same
      Given these balance sheets
        | entity | cash |
        | H1     | 1.50 |
      And H1 owes 2 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 2.50 | g2 g3 g4 |

    Example: tickets of face 20
      The payment of 40 exceeds the cash of 30 by 10; a ticket brings 8, two bring 16.
      Given a ticket size of 20
      And the Long market at mid 8 and spread 0
      And these balance sheets
        | entity | cash |
        | H1     | 30   |
      And H1 owes 2 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -16  | g1 g2   |
        | H1       | 46   | g3 g4   |

    Example: as dates pass, a payment comes into view
      At date 0 the last date looked at is 5, at date 1 it is 6.
      Given H1 owes 4 tickets due at 6 to someone else
      When the order flow is drawn
      And the next period begins
      And the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    | g3 g4   |

    @boundary
    Example: a payment that takes all the cash leaves no gap
      Given H1 owes 2 tickets due at 3 to someone else
      When the order flow is drawn
      Then there are no arrivals

    @boundary
    Example: the last date looked at is the horizon itself
      Given H1 owes 4 tickets due at 5 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    | g3 g4   |

    @boundary
    Example: a payment one date beyond the horizon is not seen
      Given H1 owes 4 tickets due at 6 to someone else
      When the order flow is drawn
      Then there are no arrivals

    @boundary
    Example: of two payments only the one within the horizon counts
      Given H1 owes 3 tickets due at 5 to someone else
      And H1 owes 5 tickets due at 6 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 3    | g2 g3 g4 |

    @boundary
    Example: with a horizon of 0 only today counts
      Given the policy default_avoidance with a horizon of 0
      And H1 owes 3 tickets due at 0 to someone else
      And H1 owes 2 tickets due at 1 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 3    | g2 g3 g4 |

    @boundary
    Example: a ticket that matures one date before the payment is in time
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | r1 r2   |
      And these tickets
        | ticket | matures |
        | r1     | 4       |
        | r2     | 4       |
      And H1 owes 4 tickets due at 5 to someone else
      When the order flow is drawn
      Then there are no arrivals

    @boundary
    Example: a ticket that matures on the very day of the payment is not
      Receipts of a settlement do not pay in it (SET-06R); so 4 − 2 = 2 are missing.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | r1 r2   |
      And these tickets
        | ticket | matures |
        | r1     | 5       |
        | r2     | 5       |
      And H1 owes 4 tickets due at 5 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets     |
        | Long VBT | -2   | g1 g2       |
        | H1       | 4    | g3 g4 r1 r2 |
