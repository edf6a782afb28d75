Feature: Regimes

  @LOOP-04
  Rule: In a passive regime nobody trades and all else goes on; in a baseline there are no large holders at all

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.20   |
        | Long   | 0.8 | 0.30   |

    Example: passive: a trader that could sell and pay defaults instead
      In the active regime S1 would sell t1 for 0.85 and pay in full.
      Given the regime passive
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0.15 | t1      |
      And S1 owes 1 ticket due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
      Then there are no arrivals
      And the issuers settle like this
        | issuer | due | cash before | R    | cash after |
        | S1     | 1   | 0.15        | 0.15 | 0          |

    Example: passive: nor does anybody sell to avoid a default
      Given the regime passive
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | t1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is drawn
      Then there are no arrivals
      And no balance sheet has changed

    Example: passive: nor does anybody buy
      Given the regime passive
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | B1           | 9    |         |
      When the order flow is drawn
      Then there are no arrivals
      And no balance sheet has changed

    Scenario Outline: <regime>: large holders' tickets cross, settle and are issued again as ever
      t1 crosses into Mid at the Mid mid of 1. d1 is repaid and issued again at par.
      Given the regime <regime>
      And rollover is on
      And these balance sheets
        | entity       | cash | tickets |
        | Long dealer  | 0.80 | t1      |
        | Mid dealer   | 1    |         |
        | Short dealer | 1    | d1      |
        | I1           | 1    |         |
      And these tickets
        | ticket | issuer | matures |
        | t1     | I9     | 9       |
        | d1     | I1     | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner        | matures | price |
        | d1~1   | I1     | Short dealer | 2       | 1     |
      And the balance sheets are now
        | entity       | cash | tickets |
        | Long dealer  | 1.80 |         |
        | Mid dealer   | 0    | t1      |
        | Short dealer | 1    | d1~1    |

      Examples:
        | regime  |
        | active  |
        | passive |

    Scenario Outline: <regime>: losses move the anchors, and large holders are marked to them
      I1 pays 1 of 2: ℓ = 1/2, so M = 1/2 and O = 0.30 + 0.30. The dealer's last ticket is worth 1/2 then,
      and of its two maturing ones it got 1: E = 1 + 1 + 1/2. The VBT: −1 + 1/2.
      Given the regime <regime>
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 1    | d1 d2 d3 |
        | Short VBT    | -1   | v1       |
        | I1           | 1    |          |
      And these tickets
        | ticket | issuer | matures |
        | d1     | I1     | 1       |
        | d2     | I1     | 1       |
        | d3     | I2     | 3       |
        | v1     | I2     | 3       |
      When a period passes
      Then the anchors become
        | bucket | ℓ   | M   | O    | A    | B    |
        | Short  | 1/2 | 1/2 | 0.60 | 0.80 | 0.20 |
        | Mid    | 0   | 1   | 0.20 | 1.10 | 0.90 |
        | Long   | 0   | 0.8 | 0.30 | 0.95 | 0.65 |
      And the desks stand like this
        | desk         | cash | equity |
        | Short dealer | 2    | 2.50   |
        | Short VBT    | -1   | -0.50  |

      Examples:
        | regime  |
        | active  |
        | passive |

    Example: baseline: traders settle with traders
      Given the regime baseline
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1 a2   |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
      When a period passes
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | H1     | 2   | 1           | 1/2 | 0          |
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 0    |         |
        | H2     | 1    |         |

    Example: baseline: a ticket that crosses a boundary changes its label
      Given the regime baseline
      And these balance sheets
        | entity | cash | tickets |
        | H2     | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 9       |
      When a period passes
      Then these tickets cross
        | ticket | from | to  | seller | buyer | price |
        | a1     | Long | Mid | H2     | H2    |       |
      And no balance sheet has changed

    Example: baseline: repaid paper is issued again
      Given the regime baseline
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | H2    | 2       | 1     |

    Example: baseline: nobody sells, however short, and nobody buys
      Given the regime baseline
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | t1      |
        | B1     | 9    |         |
      And S1 owes 1 ticket due at 1 to someone else
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
        | 0 | B1    |
      Then there are no arrivals

    @refusal
    Example: baseline: there is nobody to trade with
      Given the regime baseline
      And these balance sheets
        | entity | cash | tickets |
        | S1     | 0    | t1      |
      When S1 sells t1
      Then it is refused as invalid: "baseline"
      And no balance sheet has changed

    @refusal
    Example: baseline: no dealer and no VBT can own a ticket
      Given the regime baseline
      And these tickets
        | ticket | issuer | owner     | matures |
        | v1     | I1     | Short VBT | 2       |
      When the world is opened
      Then it is refused as invalid: "vbt:short"
