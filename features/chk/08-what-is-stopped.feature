Feature: What the checks stop

  The core is right, so nothing breaks an identity by itself: here a fault is put into its state in the middle of
  an event, or an event tells what did not happen. Before it come the world, eight accounts, a debt with the
  tickets of two more holders, and three quotes: it is event 15.

  Background:
    Given the date is 3
    And these markets
      | bucket | mid | spread |
      | Short  | 1   | 0.30   |
      | Long   | 1   | 0.30   |
    And these balance sheets
      | entity       | cash | tickets |
      | H1           | 5    | k4      |
      | H2           | 0    |         |
      | Short dealer | 0.10 | k1 k2   |
      | Short VBT    | 0    | k3      |
    And these tickets
      | ticket | liability | issuer | matures |
      | k1     | P1        | H2     | 4       |
      | k2     | P1        | H2     | 4       |
      | k3     | P1        | H2     | 4       |
      | k4     | P1        | H2     | 4       |

  @CHK-C1 @CHK-07
  Rule: Cash and tickets that do not only change hands are noticed, and settlement that does not come out

    Scenario Outline: C1: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C1 does not hold: <identity>

      Examples:
        | fault                                        | event             | parties               | identity                                                        |
        | money appears                                | OrderRejected     | between H1, vbt:short | the changes of cash add up to nothing: 0.5 ≠ 0                  |
        | a ticket is counted by nobody                | OrderRejected     | between H1, vbt:short | tickets held change by what is issued less settled: -1 ≠ 0      |
        | a moved ticket keeps its old owner           | OrderRejected     | between H1, vbt:short | ticket k4 is held once: H1 ≠ vbt:short                          |
        | a moved ticket gets lost on the way          | OrderRejected     | between H1, vbt:short | ticket k4 is held once: vbt:short ≠ vbt:short                   |
        | a moved ticket stays with its seller as well | OrderRejected     | between H1, vbt:short | ticket k4 is held once: vbt:short ≠ vbt:short                   |
        | a trade deletes a ticket                     | OrderRejected     | between H1            | the registry changes only by settlement and rollover: k4 ≠ none |
        | a trade issues a ticket                      | OrderRejected     | between H1            | the registry changes only by settlement and rollover: k9 ≠ none |
        | a settled ticket stays registered            | PayableDefaulted  | between H1            | a settled ticket is gone: k4 ≠ still registered                 |
        | an issued ticket is not registered           | PayableRolledOver | between H1            | an issued ticket is registered and held: k9 ≠ missing           |
        | an issued ticket is held by nobody           | PayableRolledOver | between H1            | an issued ticket is registered and held: k9 ≠ missing           |
        | payouts miss what was paid                   | PayableDefaulted  | between H1            | payouts add up to what was paid: 0 ≠ 0.5                        |
        | more is paid than R·D                        | PayableDefaulted  | between H2            | paid = R·D: 0 ≠ 0.5                                             |
        | a matured ticket is left over                | PayableDefaulted  | between H1            | every matured ticket is paid for and gone: 2 ≠ 1                |
        | the face of what is settled is wrong         | PayableDefaulted  | between H2            | D is the face of what matured: 2 ≠ 1                            |
        | a holding is lost between events             | RunEnded          | between H1            | the owner holds the ticket: k4 ≠ missing                        |

    Scenario Outline: C1, over the whole world at the end: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (RunEnded): C1 does not hold: <identity>

      Examples:
        | fault                           | identity                                        |
        | money leaks between events      | the cash in the world is what it was: 4.1 ≠ 5.1 |
        | a ticket is lost between events | every registered ticket is held: 3 ≠ 4          |

  @CHK-C2 @CHK-07
  Rule: Quotes outside the outside ones are noticed, and flags that lie

    Scenario Outline: C2: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C2 does not hold: <identity>

      Examples:
        | fault                                 | event        | parties       | identity                                            |
        | the bid falls below B                 | QuotesPosted | between short | b_c ≥ B: 0.8 ≠ 0.85                                 |
        | the bid stands between the face and B | QuotesPosted | between short | b_c ≥ B: 1.05 ≠ 1.1                                 |
        | the ask rises above A                 | QuotesPosted | between short | a_c ≤ A: 1.2 ≠ 1.15                                 |
        | the bid flag lies                     | QuotesPosted | between short | bid pinned ⇔ b_c = B, with b_c = 0.875: true ≠ 0.85 |
        | the ask flag lies                     | QuotesPosted | between short | ask pinned ⇔ a_c = A, with a_c = 1.15: false ≠ 1.15 |

    @KER-16R
    Scenario Outline: with the cap at par on, <what>
      Given the par cap on quotes is on
      When this goes wrong: <fault>
      Then <outcome>

      Examples:
        | what                                    | fault                                                  | outcome                                                                                |
        | the face is as low as a bid may go      | the bid falls below the face                           | the run is stopped at event 15 (QuotesPosted) between short: C2 does not hold: b_c ≥ B: 0.9 ≠ 1 |
        | a bid between the face and B is right   | the bid stands between the face and B                  | nothing is stopped                                                                     |
        | the guard's quotes are the outside ones | the bid stands between the face and B, under the guard | the run is stopped at event 15 (QuotesPosted) between short: C2 does not hold: b_c ≥ B: 1.05 ≠ 1.1 |

  @CHK-C3 @CHK-07
  Rule: A fill that the dealer could not make is noticed

    Scenario Outline: C3: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C3 does not hold: <identity>

      Examples:
        | fault                                     | event         | parties                           | identity                                             |
        | an interior SELL above capacity           | TradeExecuted | between H1, dealer:short          | an interior SELL needs x + S ≤ X*, in tickets: 3 ≠ 2 |
        | an interior SELL beyond the dealer’s cash | TradeExecuted | between H1, dealer:short          | an interior SELL needs C ≥ b_c(x): 1.1 ≠ 1.2         |
        | an interior BUY from an empty shelf       | TradeExecuted | between dealer:long, dealer:short | an interior BUY needs x ≥ S: 0 ≠ 1                   |
        | an interior fill under the guard          | TradeExecuted | between H1, dealer:short          | an interior fill needs M > M_min: 0.01 ≠ 0.02        |

  @CHK-C4 @CHK-07
  Rule: A pass-through that moves the dealer, or is not at its pinned quote, is noticed

    Scenario Outline: C4: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C4 does not hold: <identity>

      Examples:
        | fault                                      | event         | parties              | identity                                                  |
        | a pass-through moves the dealer’s tickets  | TradeExecuted | between dealer:short | a pass-through leaves x, in tickets: 3 ≠ 2                |
        | a pass-through moves the dealer’s cash     | TradeExecuted | between dealer:short | a pass-through leaves C: -0.75 ≠ 0.1                      |
        | a pass-through away from the outside quote | TradeExecuted | between dealer:short | a pass-through is filled at the outside quote: 0.9 ≠ 0.85 |
        | a pass-through without its flag            | TradeExecuted | between dealer:short | a pass-through needs a pinned quote: false ≠ true         |

  @CHK-C5 @CHK-07
  Rule: Equity that no event explains is noticed

    Scenario Outline: C5: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C5 does not hold: <identity>

      Examples:
        | fault                                    | event          | parties              | identity                                         |
        | a desk’s equity is not explained         | OrderRejected  | between vbt:short    | E = C + M·a: 1 ≠ 0                               |
        | a trader’s equity is not at face         | OrderRejected  | between H1           | equity at face is what the events explain: 6 ≠ 5 |
        | the anchors are said to fall, and do not | AnchorsUpdated | between dealer:short | E = C + M·a: 1.1 ≠ 2.1                           |

  @CHK-C6 @CHK-07
  Rule: Anchors that move within a period are noticed

    Scenario Outline: C6: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C6 does not hold: <identity>

      Examples:
        | fault                            | event         | parties       | identity                                  |
        | the mid moves within a period    | OrderRejected | between short | M is what the last period left: 0.9 ≠ 1   |
        | the spread moves within a period | OrderRejected | between short | O is what the last period left: 0.4 ≠ 0.3 |

  @CHK-08
  Rule: With the checks off nothing is noticed

    Scenario Outline: <fault>
      When this goes wrong with the checks off: <fault>
      Then nothing is stopped

      Examples:
        | fault                         |
        | the mid moves within a period |
        | money leaks between events    |
