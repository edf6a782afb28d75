Feature: What is due is settled before time goes on

  @LOOP-06R
  Rule: No period begins while a ticket that is due today has not been settled

    Background:
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1      |
        | I1           | 1    |         |
        | K1           | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | d1     | I9     | 3       |

    @refusal
    Example: time is not advanced a second time
      When the next period begins
      And the next period begins
      Then it is refused as invalid: "k1"
      And no balance sheet has changed
      And the date is now 1

    @refusal
    Example: nor does a whole period pass
      When the next period begins
      And a period passes
      Then it is refused as invalid: "k1"
      And no balance sheet has changed
      And the date is now 1

    @refusal
    Example: nor in a world that opens on the day on which the ticket is due
      Given the date is 1
      When a period passes
      Then it is refused as invalid: "k1"
      And no balance sheet has changed
      And the date is now 1

    @refusal
    Scenario Outline: whoever holds the ticket: <owner>
      Given the date is 3
      And these tickets
        | ticket | issuer | owner   | matures |
        | k1     | I1     | K1      | 9       |
        | x1     | I1     | <owner> | 3       |
        | d1     | I9     |         | 4       |
      When the next period begins
      Then it is refused as invalid: "x1"
      And the date is now 3

      Examples:
        | owner        |
        | Short dealer |
        | Short VBT    |
        | Long dealer  |
        | K1           |

    Example: after the settlement time goes on
      When the next period begins
      And claims are settled
      And the next period begins
      Then the date is now 2
      And the balance sheets are now
        | entity | cash | tickets |
        | I1     | 0    |         |
        | K1     | 1    |         |

    Example: a settlement in which nobody is paid is one as well
      When I1 is left with cash 0
      And the next period begins
      And claims are settled
      And a period passes
      Then the date is now 2
      And the traders stand like this
        | trader | cash | defaulted |
        | I1     | 0    | yes       |
        | K1     | 0    | no        |

    Example: a world that opens on that day settles it first
      Given the date is 1
      When claims are settled
      And a period passes
      Then the date is now 2
      And the balance sheets are now
        | entity | cash | tickets |
        | I1     | 0    |         |
        | K1     | 1    |         |

    Example: what is due tomorrow does not keep today from ending
      Given these tickets
        | ticket | matures |
        | k1     | 2       |
      When the next period begins
      Then the date is now 1

    @PROTOCOL
    Example: the state between is a world, and is settled after it is opened again
      When the next period begins
      And the world is closed and opened again from its state
      And the next period begins
      Then it is refused as invalid: "k1"
      When claims are settled
      And the next period begins
      Then the date is now 2
