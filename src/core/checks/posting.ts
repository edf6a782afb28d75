/** Quotes are posted after what moved them, and not without it. KER-15, FLW-04, CHK-11. */
import type { ModelEvent } from '../events.ts';
import { bucketNamed } from '../state.ts';
import type { StepEnded } from './memory.ts';
import type { Occasion } from './occasion.ts';

/** After a trade come the quotes that it moved; what is posted has been touched since it was posted last. */
export function checkPosting(at: Occasion<ModelEvent>): void {
  const { state, event, memory, changes } = at;
  if (event.kind === 'QuotesPosted') {
    const { index } = bucketNamed(state, event.bucket);
    if (memory.posting[index] === 'current')
      at.fails('CHK-11', [event.bucket], 'quotes are posted again, and nothing has moved them');
    memory.posting[index] = 'current';
    return;
  }
  if (memory.hasTraded) checkPosted(at);
  memory.hasTraded = at.kind === 'TradeExecuted';
  for (const { party, cash, tickets } of changes.touched) {
    if (party.kind !== 'dealer') continue;
    const hasMoved = party.tickets !== tickets || party.cash.comparedTo(cash) !== 0;
    if (hasMoved) memory.posting[party.bucket] = 'moved';
    else if (memory.posting[party.bucket] === 'current') memory.posting[party.bucket] = 'touched';
  }
  if (event.kind !== 'AnchorsUpdated') return;
  const { index, desks } = bucketNamed(state, event.bucket);
  if (desks !== null) memory.posting[index] = 'moved';
}

/** The quotes of every bucket are posted as they are now. */
export function checkPosted(at: Occasion<ModelEvent | StepEnded>): void {
  const { state, memory } = at;
  for (const { index, id } of state.buckets)
    if (memory.posting[index] === 'moved')
      at.fails('CHK-11', [id], 'the quotes have moved, and are not posted');
}
