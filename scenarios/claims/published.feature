# Verdict: contradicted. Of 7 statements, 4 supported, 3 contradicted, 0 undecided: the effect is there, its cause is
# the outside money of the VBTs, and large holders by themselves raise defaults.
Feature: Published findings, held against this market

  The balanced comparison over debt to money, with the outside mid at three quarters of face. Published were an effect
  of market making at every scarcity of cash, and dealers as its cause.

  Background:
    Given the experiment of "../balanced-small.yaml"

  Scenario: market making lowers defaults wherever cash is scarce
    Then market making lowers the default rate at ring.kappa 4
    And market making lowers the default rate everywhere
    And market making lowers the default rate more at ring.kappa 4 than at 1
    And market making lowers the unpaid debt at ring.kappa 4

  Scenario: the dealers are the cause
    Then the dealers' intermediation lowers the default rate by at least 5 percentage points at ring.kappa 4
    And the VBTs' outside money alone does not change the default rate at ring.kappa 4

  Scenario: large holders are harmless
    Then the presence of large holders does not raise the default rate
