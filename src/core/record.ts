/** The end of an event: checked, told, and the journal ready for the next one. */
import { checkEvent } from './checks/check.ts';
import type { ModelEvent } from './events.ts';
import { nextEvent, type Running } from './journal.ts';

/** Checks what just happened against C1 … C6 and passes the event on. CHK-07, OUT-02. */
export function record(state: Running, event: ModelEvent): void {
  checkEvent(state, event);
  state.journal.sink(event);
  nextEvent(state.journal);
}
