/** C1 … C6 and CHK-11: after every event, after every step, and over the whole world at the end. CHK-07. */
import type { EventOf, EventKind, ModelEvent } from '../events.ts';
import type { State } from '../state.ts';
import { checkAnchorsHold, checkAnchorsMove, checkAnchorsUpdated } from './anchors.ts';
import { checkBalances } from './balances.ts';
import { auditHoldings, checkDoubleEntry } from './double-entry.ts';
import { auditEquity, checkEquity } from './equity.ts';
import { checkFill, checkInteriorFill, checkPassThrough, checkRefusal, fillOf } from './fills.ts';
import { today, type Memory, type StepEnded } from './memory.ts';
import { checkQuotesCurrent, checkQuotesInside } from './quotes.ts';
import { checkSettled, checkSettlement } from './settlement.ts';
import {
  checkDecline,
  checkLabels,
  checkPlacement,
  checkRebucketing,
  checkReissue,
  checkRolledOver,
} from './transfers.ts';
import { Occasion } from './violation.ts';

/** The checks that an event calls for. */
export function checkEvent(state: State, event: ModelEvent): void {
  const { checks } = state.journal;
  if (checks === null) return;
  const memory = today(state, checks);
  const at = new Occasion(state, event);
  const { counts } = memory;
  checkDoubleEntry(at);
  counts.C1++;
  if (is(at, 'AnchorsUpdated')) checkAnchorsMove(at, memory);
  checkAnchorsHold(at, memory);
  counts.C6++;
  if (is(at, 'QuotesPosted')) {
    checkQuotesInside(at);
    counts.C2++;
  }
  const fill = is(at, 'TradeExecuted') ? fillOf(at) : null;
  if (fill !== null) {
    if (fill.event.isPassthrough) checkPassThrough(fill);
    else checkInteriorFill(fill);
    counts[fill.event.isPassthrough ? 'C4' : 'C3']++;
  }
  checkBalances(at);
  if (fill !== null) checkFill(fill);
  checkFigures(at, memory);
  counts['CHK-11']++;
  checkEquity(at);
  counts.C5++;
}

/** The amounts and tickets of an event, against the state before it. CHK-11. */
function checkFigures(at: Occasion<ModelEvent>, memory: Memory): void {
  if (is(at, 'QuotesPosted')) checkQuotesCurrent(at);
  else if (is(at, 'OrderRejected')) checkRefusal(at);
  else if (is(at, 'TicketRebucketed')) checkRebucketing(at);
  else if (is(at, 'PayableSettled') || is(at, 'PayableDefaulted')) checkSettlement(at, memory);
  else if (is(at, 'PayableRolledOver')) checkReissue(at, memory);
  else if (is(at, 'RolloverDeclined')) checkDecline(at, memory);
  else if (is(at, 'TicketPlaced')) checkPlacement(at);
}

const is = <K extends EventKind>(at: Occasion<ModelEvent>, kind: K): at is Occasion<EventOf<K>> =>
  at.event.kind === kind;

/** What a step must have left: nothing is due, repaid or lost that it should have dealt with. CHK-11. */
export function checkStep(state: State, kind: StepEnded['kind']): void {
  const { checks } = state.journal;
  if (checks === null) return;
  const memory = today(state, checks);
  const at = new Occasion(state, { day: state.time, kind });
  if (kind === 'advance') checkLabels(at);
  else if (kind === 'settlement') checkSettled(at, memory);
  else if (kind === 'rollover') checkRolledOver(at, memory);
  else checkAnchorsUpdated(at, memory);
}

/** The whole world once, at the end of a run: every ticket held once, no money appeared, equity explained. */
export function audit(state: State, event: ModelEvent): void {
  if (state.journal.checks === null) return;
  auditEquity(state, event);
  auditHoldings(state, event);
}
