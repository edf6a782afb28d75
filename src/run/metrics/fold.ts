/** What a fold over the events is, and where it puts its rows. */
import type { ModelEvent } from '../../core/events.ts';
import type { ClearingRule, IssuePrice } from '../../core/state.ts';
import type { Cell } from '../../files/cell.ts';

export type RowWriter = (row: readonly Cell[]) => void;

/** Where tables go: rows are handed over one by one, never collected here. */
export interface Tables {
  /** Begins a table, which has its header row even if no row follows. */
  open(name: string, columns: readonly string[]): RowWriter;
}

/** A view of the events. The accounts are brought up to date between `before` and `after`. */
export interface Fold {
  before?(event: ModelEvent): void;
  after?(event: ModelEvent): void;
  /** The day is over, anchors moved and quotes posted: when the rows of a day are taken. OUT-15R. */
  closeDay?(day: number): void;
  /** A debtor's default of the day that ends, and whether others brought it about; before `closeDay`. MET-13. */
  judged?(debtor: string, isInduced: boolean): void;
  /** No event comes any more. */
  finish?(): void;
}

/** The rules of a world that its log does not tell and that a figure depends on. MET-13. */
export interface Rules {
  readonly clearing: ClearingRule;
  readonly rollover: { readonly enabled: boolean; readonly issuePrice: IssuePrice };
}

/** Which run the rows belong to, and by which rules it went. */
export interface RunLabel {
  readonly runId: string;
  readonly regime: string;
  readonly rules: Rules;
}
