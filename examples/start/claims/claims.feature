# What sweeps are to show. The phrases are in docs/claims.md of ringspec. This file is an example of the form: replace the
# experiment and the statements by your own, and write them before you look at a sweep.
Feature: What market making does where debts are large against money

  Scenario: twenty traders, four times as much debt as money
    Given an experiment with
      | ring.n_traders   | 20              |
      | allow_small_ring | true            |
      | ring.kappa       | 1, 4            |
      | seeds            | 10              |
      | arms             | passive, active |
    Then market making lowers the default rate at ring.kappa 4
    And the initial debt is the same in the passive arm and in the active arm
