Feature: What market making does to defaults

  Scenario: five values of debt to money
    Given the experiment of "../balanced-small.yaml"
    Then market making lowers the default rate at ring.kappa 4
    And market making lowers the default rate by at least 5 percentage points at ring.kappa 2
    And market making does not raise the default rate at ring.kappa 0.25
    And market making raises the default rate nowhere
    And market making lowers the default rate everywhere
    And the VBTs' outside money alone lowers the default rate
    And the dealers' intermediation does not change the default rate
    And market making lowers the default rate more at ring.kappa 4 than at 1
    And dealers hold inventory on at least half of the days
    And the initial debt is the same in the passive arm and in the active arm
    And the number of purchases in the active arm is 0 in every run
    And the default rate in the passive arm is at least 10 percent at ring.kappa 4
    And the default rate in the passive arm is larger at ring.kappa 4 than at 1
    And the number of sales is larger in the active arm than in the backstop arm
    And total_trades is at least 1 at ring.kappa 4
