Feature: Quotes clipped to the outside quotes

  @KER-10 @CHK-C2
  Rule: The dealer's quotes never pass the outside quotes, and count as pinned exactly where they meet them

    Example: inside the outside quotes the interior quotes stand and nothing is pinned
      When the kernel is evaluated at
        | M | O    | a | C    |
        | 1 | 0.30 | 2 | 2    |
        | 1 | 0.30 | 4 | 0.90 |
      Then it gives
        | a(x) | b(x) | ask  | bid  | ask pinned | bid pinned |
        | 1.03 | 0.97 | 1.03 | 0.97 | no         | no         |
        | 0.93 | 0.87 | 0.93 | 0.87 | no         | no         |

    Example: without capacity both quotes are pinned
      When the kernel is evaluated at
        | M | O    | a | C    |
        | 1 | 0.30 | 0 | 0.50 |
      Then it gives
        | ask  | bid  | A    | B    | ask pinned | bid pinned |
        | 1.15 | 0.85 | 1.15 | 0.85 | yes        | yes        |

    Example: a bid below an outside bid of nothing is lifted to it, and the ask stands
      A spread of 12 around 1 puts the outside bid at −5, which the clip lifts to 0. On the third rung the
      interior bid is −1.7.

      When the kernel is evaluated at
        | M | O  | a | C |
        | 1 | 12 | 1 | 2 |
        | 1 | 12 | 2 | 1 |
      Then it gives
        | a(x) | b(x)  | ask  | bid  | ask pinned | bid pinned |
        | 3.70 | 0.70  | 3.70 | 0.70 | no         | no         |
        | 1.30 | -1.70 | 1.30 | 0    | no         | yes        |

    @boundary
    Example: an interior bid of exactly the outside bid is pinned
      With a capacity of 1 the bid on the lowest rung is 1 + 2 − 3 = 0, and so is the clipped outside bid.

      When the kernel is evaluated at
        | M | O  | a | C |
        | 1 | 12 | 0 | 1 |
      Then it gives
        | p | I | b(x) | B | bid | ask pinned | bid pinned |
        | 3 | 6 | 0    | 0 | 0   | no         | yes        |

    @boundary @TRD-13R
    Example: a dealer with cash below zero may stand above its ladder, where its bid is pinned
      Two tickets and cash of −0.50 leave a capacity of 1: p(2) = 1 − 0.10 · (2 − 0.5) = 0.85, and b(2) = 0.775.

      When the kernel is evaluated at
        | M | O    | a | C     |
        | 1 | 0.30 | 2 | -0.50 |
      Then it gives
        | x | X* | p    | a(x)  | b(x)  | ask   | bid  | ask pinned | bid pinned |
        | 2 | 1  | 0.85 | 0.925 | 0.775 | 0.925 | 0.85 | no         | yes        |

  @KER-11
  Rule: Where there is capacity the interior quotes lie strictly inside the outside quotes on every rung

    @EX-07
    Example: on a ladder of five rungs
      At the ends they come nearest: 1.15 − 1.13 = 0.02 and 0.87 − 0.85 = 0.02.

      When the kernel is evaluated at
        | M | O    | a | C    | x |
        | 1 | 0.30 | 4 | 0.90 | 0 |
        | 1 | 0.30 | 4 | 0.90 | 1 |
        | 1 | 0.30 | 4 | 0.90 | 2 |
        | 1 | 0.30 | 4 | 0.90 | 3 |
        | 1 | 0.30 | 4 | 0.90 | 4 |
      Then it gives
        | A    | a(x) | b(x) | B    | ask pinned | bid pinned |
        | 1.15 | 1.13 | 1.07 | 0.85 | no         | no         |
        | 1.15 | 1.08 | 1.02 | 0.85 | no         | no         |
        | 1.15 | 1.03 | 0.97 | 0.85 | no         | no         |
        | 1.15 | 0.98 | 0.92 | 0.85 | no         | no         |
        | 1.15 | 0.93 | 0.87 | 0.85 | no         | no         |

    Example: on the shortest ladder, of two rungs
      When the kernel is evaluated at
        | M | O    | a | C | x |
        | 1 | 0.30 | 0 | 1 | 0 |
        | 1 | 0.30 | 0 | 1 | 1 |
      Then it gives
        | A    | a(x)  | b(x)  | B    | ask pinned | bid pinned |
        | 1.15 | 1.125 | 0.975 | 0.85 | no         | no         |
        | 1.15 | 1.025 | 0.875 | 0.85 | no         | no         |

    Example: with tickets of face 20
      When the kernel is evaluated at
        | S  | M  | O | a | C  | x  |
        | 20 | 15 | 6 | 2 | 30 | 0  |
        | 20 | 15 | 6 | 2 | 30 | 80 |
      Then it gives
        | A  | a(x)  | b(x)  | B  | ask pinned | bid pinned |
        | 18 | 17.60 | 16.40 | 12 | no         | no         |
        | 18 | 13.60 | 12.40 | 12 | no         | no         |

    Example: at a very wide spread with the clip off, so that the outside bid is the unclipped one
      When the kernel is evaluated at
        | M | O  | a | C | x | clip |
        | 1 | 12 | 0 | 3 | 0 | off  |
        | 1 | 12 | 0 | 3 | 1 | off  |
        | 1 | 12 | 0 | 3 | 2 | off  |
        | 1 | 12 | 0 | 3 | 3 | off  |
      Then it gives
        | A | a(x)  | b(x)  | B  | ask pinned | bid pinned |
        | 7 | 6.10  | 3.10  | -5 | no         | no         |
        | 7 | 3.70  | 0.70  | -5 | no         | no         |
        | 7 | 1.30  | -1.70 | -5 | no         | no         |
        | 7 | -1.10 | -4.10 | -5 | no         | no         |

    @boundary
    Example: without capacity both quotes equal the outside ones
      When the kernel is evaluated at
        | S  | M  | O    | a | C    |
        | 1  | 1  | 0.30 | 0 | 0.99 |
        | 20 | 15 | 6    | 0 | 14   |
        | 1  | 1  | 0.30 | 0 | 0    |
      Then it gives
        | X* | a(x) | b(x) | ask  | bid  | ask pinned | bid pinned |
        | 0  | 1.15 | 0.85 | 1.15 | 0.85 | yes        | yes        |
        | 0  | 18   | 12   | 18   | 12   | yes        | yes        |
        | 0  | 1.15 | 0.85 | 1.15 | 0.85 | yes        | yes        |
