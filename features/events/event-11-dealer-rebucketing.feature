Feature: EVENT-11 A dealer's ticket crosses a boundary

  Background:
    Given these markets
      | bucket | mid  | spread |
      | Mid    | 1.00 | 0.30   |
      | Long   | 1.10 | 0.40   |
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 1    |         |
      | Short VBT    | 1    |         |
      | Mid dealer   | 2.50 | m1      |
      | Mid VBT      | 1    |         |
      | Long dealer  | 1    | l1 l2   |
      | Long VBT     | 1    |         |
      | H1           | 4    |         |
    And these tickets
      | ticket | issuer | matures |
      | m1     | H1     | 6       |
      | l1     | H1     | 9       |
      | l2     | H1     | 12      |

  @EVENT-11 @REB-03 @REB-05
  Scenario: the Long dealer sells a ticket to the Mid dealer at the Mid outside mid
    M = 1.00 in Mid and 1.10 in Long. The Long dealer is worth 1 + 2·1.10 = 3.20 before and 2 + 1.10 = 3.10 after.
    The Mid dealer is worth 2.50 + 1.00 = 3.50 before and 1.50 + 2·1.00 = 3.50 after.

    Then the desks stand like this
      | desk        | cash | equity |
      | Mid dealer  | 2.50 | 3.50   |
      | Long dealer | 1    | 3.20   |
    When the next period begins
    Then these tickets cross
      | ticket | from | to  | seller      | buyer      | price |
      | l1     | Long | Mid | Long dealer | Mid dealer | 1.00  |
    And the balance sheets are now
      | entity       | cash | tickets |
      | Short dealer | 1    |         |
      | Short VBT    | 1    |         |
      | Mid dealer   | 1.50 | m1 l1   |
      | Mid VBT      | 1    |         |
      | Long dealer  | 2    | l2      |
      | Long VBT     | 1    |         |
      | H1           | 4    |         |
    And the desks stand like this
      | desk        | cash | equity |
      | Mid dealer  | 1.50 | 3.50   |
      | Long dealer | 2    | 3.10   |
    And the traders stand like this
      | trader | cash | equity |
      | H1     | 4    | 1      |
