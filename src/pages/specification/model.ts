/** What the pages of the specification show, as plain data: made from files once, read by components anywhere. */
import type { ShownFrame, ShownTable } from '../../protocol/shown.ts';

export interface StepView {
  /** `Given`, `When`, `Then`, `And` … as the feature has it. */
  readonly keyword: string;
  readonly text: string;
  readonly background: boolean;
  /** `passed`, `failed`, `skipped` …; empty when it did not run. */
  readonly status: string;
  readonly table: readonly (readonly string[])[] | null;
  readonly doc: string | null;
  /** What was answered to the table. */
  readonly answered: Pick<ShownTable, 'found' | 'wrong'> | null;
  /** The world after each thing that this step did. */
  readonly frames: readonly ShownFrame[];
}

export interface ExampleRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What was answered where a column of the examples is expected in a table; null where it is not. */
  readonly answered: readonly (string | null)[];
  readonly standing: string;
}

export interface FailureView {
  readonly line: number;
  readonly step: string;
  /** The message, without the stack. */
  readonly said: string;
  readonly violation: Violation | null;
  /** Repeats it. */
  readonly command: string;
}

/** A broken identity, as the message of a run tells it. CHK-07. */
export interface Violation {
  readonly run: string;
  readonly period: string;
  readonly event: string;
  readonly parties: string;
  readonly identity: string;
  readonly what: string;
  readonly left: string;
  readonly right: string;
}

/** A scenario with all its rows. */
export interface ScenarioView {
  /** Names it within its group: file and line. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly feature: string;
  readonly about: string;
  readonly rule: string;
  readonly name: string;
  readonly description: string;
  readonly clauses: readonly string[];
  readonly kinds: readonly string[];
  /** Its other tags, such as EX-04. */
  readonly labels: readonly string[];
  /** `counts`, or the first word why it does not. */
  readonly standing: string;
  readonly why: string;
  readonly steps: readonly StepView[];
  readonly examples: { readonly header: readonly string[]; readonly rows: readonly ExampleRow[] } | null;
  readonly failures: readonly FailureView[];
}

/** So many functions of a clause are shown with their text. */
export const LISTINGS = 3;

/** A source function and the comment that names a clause. */
export interface CodeView {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** Its text, from the comment on; cut after some thirty lines. */
  readonly text: string;
}

export interface SearchEntry {
  readonly id: number;
  /** `clause`, `symbol`, `example` or `scenario`. */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}
