Feature: Distances

  @ROL-07R
  Rule: With rollover every ticket has a distance of at least one period; without rollover nobody looks at it

    Background:
      Given rollover is on
      And the date is 1
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | K1     | 0    | k1      |

    Example: a ticket that is due when the world opens says for how long it was issued
      Given these tickets
        | ticket | issuer | matures | distance |
        | k1     | I1     | 1       | 4        |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | k1~1   | I1     | K1    | 5       | 1     |

    @boundary
    Example: one period is enough
      Given these tickets
        | ticket | issuer | matures | distance |
        | k1     | I1     | 1       | 1        |
      When claims are settled
      And repaid tickets are rolled over
      And the next period begins
      And claims are settled
      Then the issuers settle like this
        | issuer | due | R |
        | I1     | 1   | 1 |

    @refusal
    Example: a ticket that is due when the world opens and does not say it
      Given these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
      When the world is opened
      Then it is refused as invalid: "distance"

    @refusal
    Scenario Outline: a distance of 0, where the ticket is due at <day>
      Given these tickets
        | ticket | issuer | matures | distance |
        | k1     | I1     | <day>   | 0        |
      When the world is opened
      Then it is refused as invalid: "distance"

      Examples:
        | day |
        | 1   |
        | 5   |

    @refusal
    Example: every ticket without one is named
      Given these tickets
        | ticket | issuer | matures | owner     | distance |
        | k1     | I1     | 1       |           |          |
        | d1     | I1     | 1       | Short VBT |          |
        | d2     | I1     | 4       | Short VBT | 0        |
      When the world is opened
      Then it is refused as invalid: "k1 … d1 … d2"

    @ROL-05
    Scenario Outline: without rollover a distance of 0 is a number like any other, given or not: <given>
      Given rollover is off
      And these tickets
        | ticket | issuer | matures | distance |
        | k1     | I1     | 1       | <given>  |
      Then the tickets stand like this
        | ticket | matures | distance |
        | k1     | 1       | 0        |
      When claims are settled
      And repaid tickets are rolled over
      Then there are no reissues

      Examples:
        | given |
        | 0     |
        |       |
