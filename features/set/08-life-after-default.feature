Feature: Life after a default

  @SET-07
  Rule: Who has defaulted stays in the ring and sells, buys and pays like anybody else

    Background:
      Given the Short market at mid 1 and spread 0.30
      And anchor updates are off

    Example: H1, who paid nothing yesterday, sells to pay today
      On day 1 H1 has no cash: R = 0. A day later it sells k1 at the dealer's bid of 0.97 and pays 0.97 of the 1
      that it owes.

      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0    | k1      |
        | H2           | 0    | a1 a2   |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H3     | 3       |
        | d2     | H3     | 3       |
        | k1     | H3     | 3       |
        | a1     | H1     | 1       |
        | a2     | H1     | 2       |
      When a period passes
      And a period passes with the order flow
        | Z | agent |
        | 1 | H1    |
      Then the arrivals go like this
        | side | agent | executed | ticket | price |
        | SELL | H1    | yes      | k1     | 0.97  |
      And the issuers settle like this
        | issuer | due | cash before | R    | cash after |
        | H1     | 1   | 0.97        | 0.97 | 0          |

    Example: H1, who could not pay yesterday, buys with what it was paid itself
      The 2 that H3 pays H1 come too late for the 1 that H1 owes the same day. A day later H1 owes nothing and has 2.

      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0    | k1 k2   |
        | H2           | 0    | a1      |
        | H3           | 2    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H4     | 3       |
        | d2     | H4     | 3       |
        | k1     | H3     | 1       |
        | k2     | H3     | 1       |
        | a1     | H1     | 1       |
      When a period passes
      And a period passes with the order flow
        | Z | agent |
        | 0 | H1    |
      Then the arrivals go like this
        | side | agent | executed | ticket | price |
        | BUY  | H1    | yes      | d1     | 1.03  |
      And the traders stand like this
        | trader | cash | issuer | defaulted |
        | H1     | 0.97 | H4     | yes       |

    Example: H1, who paid nothing yesterday, sells today to avoid its next default
      Given the policy default_avoidance with a horizon of 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0    | k1      |
        | H2           | 0    | a1 a3   |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H3     | 3       |
        | d2     | H3     | 3       |
        | k1     | H3     | 3       |
        | a1     | H1     | 1       |
        | a3     | H1     | 3       |
      When a period passes
      And a period passes with the order flow
        | Z | agent |
        | 1 | H1    |
      Then the arrivals go like this
        | side | agent | executed | ticket | price |
        | SELL | H1    | yes      | k1     | 0.97  |

    @SET-04
    Example: H1, who failed once, pays in full later, and its default stays recorded
      The 2 that H3 pays H1 on day 1 come too late for a1 and in time for a2.

      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | k1 k2   |
        | H2     | 0    | a1 a2   |
        | H3     | 2    |         |
      And these tickets
        | ticket | issuer | matures |
        | k1     | H3     | 1       |
        | k2     | H3     | 1       |
        | a1     | H1     | 1       |
        | a2     | H1     | 2       |
      When 2 periods pass
      Then the traders stand like this
        | trader | cash | defaulted |
        | H1     | 1    | yes       |
        | H2     | 1    | no        |
        | H3     | 0    | no        |
