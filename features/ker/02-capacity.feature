Feature: What a dealer can fund

  @KER-02
  Rule: A dealer's wealth is its cash and its tickets at the outside mid

    Example: V is the mid times the tickets, plus the cash
      When the kernel is evaluated at
        | S  | M    | O    | a | C    |
        | 1  | 1    | 0.30 | 2 | 2    |
        | 1  | 1    | 0.30 | 4 | 0.90 |
        | 1  | 0.75 | 0.30 | 2 | 0.90 |
        | 20 | 15   | 6    | 2 | 30   |
      Then it gives
        | V    |
        | 4    |
        | 4.90 |
        | 2.40 |
        | 60   |

    Example: it counts neither the spread nor the dealer's own quotes
      When the kernel is evaluated at
        | M | O  | a | C |
        | 1 | 0  | 2 | 2 |
        | 1 | 12 | 2 | 2 |
      Then it gives
        | V |
        | 4 |
        | 4 |

    @boundary
    Example: cash alone, tickets alone, nothing at all
      When the kernel is evaluated at
        | M | O    | a | C    |
        | 1 | 0.30 | 0 | 2.05 |
        | 1 | 0.30 | 3 | 0    |
        | 1 | 0.30 | 0 | 0    |
      Then it gives
        | V    |
        | 2.05 |
        | 3    |
        | 0    |

  @KER-03
  Rule: A dealer can fund as many whole tickets as its wealth pays for at the outside mid

    Example: wealth over mid, rounded down
      4.90 / 1 is 4 tickets, 2.40 / 0.75 = 3.2 is 3, and 3.50 / 1.25 = 2.8 is 2.

      When the kernel is evaluated at
        | S  | M    | O    | a | C    |
        | 1  | 1    | 0.30 | 4 | 0.90 |
        | 1  | 0.75 | 0.30 | 2 | 0.90 |
        | 1  | 1.25 | 0.30 | 2 | 1    |
        | 20 | 15   | 6    | 2 | 44   |
      Then it gives
        | V    | K* |
        | 4.90 | 4  |
        | 2.40 | 3  |
        | 3.50 | 2  |
        | 74   | 4  |

    @boundary
    Example: at a whole multiple of the mid the last ticket counts, a hundredth below it does not
      When the kernel is evaluated at
        | M | O    | a | C    |
        | 1 | 0.30 | 0 | 1    |
        | 1 | 0.30 | 0 | 0.99 |
        | 1 | 0.30 | 2 | 2    |
        | 1 | 0.30 | 2 | 1.99 |
        | 1 | 0.30 | 0 | 0    |
      Then it gives
        | K* |
        | 1  |
        | 0  |
        | 4  |
        | 3  |
        | 0  |

  @KER-04R
  Rule: Where wealth is an exact multiple of the mid, rounding does not cost the dealer a ticket

    @EX-03
    Example: cash of 2 at a mid of one third funds six tickets
      Of the dealer's three tickets one is repaid and two are not: the loss is 2/3, the mid falls from 1 to 1/3,
      and the dealer is left with 1 + 1 = 2 of cash.

      Given these markets
        | bucket | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1   | 0.30   | 1               | 0.6                |
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 1    | d1 d2 d3 |
        | H1           | 1    |          |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 1       |
        | d2     | H2     | 1       |
        | d3     | H3     | 1       |
      When a period passes
      Then the Short dealer quotes
        | M   | a | C | K* | X* | λ   |
        | 1/3 | 0 | 2 | 6  | 6  | 1/7 |

    Example: cash of 1 at a mid of one sixth funds six tickets
      One of six tickets is repaid: the loss is 5/6 and the mid falls from 1 to 1/6.

      Given these markets
        | bucket | mid | spread | mid sensitivity | spread sensitivity |
        | Short  | 1   | 0.30   | 1               | 0.6                |
      And these balance sheets
        | entity       | cash | tickets           |
        | Short dealer | 0    | d1 d2 d3 d4 d5 d6 |
        | H1           | 1    |                   |
      And these tickets
        | ticket | issuer | matures |
        | d1     | H1     | 1       |
        | d2     | H2     | 1       |
        | d3     | H2     | 1       |
        | d4     | H2     | 1       |
        | d5     | H2     | 1       |
        | d6     | H2     | 1       |
      When a period passes
      Then the Short dealer quotes
        | M   | a | C | K* | X* | λ   |
        | 1/6 | 0 | 1 | 6  | 6  | 1/7 |

    Example: a third is a third, however its digits are rounded
      When the kernel is evaluated at
        | M                              | O    | a | C |
        | 1/3                            | 0.70 | 0 | 2 |
        | 0.3333333333333333333333333334 | 0.70 | 0 | 2 |
        | 0.33333333333333337            | 0.70 | 0 | 2 |
        | 0.333333333333333              | 0.70 | 0 | 2 |
      Then it gives
        | K* |
        | 6  |
        | 6  |
        | 6  |
        | 6  |

    Example: what is short by a billionth part of a ticket still funds it, by more it does not
      When the kernel is evaluated at
        | M | O    | a | C            |
        | 1 | 0.30 | 0 | 5.9999999995 |
        | 1 | 0.30 | 0 | 5.999999998  |
        | 1 | 0.30 | 4 | 1.9999999995 |
        | 1 | 0.30 | 4 | 1.999999998  |
        | 4 | 0.30 | 0 | 23.999999997 |
        | 4 | 0.30 | 0 | 23.99999999  |
      Then it gives
        | K* |
        | 6  |
        | 5  |
        | 6  |
        | 5  |
        | 6  |
        | 5  |

    @boundary @TRD-13R
    Example: cash below zero takes tickets away, down to none
      When the kernel is evaluated at
        | M   | O    | a | C     |
        | 1   | 0.30 | 4 | -0.50 |
        | 1   | 0.30 | 3 | -1    |
        | 1/3 | 0.30 | 5 | -1    |
        | 1   | 0.30 | 2 | -2    |
        | 1   | 0.30 | 2 | -2.50 |
        | 1   | 0.30 | 0 | -0.01 |
      Then it gives
        | V     | K* | X* |
        | 3.50  | 3  | 3  |
        | 2     | 2  | 2  |
        | 2/3   | 2  | 2  |
        | 0     | 0  | 0  |
        | -0.50 | 0  | 0  |
        | -0.01 | 0  | 0  |
