/** What a run was, so that it can be repeated exactly. Nothing in it hangs on the machine or the day. OUT-12. */
import { sha256 } from '../files/sha256.ts';
import type { RunEnding } from '../core/events.ts';
import type { CheckCounts } from '../core/checks/violation.ts';
import type { ArithmeticName } from '../num.ts';
import { canonicalJson } from './plain.ts';
import type { program } from '../files/output-folder.ts';

export interface Manifest {
  readonly program: typeof program;
  readonly version: string;
  readonly run_id: string;
  readonly regime: string;
  readonly seed: number;
  readonly arithmetic: ArithmeticName;
  readonly rulings: object;
  /** `made` counts the checks that were made and held, by name; null where they were off. CHK-08. */
  readonly checks: { readonly on: boolean; readonly made: CheckCounts | null };
  /** Null while the run goes on. */
  readonly ending: RunEnding | null;
  /** What a violated check said. CHK-07. */
  readonly message: string | null;
  readonly last_day: number | null;
  /** Tickets due by day at the start. RING-08. */
  readonly calendar: Readonly<Record<number, number>>;
  readonly notes: readonly string[];
  readonly scenario_sha256: string;
  /** Resolved, with every default filled in. */
  readonly scenario: object;
}

/** SHA-256 of the scenario's data, whatever the order of its keys. */
export const hashOf = (scenario: object): string => sha256(canonicalJson(scenario));
