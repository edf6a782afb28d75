Feature: Equity

  @CHK-C5
  Rule: A large holder's equity is cash plus tickets at the outside mid, a trader's is at face, whatever has happened

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 0.8 | 0.30   |
        | Mid    | 0.5 | 0.20   |

    Example: at the start
      The dealer: 1.60 + 2 · 0.8. The VBT: −1 + 0.8. H1: 0.50 + 1 − 2.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.60 | d1 d2   |
        | Short VBT    | -1   | v1      |
        | H1           | 0.50 | t1      |
      And H1 owes 2 tickets due at 3 to someone else
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 1.60 | 3.20   |
        | Short VBT    | -1   | -0.20  |
      And the traders stand like this
        | trader       | cash | equity |
        | H1           | 0.50 | -0.50  |
        | CreditorOfH1 | 0    | 2      |

    Example: after a SELL to the dealer
      X* = 4 and I = 0.06: the bid at 2 is 0.8 − 0.03 = 0.77. The dealer gains 0.8 − 0.77, H1 loses 1 − 0.77.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.60 | d1 d2   |
        | H1           | 0.50 | t1      |
      When H1 sells t1
      Then the order goes like this
        | price | route    |
        | 0.77  | interior |
      And the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 0.83 | 3.23   |
      And the traders stand like this
        | trader | cash | equity |
        | H1     | 1.27 | 1.27   |

    Example: after a BUY that passes through
      The outside ask is 0.95: the VBT gains 0.95 − 0.8, H1 gains 1 − 0.95, the dealer nothing.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.60 |         |
        | Short VBT    | 0    | v1      |
        | H1           | 2    |         |
      When H1 buys in Short
      Then the order goes like this
        | price | route        |
        | 0.95  | pass-through |
      And the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 1.60 | 1.60   |
        | Short VBT    | 0.95 | 0.95   |
      And the traders stand like this
        | trader | cash | equity |
        | H1     | 1.05 | 2.05   |

    Example: after a crossing the seller has the new mid in cash, the buyer in a ticket
      The Mid dealer's ticket was worth 0.5 and brings 0.8.
      Given these balance sheets
        | entity       | cash | tickets |
        | Mid dealer   | 1    | m1      |
        | Short dealer | 1    |         |
      And these tickets
        | ticket | matures |
        | m1     | 4       |
      When the next period begins
      Then the desks stand like this
        | desk         | cash | equity |
        | Mid dealer   | 1.80 | 1.80   |
        | Short dealer | 0.20 | 1      |

    Example: after settlement in part
      Cash 1 for 4 tickets: R = 1/4. The dealer had 2 · 0.8 in them and got 0.50; I1's debts are gone.
      Given the date is 1
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1 d2   |
        | I1           | 1    |         |
        | K1           | 0    | k1 k2   |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I1     | 1       |
        | d2     | I1     | 1       |
        | k1     | I1     | 1       |
        | k2     | I1     | 1       |
      When claims are settled
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 1.50 | 1.50   |
      And the traders stand like this
        | trader | cash | equity |
        | I1     | 0    | 0      |
        | K1     | 0.50 | 0.50   |

    Example: after rollover at the mid
      I1 repays 1 and gets 0.8 for a new debt of 1; K1 has 1 and pays 0.8 for a claim of 1; the dealer pays
      0.8 for what is worth 0.8.
      Given rollover is on
      And the issue price mid
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 0    | d1      |
        | I1           | 2    |         |
        | K1           | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I1     | 1       |
        | k1     | I1     | 1       |
      When a period passes
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 0.20 | 1      |
      And the traders stand like this
        | trader | cash | equity |
        | I1     | 1.60 | -0.40  |
        | K1     | 0.20 | 1.20   |

    @boundary
    Example: after a fall of the anchors the same tickets are worth less, to large holders only
      ℓ = 1 and M falls by 0.20 to 0.60: the dealer 1.60 + 2 · 0.60, the VBT 0.60, K1 its face of 1.
      Given these markets
        | bucket | mid | spread | mid sensitivity |
        | Short  | 0.8 | 0.30   | 0.20            |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1.60 | d1 d2   |
        | Short VBT    | 0    | v1      |
        | K1           | 0    | k1      |
        | K2           | 0    | k2      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 3       |
        | k2     | I2     | 1       |
      When a period passes
      Then the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 1.60 | 2.80   |
        | Short VBT    | 0    | 0.60   |
      And the traders stand like this
        | trader | cash | equity |
        | K1     | 0    | 1      |
