Feature: Receipts of the day of the payment

  The policy `default_avoidance`; H1 has cash 2 at date 0 and can sell Long tickets for exactly 1 each.

  @POL-10R
  Rule: A ticket that matures on the day of a payment counts only under a clearing rule that lets it pay

    By `cash_on_hand` receipts of a settlement cannot be paid out in it; by `sequential` and
    `clearing_vector` they can (SET-06R).

    Background:
      Given the Long market at mid 1 and spread 0
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 2    | r1 g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | r1     | 3       |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |

    Example: by cash on hand the receipt of date 3 does not help at date 3
      3 − 2 = 1 is missing.
      Given the clearing rule cash_on_hand
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 3    | r1 g2 g3 |

    Scenario Outline: by <rule> it does
      2 + 1 = 3, just what is due.
      Given the clearing rule <rule>
      And H1 owes 3 tickets due at 3 to someone else
      When the order flow is drawn
      Then there are no arrivals

      Examples:
        | rule            |
        | sequential      |
        | clearing_vector |

    Scenario Outline: by <rule> a payment beyond cash and receipt is short by the rest
      5 − (2 + 1) = 2.
      Given the clearing rule <rule>
      And H1 owes 5 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets |
        | Long VBT | -2   | g1 g2   |
        | H1       | 4    | r1 g3   |

      Examples:
        | rule            |
        | sequential      |
        | clearing_vector |

    Scenario Outline: by <rule> the receipt of date 3 serves date 4
      Given the clearing rule <rule>
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then there are no arrivals

      Examples:
        | rule            |
        | cash_on_hand    |
        | sequential      |
        | clearing_vector |

    Scenario Outline: by <rule> an own payment of the same day still counts once
      Before date 4 there is 2 − 3 + 1 = 0; the payment of 1 exceeds it by 1, and that of date 3 by <date 3>.
      Given the clearing rule <rule>
      And H1 owes 3 tickets due at 3 to someone else
      And H1 owes 1 ticket due at 4 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 3    | r1 g2 g3 |

      Examples:
        | rule            | date 3 |
        | cash_on_hand    | 1      |
        | sequential      | 0      |
        | clearing_vector | 0      |

    @boundary
    Scenario Outline: by <rule> a receipt one date after the payment is late
      Given the clearing rule <rule>
      And H1 owes 3 tickets due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash | tickets  |
        | Long VBT | -1   | g1       |
        | H1       | 3    | r1 g2 g3 |

      Examples:
        | rule            |
        | cash_on_hand    |
        | sequential      |
        | clearing_vector |

    @boundary
    Scenario Outline: by <rule>, at the horizon, receipt and payment of its last date
      Given the clearing rule <rule>
      And the policy default_avoidance with a horizon of 3
      And H1 owes 4 tickets due at 3 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash   | tickets   |
        | Long VBT | <VBT>  | <sold>    |
        | H1       | <cash> | r1 <kept> |

      Examples: 4 − 2 = 2 or 4 − (2 + 1) = 1
        | rule            | VBT | sold  | cash | kept  |
        | cash_on_hand    | -2  | g1 g2 | 4    | g3    |
        | sequential      | -1  | g1    | 3    | g2 g3 |
        | clearing_vector | -1  | g1    | 3    | g2 g3 |

    @boundary
    Scenario Outline: by <rule> today's receipt and today's payment
      Given the clearing rule <rule>
      And these tickets
        | ticket | matures |
        | r1     | 0       |
      And H1 owes 3 tickets due at 0 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity   | cash   | tickets   |
        | Long VBT | <VBT>  | <sold>    |
        | H1       | <cash> | r1 <kept> |

      Examples: 3 − 2 = 1 or 3 − (2 + 1) = 0
        | rule            | VBT | sold | cash | kept     |
        | cash_on_hand    | -1  | g1   | 3    | g2 g3    |
        | sequential      | 0   |      | 2    | g1 g2 g3 |
        | clearing_vector | 0   |      | 2    | g1 g2 g3 |
