/** One run of a scenario, with its files where a folder is given. OUT-01, OUT-12, CHK-08. */
import { join } from 'node:path';
import type { ModelEvent, RunEnding } from '../core/events.ts';
import type { CheckCounts } from '../core/checks/violation.ts';
import { float64 } from '../f64.ts';
import type { Metrics } from './metrics/run-metrics.ts';
import { decimal, type Arithmetic, type ArithmeticName } from '../num.ts';
import { drawnChoices, streams } from '../random.ts';
import { hashOf, type Manifest } from './manifest.ts';
import { program } from '../files/output-folder.ts';
import { RunFiles } from './run-files.ts';
import { neverDue } from '../scenario/calendar.ts';
import { buildInitialState } from '../scenario/initial.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { version } from '../version.ts';
import { parametersOf, runIdOf } from './run-id.ts';
import { runWorld, type WorldRun } from './run-world.ts';

const arithmetics: Readonly<Record<ArithmeticName, Arithmetic>> = { decimal, float64 };

export interface RunOptions {
  /** Made of the scenario's parameters where it is left out. OUT-01. */
  readonly runId?: string;
  /** The files go to `<outDir>/out`; without it nothing is written. */
  readonly outDir?: string;
  /** The files go into a folder that this process has locked. */
  readonly isGuarded?: boolean;
  /** Hears every event, files or not. */
  readonly onEvent?: (event: ModelEvent) => void;
  /** Called when the first event of a new day is told. */
  readonly onDay?: (day: number) => void;
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
  const runId = options.runId ?? runIdOf(scenario);
  const { world, calendar, notes: noted } = buildInitialState(scenario);
  const notes = [...noted, ...neverDue(scenario.periods, calendar, scenario.ticket_size_S)];
  const run: WorldRun = {
    runId,
    world,
    choices: drawnChoices(streams(scenario.seed).orderFlow),
    periods: scenario.periods,
    stopOnDefault: scenario.stop_on_default,
    numbers: arithmetics[scenario.arithmetic],
    checks: scenario.checks,
  };
  const begun = manifestOf(scenario, runId, calendar, noted);
  const onDay = dayWatcher(options.onDay);
  const hear = (event: ModelEvent): void => {
    onDay(event);
    options.onEvent?.(event);
  };
  if (options.outDir === undefined) {
    return { runId, notes, folder: null, checksum: null, ...runWorld(run, { onEvent: hear }) };
  }
  const folder = join(options.outDir, 'out');
  const files = new RunFiles(folder, options.isGuarded);
  try {
    const onEvent = (event: ModelEvent): void => {
      files.event(event);
      hear(event);
    };
    const result = runWorld(run, { tables: files, onEvent });
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
  calendar: Readonly<Record<number, number>>,
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

function dayWatcher(onDay: (day: number) => void = () => undefined): (event: ModelEvent) => void {
  let last: number | null = null;
  return ({ day }) => {
    if (day === last) return;
    last = day;
    onDay(day);
  };
}
