Feature: The least spread

  @ANC-07R
  Rule: A spread below the least spread stands for the first period and is raised to it by the first update

    Background:
      Given the date is 1
      And these markets
        | bucket | from | to | mid | spread | least spread |
        | Short  | 1    | 3  | 1   | 0.10   | 0.25         |
        | Long   | 4    |    | 1   | 0.40   | 0.25         |

    Example: without any loss the opening spread of 0.10 becomes 0.25, and one above stays
      When the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    | A     | B     |
        | Short  | 0 | 1 | 0.25 | 1.125 | 0.875 |
        | Long   | 0 | 1 | 0.40 | 1.20  | 0.80  |

    Example: until then the opening spread is quoted
      Then the Short dealer quotes
        | O    | A    | B    |
        | 0.10 | 1.05 | 0.95 |

    @boundary
    Example: with updates off it stays below for good
      Given anchor updates are off
      When the anchors are updated
      Then the anchors become
        | bucket | ℓ | M | O    | A    | B    |
        | Short  | 0 | 1 | 0.10 | 1.05 | 0.95 |
        | Long   | 0 | 1 | 0.40 | 1.20 | 0.80 |
