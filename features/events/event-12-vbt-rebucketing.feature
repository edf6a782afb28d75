Feature: EVENT-12 A VBT's ticket crosses a boundary

  Background:
    Given these markets
      | bucket | mid  | spread |
      | Short  | 0.90 | 0.20   |
      | Mid    | 1.00 | 0.30   |
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    |         |
      | Short VBT    | 0.50 | v1      |
      | Mid dealer   | 2    |         |
      | Mid VBT      | 1    | m1 m2   |
      | H1           | 4    |         |
    And these tickets
      | ticket | issuer | matures |
      | v1     | H1     | 3       |
      | m1     | H1     | 4       |
      | m2     | H1     | 7       |

  @EVENT-12 @REB-04 @REB-05
  Scenario: the Mid VBT sells a ticket to the Short VBT at the Short outside mid
    M = 0.90 in Short and 1.00 in Mid. The Mid VBT is worth 1 + 2·1.00 = 3.00 before and 1.90 + 1.00 = 2.90 after.
    The Short VBT is worth 0.50 + 0.90 = 1.40 before and −0.40 + 2·0.90 = 1.40 after.

    Then the desks stand like this
      | desk      | cash | equity |
      | Short VBT | 0.50 | 1.40   |
      | Mid VBT   | 1    | 3.00   |
    When the next period begins
    Then these tickets cross
      | ticket | from | to    | seller  | buyer     | price |
      | m1     | Mid  | Short | Mid VBT | Short VBT | 0.90  |
    And the balance sheets are now
      | entity       | cash  | tickets |
      | Short dealer | 2     |         |
      | Short VBT    | -0.40 | v1 m1   |
      | Mid dealer   | 2     |         |
      | Mid VBT      | 1.90  | m2      |
      | H1           | 4     |         |
    And the desks stand like this
      | desk         | cash  | equity |
      | Short dealer | 2     | 2      |
      | Short VBT    | -0.40 | 1.40   |
      | Mid dealer   | 2     | 2      |
      | Mid VBT      | 1.90  | 2.90   |
    And the traders stand like this
      | trader | cash | equity |
      | H1     | 4    | 1      |
