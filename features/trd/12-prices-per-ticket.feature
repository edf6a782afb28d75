Feature: Prices are per ticket

  @TRD-12R @MOD-13R
  Rule: A dealer's cash is held against the price of one ticket, not against its face times a price per unit

    Background:
      Given a ticket size of 5
      And the Short market at mid 1 and spread 0.30

    @EX-06
    Example: cash of 3.40 pays for a ticket of face 5 at 1.0525
      Read as a price per unit of face the bid would come to 5 · 1.0525 = 5.2625, more than the dealer has.

      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 3.40 |         |
        | H1           | 0    | h1      |
      When H1 sells h1
      Then the order goes like this
        | price  | route    | because | dealer cash | dealer tickets |
        | 1.0525 | interior |         | 2.3475      | 1              |
      And the balance sheets are now
        | entity       | cash   | tickets |
        | Short dealer | 2.3475 | h1      |
        | H1           | 1.0525 |         |

    Example: what passes through is paid per ticket too
      Given these balance sheets
        | entity    | cash | tickets |
        | Short VBT | 0    | v1      |
        | H1        | 0    | h1      |
        | H2        | 1.15 |         |
      When H1 sells h1
      And H2 buys in Short
      Then the orders go like this
        | price | route        |
        | 0.85  | pass-through |
        | 1.15  | pass-through |
      And the balance sheets are now
        | entity    | cash | tickets |
        | Short VBT | 0.30 | h1      |
        | H1        | 0.85 |         |
        | H2        | 0    | v1      |

    @boundary @KER-17
    Example: cash binds at spreads above eighty sevenths of the mid only, with tickets of face 5 as well
      At mid 7 the bid of a dealer with cash of 21 and no ticket is 21 at a spread of 80 and 21.014 at 80.08.

      Given these markets
        | bucket | mid | spread |
        | Short  | 7   | 80     |
        | Mid    | 7   | 80.08  |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 21   |         |
        | Mid dealer   | 21   |         |
        | H1           | 0    | h1 h2   |
      And these tickets
        | ticket | matures |
        | h2     | 5       |
      When H1 sells h1
      And H1 sells h2
      Then the orders go like this
        | bucket | X* | price | route        | because |
        | Short  | 5  | 21    | interior     |         |
        | Mid    | 15 | 0     | pass-through | cash    |
