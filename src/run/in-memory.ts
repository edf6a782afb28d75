/** One run of a scenario without files and without anything of node: what a page runs, too. OUT-01. */
import type { ModelEvent } from '../core/events.ts';
import { float64 } from '../f64.ts';
import { decimal, type Arithmetic, type ArithmeticName } from '../num.ts';
import { drawnChoices, streams } from '../random.ts';
import { neverDue } from '../scenario/calendar.ts';
import { buildInitialState } from '../scenario/initial.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Rules, Tables } from './metrics/fold.ts';
import type { RunMetrics } from './metrics/run-metrics.ts';
import { runIdOf } from './run-id.ts';
import { runWorld, type WorldRun, type WorldRunResult } from './run-world.ts';

export const arithmetics: Readonly<Record<ArithmeticName, Arithmetic>> = { decimal, float64 };

/** The rules of a scenario that its log does not tell. MET-13. */
export const rulesOf = ({ rulings, rollover }: Scenario): Rules => ({
  clearing: rulings.clearing,
  rollover: { enabled: rollover.enabled, issuePrice: rollover.issue_price },
});

export interface Listeners {
  /** Made of the scenario's parameters where it is left out. OUT-01. */
  readonly runId?: string;
  /** Hears every event, files or not. */
  readonly onEvent?: (event: ModelEvent) => void;
  /** Adds folds to those that make the figures of the run. */
  readonly follow?: (metrics: RunMetrics) => void;
  /** Called when the first event of a new day is told. */
  readonly onDay?: (day: number) => void;
}

/** A world that is ready to run, and what is known of it before the run. */
export interface Prepared {
  readonly run: WorldRun;
  /** Tickets due by day at the start. RING-08. */
  readonly calendar: Readonly<Record<number, number>>;
  /** For the manifest. OUT-12. */
  readonly noted: readonly string[];
  /** For the user. */
  readonly notes: readonly string[];
}

/** Opens nothing yet; the arithmetic, the seed and the checks are the scenario's own. LOOP-02. */
export function prepare(scenario: Scenario, runId = runIdOf(scenario)): Prepared {
  const { world, calendar, notes: noted } = buildInitialState(scenario);
  const run: WorldRun = {
    runId,
    world,
    choices: drawnChoices(streams(scenario.seed).orderFlow),
    periods: scenario.periods,
    stopOnDefault: scenario.stop_on_default,
    numbers: arithmetics[scenario.arithmetic],
    checks: scenario.checks,
  };
  const notes = [...noted, ...neverDue(scenario.periods, calendar, scenario.ticket_size_S)];
  return { run, calendar, noted, notes };
}

/** Runs it, and lets the listeners hear. LOOP-03. */
export function runPrepared({ run }: Prepared, listeners: Listeners, tables?: Tables): WorldRunResult {
  const onDay = dayWatcher(listeners.onDay);
  const onEvent = (event: ModelEvent): void => {
    onDay(event);
    listeners.onEvent?.(event);
  };
  const { follow } = listeners;
  return runWorld(run, {
    onEvent,
    ...(tables === undefined ? {} : { tables }),
    ...(follow === undefined ? {} : { follow }),
  });
}

/** Runs a scenario in its own arithmetic, with its own seed, checks as it says. LOOP-02, LOOP-03. */
export const runInMemory = (scenario: Scenario, listeners: Listeners = {}): WorldRunResult =>
  runPrepared(prepare(scenario, listeners.runId), listeners);

function dayWatcher(onDay: (day: number) => void = () => undefined): (event: ModelEvent) => void {
  let last: number | null = null;
  return ({ day }) => {
    if (day === last) return;
    last = day;
    onDay(day);
  };
}
