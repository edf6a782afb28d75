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
      | k1     | P1        | H2     | 3       |
      | k2     | P1        | H2     | 3       |
      | k3     | P1        | H2     | 3       |
      | k4     | P1        | H2     | 3       |

  @CHK-C1 @CHK-07
  Rule: Cash and tickets that do not only change hands are noticed, and settlement that does not come out

    Scenario Outline: C1: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C1 does not hold: <identity>

      Examples:
        | fault                                        | event             | parties               | identity                                                   |
        | money appears                                | OrderRejected     | between H1, vbt:short | the changes of cash add up to nothing: 0.5 ≠ 0             |
        | a ticket is counted by nobody                | OrderRejected     | between H1, vbt:short | tickets held change by what is issued less settled: -1 ≠ 0 |
        | a moved ticket keeps its old owner           | OrderRejected     | between H1, vbt:short | the owner of ticket k4: H1 ≠ vbt:short                     |
        | a moved ticket gets lost on the way          | OrderRejected     | between H1, vbt:short | vbt:short got ticket k4, and does not list it              |
        | a moved ticket stays with its seller as well | OrderRejected     | between H1, vbt:short | H1 handed over ticket k4, and still lists it               |
        | a trade deletes a ticket                     | OrderRejected     | between H1            | ticket k4 is deleted, and this is no settlement            |
        | a trade issues a ticket                      | OrderRejected     | between H1            | ticket k9 is issued, and this is no rollover               |
        | a settled ticket stays registered            | PayableDefaulted  | between H1            | ticket k4 is settled, and still registered                 |
        | an issued ticket is not registered           | PayableRolledOver | between H1            | ticket k9 is issued, and not registered                    |
        | an issued ticket is held by nobody           | PayableRolledOver | between H1            | ticket k9 is issued to H1, which does not list it          |
        | a holding is lost between events             | RunEnded          | between H1            | tickets held are tickets listed: 1 ≠ 0                     |

    Scenario Outline: C1, at settlement: <fault>
      H2 owes 4 today and is given 2: right would be 1 to the dealer, 0.5 each to the VBT and to H1.

      When this goes wrong: <fault>
      Then the run is stopped at event <event> (PayableDefaulted) between <parties>: C1 does not hold: <identity>

      Examples:
        | fault                                | event | parties                     | identity                                         |
        | payouts miss what was paid           | 16    | dealer:short, vbt:short, H1 | payouts add up to what was paid: 2 ≠ 2.5         |
        | more is paid than R·D                | 16    | H2                          | paid = R·D: 2 ≠ 1                                |
        | the face of what is settled is wrong | 16    | H2                          | D is the face of what matured: 5 ≠ 4             |
        | a payout does not reach its holder   | 16    | vbt:short                   | the payout reached the holder: 0.6 ≠ 0.5         |
        | a matured ticket is left over        | 15    | H1                          | every matured ticket is paid for and gone: 2 ≠ 1 |

    Scenario Outline: C1, over the whole world at the end: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (RunEnded): C1 does not hold: <identity>

      Examples:
        | fault                      | identity                                        |
        | money leaks between events | the cash in the world is what it was: 4.1 ≠ 5.1 |

    Example: C1, over the whole world at the end: a ticket is lost between events
      When this goes wrong: a ticket is lost between events
      Then the run is stopped at event 15 (RunEnded) between H1: C1 does not hold: tickets held are tickets listed: 0 ≠ 1

  @CHK-C2 @CHK-07
  Rule: Quotes outside the outside ones are noticed, and flags that lie

    Scenario Outline: C2: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C2 does not hold: <identity>

      Examples:
        | fault                       | event        | parties       | identity                                                           |
        | the bid falls below B       | QuotesPosted | between short | b_c ≥ B: 0.8 < 0.85                                                |
        | the ask rises above A       | QuotesPosted | between short | a_c ≤ A: 1.2 > 1.15                                                |
        | the ask falls below the bid | QuotesPosted | between short | a_c ≥ b_c: 0.87 < 0.875                                            |
        | the bid flag lies           | QuotesPosted | between short | the bid of 0.875 is flagged as pinned, and is not the outside 0.85 |
        | the ask flag lies           | QuotesPosted | between short | the ask of 1.15 is not flagged as pinned, and is the outside 1.15  |

    @KER-16R
    Scenario Outline: with the cap at par on, <what>
      Given the par cap on quotes is on
      When this goes wrong: <fault>
      Then <outcome>

      Examples:
        | what                                    | fault                                | outcome                                                                                         |
        | the face is as low as a bid may go      | the bid falls below the face         | the run is stopped at event 15 (QuotesPosted) between short: C2 does not hold: b_c ≥ B: 0.9 < 1 |
        | quotes of the face below B are right    | both quotes are the face, below B    | nothing is stopped                                                                              |
        | the guard's quotes are the outside ones | the bid is the face, under the guard | the run is stopped at event 15 (QuotesPosted) between short: C2 does not hold: b_c ≥ B: 1 < 1.1 |

  @CHK-C3 @CHK-07
  Rule: A fill that the dealer could not make is noticed

    Scenario Outline: C3: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event <event> (TradeExecuted) between <parties>: C3 does not hold: <identity>

      Examples:
        | fault                                     | event | parties                   | identity                                             |
        | an interior SELL above capacity           | 15    | H1, dealer:short          | an interior SELL needs x + S ≤ X*, in tickets: 3 > 2 |
        | an interior SELL beyond the dealer’s cash | 17    | H1, dealer:short          | an interior SELL needs C ≥ b_c(x): 3.05 < 3.1        |
        | an interior BUY from an empty shelf       | 15    | dealer:long, dealer:short | an interior BUY needs x ≥ S, in tickets: 0 < 1       |
        | an interior fill under the guard          | 15    | H1, dealer:short          | an interior fill needs M > M_min: 0.01 ≤ 0.02        |

  @CHK-C4 @CHK-07
  Rule: A pass-through that moves the dealer, or need not pass, or tells the wrong flag, is noticed

    Scenario Outline: C4: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event <event> (TradeExecuted) between dealer:short: C4 does not hold: <identity>

      Examples:
        | fault                                            | event | identity                                           |
        | a pass-through moves the dealer’s tickets        | 15    | a pass-through leaves x, in tickets: 3 ≠ 2         |
        | a pass-through moves the dealer’s cash           | 15    | a pass-through leaves C: -0.75 ≠ 0.1               |
        | a pass-through that the dealer could have filled | 16    | the dealer could have filled what passed through   |
        | a pass-through without its flag                  | 15    | the quote is pinned, and the event tells otherwise |

  @CHK-11 @CHK-07
  Rule: Figures that are not those of the state before the event are noticed, and a payer that had not the cash

    Scenario Outline: CHK-11: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event <event> (<kind>) between <parties>: CHK-11 does not hold: <identity>

      Examples:
        | fault                                      | event | kind             | parties          | identity                                         |
        | quotes of the old mid are posted           | 15    | QuotesPosted     | short            | A = M + O/2: 1.15 ≠ 0.65                         |
        | quotes of another position are posted      | 15    | QuotesPosted     | short            | the midline p(x): 1 ≠ 0.925                      |
        | an interior SELL at the outside bid        | 16    | TradeExecuted    | dealer:short, H1 | the price of the fill: 0.85 ≠ 0.97               |
        | a pass-through away from the outside quote | 15    | TradeExecuted    | vbt:short, H1    | the price of the fill: 0.9 ≠ 0.85                |
        | a pass-through that tells another bid      | 15    | TradeExecuted    | dealer:short     | the quotes traded on are not those of the state  |
        | a refused order moves cash                 | 15    | OrderRejected    | H1               | a refused order changes an account               |
        | a debtor keeps half of what it has         | 16    | PayableDefaulted | H2               | what is paid is the smaller of D and C: 1 ≠ 2    |
        | a holder gets less than its share          | 16    | PayableDefaulted | H2, dealer:short | a holder gets its share of what is paid: 0.8 ≠ 1 |
        | a payout is negative                       | 16    | PayableDefaulted | H1               | no payout is negative: -0.5 < 0                  |
        | a debtor that can pay defaults             | 16    | PayableDefaulted | H2               | with 4 for 4 it defaults                         |
        | a debtor pays what it has not              | 16    | PayableDefaulted | H2               | nobody pays what it has not: -2 < 0              |
        | a trader pays what it has not              | 15    | OrderRejected    | H2               | nobody pays what it has not: -1 < 0              |
        | the mid falls without a loss               | 15    | AnchorsUpdated   | short            | M − φ_M·ℓ: 0.5 ≠ 1                               |
        | the anchors are said to fall, and do not   | 15    | AnchorsUpdated   | short            | M − φ_M·ℓ: 0.5 ≠ 1                               |

  @CHK-13R @CHK-07
  Rule: Who comes without need, who is left out, and a step or a period that is missing, are noticed

    H1 has 5 and owes nothing: it is a buyer, and no seller. H2 has a shortfall of 4 and nothing to sell.

    Scenario Outline: CHK-13R: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event <event> <where>: CHK-11 does not hold: <identity>

      Examples:
        | fault                                       | event | where                      | identity                                                                                                    |
        | a trader without a shortfall comes to sell  | 15    | (TradeExecuted) between H1 | H1 comes to SELL, and is none of those who may                                                              |
        | a trader with a shortfall comes to buy      | 15    | (OrderRejected) between H2 | H2 comes to BUY, and is none of those who may                                                               |
        | a flow ends while somebody could still come | 15    | (order flow) between H1    | the flow is over, and H1 could still come                                                                   |
        | a period is over before it began            | 15    | (period)                   | the steps of a period: nothing ≠ advance, posting, order flow, settlement, rollover, anchor update, posting |
        | a run ends before its periods               | 15    | (RunEnded)                 | periods of the run: 0 ≠ 2                                                                                   |

  @CHK-C5 @CHK-07
  Rule: Equity that no event explains is noticed

    Scenario Outline: C5: <fault>
      When this goes wrong: <fault>
      Then the run is stopped at event 15 (<event>) <parties>: C5 does not hold: <identity>

      Examples:
        | fault                            | event            | parties           | identity                                         |
        | a desk’s equity is not explained | TicketsAllocated | between vbt:short | E = C + M·a: 1 ≠ 0                               |
        | a trader’s equity is not at face | TicketsAllocated | between H1        | equity at face is what the events explain: 6 ≠ 5 |

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
      Given the checks are off
      When this goes wrong: <fault>
      Then nothing is stopped

      Examples:
        | fault                         |
        | the mid moves within a period |
        | money leaks between events    |
