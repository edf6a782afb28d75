Feature: Two-sided traders

  Short: M = 1, O = 0.30. The dealer holds 2 of X* = 4 and quotes 0.97 to 1.03.

  Background:
    Given the Short market at mid 1 and spread 0.30
    And the policy two_sided with a horizon of 5
    And a cash buffer of 1

  @POL-13
  Rule: Who has a gap sells; who has none and money to spare buys, if it has no gap then

    Example: a seller with a gap, and a buyer without one
      S1 has 0.10 and owes 1 tomorrow. B1 has 2.10, owes 1 on day 4, and with d1, due on day 2, would have
      2.10 − 1.03 = 1.07 even without it.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | S1           | 0.10 | t1      |
        | B1           | 2.10 |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I9     | 2       |
        | t1     | I8     | 3       |
      And S1 owes 1 ticket due at 1 to someone else
      And B1 owes 1 ticket due at 4 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | ticket | price | route    |
        | SELL | S1    | t1     | 0.97  | interior |
        | BUY  | B1    | d1     | 0.98  | interior |

    Scenario Outline: B1 with <cash>, owing 1 on day 3, is <is> to buy what is due on day <due>
      At 1.03 it keeps <cash> − 1.03, and has 1 more before day 3 if its ticket is due before.
      Given these balance sheets
        | entity       | cash   | tickets |
        | Short dealer | 2      | d1 d2   |
        | B1           | <cash> |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I9     | <due>   |
        | d2     | I9     | 3       |
      And B1 owes 1 ticket due at 3 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | ticket |
        | BUY  | B1    | d1     |

      Examples:
        | cash | due | is   |
        | 1.50 | 2   | safe |

      @boundary
      Examples:
        | cash | due | is                |
        | 2.03 | 3   | just safe         |
        | 1.03 | 2   | safe without cash |

    Scenario Outline: what is bought, due on day <due>, takes its place among what is held, due on day <held>
      B1 keeps 1.50 − 1.03 = 0.47 and owes 1 on day 3: of the two tickets the one due on day 2 pays.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B1           | 1.50 | h1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I9     | <due>   |
        | d2     | I9     | 3       |
        | h1     | I9     | <held>  |
      And B1 owes 1 ticket due at 3 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | ticket |
        | BUY  | B1    | d1     |

      Examples:
        | due | held |
        | 2   | 3    |
        | 3   | 2    |

    @boundary
    Example: what is due on the day of the payment comes too late, so nobody buys
      B1 would have 2.02 − 1.03 = 0.99 on day 3.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B1           | 2.02 |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I9     | 3       |
        | d2     | I9     | 3       |
      And B1 owes 1 ticket due at 3 to someone else
      When the order flow is drawn
      Then there are no arrivals

    @boundary
    Example: cash at the buffer is not above it
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B1           | 1    |         |
      When the order flow is drawn
      Then there are no arrivals

    @TRD-08R
    Example: own paper is not bought
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B1           | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | B1     | 8       |
        | d2     | B1     | 8       |
      When the order flow is drawn
      Then there are no arrivals

  @POL-14 @FLW-08
  Rule: A seller comes until its gap is closed, a buyer once

    @POL-08R
    Example: S1 sells twice, the longest first, and B1 buys once
      S1 has 0 and owes 1.50 of two: 0.97, then 0.92. B1, with 9, comes once only; then both sets are empty.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 4    | d1      |
        | S1           | 0.50 | t1 t2   |
        | B1           | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I9     | 2       |
        | t1     | I8     | 2       |
        | t2     | I8     | 3       |
      And S1 owes 2 tickets due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
        | 1 | S1    |
        | 0 | B1    |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | ticket | fallback |
        | SELL | S1    | t2     | no       |
        | SELL | S1    | t1     | no       |
        | BUY  | B1    | d1     | no       |

    @POL-13 @boundary
    Example: a buyer that was safe when the flow began is refused when the ask has risen
      B2 has 2.03 and owes 1 on day 3: at 1.03 it is just safe, at the 1.08 after B1 it is not.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B1           | 9    |         |
        | B2           | 2.03 |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I9     | 3       |
        | d2     | I9     | 3       |
      And B2 owes 1 ticket due at 3 to someone else
      When the order flow is
        | Z | agent |
        | 0 | B1    |
        | 0 | B2    |
      Then the arrivals go like this
        | side | agent | executed | price | refused |
        | BUY  | B1    | yes      | 1.03  |         |
        | BUY  | B2    | no       | 1.08  | unsafe  |
