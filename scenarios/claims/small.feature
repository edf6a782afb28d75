# Verdict: supported. Of 5 statements, 5 supported, 0 contradicted, 0 undecided. What lowers defaults is the
# outside money of the VBTs: what the dealers add is a fifth of a percentage point.
# Written after its sweeps had been looked at: an example of the form, not a test of what was expected.
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
    And the dealers' intermediation does not change the default rate at ring.kappa 4
    And the initial debt is the same in the passive arm and in the active arm
