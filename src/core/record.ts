/** The end of an event: checked, told, and the scratch wiped for the next one. */
import type { ModelEvent } from './events.ts';
import { checkEvent } from './invariants.ts';
import type { State } from './state.ts';

/** Checks what just happened against C1 … C6 and passes the event on. CHK-07, OUT-02. */
export function record(state: State, event: ModelEvent): void {
  const { journal } = state;
  checkEvent(state, event);
  journal.sink(event);
  journal.index++;
  journal.touched.length = 0;
  journal.moves.length = 0;
  journal.issued.length = 0;
  journal.deleted.length = 0;
}
