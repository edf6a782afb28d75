Feature: Quotes lie between the outside quotes

  @CHK-C2
  Rule: The bid is never below the outside bid, the ask never above the outside ask, and a flag says when they are equal

    Scenario Outline: <where>
      Given the Short market at mid <M> and spread <O>
      And these balance sheets
        | entity       | cash   | tickets   |
        | Short dealer | <cash> | <tickets> |
      Then the Short dealer quotes
        | X*   | B   | bid   | bid pinned | ask   | ask pinned | A   |
        | <X*> | <B> | <bid> | <bid pin>  | <ask> | <ask pin>  | <A> |

      Examples: with capacity the dealer's quotes lie strictly inside
        | where                              | M | O    | cash | tickets     | X* | B    | bid   | bid pin | ask   | ask pin | A    |
        | the middle of the shelf            | 1 | 0.30 | 2    | d1 d2       | 4  | 0.85 | 0.97  | no      | 1.03  | no      | 1.15 |
        | an empty shelf and cash for 4      | 1 | 0.30 | 4.11 |             | 4  | 0.85 | 1.07  | no      | 1.13  | no      | 1.15 |
        | a full shelf                       | 1 | 0.30 | 0.11 | d1 d2 d3 d4 | 4  | 0.85 | 0.87  | no      | 0.93  | no      | 1.15 |
        | one ticket and no cash             | 1 | 0.30 | 0    | d1          | 1  | 0.85 | 0.875 | no      | 1.025 | no      | 1.15 |
        | a spread so wide that the bid is 0 | 1 | 12   | 3    |             | 3  | 0    | 3.1   | no      | 6.1   | no      | 7    |

      @boundary
      Examples: without capacity they are the outside quotes
        | where                            | M    | O    | cash | tickets  | X* | B     | bid   | bid pin | ask   | ask pin | A     |
        | nothing on the shelf and no cash | 1    | 0.30 | 0    |          | 0  | 0.85  | 0.85  | yes     | 1.15  | yes     | 1.15  |
        | cash just short of one ticket    | 1    | 0.30 | 0.99 |          | 0  | 0.85  | 0.85  | yes     | 1.15  | yes     | 1.15  |
        | the guard, whatever there is     | 0.01 | 0.01 | 2    | d1 d2 d3 | 0  | 0.005 | 0.005 | yes     | 0.015 | yes     | 0.015 |

      @boundary
      Examples: without a spread all four meet
        | where                | M   | O | cash | tickets | X* | B   | bid | bid pin | ask | ask pin | A   |
        | no spread at all     | 1   | 0 | 2    | d1 d2   | 4  | 1   | 1   | yes     | 1   | yes     | 1   |
        | no spread, mid below | 0.5 | 0 | 1    | d1 d2   | 4  | 0.5 | 0.5 | yes     | 0.5 | yes     | 0.5 |

    Example: trade after trade, down to an empty shelf and beyond
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | H1           | 9    |         |
      When H1 buys three times in Short
      Then the orders go like this
        | price | ask  | bid  |
        | 1.03  | 1.08 | 1.02 |
        | 1.08  | 1.13 | 1.07 |
        | 1.15  | 1.13 | 1.07 |
      And the Short dealer quotes
        | A    | ask  | ask pinned | bid  | bid pinned | B    |
        | 1.15 | 1.13 | no         | 1.07 | no         | 0.85 |

    Example: after a loss the quotes follow the outside ones
      ℓ = 1: M = 1 − 0.40 and O = 0.30 + 0.18. K* = 2 + ⌊2/0.60⌋ = 5, λ = 1/6, I = 0.08,
      p(2) = 0.60 + 0.48/7 · 1/2 = 0.60 + 0.24/7.
      Given these markets
        | bucket | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1   | 0.30   | 0.40            | 0.18               |
      And the date is 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | K1           | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
      When claims are settled
      And the anchors are updated
      Then the Short dealer quotes
        | X* | M    | O    | A    | ask    | ask pinned | bid    | bid pinned | B    |
        | 5  | 0.60 | 0.48 | 0.84 | 4.72/7 | no         | 4.16/7 | no         | 0.36 |
