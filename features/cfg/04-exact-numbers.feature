Feature: Numbers in a scenario file

  @CFG-04
  Rule: Numbers are exactly what is written, as numbers and as text

    Example: the ways of writing a number
      Given the scenario file
        """
        seed: 1
        """
      Then it may say
        | path          | value                | read as              |
        | ring.kappa    | 0.1                  | 0.1                  |
        | ring.kappa    | "0.1"                | 0.1                  |
        | ring.kappa    | '0.1'                | 0.1                  |
        | ring.kappa    | 0.10                 | 0.1                  |
        | ring.kappa    | .5                   | 0.5                  |
        | ring.kappa    | 1e-3                 | 0.001                |
        | ring.kappa    | 25E-2                | 0.25                 |
        | ring.kappa    | +2.                  | 2                    |
        | ring.kappa    | 0.100000000000000001 | 0.100000000000000001 |
        | ring.kappa    | 0.300000000000000004 | 0.300000000000000004 |
        | ticket_size_S | "20"                 | 20                   |
        | seed          | "43"                 | 43                   |
        | seed          | 4.3e1                | 43                   |

    Example: nine digits before the point and eighteen after it
      Given the scenario file
        """
        seed: 1
        """
      Then it may say
        | path                        | value                        | read as                      |
        | trader_policy.buffer_cash_B | 123456789.123456789012345678 | 123456789.123456789012345678 |

    Example: three tickets of one tenth are three tenths
      In binary fractions 0.3/0.1 falls short of 3.

      Given the scenario file
        """
        allow_small_ring: true
        ticket_size_S: 0.1
        ring: {n_traders: 3, total_debt_Q: 0.3, kappa: 0.1}
        """
      When its world is made
      Then the whole ring starts like this
        | traders | tickets | cash |
        | 3       | 3       | 3    |

    Example: shares that sum to one, to the last digit
      In binary fractions 0.33 + 0.56 + 0.11 is more than 1.

      Given the scenario file
        """
        initial_allocation: {dealer_share: 0.33, vbt_share: 0.56, traders_share: 0.11}
        """
      When it is loaded as a scenario
      Then the scenario says
        | path                             | value |
        | initial_allocation.dealer_share  | 0.33  |
        | initial_allocation.vbt_share     | 0.56  |
        | initial_allocation.traders_share | 0.11  |

    @INI-02
    Example: 29 per cent of a hundred tickets are 29
      In binary fractions 0.29 · 100 falls short of 29, and 0.57 · 100 of 57.

      Given the scenario file
        """
        initial_allocation: {dealer_share: 0.29, vbt_share: 0.57}
        ring: {total_debt_Q: 100, mu: 0}
        """
      When its world is made
      Then the desks start like this
        | bucket | tickets | dealer | VBT | creditors |
        | short  | 100     | 29     | 57  | 14        |
        | mid    | 0       | 0      | 0   | 0         |
        | long   | 0       | 0      | 0   | 0         |

    @refusal @CFG-03
    Example: what is no number
      Given the scenario file
        """
        seed: 1
        """
      Then it may not say
        | path          | value | found    | allowed          |
        | ticket_size_S | one   | one      | a number above 0 |
        | ticket_size_S | .inf  | .inf     | a number above 0 |
        | ticket_size_S | .nan  | .nan     | a number above 0 |
        | ticket_size_S | 0x10  | 0x10     | a number above 0 |
        | ticket_size_S | 1_000 | 1_000    | a number above 0 |
        | ticket_size_S | 1,5   | 1,5      | a number above 0 |
        | ticket_size_S | "1 0" | 1 0      | a number above 0 |
        | ticket_size_S | 1/3   | 1/3      | a number above 0 |
        | ticket_size_S | true  | true     | a number above 0 |
        | ticket_size_S | ""    | ""       | a number above 0 |
        | ticket_size_S | [1]   | the list | a number above 0 |

    @refusal @boundary @CHK-09R
    Example: what is finer or larger than money can be
      Given the scenario file
        """
        seed: 1
        """
      Then it may say
        | path                        | value                        |
        | trader_policy.buffer_cash_B | 0.000000000000000001         |
        | trader_policy.buffer_cash_B | 999999999.999999999999999999 |
      But it may not say
        | path                        | value                 | allowed                    |
        | trader_policy.buffer_cash_B | 0.0000000000000000001 | with at most 18 decimals   |
        | trader_policy.buffer_cash_B | 1000000000            | from 0 to below 1000000000 |
