Feature: Tickets come and go

  @SET-08
  Rule: Settlement alone deletes tickets, and rollover alone issues new ones

    Background:
      Given the date is 1
      And these balance sheets
        | entity       | cash | tickets |
        | H1           | 2    |         |
        | H2           | 3    | a1 a2   |
        | Short dealer | 2    | d1 d2   |
        | Short VBT    | 0    | v1      |
        | Mid dealer   | 2    | m1      |
        | Mid VBT      | 0    | m2      |
      And these tickets
        | ticket | issuer | matures | distance |
        | a1     | H1     | 1       | 5        |
        | a2     | H1     | 1       | 5        |
        | d1     | H3     | 3       |          |
        | d2     | H3     | 3       |          |
        | v1     | H3     | 3       |          |
        | m1     | H3     | 5       |          |
        | m2     | H3     | 5       |          |

    Example: trades move tickets and create none
      When these orders come in
        | customer   | sells | buys in |
        | H2         | a1    |         |
        | H2         | a2    |         |
        | H1         |       | Short   |
        | Mid dealer |       | Short   |
      Then the orders go like this
        | ticket | route    |
        | a1     | interior |
        | a2     | interior |
        | d1     | interior |
        | a1     | interior |
      And there are 7 tickets and 9 of cash in the world

    Example: crossing a boundary creates and deletes nothing
      Given these tickets
        | ticket | matures |
        | a1     | 4       |
        | a2     | 4       |
      When the next period begins
      Then these tickets cross
        | ticket | from | to    | seller     | buyer        | price |
        | m1     | Mid  | Short | Mid dealer | Short dealer | 1     |
        | m2     | Mid  | Short | Mid VBT    | Short VBT    | 1     |
      And there are 7 tickets and 9 of cash in the world

    Example: settlement deletes what matures, whether it is paid in full
      When claims are settled
      Then the issuers settle like this
        | issuer | due | R |
        | H1     | 2   | 1 |
      And there are 5 tickets and 9 of cash in the world

    Example: or not
      When H1 is left with cash 1
      And claims are settled
      Then the issuers settle like this
        | issuer | due | R   |
        | H1     | 2   | 1/2 |
      And there are 5 tickets and 8 of cash in the world

    Example: rollover issues one ticket for each that was repaid
      Given rollover is on
      When claims are settled
      And repaid tickets are rolled over
      Then these tickets are issued again
        | ticket | issuer | owner | matures | price |
        | a1~1   | H1     | H2    | 6       | 1     |
        | a2~1   | H1     | H2    | 6       | 1     |
      And there are 7 tickets and 9 of cash in the world
