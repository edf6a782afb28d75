/** One run of a world, and what it came to. No files here. */
import type { ModelEvent, RunEnding } from '../core/events.ts';
import { CheckViolation, type CheckCounts } from '../core/checks/violation.ts';
import type { Running } from '../core/journal.ts';
import type { Choices } from '../core/choices.ts';
import { runPeriods } from '../core/period.ts';
import type { State } from '../core/state.ts';
import { openWorld, type World } from '../core/world.ts';
import type { Tables } from './metrics/fold.ts';
import { RunMetrics, type Metrics } from './metrics/run-metrics.ts';
import type { Arithmetic } from '../num.ts';

export interface WorldRun {
  readonly runId: string;
  readonly world: World;
  /** Drawn, or scripted for the state that is opened. FLW-08. */
  readonly choices: Choices | ((state: State) => Choices);
  readonly periods: number;
  readonly stopOnDefault: boolean;
  readonly numbers: Arithmetic;
  /** On unless the user turned them off. CHK-08. */
  readonly checks: boolean;
}

/** Who else looks at the run while it goes on. */
export interface Observers {
  readonly tables?: Tables;
  readonly onEvent?: (event: ModelEvent) => void;
  /** Adds folds of its own to those of the run. */
  readonly follow?: (metrics: RunMetrics) => void;
}

export interface WorldRunResult {
  readonly ending: RunEnding;
  /** What the violated check said, or null. CHK-07. */
  readonly violation: string | null;
  readonly checks: CheckCounts | null;
  readonly metrics: Metrics;
}

/** Opens the world and runs it. A violated check ends the run; what was told before it stands. CHK-07. */
export function runWorld(run: WorldRun, { tables, onEvent, follow }: Observers = {}): WorldRunResult {
  const { runId, world, choices, periods, stopOnDefault, numbers, checks } = run;
  const rules = { clearing: world.rulings.clearing, rollover: world.rollover };
  const folds = new RunMetrics(numbers, { runId, regime: world.regime, rules }, tables ?? null);
  follow?.(folds);
  let day = world.time;
  const sink = (event: ModelEvent): void => {
    day = event.day;
    onEvent?.(event);
    folds.take(event);
  };
  let state: Running | null = null;
  let ending: RunEnding;
  let violation: string | null = null;
  try {
    state = openWorld(world, { numbers, run: runId, checks, sink });
    const chosen = typeof choices === 'function' ? choices(state) : choices;
    ending = runPeriods(state, chosen, { periods, stopOnDefault });
  } catch (error) {
    if (!(error instanceof CheckViolation)) throw error;
    ending = 'violation';
    violation = error.message;
    sink({ day: state?.time ?? day, kind: 'RunEnded', reason: ending });
  }
  return {
    ending,
    violation,
    checks: state?.journal.checks?.memory.counts ?? null,
    metrics: folds.metrics(),
  };
}
