Feature: Ties

  Amounts are paid in whole units and rounded in every arithmetic a little differently, so a comparison that decides
  something does not look at the last digits. Each example has an amount half a tie away from the other one, which
  counts as reached, and one that is two ties away, which does not.

  @CHK-12R
  Rule: Two amounts at most 10⁻⁹ apart tie, and a tie counts as reached

    @KER-04R
    Example: capacity: the tie is of the quotient C/M, whatever the face of a ticket
      39.99999999 / 20 is 1.9999999995, half a tie below 2; 39.99999996 / 20 is two ties below.

      When the kernel is evaluated at
        | S  | M  | O    | a | C            |
        | 1  | 1  | 0.30 | 0 | 1.9999999995 |
        | 1  | 1  | 0.30 | 0 | 1.999999998  |
        | 20 | 20 | 6    | 0 | 39.99999999  |
        | 20 | 20 | 6    | 0 | 39.99999996  |
      Then it gives
        | K* |
        | 2  |
        | 1  |
        | 2  |
        | 1  |

    @boundary @KER-12
    Example: the guard: a mid half a tie above the threshold is at it
      When the kernel is evaluated at
        | M            | O    | M_min | a | C |
        | 0.0200000005 | 0.01 | 0.02  | 1 | 1 |
        | 0.020000002  | 0.01 | 0.02  | 1 | 1 |
      Then it gives
        | guard |
        | yes   |
        | no    |

    @boundary @KER-10
    Example: pins: a quote that ties with the outside quote is the outside quote
      Two tickets and cash of 2: X* = 4, λ = 1/5, and a(2) is 1 + O/10 while A is 1 + O/2. At a spread of 10⁻⁹ that
      is 4 · 10⁻¹⁰ apart, at 10⁻⁸ it is 4 · 10⁻⁹.

      When the kernel is evaluated at
        | M | O           | a | C |
        | 1 | 0.000000001 | 2 | 2 |
        | 1 | 0.00000001  | 2 | 2 |
      Then it gives
        | ask          | bid          | ask pinned | bid pinned |
        | 1.0000000005 | 0.9999999995 | yes        | yes        |
        | 1.000000001  | 0.999999999  | no         | no         |

    @boundary @KER-14
    Scenario Outline: the dealer's cash for its bid: with <cash> the sale is <route>
      At mid 1 and spread 12 a dealer with cash of about 3.10 and no ticket bids 1 + 0.175 · 12 = 3.10.

      Given the Short market at mid 1 and spread 12
      And these balance sheets
        | entity       | cash   | tickets |
        | Short dealer | <cash> |         |
        | H1           | 6      | h1      |
      When H1 sells h1
      Then the order goes like this
        | price   | route   | because   | dealer cash |
        | <price> | <route> | <because> | <left>      |

      Examples:
        | cash         | price        | route        | because | left        |
        | 3.0999999995 | 3.0999999995 | interior     |         | 0           |
        | 3.099999998  | 0            | pass-through | cash    | 3.099999998 |

    @boundary @TRD-05
    Scenario Outline: a buyer's cash for the price: <cash>
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity    | cash   | tickets |
        | Short VBT | 0      | v1      |
        | H1        | <cash> |         |
      When H1 buys in Short
      Then the order goes like this
        | executed   | price   | refused   |
        | <executed> | <price> | <refused> |
      And the traders stand like this
        | trader | cash   |
        | H1     | <left> |

      Examples:
        | cash         | executed | price        | refused | left        |
        | 1.1499999995 | yes      | 1.1499999995 |         | 0           |
        | 1.149999998  | no       | 1.15         | cash    | 1.149999998 |

    @boundary @REB-07R
    Scenario Outline: a receiving dealer's cash for the mid: <cash>
      Given the Short market at mid 1 and spread 0.20
      And these balance sheets
        | entity       | cash   | tickets |
        | Short dealer | <cash> |         |
        | Mid dealer   | 0      | m1      |
      And these tickets
        | ticket | matures |
        | m1     | 4       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller     | buyer   | price   |
        | m1     | Mid  | Short | Mid dealer | <buyer> | <price> |
      And the desks stand like this
        | desk         | cash    |
        | Short dealer | <left>  |
        | Mid dealer   | <price> |

      Examples:
        | cash         | buyer        | price        | left        |
        | 0.9999999995 | Short dealer | 0.9999999995 | 0           |
        | 0.999999998  | Short VBT    | 1            | 0.999999998 |

    @boundary @ROL-06R
    Scenario Outline: the cash of the dealer with whom a new ticket is placed: <cash>
      Given the Mid market at mid 1 and spread 0.30
      And rollover is on
      And these balance sheets
        | entity       | cash   | tickets |
        | Short dealer | 0      | d1      |
        | Mid dealer   | <cash> |         |
        | I1           | 1      |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | d1     | I1     | 1       | 5        |
      When a period passes
      Then these tickets are issued again
        | ticket | owner        | price | placed with | placed at |
        | d1~1   | Short dealer | 1     | <buyer>     | <price>   |
      And the desks stand like this
        | desk         | cash    |
        | Short dealer | <price> |
        | Mid dealer   | <left>  |

      Examples:
        | cash         | buyer      | price        | left        |
        | 0.9999999995 | Mid dealer | 0.9999999995 | 0           |
        | 0.999999998  | Mid VBT    | 1            | 0.999999998 |

    @boundary @SET-01 @SET-06R
    Scenario Outline: recovery under <rule>: who has <cash> of 1 pays it, and R is <R>
      What a tie leaves unpaid is no default and no loss: R is 1 and ℓ is 0.

      Given the clearing rule <rule>
      And the Short market at mid 1 and spread 0.20
      And these balance sheets
        | entity | cash   | tickets |
        | I1     | <cash> |         |
        | K1     | 0      | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
      When the next period begins
      And claims are settled
      And the anchors are updated
      Then the issuers settle like this
        | issuer | due | cash before | R   | cash after |
        | I1     | 1   | <cash>      | <R> | 0          |
      And the traders stand like this
        | trader | cash   | defaulted   |
        | I1     | 0      | <defaulted> |
        | K1     | <cash> | no          |
      And the anchors become
        | bucket | ℓ   | M   |
        | Short  | <ℓ> | <M> |
        | Mid    | 0   | 1   |
        | Long   | 0   | 1   |

      Examples:
        | rule            | cash         | R           | defaulted | ℓ           | M           |
        | cash_on_hand    | 0.9999999995 | 1           | no        | 0           | 1           |
        | cash_on_hand    | 0.999999998  | 0.999999998 | yes       | 0.000000002 | 0.999999998 |
        | sequential      | 0.9999999995 | 1           | no        | 0           | 1           |
        | sequential      | 0.999999998  | 0.999999998 | yes       | 0.000000002 | 0.999999998 |
        | clearing_vector | 0.9999999995 | 1           | no        | 0           | 1           |
        | clearing_vector | 0.999999998  | 0.999999998 | yes       | 0.000000002 | 0.999999998 |

    @boundary @ROL-01 @ROL-04R
    Example: what was repaid within a tie is issued again, and its holder lends all that it got
      Given rollover is on
      And these balance sheets
        | entity | cash         | tickets |
        | I1     | 0.9999999995 |         |
        | I2     | 0.999999998  |         |
        | K1     | 0            | k1      |
        | K2     | 5            | k2      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
        | k2     | I2     | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price        |
        | k1~1   | I1     | K1    | 2       | 0.9999999995 |
      And there are no declined rollovers
      And the traders stand like this
        | trader | cash         |
        | I1     | 0.9999999995 |
        | K1     | 0            |

    @boundary @ROL-04R
    Scenario Outline: a holder's cash for the new ticket, at a mid that is <mid>
      The holder has just been repaid 1, and has no more.

      Given rollover is on
      And the issue price mid
      And the Short market at mid <mid> and spread 0.20
      And these balance sheets
        | entity | cash | tickets |
        | I1     | 1    |         |
        | K1     | 0    | k1      |
      And these tickets
        | ticket | issuer | matures |
        | k1     | I1     | 1       |
      When a period passes
      Then the traders stand like this
        | trader | cash |
        | I1     | <I1> |
        | K1     | <K1> |

      Examples:
        | mid          | I1 | K1 |
        | 1.0000000005 | 1  | 0  |
        | 1.000000002  | 0  | 1  |

    @boundary @POL-02
    Example: sellers: a shortfall of two ties makes one
      Given the date is 1
      And the Short market at mid 1 and spread 0.30
      And the policy liquidity_and_investment with a horizon of 3
      And these balance sheets
        | entity | cash        | tickets |
        | S1     | 0.999999998 | s1      |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | side | agent | price |
        | SELL | S1    | 0.85  |

    @boundary @POL-02 @POL-03R
    Example: sellers: a shortfall of half a tie is none, and keeps nobody from buying
      S1 has 0.9999999995 of the 1 that is due today: it is no seller, and with cash above the buffer it buys.

      Given the date is 1
      And the Short market at mid 0.50 and spread 0.20
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 0.50
      And these balance sheets
        | entity    | cash         | tickets |
        | Short VBT | 0            | v1      |
        | S1        | 0.9999999995 | s1      |
      And these tickets
        | ticket | issuer |
        | v1     | I1     |
        | s1     | I1     |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is
        | Z | agent |
        | 1 | S1    |
      Then the arrivals go like this
        | Z | side | fallback | agent | price |
        | 1 | BUY  | yes      | S1    | 0.60  |

    @boundary @POL-03R
    Example: a shortfall of two ties keeps a trader from buying
      Given the date is 1
      And the Short market at mid 0.50 and spread 0.20
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 0.50
      And these balance sheets
        | entity    | cash        | tickets |
        | Short VBT | 0           | v1      |
        | S1        | 0.999999998 |         |
      And S1 owes 1 ticket due at 1 to someone else
      When the order flow is drawn
      Then there are no arrivals

    @boundary @POL-02
    Scenario Outline: the buffer: with cash of <cash> <arrivals>
      Given the Short market at mid 0.50 and spread 0.20
      And the policy liquidity_and_investment with a horizon of 3
      And a cash buffer of 1
      And at most 1 arrival a period
      And these balance sheets
        | entity    | cash   | tickets |
        | Short VBT | 0      | v1      |
        | B1        | <cash> |         |
      When the order flow is drawn
      Then the balance sheets are now
        | entity    | cash   | tickets |
        | Short VBT | <paid> | <VBT>   |
        | B1        | <left> | <B1>    |

      Examples:
        | cash         | arrivals    | paid | VBT | left         | B1 |
        | 1.0000000005 | nobody buys | 0    | v1  | 1.0000000005 |    |
        | 1.000000002  | B1 buys     | 0.60 |     | 0.400000002  | v1 |

    @boundary @POL-06 @POL-07
    Scenario Outline: the gap: with <cash> of the 1 that is due at date 2 H1 <sells>
      Given the Short market at mid 1 and spread 0.30
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity    | cash   | tickets |
        | Short VBT | 0      |         |
        | H1        | <cash> | h1      |
      And these tickets
        | ticket | matures |
        | h1     | 3       |
      And H1 owes 1 ticket due at 2 to someone else
      When the order flow is drawn
      Then the balance sheets are now
        | entity    | cash   | tickets |
        | Short VBT | <paid> | <VBT>   |
        | H1        | <left> | <H1>    |

      Examples:
        | cash         | sells | paid  | VBT | left         | H1 |
        | 0.9999999995 | keeps | 0     |     | 0.9999999995 | h1 |
        | 0.999999998  | sells | -0.85 | h1  | 1.849999998  |    |

    @boundary @POL-07
    Scenario Outline: a positive price: <price>
      With the clip off B is 0.10 less half the spread.

      Given the clip on outside bids is off
      And the Short market at mid 0.10 and spread <spread>
      And the policy default_avoidance with a horizon of 5
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | h1      |
      And these tickets
        | ticket | matures |
        | h1     | 3       |
      And H1 owes 1 ticket due at 2 to someone else
      When the order flow is drawn
      Then the arrivals go like this
        | side | agent | executed   | price   | refused   |
        | SELL | H1    | <executed> | <price> | <refused> |

      Examples:
        | spread      | price        | executed | refused |
        | 0.199999999 | 0.0000000005 | no       | price   |
        | 0.199999996 | 0.000000002  | yes      |         |

    @boundary @MOD-07
    Example: what a world may open with has no tie
      Given these balance sheets
        | entity | cash          |
        | H1     | -0.0000000005 |
      When the world is opened
      Then it is refused as invalid: "cash"
