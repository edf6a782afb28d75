Feature: The order flow of those who avoid default

  The policy `default_avoidance`.

  @FLW-07
  Rule: While a trader has a gap that it can act on, one is drawn, sells one ticket, and its gap is worked out anew

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Long   | 1   | 0      |
      And the policy default_avoidance with a horizon of 5

    Example: turns may alternate, and each sale is one ticket at the bid of the moment
      Gaps of 1.50 each. H1: 0.97, then 0.85 from the VBT once the dealer is full; H2: 0.92 and 0.85.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0.50 | s1 s2   |
        | H2           | 0.50 | k1 k2   |
      And these tickets
        | ticket | matures |
        | d1     | 3       |
        | d2     | 3       |
        | s1     | 3       |
        | s2     | 3       |
        | k1     | 3       |
        | k2     | 3       |
      And H1 owes 2 tickets due at 2 to someone else
      And H2 owes 2 tickets due at 2 to someone else
      When the order flow is
        | agent |
        | H1    |
        | H2    |
        | H1    |
        | H2    |
        | H1    |
      Then the arrivals go like this
        | side | agent | ticket | price | route        |
        | SELL | H1    | s1     | 0.97  | interior     |
        | SELL | H2    | k1     | 0.92  | interior     |
        | SELL | H1    | s2     | 0.85  | pass-through |
        | SELL | H2    | k2     | 0.85  | pass-through |

    Example: there is no N_max of its own accord
      Three arrivals are the most under the other policy; here five are needed and five come.
      Given these balance sheets
        | entity | cash | tickets           |
        | H1     | 0    | g1 g2 g3 g4 g5 g6 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
        | g4     | 20      |
        | g5     | 20      |
        | g6     | 20      |
      And H1 owes 5 tickets due at 4 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | side | fallback | agent | ticket |
        | SELL | no       | H1    | g1     |
        | SELL | no       | H1    | g2     |
        | SELL | no       | H1    | g3     |
        | SELL | no       | H1    | g4     |
        | SELL | no       | H1    | g5     |

    Example: an N_max that is set is kept
      Given at most 2 arrivals a period
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0    | g1 g2 g3 |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | g3     | 20      |
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | agent | ticket |
        | H1    | g1     |
        | H1    | g2     |

    Example: the draw is uniform among those with a gap that they can act on
      Of 400 draws 200 are expected for each of H1 and H3, with a standard deviation of √(400 · 1/2 · 1/2) = 10.
      H2 has tickets and no gap.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | g1 g2   |
        | H2     | 1    | m1 m2   |
        | H3     | 0    | k1      |
      And H1 owes 2 tickets due at 1 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      And H3 owes 1 ticket due at 1 to someone else
      When the order flow is drawn 400 times with seeds of their own, each time anew
      Then the shares are
        | share       | is  | give or take |
        | SELLs by H1 | 1/2 | 0.1          |
        | SELLs by H3 | 1/2 | 0.1          |
        | SELLs by H2 | 0   | 0            |
        | SELLs       | 1   | 0            |
        | BUYs        | 0   | 0            |

    Example: Z has no say
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | g1 g2   |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 2 tickets due at 4 to someone else
      When the order flow is
        | Z | agent |
        | 0 | H1    |
        | 1 | H1    |
      Then the arrivals go like this
        | Z | side | fallback | agent | ticket |
        |   | SELL | no       | H1    | g1     |
        |   | SELL | no       | H1    | g2     |

    @boundary
    Example: the flow ends with the last gap, not with the last ticket
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | g1 g2   |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
      And H1 owes 3 tickets due at 4 to someone else
      When the order flow is
        | agent |
        | H1    |
        | H1    |
      Then the arrivals go like this
        | agent | ticket | price |
        | H1    | g1     | 1     |

    @refusal
    Example: a trader whose gap is closed cannot arrive again while another's is open
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    | g1 g2   |
        | H2     | 2    | k1      |
      And these tickets
        | ticket | matures |
        | g1     | 20      |
        | g2     | 20      |
        | k1     | 20      |
      And H1 owes 3 tickets due at 4 to someone else
      And H2 owes 3 tickets due at 4 to someone else
      When the order flow is
        | agent |
        | H1    |
        | H1    |
      Then it is refused as invalid: "H1"
      And no balance sheet has changed

    @FLW-08 @POL-07
    Example: a script may bring a trader once more that was offered nothing
      B = 0.50 − 1/2 = 0, and a price has to be positive. H1 keeps its gap and its ticket, so a script may name it
      again; a draw would not, and has H2 to turn to.
      Given the Short market at mid 0.50 and spread 1
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | s1      |
        | H2     | 0    | k1      |
      And these tickets
        | ticket | matures |
        | s1     | 3       |
        | k1     | 3       |
      And H1 owes 1 ticket due at 2 to someone else
      And H2 owes 1 ticket due at 2 to someone else
      When the order flow is
        | agent |
        | H1    |
        | H1    |
        | H2    |
      Then the arrivals go like this
        | side | agent | executed | price | refused |
        | SELL | H1    | no       | 0     | price   |
        | SELL | H1    | no       | 0     | price   |
        | SELL | H2    | no       | 0     | price   |

    @POL-11R @ROL-02
    Example: what was sold is no receipt any more, and brings no new ticket
      New tickets cost 0.90, so each ticket that matures leaves 0.10. H1 sees 0.55 + 0.40 against a payment of 1,
      sells s1 for 0.90, and sees 1.45 + 0.30.
      Given the Short market at mid 0.90 and spread 0
      And rollover is on
      And the issue price mid
      And these balance sheets
        | entity | cash | tickets     |
        | H1     | 0.55 | s1 s2 s3 s4 |
      And these tickets
        | ticket | matures |
        | s1     | 2       |
        | s2     | 2       |
        | s3     | 2       |
        | s4     | 2       |
      And H1 owes 1 ticket due at 3 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | ticket | price |
        | SELL | H1    | s1     | 0.90  |
