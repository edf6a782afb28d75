Feature: Dealers as customers of other dealers

  @TRD-11
  Rule: Anyone may be a dealer's customer, also another bucket's dealer, which pays from its cash and sees only that

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.20   |
        | Mid    | 1   | 0.30   |
        | Long   | 1   | 0.40   |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    | m1      |
        | Long dealer  | 1    | l1      |

    @EX-02
    Example: the Short dealer buys a Mid ticket
      The Mid dealer asks 1.05. It is left with (0, 2.05): p(0) = 1.075 and I = 0.10.

      When Short dealer buys in Mid
      Then the order goes like this
        | customer     | bucket | ticket | price | route    | dealer cash | dealer tickets | ask   | bid   |
        | Short dealer | Mid    | m1     | 1.05  | interior | 2.05        | 0              | 1.125 | 1.025 |
      And the Short dealer quotes
        | a | C    | K* |
        | 0 | 0.95 | 0  |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0.95 | m1      |
        | Mid dealer   | 2.05 |         |

    @EX-02
    Example: then the Mid dealer buys a Long ticket
      The Long dealer asks 16/15; the Mid dealer pays it from 2.05 and keeps 59/60.

      When Short dealer buys in Mid
      And Mid dealer buys in Long
      Then the orders go like this
        | customer     | bucket | ticket | price | dealer cash | dealer tickets | ask   | bid   |
        | Short dealer | Mid    | m1     | 1.05  | 2.05        | 0              | 1.125 | 1.025 |
        | Mid dealer   | Long   | l1     | 16/15 | 31/15       | 0              | 7/6   | 31/30 |
      And the Mid dealer quotes
        | a | x | C     |
        | 0 | 0 | 59/60 |

    Example: a dealer sells a ticket of another bucket to that bucket's dealer
      The Mid dealer bids 0.95 and has room for one more.

      Given these tickets
        | ticket | owner        | matures |
        | m2     | Short dealer | 6       |
      When Short dealer sells m2
      Then the order goes like this
        | customer     | side | bucket | price | route    |
        | Short dealer | SELL | Mid    | 0.95  | interior |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 2.95 |         |
        | Mid dealer   | 0.05 | m1 m2   |

    Example: a dealer's order may pass through like anyone's
      Given these balance sheets
        | entity     | cash | tickets |
        | Mid dealer | 0    |         |
        | Mid VBT    | 0    | m1      |
      And these tickets
        | ticket | owner        | matures |
        | m2     | Short dealer | 6       |
      When Short dealer buys in Mid
      And Short dealer sells m2
      Then the orders go like this
        | side | ticket | price | route        |
        | BUY  | m1     | 1.15  | pass-through |
        | SELL | m2     | 0.85  | pass-through |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 1.70 | m1      |
        | Mid VBT      | 0.30 | m2      |

    @MOD-09
    Example: a dealer as customer is bound to no issuer
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 5    |         |
      And these tickets
        | ticket | issuer | owner      |
        | m1     | H8     | Mid dealer |
        | m2     | H9     | Mid dealer |
      When Short dealer buys twice in Mid
      Then the tickets stand like this
        | ticket | issuer | owner        |
        | m1     | H8     | Short dealer |
        | m2     | H9     | Short dealer |

    @boundary
    Example: cash of exactly the price is enough
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.05 |         |
      When Short dealer buys in Mid
      Then the balance sheets are now
        | entity       | cash | tickets |
        | Short dealer | 0    | m1      |
        | Mid dealer   | 2.05 |         |

    @refusal
    Example: less than the price is not
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.04 |         |
      When Short dealer buys in Mid
      Then the order goes like this
        | executed | price | refused |
        | no       | 1.05  | cash    |
      And no balance sheet has changed

    @refusal
    Example: a dealer is not its own customer
      When Mid dealer buys in Mid
      Then it is refused as invalid
      When Mid dealer sells m1
      Then it is refused as invalid
      And no balance sheet has changed

    @refusal
    Example: a value-based trader is nobody's customer
      When Short VBT buys in Mid
      Then it is refused as invalid
      And no balance sheet has changed
