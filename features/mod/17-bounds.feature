Feature: The bounds of a world

  @MOD-17R
  Rule: What a world may open with is bounded; a run may go beyond, and its state is then no world

    @boundary @refusal
    Example: the last day of a world
      A world may open on day 1 000 000. A period later nothing is wrong, but no world may open on that day.
      Given the date is 1000000
      And these balance sheets
        | entity | cash |
        | H1     | 1    |
      When a period passes
      Then the date is now 1000001
      And no balance sheet has changed
      When the world is closed and opened again from its state
      Then it is refused as invalid: "time"

    @boundary @refusal
    Example: cash that adds up
      H2 owes H1 1 and pays it; H1 had the most that a world may give it.
      Given the date is 1
      And these balance sheets
        | entity | cash       | tickets |
        | H1     | 1000000000 | k1      |
        | H2     | 1          |         |
      And these tickets
        | ticket | issuer | matures |
        | k1     | H2     | 1       |
      When claims are settled
      Then the balance sheets are now
        | entity | cash       | tickets |
        | H1     | 1000000001 |         |
        | H2     | 0          |         |
      When the world is closed and opened again from its state
      Then it is refused as invalid: "cash"

    @ROL-01 @refusal
    Example: a serial and a maturity of a ticket that is issued again
      Given rollover is on
      And the date is 999999
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | k1      |
        | H2     | 1    |         |
      And these tickets
        | ticket | issuer | matures | serial     | distance |
        | k1     | H2     | 1000000 | 1000000000 | 5        |
      When a period passes
      Then the tickets stand like this
        | ticket | owner | matures | serial     |
        | k1~1   | H1    | 1000005 | 1000000001 |
      When the world is closed and opened again from its state
      Then it is refused as invalid: "maturity"
