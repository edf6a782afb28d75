Feature: Which bucket a buyer buys from

  @POL-05
  Rule: A buyer takes the first bucket, nearest maturity first, in which its order can be filled

    Outside asks: 1.10 in Short, 1.15 in Mid, 1.20 in Long.

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |

    Example: Short before Mid before Long
      The dealers stand in the middle of their shelves: asks 31/30, 1.05 and 16/15.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | s1      |
        | Mid dealer   | 1    | m1      |
        | Long dealer  | 1    | l1      |
        | B1           | 9    |         |
      When B1 buys
      And B1 buys
      And B1 buys
      Then the orders go like this
        | ticket | bucket | price | route    |
        | s1     | Short  | 31/30 | interior |
        | m1     | Mid    | 1.05  | interior |
        | l1     | Long   | 16/15 | interior |

    Example: a cheaper ticket in a later bucket does not matter
      Short has only the VBT's ticket, at 1.10; the Mid dealer asks 1.05.
      Given these balance sheets
        | entity     | cash | tickets |
        | Short VBT  | 0    | s1      |
        | Mid dealer | 1    | m1      |
        | B1         | 9    |         |
      When B1 buys
      Then the order goes like this
        | ticket | bucket | price | route        |
        | s1     | Short  | 1.10  | pass-through |

    Example: where Short has no ticket at all, Mid serves
      Given these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 1    | m1      |
        | Long VBT   | 0    | l1      |
        | B1         | 9    |         |
      When B1 buys
      Then the order goes like this
        | ticket | bucket | price |
        | m1     | Mid    | 1.05  |

    Example: where Short and Mid have no ticket, Long serves
      Given these balance sheets
        | entity   | cash | tickets |
        | Long VBT | 0    | l1      |
        | B1       | 9    |         |
      When B1 buys
      Then the order goes like this
        | ticket | bucket | price |
        | l1     | Long   | 1.20  |

    Example: a price in Short beyond the buyer's cash sends it on to Mid
      Given these balance sheets
        | entity     | cash | tickets |
        | Short VBT  | 0    | s1      |
        | Mid dealer | 1    | m1      |
        | B1         | 1.06 |         |
      When B1 buys
      Then the order goes like this
        | ticket | bucket | price |
        | m1     | Mid    | 1.05  |

    @TRD-07 @MOD-08
    Example: a buyer that holds tickets of one issuer passes by those of others
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | s1      |
        | Short VBT    | 0    | s2      |
        | Mid VBT      | 0    | m1      |
        | B1           | 9    | b1      |
      And these tickets
        | ticket | issuer |
        | s1     | I1     |
        | s2     | I1     |
        | m1     | I2     |
        | b1     | I2     |
      When B1 buys
      Then the order goes like this
        | ticket | issuer | bucket | price |
        | m1     | I2     | Mid    | 1.15  |

    @TRD-08R
    Example: a buyer passes by its own debt
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | s1      |
        | Long dealer  | 1    | l1      |
        | B1           | 9    |         |
      And these tickets
        | ticket | issuer |
        | s1     | B1     |
        | l1     | I1     |
      When B1 buys
      Then the order goes like this
        | ticket | issuer | bucket | price |
        | l1     | I1     | Long   | 16/15 |

    @TRD-09R
    Example: Short still serves where only its VBT has a ticket for this buyer
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | s1      |
        | Short VBT    | 0    | s2      |
        | Mid dealer   | 1    | m1      |
        | B1           | 9    | b1      |
      And these tickets
        | ticket | issuer |
        | s1     | I1     |
        | s2     | I2     |
        | m1     | I2     |
        | b1     | I2     |
      When B1 buys
      Then the order goes like this
        | ticket | bucket | price | route        | because |
        | s2     | Short  | 1.10  | pass-through | issuer  |

    Example: an arrival of the order flow buys by the same rule
      Given a cash buffer of 1
      And these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 1    | m1      |
        | Long VBT   | 0    | l1      |
        | B1         | 9    |         |
      When the order flow is
        | Z | agent |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | bucket | ticket | price |
        | BUY  | B1    | Mid    | m1     | 1.05  |

    @boundary
    Example: cash that just meets the price in Short buys there
      Given these balance sheets
        | entity     | cash | tickets |
        | Short VBT  | 0    | s1      |
        | Mid dealer | 1    | m1      |
        | B1         | 1.10 |         |
      When B1 buys
      Then the order goes like this
        | ticket | bucket | price |
        | s1     | Short  | 1.10  |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.10 |         |
        | B1        | 0    | s1      |

    @refusal
    Example: too little cash everywhere, and the first price beyond it is reported
      Short has no ticket; Mid asks 1.05, Long 16/15.
      Given these balance sheets
        | entity      | cash | tickets |
        | Mid dealer  | 1    | m1      |
        | Long dealer | 1    | l1      |
        | B1          | 1.04 |         |
      When B1 buys
      Then the order goes like this
        | bucket | executed | price | refused |
        | Mid    | no       | 1.05  | cash    |
      And no balance sheet has changed

    @refusal
    Example: no ticket anywhere, and the first bucket is reported
      Given these balance sheets
        | entity | cash |
        | B1     | 9    |
      When B1 buys
      Then the order goes like this
        | bucket | executed | price | refused            |
        | Short  | no       |       | no_eligible_ticket |
      And no balance sheet has changed
