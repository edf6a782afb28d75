Feature: Payouts to the last digit

  @SET-05 @CHK-09R
  Rule: The payouts of an issuer add up exactly to what left its cash, and the largest holder takes the residue

    Background:
      Given the date is 1

    Example: 1 over three holders, of whom the first by name takes the residue
      1/3 is no whole number of the smallest units of money; three times the rounded third is not quite 1.

      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 1    |         |
        | K3     | 0    | a1      |
        | K1     | 0    | a2      |
        | K2     | 0    | a3      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
      When claims are settled
      Then the payouts are
        | issuer | holder | tickets | amount |
        | H1     | K1     | 1       | 1/3    |
        | H1     | K2     | 1       | 1/3    |
        | H1     | K3     | 1       | 1/3    |
      And H1 paid out exactly 1 and has exactly 0 left
      And a rounding residue can only be with K1

    Example: 2 over three holders, where the thirds round up
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2    |         |
        | K1     | 0    | a1      |
        | K2     | 0    | a2      |
        | K3     | 0    | a3      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
      When claims are settled
      Then H1 paid out exactly 2 and has exactly 0 left
      And a rounding residue can only be with K1

    Example: 1 over seven tickets, of which one holder has three
      Given these balance sheets
        | entity       | cash | tickets  |
        | H1           | 1    |          |
        | A            | 0    | a1       |
        | Short dealer | 0    | a2       |
        | Short VBT    | 0    | a3       |
        | K            | 0    | a4 a5 a6 |
        | Z            | 0    | a7       |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
        | a4     | H1     | 1       |
        | a5     | H1     | 1       |
        | a6     | H1     | 1       |
        | a7     | H1     | 1       |
      When claims are settled
      Then H1 paid out exactly 1 and has exactly 0 left
      And a rounding residue can only be with K

    Example: a holder's payout splits without a residue over the liabilities that it was owed by
      Given these balance sheets
        | entity | cash |
        | H1     | 1    |
      And these tickets
        | ticket | issuer | liability | owner | matures |
        | a1     | H1     | first     | K1    | 1       |
        | a2     | H1     | second    | K1    | 1       |
        | a3     | H1     | third     | K2    | 1       |
      When claims are settled
      Then the payouts are
        | issuer | holder | tickets | amount |
        | H1     | K1     | 2       | 2/3    |
        | H1     | K2     | 1       | 1/3    |
      And H1 paid out exactly 1 and has exactly 0 left

    @boundary
    Example: one holder takes all there is
      Given these balance sheets
        | entity | cash | tickets  |
        | H1     | 0.10 |          |
        | K1     | 0    | a1 a2 a3 |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
        | a3     | H1     | 1       |
      When claims are settled
      Then H1 paid out exactly 0.1 and has exactly 0 left

    @boundary
    Example: payment in full leaves the rest untouched
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 2.25 |         |
        | K1     | 0    | a1      |
        | K2     | 0    | a2      |
      And these tickets
        | ticket | issuer | matures |
        | a1     | H1     | 1       |
        | a2     | H1     | 1       |
      When claims are settled
      Then H1 paid out exactly 2 and has exactly 0.25 left
