Feature: Where tickets roll

  @ROL-05
  Rule: Rollover is the same whether the large holders trade or not, and off unless it is turned on

    Scenario Outline: in the <regime> regime
      Given the regime <regime>
      And rollover is on
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 3    |         |
        | Short dealer | 0    | d1      |
        | Short VBT    | 0    | v1      |
        | K            | 0    | a1      |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | H1     | 1       | 4        |
        | v1     | H1     | 1       | 3        |
        | a1     | H1     | 1       | 2        |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | d1~1   | H1     | Short dealer | 5       | 1     | Mid VBT     | 1         |
        | v1~1   | H1     | Short VBT    | 4       | 1     |             |           |
        | a1~1   | H1     | K            | 3       | 1     |             |           |
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 3    |         |
        | Short dealer | 1    |         |
        | Short VBT    | 0    | v1~1    |
        | Mid VBT      | -1   | d1~1    |
        | K            | 0    | a1~1    |

      Examples:
        | regime  |
        | active  |
        | passive |

    Example: in the baseline, with traders only
      Given the regime baseline
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | K     | 2       | 1     |

    @boundary
    Example: where nobody turned it on nothing is issued again
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
      When a period passes
      Then there are no reissues
      And there are no declined rollovers
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | K      | 1    |         |
