/** Scripted arrivals in place of draws. FLW-08, FLW-11R. */
import type { Choices } from '../core/choices.ts';
import type { State } from '../core/state.ts';
import { ProtocolError, type ScriptEntry } from './protocol.ts';

/** Choices that follow the script; an agent that is not in the set that serves its arrival is invalid. */
export function scriptedChoices(state: State, script: readonly ScriptEntry[]): Choices {
  const entries = script[Symbol.iterator]();
  let current: ScriptEntry | null = null;
  return {
    more() {
      const next = entries.next();
      current = next.done === true ? null : next.value;
      return current !== null;
    },
    prefersSell: () => current?.z === 1,
    agent(_eligible, admits) {
      const name = current?.agent ?? '';
      const party = state.parties.get(name);
      if (party?.kind === 'trader' && admits(party.index)) return party.index;
      throw new ProtocolError('invalid', `${name} is not in the set that serves this arrival`);
    },
  };
}
