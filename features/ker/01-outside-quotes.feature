Feature: The outside quotes of the value-based trader

  @KER-01
  Rule: The outside ask and bid lie half the outside spread above and below the outside mid

    Example: the three standard spreads around a mid of 1
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.20 | 2 | 2 |
        | 1 | 0.30 | 2 | 2 |
        | 1 | 0.40 | 2 | 2 |
      Then it gives
        | M | O    | A    | B    |
        | 1 | 0.20 | 1.10 | 0.90 |
        | 1 | 0.30 | 1.15 | 0.85 |
        | 1 | 0.40 | 1.20 | 0.80 |

    Example: other mids
      When the kernel is evaluated at
        | S  | M    | O    | a | C  |
        | 1  | 0.75 | 0.30 | 2 | 2  |
        | 20 | 15   | 6    | 2 | 30 |
        | 1  | 1/3  | 0.40 | 2 | 2  |
      Then it gives
        | A    | B    |
        | 0.90 | 0.60 |
        | 18   | 12   |
        | 8/15 | 2/15 |

    Example: they do not depend on what the dealer has
      When the kernel is evaluated at
        | M | O    | a | C |
        | 1 | 0.30 | 0 | 0 |
        | 1 | 0.30 | 9 | 0 |
        | 1 | 0.30 | 0 | 9 |
      Then it gives
        | A    | B    |
        | 1.15 | 0.85 |
        | 1.15 | 0.85 |
        | 1.15 | 0.85 |

    @boundary
    Example: without a spread both are the mid
      When the kernel is evaluated at
        | M | O | a | C |
        | 1 | 0 | 2 | 2 |
      Then it gives
        | A | B | ask | bid |
        | 1 | 1 | 1   | 1   |

    @boundary @ANC-04
    Example: a bid below nothing is nothing with the clip on, and stands with the clip off
      1/3 + 0.35 = 41/60 and 1/3 − 0.35 = −1/60.

      When the kernel is evaluated at
        | M   | O    | a | C | clip |
        | 1/3 | 0.70 | 2 | 2 | on   |
        | 1/3 | 0.70 | 2 | 2 | off  |
      Then it gives
        | A     | B     |
        | 41/60 | 0     |
        | 41/60 | -1/60 |
