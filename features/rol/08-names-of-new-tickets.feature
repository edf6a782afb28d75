Feature: Names of new tickets

  @ROL-08R
  Rule: With rollover the tickets of a liability have one distance, and no two names of a world become one

    Background:
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 2    |         |
        | K1     | 0    | a1 a2   |

    @ROL-01
    Example: two tickets of one liability stay together, and their state is a world
      Given these tickets
        | ticket | issuer | liability | matures | distance |
        | a1     | I1     | L1        | 1       | 4        |
        | a2     | I1     | L1        | 1       | 4        |
      When a period passes
      And the world is closed and opened again from its state
      Then the tickets stand like this
        | ticket | liability | matures | distance |
        | a1~1   | L1~1      | 5       | 4        |
        | a2~1   | L1~1      | 5       | 4        |

    Example: two liabilities may have two distances
      Given these tickets
        | ticket | issuer | liability | matures | distance |
        | a1     | I1     | L1        | 1       | 4        |
        | a2     | I1     | L2        | 1       | 7        |
      When a period passes
      And the world is closed and opened again from its state
      Then the tickets stand like this
        | ticket | liability | matures |
        | a1~1   | L1~1      | 5       |
        | a2~1   | L2~1      | 8       |

    @refusal
    Example: one liability may not
      Given these tickets
        | ticket | issuer | liability | matures | distance |
        | a1     | I1     | L1        | 1       | 4        |
        | a2     | I1     | L1        | 1       | 7        |
      When the world is opened
      Then it is refused as invalid: "L1"

    @refusal
    Example: nor where one ticket says its distance and the other leaves it to its maturity
      Given these tickets
        | ticket | issuer | liability | matures | distance |
        | a1     | I1     | L1        | 3       |          |
        | a2     | I1     | L1        | 3       | 4        |
      When the world is opened
      Then it is refused as invalid: "L1"

    @refusal
    Scenario Outline: <first> and <second> would be one name
      Given these tickets
        | ticket   | issuer | owner | liability | matures |
        | a1       | I1     | K1    | L1        | 1       |
        | a2       | I1     | K1    | L2        | 5       |
        | <first>  | I1     | K1    | <one>     | 2       |
        | <second> | I1     | K1    | <other>   | 3       |
      When the world is opened
      Then it is refused as invalid: "<named>"

      Examples:
        | first | second | one  | other | named |
        | b1    | b1~1   | L3   | L4    | b1~1  |
        | b1~2  | b1~1   | L3   | L4    | b1~1  |
        | b1    | b2     | L3   | L3~1  | L3~1  |

    @ROL-05
    Example: without rollover they are names like any others
      Given rollover is off
      And these tickets
        | ticket | issuer | liability | matures | distance |
        | a1     | I1     | L1        | 1       | 4        |
        | a2     | I1     | L1        | 1       | 7        |
        | a1~1   | I1     | L1~1      | 2       |          |
      And these tickets
        | ticket | owner |
        | a1~1   | K1    |
      When a period passes
      Then the balance sheets are now
        | entity | cash | tickets |
        | I1     | 0    |         |
        | K1     | 2    | a1~1    |
