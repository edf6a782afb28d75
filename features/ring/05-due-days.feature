Feature: When the debts of a ring fall due

  @RING-05
  Rule: From one trader to the next the due day moves on by k = round(μ·(T − 1)) days, around a calendar of T days

    Scenario Outline: ten days at μ = <mu>, where k is <k>
      Trader i, counted from 0, is due on day 1 + ((i·k − k) mod 10), and with k = 0 on day 1.

      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 10, total_debt_Q: 10, mu: <mu>, maturity_days: 10}
        """
      When its world is made
      Then the ring starts like this
        | trader | due   |
        | H1     | <H1>  |
        | H2     | <H2>  |
        | H3     | <H3>  |
        | H4     | <H4>  |
        | H5     | <H5>  |
        | H6     | <H6>  |
        | H7     | <H7>  |
        | H8     | <H8>  |
        | H9     | <H9>  |
        | H10    | <H10> |

      Examples:
        | mu   | k               | H1 | H2 | H3 | H4 | H5 | H6 | H7 | H8 | H9 | H10 |
        | 0    | 0               | 1  | 1  | 1  | 1  | 1  | 1  | 1  | 1  | 1  | 1   |
        | 0.25 | 2.25 rounded: 2 | 9  | 1  | 3  | 5  | 7  | 9  | 1  | 3  | 5  | 7   |
        | 0.5  | 4.5 rounded: 4  | 7  | 1  | 5  | 9  | 3  | 7  | 1  | 5  | 9  | 3   |
        | 0.75 | 6.75 rounded: 7 | 4  | 1  | 8  | 5  | 2  | 9  | 6  | 3  | 10 | 7   |
        | 1    | 9               | 2  | 1  | 10 | 9  | 8  | 7  | 6  | 5  | 4  | 3   |

    @boundary
    Scenario Outline: halves are rounded to even: <T> days at μ = <mu>
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 4, total_debt_Q: 4, mu: <mu>, maturity_days: <T>}
        """
      When its world is made
      Then the ring starts like this
        | trader | due  |
        | H1     | <H1> |
        | H2     | <H2> |
        | H3     | <H3> |
        | H4     | <H4> |

      Examples:
        | T | mu   | H1 | H2 | H3 | H4 |
        | 2 | 0.5  | 1  | 1  | 1  | 1  |
        | 4 | 0.5  | 3  | 1  | 3  | 1  |
        | 6 | 0.5  | 5  | 1  | 3  | 5  |
        | 6 | 0.3  | 5  | 1  | 3  | 5  |
        | 6 | 0.1  | 1  | 1  | 1  | 1  |
        | 6 | 0.11 | 6  | 1  | 2  | 3  |

    @boundary
    Example: a calendar of one day
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 3, total_debt_Q: 3, mu: 1, maturity_days: 1}
        """
      When its world is made
      Then the ring starts like this
        | trader | due |
        | H1     | 1   |
        | H2     | 1   |
        | H3     | 1   |

  @RING-08
  Rule: The realised calendar, tickets due by day, goes with the run

    That two values of μ come to the same days is what a sweep has to say of its own grid.

    Scenario Outline: the days of μ = 0.25 are those of 0.5, here <mu>
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 10, total_debt_Q: 30, debts: equal, mu: <mu>, maturity_days: 10}
        """
      When its world is made
      Then the calendar starts like this
        | day | tickets due |
        | 1   | 6           |
        | 3   | 6           |
        | 5   | 6           |
        | 7   | 6           |
        | 9   | 6           |

      Examples:
        | mu   |
        | 0.25 |
        | 0.5  |

    Scenario Outline: and the days of 0.75 those of 1, here <mu>
      Given the scenario file
        """
        allow_small_ring: true
        ring: {n_traders: 10, total_debt_Q: 30, debts: equal, mu: <mu>, maturity_days: 10}
        """
      When its world is made
      Then the calendar starts like this
        | day | tickets due |
        | 1   | 3           |
        | 2   | 3           |
        | 3   | 3           |
        | 4   | 3           |
        | 5   | 3           |
        | 6   | 3           |
        | 7   | 3           |
        | 8   | 3           |
        | 9   | 3           |
        | 10  | 3           |

      Examples:
        | mu   |
        | 0.75 |
        | 1    |

    Example: without skew everything is due on day 1
      Given the scenario file
        """
        ring: {n_traders: 100, total_debt_Q: 1000, mu: 0}
        """
      When its world is made
      Then the calendar starts like this
        | day | tickets due |
        | 1   | 1000        |

    @OUT-12
    Example: it is in the manifest, with the tickets of large holders
      k = round(0.5 · 11) = 6 of twelve days: half of the traders are due on day 1, half on day 7.

      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        initial_allocation: {}
        ring: {n_traders: 4, total_debt_Q: 40, debts: equal, mu: 0.5, maturity_days: 12}
        """
      When the scenario is run
      Then manifest.json says
        | path       | value |
        | calendar.1 | 20    |
        | calendar.7 | 20    |
