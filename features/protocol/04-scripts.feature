Feature: Scripts that are refused

  A scripted arrival must name somebody in the set that serves it. A script that does not is refused as a
  whole: the world is what it was before its first arrival.

  Rule: A script names members of the sets only, or nothing of it happens

    Background:
      Given these markets
        | bucket | mid | spread |
        | Short  | 1   | 0.30   |
        | Mid    | 1   | 0.30   |
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | S1           | 0    | s1      |
        | S2           | 0    | s2      |
        | B1           | 9    |         |
        | H1           | 0.50 |         |
      And these tickets
        | ticket | matures |
        | d1     | 4       |
        | d2     | 4       |
        | s1     | 4       |
        | s2     | 4       |
      And S1 owes 1 ticket due at 1 to someone else
      And S2 owes 1 ticket due at 1 to someone else

    @PROTOCOL @FLW-08 @refusal
    Scenario Outline: <who>
      When the next period begins
      And the order flow is
        | Z | agent  |
        | 1 | S1     |
        | 0 | B1     |
        | 1 | <name> |
      Then it is refused as invalid: "<name>"
      And no balance sheet has changed
      And the date is now 1

      Examples:
        | who                            | name      |
        | a name that nobody has         | H9        |
        | a trader in neither set        | H1        |
        | a buyer where a seller is due  | B1        |
        | a seller that has already sold | S1        |
        | a VBT                          | vbt:short |

    @PROTOCOL @FLW-08 @refusal
    Example: a whole period with such a script has not begun either
      d1 and d2, s1 and s2 would have crossed into Short, S1's payment would have fallen due.
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
        | 1 | H9    |
      Then it is refused as invalid: "H9"
      And no balance sheet has changed
      And the date is now 0

    @PROTOCOL @FLW-08
    Example: after the refusal the world goes on as if nothing had been said
      When a period passes with the order flow
        | Z | agent |
        | 1 | S1    |
        | 1 | H9    |
      Then it is refused as invalid: "H9"
      When a period passes with the order flow
        | Z | agent |
        | 1 | S2    |
        | 0 | B1    |
      Then the arrivals go like this
        | side | agent | ticket | price | route    |
        | SELL | S2    | s2     | 0.97  | interior |
        | BUY  | B1    | d1     | 0.98  | interior |
      And the date is now 1

    @PROTOCOL @FLW-08 @refusal
    Example: an order before the script stands, and so does the beginning of the period
      S1 has sold s1 to the Mid VBT at 0.85 by itself, and s1 then crossed into Short at 1. With S2 gone
      the second SELL falls to the buyers, and S2 is none.
      When S1 sells s1
      And the next period begins
      And the order flow is
        | Z | agent |
        | 1 | S2    |
        | 1 | S2    |
      Then the order goes like this
        | ticket | price |
        | s1     | 0.85  |
      And it is refused as invalid: "S2"
      And the balance sheets are now
        | entity    | cash | tickets |
        | Mid VBT   | 0.15 |         |
        | Short VBT | -1   | s1      |
        | S1        | 0.85 |         |
