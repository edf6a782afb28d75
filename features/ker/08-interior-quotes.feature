Feature: The interior quotes

  @KER-08
  Rule: The midline is the outside mid at half capacity and falls in equal steps as inventory grows

    Example: on a ladder of five rungs
      X* = 4, so a rung is worth 0.30 / (4 + 2) = 0.05, and p(x) = 1 − 0.05 · (x − 2).

      When the kernel is evaluated at
        | M | O    | a | C | x |
        | 1 | 0.30 | 2 | 2 | 0 |
        | 1 | 0.30 | 2 | 2 | 1 |
        | 1 | 0.30 | 2 | 2 | 2 |
        | 1 | 0.30 | 2 | 2 | 3 |
        | 1 | 0.30 | 2 | 2 | 4 |
      Then it gives
        | x | X* | p    |
        | 0 | 4  | 1.10 |
        | 1 | 4  | 1.05 |
        | 2 | 4  | 1    |
        | 3 | 4  | 0.95 |
        | 4 | 4  | 0.90 |

    Example: on a ladder of four rungs no rung is at half capacity
      X* = 3, so a rung is worth 0.30 / (3 + 2) = 0.06, and p(x) = 1 − 0.06 · (x − 1.5).

      When the kernel is evaluated at
        | M | O    | a | C | x |
        | 1 | 0.30 | 0 | 3 | 0 |
        | 1 | 0.30 | 0 | 3 | 1 |
        | 1 | 0.30 | 0 | 3 | 2 |
        | 1 | 0.30 | 0 | 3 | 3 |
      Then it gives
        | x | X* | p    |
        | 0 | 3  | 1.09 |
        | 1 | 3  | 1.03 |
        | 2 | 3  | 0.97 |
        | 3 | 3  | 0.91 |

    Example: with tickets of face 20
      X* = 80, so a unit of face is worth 6 / (80 + 40) = 0.05, and p(x) = 15 − 0.05 · (x − 40).

      When the kernel is evaluated at
        | S  | M  | O | a | C  | x  |
        | 20 | 15 | 6 | 2 | 30 | 0  |
        | 20 | 15 | 6 | 2 | 30 | 20 |
        | 20 | 15 | 6 | 2 | 30 | 40 |
        | 20 | 15 | 6 | 2 | 30 | 80 |
      Then it gives
        | x  | X* | p  |
        | 0  | 80 | 17 |
        | 20 | 80 | 16 |
        | 40 | 80 | 15 |
        | 80 | 80 | 13 |

    Example: a dealer quotes at the rung where it stands
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.30 | 0 | 4 |
        | 1 | 0.30 | 3 | 1 |
        | 1 | 0.30 | 4 | 0 |
      Then it gives
        | x | X* | p    |
        | 0 | 4  | 1.10 |
        | 3 | 4  | 0.95 |
        | 4 | 4  | 0.90 |

    @boundary
    Example: without capacity the midline is the outside mid
      When the kernel is evaluated at
        | M | O    | a | C    |
        | 1 | 0.30 | 0 | 0.50 |
      Then it gives
        | x | X* | p |
        | 0 | 0  | 1 |

  @KER-09
  Rule: The interior quotes lie half the inside width above and below the midline

    Example: on a ladder of five rungs
      The inside width is 0.06 on every rung.

      When the kernel is evaluated at
        | M | O    | a | C | x |
        | 1 | 0.30 | 2 | 2 | 0 |
        | 1 | 0.30 | 2 | 2 | 1 |
        | 1 | 0.30 | 2 | 2 | 2 |
        | 1 | 0.30 | 2 | 2 | 3 |
        | 1 | 0.30 | 2 | 2 | 4 |
      Then it gives
        | x | p    | a(x) | b(x) |
        | 0 | 1.10 | 1.13 | 1.07 |
        | 1 | 1.05 | 1.08 | 1.02 |
        | 2 | 1    | 1.03 | 0.97 |
        | 3 | 0.95 | 0.98 | 0.92 |
        | 4 | 0.90 | 0.93 | 0.87 |

    Example: at half capacity in three markets with spreads of 0.20, 0.30 and 0.40
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.20 | 1 | 1 |
        | 1 | 0.30 | 1 | 1 |
        | 1 | 0.40 | 1 | 1 |
      Then it gives
        | I    | a(x)  | b(x)  |
        | 1/15 | 31/30 | 29/30 |
        | 0.10 | 1.05  | 0.95  |
        | 2/15 | 16/15 | 14/15 |

    Example: with tickets of face 20 quotes are per ticket
      When the kernel is evaluated at
        | S  | M  | O | a | C  |
        | 20 | 15 | 6 | 2 | 30 |
      Then it gives
        | I    | p  | a(x)  | b(x)  |
        | 1.20 | 15 | 15.60 | 14.40 |

    @boundary
    Example: without capacity they are the outside quotes
      When the kernel is evaluated at
        | M | O    | a | C    |
        | 1 | 0.30 | 0 | 0.50 |
      Then it gives
        | I    | p | a(x) | b(x) | A    | B    |
        | 0.30 | 1 | 1.15 | 0.85 | 1.15 | 0.85 |
