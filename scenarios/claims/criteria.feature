# Verdict: supported. Of 10 statements, 10 supported, 0 contradicted, 0 undecided.
Feature: The success criteria of the dealer redesign

  Criteria 1 to 5 of the redesign of the dealer simulation (024), over the published values of debt to money.

  Background:
    Given the experiment of "../balanced-small.yaml" with
      | outside_mid_ratio | 0.5, 1.0 |

  Scenario: dealers are not empty most of the time
    Then dealers hold inventory on at least half of the days
    And dealers hold inventory on at least half of the days everywhere

  Scenario: distressed traders only sell
    Then the number of purchases in the active arm is 0 in every run
    And the number of sales in the active arm is at least 1

  Scenario: pairs start from one state
    Then the initial debt is the same in the passive arm and in the active arm
    And the initial money is the same in the passive arm and in the active arm

  Scenario: the effect of trading is measured
    Then market making lowers the default rate
    And market making raises the default rate nowhere

  Scenario: the outside mid moves prices
    Then dealer_mid_final_short is larger at outside_mid_ratio 1.0 than at 0.5
    And vbt_mid_final_short is larger at outside_mid_ratio 1.0 than at 0.5
