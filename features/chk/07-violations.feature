Feature: When a check does not hold

  No world breaks a check from outside: what moves is booked twice by construction. Counted in binary
  fractions, 0.10 + 0.20 is 0.30000000000000004; if no rounding is forgiven, the books of H1, which has 0.10
  and is paid 0.20 by I1, do not balance.

  Background:
    Given a ticket size of 0.20
    And the Short market at mid 0.20 and spread 0.06
    And these balance sheets
      | entity | cash | tickets |
      | I1     | 0.20 |         |
      | H1     | 0.10 | a1      |
    And these tickets
      | ticket | liability | issuer | matures |
      | a1     | P1        | I1     | 2       |

  @CHK-07 @CHK-C1
  Rule: A violation stops the run, says what does not hold, and leaves what was written readable

    Example: the message names the run, the period, the event, the parties, the identity and both sides
      Before it come the world (event 0), eight accounts, one debt and three quotes: it is event 13.
      Given the rounding allowance is off
      When the run lasts 9 periods
      Then metrics.json says
        | path     | value     |
        | ending   | violation |
        | last_day | 2         |
      And manifest.json says
        | path    | value                                                                                                                                                             |
        | message | run by_hand, period 2, event 13 (PayableSettled) between I1, H1: C1 does not hold: the changes of cash add up to nothing: 0.000000000000000027755575615628914 ≠ 0 |

    @OUT-15R
    Example: the log ends before the event that failed, and the tables with the last day that was completed
      Given the rounding allowance is off
      When the run lasts 9 periods
      Then the log tells, on day 2
        | kind     | reason    |
        | RunEnded | violation |
      And by the log alone the balance sheets at the close of day 2 are
        | entity | cash | tickets |
        | I1     | 0.20 |         |
        | H1     | 0.10 | a1      |
      And system_state_timeseries.csv holds
        | day | total_face_value | total_cash |
        | 0   | 0.20             | 0.30       |
        | 1   | 0.20             | 0.30       |
      And repayment_events.csv holds
        | liability_id |

    @boundary
    Example: exact amounts, or a forgiven rounding, do not stop it
      When the run lasts 9 periods
      Then metrics.json says
        | path     | value      |
        | ending   | no_tickets |
        | last_day | 2          |

    @boundary @CHK-09R
    Example: what is forgiven grows with the amounts
      I1 has 100 000 000.1 and owes two tickets of a hundred million: R is 0.5000000005. In binary fractions R·D
      falls short of what is paid by 0.000000015, which is nothing beside a hundred million.
      Given a ticket size of 100000000
      And these balance sheets
        | entity | cash        | tickets |
        | I1     | 100000000.1 |         |
        | H1     | 0           | a1 a2   |
      And these tickets
        | ticket | liability | issuer | matures |
        | a1     | P1        | I1     | 2       |
        | a2     | P1        | I1     | 2       |
      When the run lasts 9 periods
      Then metrics.json says
        | path              | value       |
        | ending            | no_tickets  |
      And by the log alone the balance sheets at the close of day 2 are
        | entity | cash        | tickets |
        | I1     | 0           |         |
        | H1     | 100000000.1 |         |

  @CHK-08
  Rule: The checks are on unless they are turned off by name, and the manifest says so

    Example: they are on by default, and made after every event
      The world, three accounts, three debts, three payments and the end of the run are eleven events;
      without a market nothing is quoted or traded.
      Given the scenario file
        """
        regime: baseline
        allow_small_ring: true
        ring: {n_traders: 3, total_debt_Q: 3, kappa: 1, mu: 0}
        """
      When the scenario is run
      Then manifest.json says
        | path           | value |
        | checks.on      | true  |
        | checks.made.C1 | 11    |
        | checks.made.C2 | 0     |
        | checks.made.C3 | 0     |
        | checks.made.C4 | 0     |
        | checks.made.C5 | 11    |
        | checks.made.C6 | 11    |

    Example: turned off, none is made
      Given the scenario file
        """
        regime: baseline
        checks: false
        allow_small_ring: true
        ring: {n_traders: 3, total_debt_Q: 3, kappa: 1, mu: 0}
        """
      When the scenario is run
      Then manifest.json says
        | path            | value |
        | checks.on       | false |
        | checks.made     |       |
        | scenario.checks | false |
