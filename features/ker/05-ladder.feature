Feature: The inventory ladder

  @KER-05
  Rule: The ladder runs from nothing to the face of the fundable tickets, one ticket a rung

    Example: capacity is the face times the fundable tickets, and there is one rung more than tickets
      When the kernel is evaluated at
        | S   | M  | O    | a | C    |
        | 1   | 1  | 0.30 | 2 | 2    |
        | 5   | 1  | 0.30 | 0 | 3.40 |
        | 20  | 15 | 6    | 2 | 30   |
        | 0.5 | 1  | 0.30 | 2 | 1    |
      Then it gives
        | x  | K* | X*  | N |
        | 2  | 4  | 4   | 5 |
        | 0  | 3  | 15  | 4 |
        | 40 | 4  | 80  | 5 |
        | 1  | 3  | 1.5 | 4 |

    @KER-14 @TRD-03
    Example: a dealer buys its way up to the top rung and no further
      From two tickets and a capacity of 4 it takes two more; the third seller goes past it.

      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets  |
        | Short dealer | 2    | d1 d2    |
        | H1           | 0    | h1 h2 h3 |
      When these orders come in
        | customer | sells |
        | H1       | h1    |
        | H1       | h2    |
        | H1       | h3    |
      Then the orders go like this
        | price | route        | because  | dealer tickets | dealer cash | X* |
        | 0.97  | interior     |          | 3              | 1.03        | 4  |
        | 0.92  | interior     |          | 4              | 0.11        | 4  |
        | 0.85  | pass-through | capacity | 4              | 0.11        | 4  |

    @boundary
    Example: a dealer that cannot fund one ticket has a ladder of one rung
      When the kernel is evaluated at
        | M | O    | a | C    |
        | 1 | 0.30 | 0 | 0.50 |
        | 1 | 0.30 | 0 | 0    |
      Then it gives
        | x | K* | X* | N |
        | 0 | 0  | 0  | 1 |
        | 0 | 0  | 0  | 1 |

  @KER-06
  Rule: The layoff probability is one over the number of rungs

    Example: from one rung to ten
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.30 | 0 | 0 |
        | 1 | 0.30 | 0 | 1 |
        | 1 | 0.30 | 1 | 1 |
        | 1 | 0.30 | 0 | 3 |
        | 1 | 0.30 | 2 | 2 |
        | 1 | 0.30 | 5 | 4 |
      Then it gives
        | N  | λ    |
        | 1  | 1    |
        | 2  | 1/2  |
        | 3  | 1/3  |
        | 4  | 1/4  |
        | 5  | 1/5  |
        | 10 | 1/10 |

    Example: the face of a ticket makes no difference: S / (X* + S) = 5 / (15 + 5)
      When the kernel is evaluated at
        | S | M | O    | a | C  |
        | 1 | 1 | 0.30 | 0 | 3  |
        | 5 | 1 | 0.30 | 0 | 3  |
        | 5 | 5 | 1.50 | 0 | 15 |
      Then it gives
        | X* | λ   |
        | 3  | 1/4 |
        | 15 | 1/4 |
        | 15 | 1/4 |

  @KER-07
  Rule: The inside width is the layoff probability times the outside spread

    Example: the more a dealer can fund the narrower it quotes
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.30 | 0 | 1 |
        | 1 | 0.30 | 1 | 1 |
        | 1 | 0.30 | 2 | 2 |
      Then it gives
        | λ   | I    |
        | 1/2 | 0.15 |
        | 1/3 | 0.10 |
        | 1/5 | 0.06 |

    Example: the wider the outside spread the wider it quotes
      When the kernel is evaluated at
        | S  | M  | O    | a | C  |
        | 1  | 1  | 0.20 | 1 | 1  |
        | 1  | 1  | 0.40 | 1 | 1  |
        | 20 | 15 | 6    | 2 | 30 |
      Then it gives
        | λ   | I    |
        | 1/3 | 1/15 |
        | 1/3 | 2/15 |
        | 1/5 | 1.20 |

    @boundary
    Example: a dealer without capacity quotes the whole outside spread, and without a spread there is no width
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.30 | 0 | 0 |
        | 1 | 0    | 2 | 2 |
      Then it gives
        | λ   | I    |
        | 1   | 0.30 |
        | 1/5 | 0    |
