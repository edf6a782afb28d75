Feature: Buckets

  @MOD-04
  Rule: Tickets are sorted by the time that they have left: Short 1 to 3 periods, Mid 4 to 8, Long 9 and more

    Example: a ticket is traded in the bucket that its remaining maturity falls in
      Given these tickets
        | ticket | issuer | owner | matures |
        | t1     | H2     | H1    | 1       |
        | t3     | H2     | H1    | 3       |
        | t4     | H2     | H1    | 4       |
        | t8     | H2     | H1    | 8       |
        | t9     | H2     | H1    | 9       |
        | t40    | H2     | H1    | 40      |
      When these orders come in
        | customer | sells |
        | H1       | t1    |
        | H1       | t3    |
        | H1       | t4    |
        | H1       | t8    |
        | H1       | t9    |
        | H1       | t40   |
      Then the orders go like this
        | ticket | bucket |
        | t1     | Short  |
        | t3     | Short  |
        | t4     | Mid    |
        | t8     | Mid    |
        | t9     | Long   |
        | t40    | Long   |

    Example: what counts is the time left, not the date
      Given the date is 100
      And these tickets
        | ticket | issuer | owner | matures |
        | t3     | H2     | H1    | 103     |
        | t4     | H2     | H1    | 104     |
        | t9     | H2     | H1    | 109     |
      When these orders come in
        | customer | sells |
        | H1       | t3    |
        | H1       | t4    |
        | H1       | t9    |
      Then the orders go like this
        | ticket | bucket |
        | t3     | Short  |
        | t4     | Mid    |
        | t9     | Long   |

    @REB-01
    Example: as time goes by a ticket moves from Long through Mid to Short
      Given these tickets
        | ticket | issuer | owner | matures |
        | t9     | H2     | H1    | 9       |
        | t10    | H2     | H1    | 10      |
        | t11    | H2     | H1    | 11      |
      When H1 sells t9
      And 2 periods begin
      And H1 sells t10
      And 6 periods begin
      And H1 sells t11
      Then the orders go like this
        | ticket | bucket |
        | t9     | Long   |
        | t10    | Mid    |
        | t11    | Short  |

    Example: a market may have other ranges
      Given these markets
        | bucket | from | to |
        | Near   | 1    | 2  |
        | Far    | 3    |    |
      And these tickets
        | ticket | issuer | owner | matures |
        | t2     | H2     | H1    | 2       |
        | t3     | H2     | H1    | 3       |
        | t40    | H2     | H1    | 40      |
      When these orders come in
        | customer | sells |
        | H1       | t2    |
        | H1       | t3    |
        | H1       | t40   |
      Then the orders go like this
        | ticket | bucket |
        | t2     | Near   |
        | t3     | Far    |
        | t40    | Far    |

    @boundary
    Example: a single bucket holds everything
      Given these markets
        | bucket | from | to |
        | Only   | 1    |    |
      And these tickets
        | ticket | issuer | owner | matures |
        | t1     | H2     | H1    | 1       |
        | t40    | H2     | H1    | 40      |
      When these orders come in
        | customer | sells |
        | H1       | t1    |
        | H1       | t40   |
      Then the orders go like this
        | ticket | bucket |
        | t1     | Only   |
        | t40    | Only   |

    @refusal
    Scenario Outline: ranges are refused when <fault>
      Given these markets
        | bucket | from        | to        |
        | Near   | <near from> | <near to> |
        | Far    | <far from>  | <far to>  |
      When the world is opened
      Then it is refused as invalid

      Examples:
        | near from | near to | far from | far to | fault                         |
        | 2         | 3       | 4        |        | 1 falls in neither            |
        | 1         | 3       | 5        |        | 4 falls in neither            |
        | 1         | 4       | 4        |        | 4 falls in both               |
        | 1         | 3       | 4        | 8      | 9 and more fall in neither    |
        | 4         | 8       | 1        |        | they are out of order         |
        | 1         |         | 4        |        | an open range is not the last |

  @MOD-05R
  Rule: A ticket due today keeps its bucket, stays on its owner's books and may be traded until it settles

    Background:
      Given the Short market at mid 1 and spread 0.20
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 1    | d1      |
        | H1           | 2    |         |
        | H2           | 0    | h1      |
        | H3           | 9    |         |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H3     | 1       |
        | h1     | H3     | 1       |

    @EX-02
    Example: the dealer still counts it on its last day
      X* = 2 and λ = 1/3, so the inside width is 1/15 around a midline of 1.

      When the next period begins
      Then there are no crossings
      And the Short dealer quotes
        | a | x | C | X* | λ   | I    | ask   | bid   |
        | 1 | 1 | 1 | 2  | 1/3 | 1/15 | 31/30 | 29/30 |

    Example: who buys it on its last day is paid for it that same day
      When the next period begins
      And H1 buys in Short
      And claims are settled
      Then the balance sheets are now
        | entity       | cash  | tickets |
        | Short dealer | 61/30 |         |
        | H1           | 59/30 |         |
        | H2           | 1     |         |
        | H3           | 7     |         |

    Example: who sells it on its last day leaves the payment to the dealer
      When the next period begins
      And H2 sells h1
      And claims are settled
      Then the orders go like this
        | ticket | bucket | price | route    |
        | h1     | Short  | 29/30 | interior |
      And the balance sheets are now
        | entity       | cash  | tickets |
        | Short dealer | 61/30 |         |
        | H2           | 29/30 |         |
        | H3           | 7     |         |

    Example: with a bucket for the last period alone it stays in that bucket
      Given these markets
        | bucket | from | to | mid |
        | Last   | 1    | 1  | 1   |
        | Short  | 2    |    | 1   |
      And these tickets
        | ticket | owner       |
        | d1     | Last dealer |
      When the next period begins
      And H2 sells h1
      Then there are no crossings
      And the orders go like this
        | ticket | bucket |
        | h1     | Last   |

    @boundary
    Example: a story may begin on its last day
      Given the date is 1
      When H2 sells h1
      And claims are settled
      Then the orders go like this
        | ticket | bucket | price | route    |
        | h1     | Short  | 29/30 | interior |
      And the balance sheets are now
        | entity       | cash  | tickets |
        | Short dealer | 61/30 |         |
        | H2           | 29/30 |         |
        | H3           | 7     |         |

    @boundary
    Example: once it has settled the dealer counts it no more
      When the next period begins
      And claims are settled
      Then the Short dealer quotes
        | a | x | C | X* |
        | 0 | 0 | 2 | 2  |
