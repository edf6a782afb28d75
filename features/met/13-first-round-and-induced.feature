Feature: First-round and induced defaults

  I1 has 0.40 and owes H1 1, due on day 1: it pays 0.40. H1 owes K1 1, and is short by more or by less than the
  0.60 that I1 did not pay. Nobody trades.

  Background:
    Given the Short market at mid 0.75 and spread 0.30
    And the regime passive
    And these tickets
      | ticket | issuer | matures |
      | a1     | I1     | 1       |
      | b1     | H1     | 2       |

  @MET-13
  Rule: A default is induced if the issuer could have paid, had every claim that it held and that matured been paid in full

    Example: with 0.20 of its own H1 would have had 1.20
      0.20 + 0.40 = 0.60 is what it has on day 2, and 0.60 + (1 − 0.40) ≥ 1.
      Given these balance sheets
        | entity | cash | tickets |
        | I1     | 0.40 |         |
        | H1     | 0.20 | a1      |
        | K1     | 0    | b1      |
      When the run lasts 2 periods
      Then metrics.json says
        | path                         | value |
        | payoff.liabilities_defaulted | 2     |
        | rounds.first_round.count     | 1     |
        | rounds.first_round.face      | 1     |
        | rounds.induced.count         | 1     |
        | rounds.induced.face          | 1     |

    @boundary
    Example: with nothing of its own H1 would just have had 1
      Given these balance sheets
        | entity | cash | tickets |
        | I1     | 0.40 |         |
        | H1     | 0    | a1      |
        | K1     | 0    | b1      |
      When the run lasts 2 periods
      Then metrics.json says
        | path                     | value |
        | rounds.first_round.count | 1     |
        | rounds.induced.count     | 1     |

    Example: with a debt of 2 it would not have had enough either
      Given these balance sheets
        | entity | cash | tickets |
        | I1     | 0.40 |         |
        | H1     | 0.20 | a1      |
        | K1     | 0    | b1 b2   |
      And these tickets
        | ticket | issuer | matures |
        | b2     | H1     | 2       |
      When the run lasts 2 periods
      Then metrics.json says
        | path                     | value |
        | rounds.first_round.count | 3     |
        | rounds.first_round.face  | 3     |
        | rounds.induced.count     | 0     |

  @MET-13 @ROL-02
  Rule: With rollover a claim that is repaid is lent again, so that only what its new price leaves is missed

    Example: at par nothing is transmitted
      H1 has 0.20 + 0.40; had it been paid 1 and lent 1 again, it would have had 0.20.
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 0.40 |         |
        | H1     | 0.20 | a1      |
        | K1     | 0    | b1      |
      When the run lasts 2 periods
      Then metrics.json says
        | path                     | value |
        | rounds.first_round.count | 2     |
        | rounds.induced.count     | 0     |

    Scenario Outline: at the mid of 0.75 a quarter is kept: with <cash> of its own the default of H1 is <is>
      I1 has 0.10 and pays it; H1 has <cash> + 0.10, and would have had (1 − 0.75) − 0.10 = 0.15 more.
      Given rollover is on
      And anchor updates are off
      And the issue price mid
      And these balance sheets
        | entity | cash   | tickets |
        | I1     | 0.10   |         |
        | H1     | <cash> | a1      |
        | K1     | 0      | b1      |
      When the run lasts 2 periods
      Then metrics.json says
        | path                     | value     |
        | rounds.first_round.count | <first>   |
        | rounds.induced.count     | <induced> |

      Examples:
        | cash | is          | first | induced |
        | 0.80 | induced     | 1     | 1       |
        | 0.70 | first-round | 2     | 0       |

      @boundary
      Examples:
        | cash | is          | first | induced |
        | 0.75 | induced     | 1     | 1       |

  @MET-13 @SET-06R
  Rule: Claims of the same day count as far as the clearing rule lets their money pay

    Scenario Outline: <rule>
      H1 owes its 1 on day 1, too, and has 0.20. Under cash_on_hand money of the day comes too late for it,
      paid in full or not. Under the other two rules I1 pays 0.40 first: 0.60 + 0.60 ≥ 1.
      Given the clearing rule <rule>
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 0.40 |         |
        | H1     | 0.20 | a1      |
        | K1     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | b1     | H1     | 1       |
      When the run lasts 1 period
      Then metrics.json says
        | path                     | value     |
        | rounds.first_round.count | <first>   |
        | rounds.induced.count     | <induced> |

      Examples:
        | rule            | first | induced |
        | cash_on_hand    | 2     | 0       |
        | sequential      | 1     | 1       |
        | clearing_vector | 1     | 1       |

    @boundary
    Example: sequential: who settles before its debtor could not have used the money
      H1 comes first in trader order.
      Given the clearing rule sequential
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0.20 | a1      |
        | I1     | 0.40 |         |
        | K1     | 0    | b1      |
      And these tickets
        | ticket | issuer | matures |
        | b1     | H1     | 1       |
      When the run lasts 1 period
      Then metrics.json says
        | path                     | value |
        | rounds.first_round.count | 2     |
        | rounds.induced.count     | 0     |
