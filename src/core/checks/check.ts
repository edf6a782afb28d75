/** C1 … C6 and CHK-11: after every event, after every step, and over the whole world at the end. CHK-07. */
import type { EventOf, EventKind, ModelEvent } from '../events.ts';
import type { Running } from '../journal.ts';
import type { Choices } from '../choices.ts';
import { checkAnchorsHold, checkAnchorsMove, checkAnchorsUpdated } from './anchors.ts';
import { checkBalances } from './balances.ts';
import { auditHoldings, checkDoubleEntry } from './double-entry.ts';
import { auditEquity, checkEquity } from './equity.ts';
import { checkFill, checkInteriorFill, checkPassThrough, fillOf } from './fills.ts';
import { checkArrival, closeFlow, openFlow } from './flow.ts';
import type { World } from '../written-world.ts';
import { today, type StepEnded } from './memory.ts';
import { checkOpening } from './opening.ts';
import { checkPosted, checkPosting } from './posting.ts';
import { checkQuotesCurrent, checkQuotesInside } from './quotes.ts';
import { checkRefusal } from './refusals.ts';
import { checkEnding, checkPeriod, checkRunEnd, noteStep, type Asked } from './run.ts';
import { checkSettled, checkSettlement } from './settlement.ts';
import {
  checkDecline,
  checkLabels,
  checkPassedOn,
  checkPlacement,
  checkRebucketing,
  checkReissue,
  checkRolledOver,
} from './transfers.ts';
import { Occasion } from './occasion.ts';

/** The checks that an event calls for. */
export function checkEvent(state: Running, event: ModelEvent): void {
  const { checks } = state.journal;
  if (checks === null) return;
  const at = new Occasion(state, event, checks.changes, today(state, checks.memory));
  const { counts, told } = at.memory;
  told?.push(event);
  checkDoubleEntry(at);
  counts.C1++;
  if (is(at, 'AnchorsUpdated')) checkAnchorsMove(at);
  checkAnchorsHold(at);
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
  if (event.day !== state.time) at.differs('CHK-11', [], 'the day of an event', event.day, state.time);
  checkFigures(at);
  if (is(at, 'TradeExecuted') || is(at, 'OrderRejected')) checkArrival(at);
  checkPosting(at);
  counts['CHK-11']++;
  checkEquity(at);
  counts.C5++;
}

/** The amounts and tickets of an event, against the state before it. CHK-11. */
function checkFigures(at: Occasion<ModelEvent>): void {
  checkPassedOn(at);
  if (is(at, 'QuotesPosted')) checkQuotesCurrent(at);
  else if (is(at, 'OrderRejected')) checkRefusal(at);
  else if (is(at, 'TicketRebucketed')) checkRebucketing(at);
  else if (is(at, 'PayableSettled') || is(at, 'PayableDefaulted')) checkSettlement(at);
  else if (is(at, 'PayableRolledOver')) checkReissue(at);
  else if (is(at, 'RolloverDeclined')) checkDecline(at);
  else if (is(at, 'TicketPlaced')) checkPlacement(at);
  else if (is(at, 'RunEnded')) checkEnding(at);
  else if (!checkedElsewhere.has(at.kind)) at.fails('CHK-11', [], 'there is no such event');
}

/** Events with checks of their own, and those that open a world, which are looked at once it is open. */
const checkedElsewhere: ReadonlySet<string> = new Set<EventKind>([
  ...(['TradeExecuted', 'AnchorsUpdated', 'Overridden'] as const),
  ...(['WorldOpened', 'AccountOpened', 'PayableCreated', 'TicketsAllocated'] as const),
]);

const is = <K extends EventKind>(at: Occasion<ModelEvent>, kind: K): at is Occasion<EventOf<K>> =>
  at.kind === kind;

/** A world is open: it is the one that was written. CHK-11. */
export function checkOpened(state: Running, world: World): void {
  const { checks } = state.journal;
  if (checks === null) return;
  const opened = { day: state.time, kind: 'opening' } as const;
  const at = new Occasion(state, opened, checks.changes, checks.memory);
  checkOpening(at, world);
  checkPosted(at);
}

/** What a step must have left: nothing is due, repaid or lost that it should have dealt with. CHK-11. */
export function checkStep(state: Running, kind: Exclude<StepEnded['kind'], 'opening' | 'order flow'>): void {
  const at = stepOf(state, kind);
  if (at === null) return;
  if (kind === 'period') {
    checkPeriod(at);
    return;
  }
  noteStep(at);
  if (kind === 'advance') checkLabels(at);
  else if (kind === 'settlement') checkSettled(at);
  else if (kind === 'rollover') checkRolledOver(at);
  else if (kind === 'posting') checkPosted(at);
  else checkAnchorsUpdated(at);
}

/** An order flow begins; what it draws from is heard by the checks. CHK-13R. */
export function checkFlowOpens(state: Running, choices: Choices): Choices {
  const at = stepOf(state, 'order flow');
  return at === null ? choices : openFlow(at, choices);
}

/** An order flow has ended. CHK-13R. */
export function checkFlowEnds(state: Running, choices: Choices): void {
  const at = stepOf(state, 'order flow');
  if (at === null) return;
  noteStep(at);
  closeFlow(at, choices);
}

function stepOf(state: Running, kind: StepEnded['kind']): Occasion<StepEnded> | null {
  const { checks } = state.journal;
  if (checks === null) return null;
  return new Occasion(state, { day: state.time, kind }, checks.changes, today(state, checks.memory));
}

/** The whole world once, at the end of a run: every ticket held once, no money appeared, equity explained. */
export function audit(state: Running, event: EventOf<'RunEnded'>, asked: Asked): void {
  const { checks } = state.journal;
  if (checks === null) return;
  const at = new Occasion(state, event, checks.changes, checks.memory);
  auditEquity(at);
  auditHoldings(at);
  checkRunEnd(at, asked);
}
