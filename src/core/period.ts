/** One period, and a run of them. LOOP-01 … LOOP-04. */
import { updateAnchors, type AnchorUpdate } from './anchors.ts';
import { audit, checkStep } from './checks/check.ts';
import type { RunEnding } from './events.ts';
import type { Running } from './journal.ts';
import type { Choices } from './choices.ts';
import { formEligible, orderFlow, type Arrival } from './order-flow.ts';
import { postQuotes } from './quoting.ts';
import { advance, type Rebucketed } from './rebucketing.ts';
import { record } from './record.ts';
import { rollOver, type Declined, type Issued } from './rollover.ts';
import type { IssuerSettlement } from './payout.ts';
import { settle } from './settlement.ts';

export interface Period {
  readonly rebucketed: Rebucketed[];
  readonly arrivals: Arrival[];
  readonly settled: IssuerSettlement[];
  readonly rolled: { issued: Issued[]; declined: Declined[] };
  readonly anchors: AnchorUpdate[];
}

/** All steps once, in the order of LOOP-01. */
export function runPeriod(state: Running, choices: Choices): Period {
  const rebucketed = advance(state);
  postQuotes(state);
  checkStep(state, 'posting');
  const eligible = formEligible(state);
  const arrivals = orderFlow(state, eligible, choices);
  const settled = settle(state);
  const rolled = rollOver(state);
  const anchors = updateAnchors(state);
  postQuotes(state);
  checkStep(state, 'posting');
  checkStep(state, 'period');
  return { rebucketed, arrivals, settled, rolled, anchors };
}

/**
 * Runs up to `periods` periods; ends earlier when no ticket is left, or after the period of the first
 * default where the scenario stops on it. The whole world is audited at the end. LOOP-03, SET-07.
 */
export function runPeriods(
  state: Running,
  choices: Choices,
  { periods, stopOnDefault }: { readonly periods: number; readonly stopOnDefault: boolean },
): RunEnding {
  let ending: RunEnding = 'periods';
  for (let n = 0; n < periods; n++) {
    if (state.registered === 0) {
      ending = 'no_tickets';
      break;
    }
    const { settled } = runPeriod(state, choices);
    if (stopOnDefault && settled.some((issuer) => issuer.defaulted)) {
      ending = 'default';
      break;
    }
  }
  audit(state, { day: state.time, kind: 'RunEnded', reason: ending }, { periods, stopOnDefault });
  record(state, { day: state.time, kind: 'RunEnded', reason: ending });
  return ending;
}
