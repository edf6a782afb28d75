Feature: Desks sell what leaves their bucket

  Background:
    Given these markets
      | bucket | mid  | spread |
      | Short  | 0.90 | 0.20   |
      | Mid    | 1.00 | 0.30   |
      | Long   | 1.20 | 0.40   |

  @REB-03
  Rule: A dealer sells a ticket that crosses to the dealer of its new bucket, at the new bucket's outside mid

    Example: from Mid to Short at 0.90
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | m4      |
      And these tickets
        | ticket | issuer | matures |
        | m4     | H1     | 4       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller     | buyer        | price |
        | m4     | Mid  | Short | Mid dealer | Short dealer | 0.90  |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 1.10 | m4      |
        | Mid dealer   | 1.90 |         |

    Example: from Long to Mid at 1.00
      Given these balance sheets
        | entity      | cash | tickets |
        | Mid dealer  | 3    | m1      |
        | Long dealer | 0    | l9 l1   |
      And these tickets
        | ticket | issuer | matures |
        | l9     | H1     | 9       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to  | seller      | buyer      | price |
        | l9     | Long | Mid | Long dealer | Mid dealer | 1.00  |
      And the balance sheets are now
        | entity      | cash | tickets |
        | Mid dealer  | 2    | m1 l9   |
        | Long dealer | 1    | l1      |

    @KER-15
    Example: both dealers quote from their new positions
      Short: V = 0.90 + 1.10 = 2.00, K* = 1 + ⌊1.10/0.90⌋ = 2, I = 0.20/3 = 1/15, p(1) = 0.90.
      Mid: V = 1.90, K* = 1, I = 0.30/2 = 0.15, p(0) = 1 + 0.10·½ = 1.05.

      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | m4      |
      And these tickets
        | ticket | issuer | matures |
        | m4     | H1     | 4       |
      When the next period begins
      Then the Short dealer quotes
        | a | C    | V | X* | p    | ask   | bid   |
        | 1 | 1.10 | 2 | 2  | 0.90 | 14/15 | 13/15 |
      And the Mid dealer quotes
        | a | C    | V    | X* | p    | ask   | bid   |
        | 0 | 1.90 | 1.90 | 1  | 1.05 | 1.125 | 0.975 |

    @boundary @MOD-09
    Example: a ticket that a dealer bought in another bucket changes hands with no one when it comes home
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | m4      |
      And these tickets
        | ticket | issuer | matures |
        | m4     | H1     | 4       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller       | buyer        | price |
        | m4     | Mid  | Short | Short dealer | Short dealer |       |
      And no balance sheet has changed
      And the Short dealer quotes
        | a | C |
        | 1 | 2 |

    @boundary @MOD-09
    Example: nor does it on the way from one foreign bucket to the next
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | l9      |
        | Mid dealer   | 2    |         |
      And these tickets
        | ticket | issuer | matures |
        | l9     | H1     | 9       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to  | seller       | buyer        | price |
        | l9     | Long | Mid | Short dealer | Short dealer |       |
      And no balance sheet has changed
      And the Short dealer quotes
        | a | C |
        | 0 | 2 |

  @REB-04
  Rule: A VBT sells a ticket that crosses to the VBT of its new bucket, at the new bucket's outside mid

    Example: from Mid to Short at 0.90
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 2    | s1      |
        | Mid VBT   | 1    | m4 m1   |
      And these tickets
        | ticket | issuer | matures |
        | m4     | H1     | 4       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller  | buyer     | price |
        | m4     | Mid  | Short | Mid VBT | Short VBT | 0.90  |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 1.10 | s1 m4   |
        | Mid VBT   | 1.90 | m1      |

    @MOD-11R
    Example: from Long to Mid at 1.00, by a VBT that has no cash and draws on its outside funding
      Given these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 5    |         |
        | Mid VBT    | 0    |         |
        | Long VBT   | 0    | l9      |
      And these tickets
        | ticket | issuer | matures |
        | l9     | H1     | 9       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to  | seller   | buyer   | price |
        | l9     | Long | Mid | Long VBT | Mid VBT | 1.00  |
      And the balance sheets are now
        | entity   | cash | tickets |
        | Mid VBT  | -1   | l9      |
        | Long VBT | 1    |         |

  @REB-05
  Rule: The buyer's equity is what it was, the seller's changes by the difference of the mids

    Example: the Mid desks give up 0.10 a ticket when they sell to Short
      The Mid dealer had 1 + 2·1.00 = 3.00 and has 1 + 2·0.90 = 2.80. The Mid VBT had 1.00 and has 0.90.

      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | m4 m5   |
        | Mid VBT      | 0    | m6      |
      And these tickets
        | ticket | issuer | matures |
        | m4     | H1     | 4       |
        | m5     | H1     | 4       |
        | m6     | H1     | 4       |
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 2    | 2      |
        | Short VBT    | 0    | 0      |
        | Mid dealer   | 1    | 3      |
        | Mid VBT      | 0    | 1      |
      When the next period begins
      Then the desks stand like this
        | desk         | cash  | equity |
        | Short dealer | 0.20  | 2      |
        | Short VBT    | -0.90 | 0      |
        | Mid dealer   | 2.80  | 2.80   |
        | Mid VBT      | 0.90  | 0.90   |

    Example: into a bucket with a higher mid the seller gains
      Given the Long market at mid 0.75 and spread 0.40
      And these balance sheets
        | entity      | cash | tickets |
        | Mid dealer  | 2    |         |
        | Long dealer | 1    | l9      |
      And these tickets
        | ticket | issuer | matures |
        | l9     | H1     | 9       |
      Then the desks stand like this
        | desk        | cash | equity |
        | Mid dealer  | 2    | 2      |
        | Long dealer | 1    | 1.75   |
      When the next period begins
      Then the desks stand like this
        | desk        | cash | equity |
        | Mid dealer  | 1    | 2      |
        | Long dealer | 2    | 2      |

    @boundary
    Example: where the mids are equal nobody's equity moves
      Given the Short market at mid 1.00 and spread 0.20
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | m4      |
      And these tickets
        | ticket | issuer | matures |
        | m4     | H1     | 4       |
      When the next period begins
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 1    | 2      |
        | Mid dealer   | 2    | 2      |
