Feature: Safety margins across buckets

  @MET-07
  Rule: A ticket counts at the bid of its own bucket

    Example: a trader defaults with a margin above nothing
      Bids: Short 1 − 0.15 = 0.85, Mid 1 − 0.10 = 0.90. H1 has 0.50, s1 and n1, and owes 2:
      0.50 + 0.85 + 0.90 − 2 = 0.25 before it sells s1 for 0.85, and 1.35 + 0.90 − 2 = 0.25 at its default.
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.20   |
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0.50 | s1 n1   |
      And these tickets
        | ticket | issuer | matures |
        | s1     | I1     | 3       |
        | n1     | I1     | 8       |
      And H1 owes 2 tickets due at 1 to someone else
      And these arrivals
        | day | Z | agent |
        | 1   | 1 | H1    |
      When the run lasts 1 period
      Then metrics.json says
        | path                                       | value |
        | safety_margins.at_liquidity_sale.count     | 1     |
        | safety_margins.at_liquidity_sale.mean      | 0.25  |
        | safety_margins.at_default.count            | 1     |
        | safety_margins.at_default.mean             | 0.25  |
        | safety_margins.at_default.count_below_zero | 0     |
        | safety_margins.before_buy.count            | 0     |
        | safety_margins.before_buy.mean             |       |

    @boundary
    Example: two liabilities that default together are one default, and a next day has another
      On day 1 H1 has 0.50 − 3 = −2.50 and no ticket; on day 2 it has 0 − 1.
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 0.50 |          |
        | H2     | 0    | a1 b1 c1 |
      And these tickets
        | ticket | liability | issuer | matures |
        | a1     | P1        | H1     | 1       |
        | b1     | P2        | H1     | 1       |
        | c1     | P3        | H1     | 2       |
      When the run lasts 2 periods
      Then metrics.json says
        | path                                       | value |
        | safety_margins.at_default.count            | 2     |
        | safety_margins.at_default.min              | -2.50 |
        | safety_margins.at_default.max              | -1    |
        | safety_margins.at_default.count_below_zero | 2     |

    @boundary @CHK-12R
    Example: a margin that ties with nothing is not below it
      H1: 0.1499… + 0.85 − 1 lacks a unit of 10⁻¹⁸ of nothing. H2: 0.14 + 0.85 − 1 = −0.01.
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity | cash                 | tickets |
        | H1     | 0.149999999999999999 | s1      |
        | H2     | 0.14                 | s2      |
      And these tickets
        | ticket | issuer | matures |
        | s1     | I1     | 3       |
        | s2     | I1     | 3       |
      And H1 owes 1 ticket due at 1 to someone else
      And H2 owes 1 ticket due at 1 to someone else
      When the run lasts 1 period
      Then metrics.json says
        | path                                       | value |
        | safety_margins.at_default.count            | 2     |
        | safety_margins.at_default.min              | -0.01 |
        | safety_margins.at_default.max              | 0     |
        | safety_margins.at_default.count_below_zero | 1     |

  @MET-16R
  Rule: A default is met with the balance sheets and bids with which the settlement of its day begins

    Background:
      Given the Short market at mid 1 and spread 0.30

    Example: what an earlier issuer has paid still counts as a ticket
      The bid is 1 − 0.15 = 0.85. H1 pays H2 1 before H2's turn, which does not count (SET-06R): H2 has nothing and
      fails. Its margin is 0 + 0.85 − 1 = −0.15, and not 1 + 0 − 1 = 0.
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 0    | h1      |
        | H3     | 0    | h2      |
      And these tickets
        | ticket | issuer | matures |
        | h1     | H1     | 1       |
        | h2     | H2     | 1       |
      When the run lasts 1 period
      Then metrics.json says
        | path                                       | value |
        | safety_margins.at_default.count            | 1     |
        | safety_margins.at_default.mean             | -0.15 |
        | safety_margins.at_default.count_below_zero | 1     |

    Example: so it is whatever the order of the issuers
      The same, with H2 listed first.
      Given these balance sheets
        | entity | cash | tickets |
        | H2     | 0    | h1      |
        | H1     | 1    |         |
        | H3     | 0    | h2      |
      And these tickets
        | ticket | issuer | matures |
        | h1     | H1     | 1       |
        | h2     | H2     | 1       |
      When the run lasts 1 period
      Then metrics.json says
        | path                            | value |
        | safety_margins.at_default.count | 1     |
        | safety_margins.at_default.mean  | -0.15 |

    Example: under every clearing rule, for what an issuer fails to pay with its receipts
      H2 owes 3 and has 1 once H1 has paid: R = 1/3. Its margin is still 0.85 − 3 = −2.15.
      Given the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 1    |          |
        | H2     | 0    | h1       |
        | H3     | 0    | h2 h3 h4 |
      And these tickets
        | ticket | issuer | matures |
        | h1     | H1     | 1       |
        | h2     | H2     | 1       |
        | h3     | H2     | 1       |
        | h4     | H2     | 1       |
      When the run lasts 1 period
      Then metrics.json says
        | path                           | value |
        | safety_margins.at_default.mean | -2.15 |

    @boundary @KER-15
    Example: at the bid before the dealer was paid
      With d1 and cash 1 the dealer has V = 2, X* = 2 and λ = 1/3, and bids 1 − 0.10/2 = 0.95; paid for d1 it would
      bid 1 + 0.075 − 0.05 = 1.025. H2's margin is 0.95 − 1 = −0.05.
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1      |
        | H1           | 1    |         |
        | H2           | 0    | s1      |
        | H3           | 0    | h2      |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 1       |
        | s1     | H1     | 3       |
        | h2     | H2     | 1       |
      When the run lasts 1 period
      Then metrics.json says
        | path                           | value |
        | safety_margins.at_default.mean | -0.05 |
