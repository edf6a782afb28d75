# Verdict: contradicted. Of 5 statements, 4 supported, 1 contradicted, 0 undecided. The trade that the
# dealers' part adds is a tenth of a percentage point: what lowers defaults is the VBTs' outside money.
Feature: What market making does where debts are large against money

  Scenario: twenty traders, four times as much debt as money
    Given an experiment with
      | ring.n_traders   | 20                        |
      | allow_small_ring | true                      |
      | ring.kappa       | 1, 4                      |
      | seeds            | 10                        |
      | arms             | passive, active, backstop |
    Then market making lowers the default rate at ring.kappa 4
    And market making does not raise the default rate at ring.kappa 1
    And the VBTs' outside money alone lowers the default rate by at least 5 percentage points at ring.kappa 4
    And the dealers' intermediation lowers the default rate by at least 5 percentage points at ring.kappa 4
    And the initial debt is the same in the passive arm and in the active arm
