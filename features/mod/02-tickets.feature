Feature: Tickets

  @MOD-02
  Rule: A ticket is a claim on one face amount, paid once, on the day on which it matures

    Background:
      Given these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | k1      |
        | H2     | 5    |         |
      And these tickets
        | ticket | issuer | matures | serial |
        | k1     | H2     | 3       | 101    |

    Example: it has an issuer, an owner, a day of maturity and a serial number
      Then the tickets stand like this
        | ticket | issuer | owner | matures | serial |
        | k1     | H2     | H1    | 3       | 101    |

    Example: on the day it matures the issuer pays its face and the ticket is gone
      When 3 periods begin
      And claims are settled
      Then the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1    |         |
        | H2     | 4    |         |

    Example: before that day it pays nothing
      When 2 periods begin
      And claims are settled
      Then there are no claims due
      And no balance sheet has changed

    Example: after that day it pays nothing more
      Given these tickets
        | ticket | issuer | owner | matures |
        | k9     | H2     | H1    | 9       |
      When 3 periods begin
      And claims are settled
      And the next period begins
      And claims are settled
      Then there are no claims due
      And the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1    | k9      |
        | H2     | 4    |         |

    Example: every ticket in the world has the same face
      Given a ticket size of 20
      And these balance sheets
        | entity | cash | tickets |
        | H2     | 25   |         |
        | H3     | 0    | m1      |
        | H4     | 50   |         |
      And these tickets
        | ticket | issuer | matures |
        | m1     | H4     | 3       |
      When 3 periods begin
      And claims are settled
      Then the balance sheets are now
        | entity | cash | tickets |
        | H1     | 20   |         |
        | H2     | 5    |         |
        | H3     | 20   |         |
        | H4     | 30   |         |

    @boundary
    Example: a face may be a fraction
      Given a ticket size of 1/8
      When 3 periods begin
      And claims are settled
      Then the balance sheets are now
        | entity | cash | tickets |
        | H1     | 1/8  |         |
        | H2     | 39/8 |         |

    @refusal
    Example: a ticket without a face is no ticket
      Given a ticket size of 0
      When the world is opened
      Then it is refused as invalid

    @refusal
    Example: no ticket has matured before the story begins
      Given the date is 4
      When the world is opened
      Then it is refused as invalid

  @MOD-03
  Rule: A liability is split into tickets of one issuer, one first creditor and one maturity, which carry its name

    Example: a debt of 60 is three tickets of face 20
      Given a ticket size of 20
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 100  |         |
      And H1 owes 3 tickets due at 1 to someone else
      When the next period begins
      And claims are settled
      Then the issuers settle like this
        | issuer | due | R | cash after |
        | H1     | 60  | 1 | 40         |

    Example: its tickets share issuer, creditor and maturity and carry its name
      Given these tickets
        | ticket | liability | issuer | owner | matures |
        | k1     | P1        | H2     | H1    | 9       |
        | k2     | P1        | H2     | H1    | 9       |
        | k3     | P3        | H3     | H2    | 9       |
      Then the tickets stand like this
        | ticket | liability | issuer | owner | matures |
        | k1     | P1        | H2     | H1    | 9       |
        | k2     | P1        | H2     | H1    | 9       |
        | k3     | P3        | H3     | H2    | 9       |

    Example: a ticket that is sold still belongs to the liability
      Given these tickets
        | ticket | liability | issuer | owner | matures |
        | k1     | P1        | H2     | H1    | 9       |
        | k2     | P1        | H2     | H1    | 9       |
      When H1 sells k2
      Then the tickets stand like this
        | ticket | liability | issuer | owner    | matures |
        | k1     | P1        | H2     | H1       | 9       |
        | k2     | P1        | H2     | Long VBT | 9       |

    @refusal
    Example: one liability cannot have two issuers
      Given these tickets
        | ticket | liability | issuer | owner | matures |
        | k1     | P1        | H2     | H1    | 9       |
        | k2     | P1        | H3     | H4    | 9       |
      When the world is opened
      Then it is refused as invalid

    @refusal
    Example: one liability cannot have two maturities
      Given these tickets
        | ticket | liability | issuer | owner | matures |
        | k1     | P1        | H2     | H1    | 9       |
        | k2     | P1        | H2     | H1    | 8       |
      When the world is opened
      Then it is refused as invalid
