Feature: Worlds that are refused

  A world is looked through before it is opened, and one that breaks a rule is refused. The name of what is
  wrong is part of the refusal.

  Rule: Bucket ranges follow one another from 1 on, without gap or overlap, and the last has no end

    @PROTOCOL @MOD-04
    Example: ranges of one's own
      Given these markets
        | bucket | from | to | mid | spread |
        | Near   | 1    | 5  | 1   | 0.20   |
        | Far    | 6    |    | 1   | 0.40   |
      And these balance sheets
        | entity | cash | tickets |
        | H1     | 0    | t1 t2   |
      And these tickets
        | ticket | matures |
        | t1     | 5       |
        | t2     | 6       |
      When these orders come in
        | customer | sells |
        | H1       | t1    |
        | H1       | t2    |
      Then the orders go like this
        | bucket | price |
        | Near   | 0.90  |
        | Far    | 0.80  |

    @PROTOCOL @MOD-04
    Example: one bucket for everything
      Given these markets
        | bucket | from | to | mid | spread |
        | All    | 1    |    | 1   | 0.20   |
      Then the All dealer quotes
        | M | O    |
        | 1 | 0.20 |

    @PROTOCOL @MOD-04 @refusal
    Scenario Outline: <fault>
      Given these markets
        | bucket | from    | to    |
        | Near   | <from1> | <to1> |
        | Middle | <from2> | <to2> |
        | Far    | <from3> | <to3> |
      When the world is opened
      Then it is refused as invalid

      Examples:
        | fault                               | from1 | to1 | from2 | to2 | from3 | to3 |
        | a gap between two ranges            | 1     | 3   | 5     | 8   | 9     |     |
        | ranges that overlap                 | 1     | 3   | 3     | 8   | 9     |     |
        | ranges out of order                 | 4     | 8   | 1     | 3   | 9     |     |
        | a last range with an end            | 1     | 3   | 4     | 8   | 9     | 12  |
        | a range without an end in between   | 1     | 3   | 4     |     | 9     |     |
        | a first range that does not begin 1 | 2     | 3   | 4     | 8   | 9     |     |
        | a range that runs backwards         | 1     | 3   | 4     | 2   | 3     |     |

  Rule: Nobody but a VBT begins with negative cash

    @PROTOCOL @MOD-11R
    Example: a VBT may
      Given these balance sheets
        | entity    | cash |
        | Short VBT | -3   |
      Then the desks stand like this
        | desk      | cash |
        | Short VBT | -3   |

    @PROTOCOL @MOD-10 @refusal
    Example: a dealer may not
      Given these balance sheets
        | entity       | cash  |
        | Short dealer | -0.01 |
      When the world is opened
      Then it is refused as invalid: "short"

    @PROTOCOL @MOD-07 @refusal
    Example: a trader may not
      Given these balance sheets
        | entity | cash  |
        | H1     | -0.01 |
      When the world is opened
      Then it is refused as invalid: "cash"

  Rule: Tickets have an issuer, an owner and a liability that make sense

    @PROTOCOL @MOD-08 @refusal
    Example: a trader with tickets of two issuers
      Given these tickets
        | ticket | issuer | owner | matures |
        | t1     | I1     | H1    | 2       |
        | t2     | I2     | H1    | 2       |
      When the world is opened
      Then it is refused as invalid: "H1"

    @PROTOCOL @MOD-09
    Example: dealers and VBTs may hold tickets of many issuers
      Given these tickets
        | ticket | issuer | owner        | matures |
        | t1     | I1     | Short dealer | 2       |
        | t2     | I2     | Short dealer | 2       |
        | t3     | I1     | Long VBT     | 12      |
        | t4     | I2     | Long VBT     | 12      |
      Then the Short dealer quotes
        | a |
        | 2 |

    @PROTOCOL @MOD-09 @refusal
    Example: a VBT with a ticket of another bucket
      Given these tickets
        | ticket | issuer | owner     | matures |
        | t1     | I1     | Short VBT | 4       |
      When the world is opened
      Then it is refused as invalid: "vbt:mid"

    @PROTOCOL @MOD-09 @refusal
    Example: a dealer that owes
      Given these tickets
        | ticket | issuer       | owner | matures |
        | t1     | dealer:short | H1    | 4       |
      When the world is opened
      Then it is refused as invalid: "dealer:short"

    @PROTOCOL @MOD-09 @refusal
    Example: a VBT that owes
      Given these tickets
        | ticket | issuer   | owner | matures |
        | t1     | vbt:long | H1    | 4       |
      When the world is opened
      Then it is refused as invalid: "vbt:long"

    @PROTOCOL @MOD-06 @refusal
    Example: an owner that deals in an unknown bucket
      Given these tickets
        | ticket | issuer | owner          | matures |
        | t1     | I1     | Nowhere dealer | 4       |
      When the world is opened
      Then it is refused as invalid: "dealer:nowhere"

    @PROTOCOL @MOD-06 @refusal
    Example: cash for a VBT of an unknown bucket
      Given these balance sheets
        | entity      | cash |
        | Nowhere VBT | 3    |
      When the world is opened
      Then it is refused as invalid: "nowhere"

    @PROTOCOL @MOD-03 @refusal
    Example: a liability with two maturities
      Given these tickets
        | ticket | issuer | owner | matures | liability |
        | t1     | I1     | H1    | 2       | P1        |
        | t2     | I1     | H1    | 3       | P1        |
      When the world is opened
      Then it is refused as invalid: "P1"

    @PROTOCOL @MOD-03 @refusal
    Example: a liability with two issuers
      Given these tickets
        | ticket | issuer | owner | matures | liability |
        | t1     | I1     | H1    | 2       | P1        |
        | t2     | I2     | H2    | 2       | P1        |
      When the world is opened
      Then it is refused as invalid: "P1"

    @PROTOCOL @MOD-02 @refusal
    Example: a ticket that matured before the world began
      Given the date is 3
      And these tickets
        | ticket | issuer | owner | matures |
        | t1     | I1     | H1    | 2       |
      When the world is opened
      Then it is refused as invalid: "maturity"

    @PROTOCOL @MOD-05R @boundary
    Example: a ticket that matures the very day it begins is welcome
      Given the date is 3
      And these tickets
        | ticket | issuer | owner | matures |
        | t1     | I1     | H1    | 3       |
      Then the tickets stand like this
        | ticket | owner | matures |
        | t1     | H1    | 3       |

  Rule: No name stands for two things

    Background:
      Given these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0    | t1      |

    @PROTOCOL @refusal
    Scenario Outline: <thing> listed twice
      When the world is opened with <name> listed twice
      Then it is refused as invalid: "<name>"

      Examples:
        | thing             | name  |
        | a trader          | H1    |
        | a trader's ticket | t1    |
        | a dealer's ticket | d2    |
        | a bucket          | short |

    @PROTOCOL @refusal
    Example: two tickets with one serial
      Given these tickets
        | ticket | serial |
        | d1     | 7      |
        | t1     | 7      |
      When the world is opened
      Then it is refused as invalid: "7"

  Rule: Numbers and words are what they may be

    @PROTOCOL @refusal
    Example: a ticket without a face
      Given a ticket size of 0
      When the world is opened
      Then it is refused as invalid: "ticketSize"

    @PROTOCOL @refusal
    Example: a spread below nothing
      Given the Short market at mid 1 and spread -0.10
      When the world is opened
      Then it is refused as invalid: "outsideSpread"

    @PROTOCOL @CFG-05 @refusal
    Example: a SELL probability above 1
      Given a SELL probability of 1.01
      When the world is opened
      Then it is refused as invalid: "sellProbability"

    @PROTOCOL @refusal
    Example: an unknown clearing rule
      Given the clearing rule fairness
      When the world is opened
      Then it is refused as invalid: "clearing"

    @PROTOCOL @refusal
    Example: an unknown policy
      Given the policy greed with a horizon of 3
      When the world is opened
      Then it is refused as invalid: "policy"

    @PROTOCOL @refusal
    Example: an unknown regime
      Given the regime relaxed
      When the world is opened
      Then it is refused as invalid: "regime"

    @PROTOCOL @refusal
    Example: an unknown issue price
      Given the issue price leisure
      When the world is opened
      Then it is refused as invalid: "issuePrice"

  Rule: All that is wrong is said at once

    @PROTOCOL @refusal
    Example: two tickets and a liability
      Given these tickets
        | ticket | issuer | owner          | matures | liability |
        | t1     | I1     | Nowhere dealer | 2       | P1        |
        | t2     | I1     | Short VBT      | 12      | P2        |
        | t3     | I1     | H1             | 3       | P3        |
        | t4     | I1     | H1             | 4       | P3        |
      When the world is opened
      Then it is refused as invalid: "dealer:nowhere … vbt:long … P3"

    @PROTOCOL @refusal
    Example: cash, a policy and a clearing rule
      Given the clearing rule fairness
      And the policy greed with a horizon of 3
      And these balance sheets
        | entity | cash |
        | H1     | -1   |
      When the world is opened
      Then it is refused as invalid: "clearing … policy … cash"

    @PROTOCOL @refusal
    Example: cash of a trader and of a dealer, and a trader with two issuers
      Given these balance sheets
        | entity      | cash |
        | H1          | -1   |
        | Long dealer | -1   |
      And these tickets
        | ticket | issuer | owner | matures |
        | t1     | I1     | H2    | 2       |
        | t2     | I2     | H2    | 2       |
      When the world is opened
      Then it is refused as invalid: "traders … long … H2"
