Feature: What the dealer's quotes depend on

  @KER-15
  Rule: Quotes follow from face, outside mid and spread, guard threshold, and the dealer's tickets and cash alone

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.30   |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | Mid dealer   | 2    | m1 m2   |
        | H1           | 9    | h1 h2   |
        | H2           | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 3       |
        | d2     | H8     | 3       |
        | v1     | H8     | 3       |
        | h1     | H9     | 3       |
        | h2     | H9     | 5       |

    Example: the same six inputs give the same quotes, in a market or on paper
      Then the Short dealer quotes
        | V | X* | λ   | I    | p | ask  | bid  |
        | 4 | 4  | 1/5 | 0.06 | 1 | 1.03 | 0.97 |
      When the kernel is evaluated at
        | S | M | O    | M_min | a | C |
        | 1 | 1 | 0.30 | 0.02  | 2 | 2 |
      Then it gives
        | V | X* | λ   | I    | p | ask  | bid  |
        | 4 | 4  | 1/5 | 0.06 | 1 | 1.03 | 0.97 |

    Example: two dealers that come to the same position by different ways quote alike
      The Short dealer buys one ticket for 0.97; the Mid dealer is given one, and pays 0.97 of its cash away.

      When H1 sells h1
      Then the Short dealer quotes
        | a | C    | p    | ask  | bid  |
        | 3 | 1.03 | 0.95 | 0.98 | 0.92 |
      When the Mid dealer is left with the tickets "m1 m2 h2"
      And the Mid dealer is left with cash 1.03
      Then the Mid dealer quotes
        | a | C    | p    | ask  | bid  |
        | 3 | 1.03 | 0.95 | 0.98 | 0.92 |

    Example: after every trade they are worked out anew
      When H1 sells h1
      And H2 buys in Short
      Then the orders go like this
        | price | dealer tickets | dealer cash | ask  | bid  |
        | 0.97  | 3              | 1.03        | 0.98 | 0.92 |
        | 0.98  | 2              | 2.01        | 1.03 | 0.97 |

    Example: when the dealer's cash changes, so do they
      Cash of 3 makes the capacity 5: λ = 1/6, I = 0.05, and p(2) = 1 − 0.30/7 · (2 − 2.5) = 143/140.

      When the Short dealer is left with cash 3
      Then the Short dealer quotes
        | X* | I    | p       | ask     | bid     |
        | 5  | 0.05 | 143/140 | 293/280 | 279/280 |

    Example: when the outside mid and spread change, so do they
      One of the four tickets due is not repaid: the mid falls by 0.25 and the spread grows by 0.15. The dealer
      is left with cash of 3 and no ticket: X* = 4 and p(0) = 0.75 + 0.45/6 · 2 = 0.90, λ = 1/5, I = 0.09.

      Given these markets
        | bucket | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1   | 0.30   | 1               | 0.6                |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1      |
        | Short VBT    | 0    | v1 v2   |
        | H1           | 9    | h1 h2   |
        | H8           | 9    |         |
        | Mid VBT      | 0    | d2      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H8     | 1       |
        | v1     | H8     | 1       |
        | v2     | H8     | 1       |
        | h1     | H9     | 1       |
        | d2     | H8     | 7       |
      When a period passes
      Then the Short dealer quotes
        | M    | O    | a | C | X* | I    | p    | ask   | bid   |
        | 0.75 | 0.45 | 0 | 3 | 4  | 0.09 | 0.90 | 0.945 | 0.855 |

    Example: an order that passes the dealer by moves nothing
      H3 holds a ticket of H7 and wants another; the dealer has none of H7, the value-based trader has.

      Given these balance sheets
        | entity | cash | tickets |
        | H3     | 9    | g1      |
      And these tickets
        | ticket | issuer | matures |
        | g1     | H7     | 3       |
        | v1     | H7     | 3       |
      When H3 buys in Short
      Then the order goes like this
        | price | route        | because | ask  | bid  |
        | 1.15  | pass-through | issuer  | 1.03 | 0.97 |

    Example: trading in another bucket moves nothing
      When H1 sells h2
      And H2 buys in Mid
      Then the Short dealer quotes
        | a | C | ask  | bid  |
        | 2 | 2 | 1.03 | 0.97 |

    Example: the passing of time moves nothing
      When the next period begins
      Then the Short dealer quotes
        | a | C | ask  | bid  |
        | 2 | 2 | 1.03 | 0.97 |

    Example: other people's money moves nothing
      When H1 is left with cash 100
      And H2 is left with cash 0
      Then the Short dealer quotes
        | a | C | ask  | bid  |
        | 2 | 2 | 1.03 | 0.97 |

    @boundary @MOD-09
    Example: a ticket of another bucket in the dealer's hands moves nothing, the cash paid for it does
      The Short dealer pays 1.03 for a Mid ticket: with (2, 0.97) its capacity is 2, λ = 1/3 and p(2) = 0.925.

      When Short dealer buys in Mid
      Then the Short dealer quotes
        | a | C    | X* | p     | ask   | bid   |
        | 2 | 0.97 | 2  | 0.925 | 0.975 | 0.875 |
