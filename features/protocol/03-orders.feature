Feature: Orders that are refused

  An order that cannot be filled is answered, with the reason (see the chapters on trades). An order that
  refers to nothing, or that nobody may give, is refused as invalid and changes nothing.

  Rule: An order names a customer, a bucket and a ticket that there are

    Background:
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | Mid dealer   | 2    | m1      |
        | H1           | 3    | t1      |
        | H2           | 3    | t2      |

    @PROTOCOL @refusal
    Example: an unknown trader sells
      When H9 sells t1
      Then it is refused as invalid: "H9"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: an unknown trader buys
      When H9 buys in Short
      Then it is refused as invalid: "H9"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: an unknown trader follows its policy
      When H9 sells
      Then it is refused as invalid: "H9"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: an unknown bucket
      When H1 buys in Nowhere
      Then it is refused as invalid: "nowhere"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: an unknown ticket
      When H1 sells z9
      Then it is refused as invalid: "z9"
      And no balance sheet has changed

    @PROTOCOL @refusal @MOD-10
    Scenario Outline: a ticket that <owner> holds
      When H1 sells <ticket>
      Then it is refused as invalid: "<ticket>"
      And no balance sheet has changed

      Examples:
        | owner               | ticket |
        | another trader      | t2     |
        | the bucket's dealer | d1     |
        | the bucket's VBT    | v1     |

    @PROTOCOL @refusal
    Example: a ticket that has settled
      Given these tickets
        | ticket | issuer | matures |
        | t1     | H2     | 1       |
      When the next period begins
      And claims are settled
      And H1 sells t1
      Then it is refused as invalid: "t1"
      And no balance sheet has changed

  Rule: A dealer is no customer of itself, and a VBT nobody's

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 3    | v1      |
        | Mid dealer   | 1    | m1      |
        | Mid VBT      | 0    | w1      |

    @PROTOCOL @TRD-11
    Example: a dealer may be another dealer's customer
      When Short dealer buys in Mid
      Then the order goes like this
        | customer     | ticket | price | route    |
        | Short dealer | m1     | 1.05  | interior |

    @PROTOCOL @TRD-11 @refusal
    Example: a dealer that buys in its own bucket
      When Short dealer buys in Short
      Then it is refused as invalid: "short"
      And no balance sheet has changed

    @PROTOCOL @TRD-11 @refusal
    Example: a dealer that sells a ticket of its own bucket
      When Short dealer sells d1
      Then it is refused as invalid: "d1"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: a dealer that is to follow a policy has none
      When Short dealer buys
      Then it is refused as invalid: "dealer:short"
      And no balance sheet has changed

    @PROTOCOL @refusal
    Example: the same when it is to sell
      When Short dealer sells
      Then it is refused as invalid: "dealer:short"
      And no balance sheet has changed

    @PROTOCOL @TRD-11 @refusal
    Scenario Outline: a VBT that buys in <bucket>
      When Short VBT buys in <bucket>
      Then it is refused as invalid: "vbt:short"
      And no balance sheet has changed

      Examples:
        | bucket |
        | Short  |
        | Mid    |

    @PROTOCOL @TRD-11 @refusal
    Example: a VBT that sells
      When Short VBT sells v1
      Then it is refused as invalid: "vbt:short"
      And no balance sheet has changed
