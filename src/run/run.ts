/** One run of a scenario, with its files where a folder is given. OUT-01, OUT-12, CHK-08. */
import { join } from 'node:path';
import type { ModelEvent, RunEnding } from '../core/events.ts';
import type { CheckCounts } from '../core/checks/violation.ts';
import type { Metrics } from './metrics/run-metrics.ts';
import { hashOf, type Manifest } from './manifest.ts';
import { program } from '../files/output-folder.ts';
import { RunFiles } from './run-files.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { version } from '../version.ts';
import { prepare, runPrepared, type Listeners } from './in-memory.ts';
import { parametersOf } from './run-id.ts';

export interface RunOptions extends Listeners {
  /** The files go to `<outDir>/out`; without it nothing is written. */
  readonly outDir?: string;
  /** The files go into a folder that this process has locked. */
  readonly isGuarded?: boolean;
}

export interface RunSummary {
  readonly runId: string;
  readonly ending: RunEnding;
  /** What the violated check said, or null. CHK-07. */
  readonly violation: string | null;
  /** Checks made and held, by name; null where they were off. */
  readonly checks: CheckCounts | null;
  readonly metrics: Metrics;
  readonly notes: readonly string[];
  /** Where the files are, or null where none were written. */
  readonly folder: string | null;
  /** Of all files together, or null where none were written. */
  readonly checksum: string | null;
}

/** Runs a scenario in its own arithmetic, with its own seed, checks as it says. LOOP-02, LOOP-03. */
export function runScenario(scenario: Scenario, options: RunOptions = {}): RunSummary {
  const prepared = prepare(scenario, options.runId);
  const { calendar, noted, notes } = prepared;
  const { runId } = prepared.run;
  if (options.outDir === undefined)
    return { runId, notes, folder: null, checksum: null, ...runPrepared(prepared, options) };
  const begun = manifestOf(scenario, runId, calendar, noted);
  const folder = join(options.outDir, 'out');
  const files = new RunFiles(folder, options.isGuarded);
  try {
    const onEvent = (event: ModelEvent): void => {
      files.event(event);
      options.onEvent?.(event);
    };
    const result = runPrepared(prepared, { ...options, onEvent }, files);
    const { ending, violation, checks, metrics } = result;
    const made = { on: scenario.checks, made: checks };
    const manifest = { ...begun, checks: made, ending, message: violation, last_day: metrics.lastDay };
    const checksum = files.finish(metrics, manifest, parametersOf(scenario));
    return { runId, notes, folder, checksum, ...result };
  } catch (error) {
    files.discard();
    throw error;
  }
}

/** The manifest as far as it is known before the run. */
function manifestOf(
  scenario: Scenario,
  runId: string,
  calendar: Manifest['calendar'],
  notes: readonly string[],
): Manifest {
  return {
    program,
    version: version(),
    run_id: runId,
    regime: scenario.regime,
    seed: scenario.seed,
    arithmetic: scenario.arithmetic,
    rulings: scenario.rulings,
    checks: { on: scenario.checks, made: null },
    ending: null,
    message: null,
    last_day: null,
    calendar,
    notes,
    scenario_sha256: hashOf(scenario),
    scenario,
  };
}
