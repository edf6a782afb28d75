Feature: What is repaid is issued again

  @ROL-01
  Rule: A ticket repaid in full is issued again by the same issuer to the holder just repaid, for as long as before

    Example: a claim of five periods is followed by one of five periods
      Given the date is 5
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 3    |         |
        | K      | 0    | a1 a2   |
      And these tickets
        | ticket | issuer | liability | matures | distance | serial |
        | a1     | H1     | L1        | 5       | 5        | 11     |
        | a2     | H1     | L1        | 5       | 5        | 12     |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price | placed with |
        | a1~1   | H1     | K     | 10      | 1     |             |
        | a2~1   | H1     | K     | 10      | 1     |             |
      And the tickets stand like this
        | ticket | liability | issuer | owner | matures | distance | serial |
        | a1~1   | L1~1      | H1     | K     | 10      | 5        | 13     |
        | a2~1   | L1~1      | H1     | K     | 10      | 5        | 14     |
      And the balance sheets are now
        | entity | cash | tickets   |
        | H1     | 3    |           |
        | K      | 0    | a1~1 a2~1 |

    @OUT-02
    Example: neighbours of one liability with one holder roll in one event, whose face and price are those of all
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 4    |          |
        | K      | 0    | a1 a2 a4 |
        | J      | 0    | a3       |
      And these tickets
        | ticket | issuer | liability | matures | serial |
        | a1     | H1     | L1        | 1       | 1      |
        | a2     | H1     | L1        | 1       | 2      |
        | a3     | H1     | L1        | 1       | 3      |
        | a4     | H1     | L1        | 1       | 4      |
      When the run lasts 1 period
      Then the log tells, on day 1
        | kind              | pid | creditor | tickets   | due_day | amount | price | reason  |
        | PayableSettled    | L1  |          |           |         | 4      |       |         |
        | PayableRolledOver | L1  | K        | a1~1 a2~1 | 2       | 2      | 2     |         |
        | PayableRolledOver | L1  | J        | a3~1      | 2       | 1      | 1     |         |
        | PayableRolledOver | L1  | K        | a4~1      | 2       | 1      | 1     |         |
        | RunEnded          |     |          |           |         |        |       | periods |

    @OUT-02 @MOD-03
    Example: a holder of two liabilities is repaid and rolls one after the other
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets  |
        | H1     | 3    |          |
        | K      | 0    | a1 b1 b2 |
      And these tickets
        | ticket | issuer | liability | matures | serial |
        | a1     | H1     | L1        | 1       | 1      |
        | b1     | H1     | L2        | 1       | 2      |
        | b2     | H1     | L2        | 1       | 3      |
      When the run lasts 1 period
      Then the log tells, on day 1
        | kind              | pid | payable_id | creditor | tickets   | amount | price | reason  |
        | PayableSettled    | L1  |            |          |           | 1      |       |         |
        | PayableSettled    | L2  |            |          |           | 2      |       |         |
        | PayableRolledOver | L1  | L1~1       | K        | a1~1      | 1      | 1     |         |
        | PayableRolledOver | L2  | L2~1       | K        | b1~1 b2~1 | 2      | 2     |         |
        | RunEnded          |     |            |          |           |        |       | periods |

    @boundary
    Scenario Outline: only a count behind the last ~ is counted on: after <old> comes <new>
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | <old>   |
      And these tickets
        | ticket | issuer | liability | matures |
        | <old>  | H1     | L1        | 1       |
      When a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | <new>  | H1     | K     | 2       | 1     |

      Examples:
        | old   | new     |
        | 12    | 12~1    |
        | a~b1  | a~b1~1  |
        | a~1b  | a~1b~1  |
        | a~    | a~~1    |
        | a~1~9 | a~1~10  |

    Example: and so on, cycle after cycle
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | liability | matures |
        | a1     | H1     | L1        | 1       |
      When a period passes
      And a period passes
      And a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~3   | H1     | K     | 4       | 1     |
      And the tickets stand like this
        | ticket | liability | issuer | owner | matures | distance |
        | a1~3   | L1~3      | H1     | K     | 4       | 1        |
      And there is 1 ticket and 1 of cash in the world

    Example: in a world that opens later, a claim that does not say its distance has what is left of it
      Opened at date 2, a1 has two periods to go, and so has each that follows it.

      Given the date is 2
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 4       |
      When a period passes
      And a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | K     | 6       | 1     |

    Example: past the ninth cycle, too
      Given rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1~9    |
      And these tickets
        | ticket | issuer | liability | matures |
        | a1~9   | H1     | L1~9      | 1       |
      When a period passes
      And a period passes
      Then the tickets stand like this
        | ticket | liability | issuer | owner | matures |
        | a1~11  | L1~11     | H1     | K     | 3       |

    Example: the distance is that of the first issue, whoever bought the claim meanwhile
      K sells a1 on its fourth day to the Short dealer, who is repaid and takes the next one of five periods.

      Given rollover is on
      And the date is 4
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 1    |         |
        | K            | 0    | a1      |
        | Short dealer | 2    |         |
        | Mid dealer   | 1    |         |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 5       | 5        |
      When K sells a1
      And a period passes
      Then the order goes like this
        | price | route    |
        | 61/60 | interior |
      And these tickets are issued again
        | ticket | issuer | owner        | matures | price | placed with | placed at |
        | a1~1   | H1     | Short dealer | 10      | 1     | Mid dealer  | 1         |

    Example: where nothing else is said, a claim was issued on the day the world began
      Given rollover is on
      And the date is 10
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K      | 0    | a1      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 12      |
      When a period passes
      And a period passes
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | K     | 14      | 1     |

    Example: issuers in the order of the list, tickets by serial
      Given the date is 1
      And rollover is on
      And these balance sheets
        | entity | cash | tickets |
        | H2     | 1    |         |
        | H1     | 2    |         |
        | K      | 0    | a1 a2   |
        | L      | 0    | b1      |
      And these tickets
        | ticket | issuer | matures | distance | serial |
        | a1     | H1     | 1       | 3        | 9      |
        | a2     | H1     | 1       | 3        | 5      |
        | b1     | H2     | 1       | 2        | 7      |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | b1~1   | H2     | L     | 3       | 1     |
        | a2~1   | H1     | K     | 4       | 1     |
        | a1~1   | H1     | K     | 4       | 1     |

    @boundary
    Example: a day without repayments is a day without reissues
      Given rollover is on
      And these balance sheets
        | entity | cash |
        | H1     | 1    |
      And H1 owes 1 ticket due at 2 to someone else
      When a period passes
      Then there are no reissues
      And there are no declined rollovers

  @ROL-03
  Rule: A ticket that was not repaid in full is not issued again

    Background:
      Given the date is 1
      And rollover is on
      And these tickets
        | ticket | issuer | owner        | matures | distance |
        | a1     | H1     | K            | 1       | 3        |
        | a2     | H1     | Short dealer | 1       | 3        |
        | b1     | H2     | L            | 1       | 3        |

    Example: the solvent issuer goes on, the other one does not
      Given these balance sheets
        | entity | cash |
        | H1     | 1.50 |
        | H2     | 1    |
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | b1~1   | H2     | L     | 4       | 1     |
      And there are no declined rollovers
      And the balance sheets are now
        | entity       | cash | tickets |
        | H1           | 0    |         |
        | H2           | 1    |         |
        | K            | 0.75 |         |
        | L            | 0    | b1~1    |
        | Short dealer | 0.75 |         |

    @boundary
    Example: a penny short of full repayment is enough to end it
      Given these balance sheets
        | entity | cash |
        | H1     | 1.99 |
        | H2     | 0.99 |
      When claims are settled
      And repaid tickets are rolled over
      Then there are no reissues
      And there are no declined rollovers
      And there are 0 tickets and 2.98 of cash in the world
