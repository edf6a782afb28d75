Feature: What a default does to the run

  I1 has half of the 1 that it owes on day 1: R = 1/2. I2 and I3 can pay what they owe on days 1 and 2.
  On day 1 half of one ticket in two is lost: ℓ = 1/4, M = 1 − 1/4 and O = 0.30 + 0.60/4.

  Background:
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity | cash | tickets |
      | I1     | 0.50 |         |
      | I2     | 1    |         |
      | I3     | 1    |         |
      | H1     | 0    | a1      |
      | H2     | 0    | b1      |
      | H3     | 0    | c1      |
    And these tickets
      | ticket | liability | issuer | matures |
      | a1     | A         | I1     | 1       |
      | b1     | B         | I2     | 1       |
      | c1     | C         | I3     | 2       |
    And rollover is on

  @SET-07 @LOOP-03
  Rule: A default does not stop the run, unless it is to stop at the end of the period of the first one

    Example: the run goes on with what is left
      When the run lasts 2 periods
      Then metrics.json says
        | path     | value   |
        | ending   | periods |
        | last_day | 2       |
      And repayment_events.csv holds
        | maturity_day | liability_id | outcome   |
        | 1            | A            | defaulted |
        | 1            | B            | repaid    |
        | 2            | B~1          | repaid    |
        | 2            | C            | repaid    |

    @ROL-01 @ANC-05
    Example: it stops on the default, with the period completed
      Given the stop on default is on
      When the run lasts 2 periods
      Then metrics.json says
        | path     | value   |
        | ending   | default |
        | last_day | 1       |
      And the log tells, on day 1
        | kind              | pid | payable_id | recovery | bucket | outside_mid | outside_spread | reason  |
        | PayableDefaulted  | A   |            | 0.50     |        |             |                |         |
        | PayableSettled    | B   |            |          |        |             |                |         |
        | PayableRolledOver | B   | B~1        |          |        |             |                |         |
        | AnchorsUpdated    |     |            |          | short  | 0.75        | 0.45           |         |
        | QuotesPosted      |     |            |          | short  |             |                |         |
        | RunEnded          |     |            |          |        |             |                | default |

    Example: a scenario file may ask for it
      Three traders owe 10 each on day 1 and have 15 among them, 5 each; nobody makes a market.
      Given the scenario file
        """
        regime: passive
        stop_on_default: true
        allow_small_ring: true
        ticket_size_S: 10
        initial_allocation: {dealer_share: 0, vbt_share: 0}
        rollover: {enabled: true}
        ring: {n_traders: 3, total_debt_Q: 30, kappa: 2, mu: 0}
        """
      When the scenario is run
      Then metrics.json says
        | path                | value   |
        | ending              | default |
        | last_day            | 1       |
        | payoff.payoff_rate  | 1/2     |
        | payoff.default_rate | 1/2     |
