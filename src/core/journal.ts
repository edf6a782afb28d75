/** A world under way: its state, with the number of the event in progress and what the checks note of that event. */
import type { Num } from '../num.ts';
import type { Memory } from './checks/memory.ts';
import type { ModelEvent } from './events.ts';
import type { Party, State, Ticket } from './state.ts';

/** The state of a world and its journal. What reads a world takes the state alone. */
export interface Running extends State {
  readonly journal: Journal;
}

export interface Journal {
  readonly run: string;
  /** Number of the event in progress, from 0. */
  index: number;
  tradeIndex: number;
  /** Null where the run has its checks off. CHK-08. */
  checks: { readonly changes: Changes; readonly memory: Memory } | null;
  readonly sink: (event: ModelEvent) => void;
}

/** An account as it was before the event in progress, where that event touched it. */
export interface Note {
  readonly party: Party;
  /** Number of the event that touched the account last. */
  event: number;
  cash: Num;
  held: number;
  /** A desk's tickets of its home bucket; what a trader holds. */
  tickets: number;
}

/** What the event in progress has changed. */
export interface Changes {
  /** By account number. */
  readonly notes: readonly Note[];
  touched: Note[];
  moves: { readonly ticket: Ticket; readonly from: Party; readonly to: Party }[];
  issued: Ticket[];
  deleted: Ticket[];
}

/** The tickets that a party's equity counts: of its home bucket for a desk, all for a trader. MOD-12. */
export const ticketsCounted = (party: Party): number =>
  party.kind === 'trader' ? party.held : party.tickets;

/** Nothing has changed yet. */
export const noChanges = ({ parties }: State): Changes => ({
  notes: Array.from(parties.values(), (party) => ({
    party,
    event: -1,
    cash: party.cash,
    held: party.held,
    tickets: ticketsCounted(party),
  })),
  touched: [],
  moves: [],
  issued: [],
  deleted: [],
});

/** Notes an account as it was before the event in progress, once an event. */
export function touch({ journal }: Running, party: Party): void {
  if (journal.checks === null) return;
  const { notes, touched } = journal.checks.changes;
  const note = notes[party.account];
  if (note === undefined || note.event === journal.index) return;
  note.event = journal.index;
  note.cash = party.cash;
  note.held = party.held;
  note.tickets = ticketsCounted(party);
  touched.push(note);
}

/** The event in progress is over. */
export function nextEvent(journal: Journal): void {
  journal.index++;
  if (journal.checks === null) return;
  const { changes } = journal.checks;
  // a fresh list is cheaper than emptying one, and most events leave most lists as they were
  changes.touched = [];
  if (changes.moves.length > 0) changes.moves = [];
  if (changes.issued.length > 0) changes.issued = [];
  if (changes.deleted.length > 0) changes.deleted = [];
}
