Feature: Who crosses first, and who pays

  @REB-06R
  Rule: The boundary nearest to maturity comes first, and at one boundary the lower serial

    Example: the Mid dealer pays for what it takes over with what it was paid for what it passed on
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    |         |
        | Mid dealer   | 0    | m4      |
        | Long dealer  | 0    | l9      |
      And these tickets
        | ticket | issuer | matures | serial |
        | l9     | H1     | 9       | 1      |
        | m4     | H1     | 4       | 2      |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller      | buyer        | price |
        | m4     | Mid  | Short | Mid dealer  | Short dealer | 1     |
        | l9     | Long | Mid   | Long dealer | Mid dealer   | 1     |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0    | m4      |
        | Mid dealer   | 0    | l9      |
        | Long dealer  | 1    |         |

    Example: at one boundary the lower serial comes first, and the dealer's cash is spent on it
      Given these balance sheets
        | entity      | cash | tickets |
        | Mid dealer  | 1    |         |
        | Long dealer | 0    | l9 l8   |
      And these tickets
        | ticket | issuer | matures | serial |
        | l9     | H1     | 9       | 20     |
        | l8     | H2     | 9       | 10     |
      When the next period begins
      Then these tickets cross
        | ticket | from | to  | seller      | buyer      | price |
        | l8     | Long | Mid | Long dealer | Mid dealer | 1     |
        | l9     | Long | Mid | Long dealer | Mid VBT    | 1     |

    Example: whose ticket it is makes no difference to the order
      Given these balance sheets
        | entity      | cash | tickets |
        | Mid dealer  | 5    |         |
        | Long dealer | 0    | l3      |
        | Long VBT    | 0    | l1      |
        | H1          | 0    | l2      |
      And these tickets
        | ticket | issuer | matures | serial |
        | l3     | H2     | 9       | 3      |
        | l2     | H2     | 9       | 2      |
        | l1     | H2     | 9       | 1      |
      When the next period begins
      Then these tickets cross
        | ticket | from | to  | seller      | buyer      | price |
        | l1     | Long | Mid | Long VBT    | Mid VBT    | 1     |
        | l2     | Long | Mid | H1          | H1         |       |
        | l3     | Long | Mid | Long dealer | Mid dealer | 1     |

  @REB-07R @MOD-10
  Rule: What the receiving dealer cannot pay in full goes to its VBT at the same price

    Background:
      Given these markets
        | bucket | mid  | spread |
        | Short  | 0.90 | 0.20   |
        | Mid    | 1.00 | 0.30   |
      And these tickets
        | ticket | issuer | owner      | matures |
        | m4     | H1     | Mid dealer | 4       |
        | m5     | H1     | Mid dealer | 4       |

    Example: a dealer without cash takes nothing, its VBT takes everything
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller     | buyer     | price |
        | m4     | Mid  | Short | Mid dealer | Short VBT | 0.90  |
        | m5     | Mid  | Short | Mid dealer | Short VBT | 0.90  |
      And the balance sheets are now
        | entity     | cash  | tickets |
        | Mid dealer | 1.80  |         |
        | Short VBT  | -1.80 | m4 m5   |

    Example: a dealer with cash for one ticket takes one
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.50 |         |
        | Short VBT    | 2    |         |
      When the next period begins
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Mid dealer   | 1.80 |         |
        | Short dealer | 0.60 | m4      |
        | Short VBT    | 1.10 | m5      |

    @boundary
    Example: cash to the last penny is enough, and it is the new mid that counts
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.80 |         |
      When the next period begins
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Mid dealer   | 1.80 |         |
        | Short dealer | 0    | m4 m5   |

    @boundary
    Example: a penny less is not
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.79 |         |
      When the next period begins
      Then the balance sheets are now
        | entity       | cash  | tickets |
        | Mid dealer   | 1.80  |         |
        | Short dealer | 0.89  | m4      |
        | Short VBT    | -0.90 | m5      |

    @boundary @KER-04R @CHK-11
    Example: a dealer whose cash ties with the mid pays what it has, and is left with nothing
      It has 9 · 10⁻¹⁰ less than the 0.90 for one ticket.

      Given these balance sheets
        | entity       | cash         | tickets |
        | Short dealer | 0.8999999991 |         |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller     | buyer        | price        |
        | m4     | Mid  | Short | Mid dealer | Short dealer | 0.8999999991 |
        | m5     | Mid  | Short | Mid dealer | Short VBT    | 0.90         |
      And the cash of these is, to the last unit
        | entity       | cash         |
        | Short dealer | 0            |
        | Mid dealer   | 1.7999999991 |
        | Short VBT    | -0.9         |
