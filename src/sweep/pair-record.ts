/** One pair of a sweep: the arms run on one initial state, and the row that compares them. No files here. BAL-01. */
import { FatesFold, rescues } from '../run/metrics/fates.ts';
import type { ModelEvent } from '../core/events.ts';
import { comparisonColumns, effectOf, type Arm, type Pair } from './comparison.ts';
import { readFigures, type ArmFigures } from './arms.ts';
import { Fault } from '../files/faults.ts';
import { cellText } from '../files/cell.ts';
import { scenarioAt, type GridPoint } from '../scenario/grid.ts';
import { pairComparison, shownArms, type Arms, type SweepRegime } from '../scenario/regimes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Decisions } from '../run/decisions.ts';
import { parametersOf, runIdOf } from '../run/run-id.ts';
import { runInMemory, type Listeners } from '../run/in-memory.ts';
import type { WorldRunResult } from '../run/run-world.ts';

/** What a pair is made of. */
export interface ArmsOfPair {
  readonly base: Scenario;
  readonly point: GridPoint;
  readonly arms: Arms;
  /** Run it in decimals, too, and compare every decision. */
  readonly verify: boolean;
}

/** Runs one arm; the checksum is that of its files, or null where none are written. */
export type RunArm = (
  regime: SweepRegime,
  scenario: Scenario,
  listeners: Listeners & { readonly runId: string },
) => WorldRunResult & { readonly checksum: string | null };

/** What is kept of a pair: enough for every aggregate, in any order. */
export interface PairRecord {
  readonly index: number;
  readonly status: 'completed' | 'failed';
  /** What went wrong, arm by arm; empty where nothing did. BAL-10. */
  readonly errors: readonly string[];
  readonly verified: boolean;
  /** δ_a − δ_b of `pairComparison` as a decimal string; null without one, and where an arm failed. BAL-09. */
  readonly effect: string | null;
  /** Null where the sweep lacks the arm, or it failed. */
  readonly deltaPassive: string | null;
  readonly deltaActive: string | null;
  /** Liabilities that defaulted in the arms of `shownArms`, or null where one failed. */
  readonly defaulted: number | null;
  /** What each arm came to; null where it failed. EXP-07. */
  readonly arms: Readonly<Partial<Record<SweepRegime, ArmFigures | null>>>;
  readonly row: readonly string[];
  readonly runs: readonly RunRecord[];
}

/** A run of a pair; the checksum is that of its files, or null where there are none. */
interface RunRecord {
  readonly regime: SweepRegime;
  readonly runId: string;
  readonly checksum: string | null;
}

interface ArmRun {
  readonly arm: Arm;
  readonly fates: FatesFold;
  readonly error: string | null;
  readonly checksum: string | null;
}

const inMemory: RunArm = (_, scenario, listeners) => ({
  ...runInMemory(scenario, listeners),
  checksum: null,
});

/** Runs every arm of a pair. A fault of the disk is thrown; any other is the pair's own and told in its record. */
export function recordPair(job: ArmsOfPair, run: RunArm = inMemory): PairRecord {
  const runs = new Map(job.arms.regimes.map((regime) => [regime, armOf(job, regime, run)]));
  const pair: Pair = {
    parameters: pairParameters(job),
    arms: Object.fromEntries([...runs].map(([regime, { arm }]) => [regime, arm])),
    rescues: rescuesOf(runs.get('passive'), runs.get('active')),
  };
  const { passive, active } = pair.arms;
  const comparison = pairComparison(job.arms);
  const errors = [...runs.values()].flatMap(({ error }) => (error === null ? [] : [error]));
  const columns = comparisonColumns(Object.keys(job.base.buckets), {
    ...job.arms,
    axes: job.point.settings.map(({ path }) => path),
  });
  return {
    index: job.point.index,
    status: errors.length === 0 ? 'completed' : 'failed',
    errors,
    verified: job.verify && errors.length === 0,
    effect: comparison === null ? null : (effectOf(pair, comparison)?.toFixed() ?? null),
    deltaPassive: passive?.metrics?.payoff.defaultRate.toFixed() ?? null,
    deltaActive: active?.metrics?.payoff.defaultRate.toFixed() ?? null,
    defaulted: defaultsOf(pair, shownArms(job.arms)),
    arms: Object.fromEntries(
      [...runs].map(
        ([
          regime,
          {
            arm: { metrics },
          },
        ]) => [regime, metrics === null ? null : readFigures(regime, metrics)],
      ),
    ),
    row: columns.map(([, cell]) => cellText(cell(pair))),
    runs: [...runs].map(([regime, { arm, checksum }]) => ({ regime, runId: arm.runId, checksum })),
  };
}

/** MET-08: null where the sweep lacks one of the two arms, or one failed. */
function rescuesOf(passive: ArmRun | undefined, active: ArmRun | undefined): number | null {
  if (passive === undefined || active === undefined) return null;
  if (passive.arm.metrics === null || active.arm.metrics === null) return null;
  return rescues(passive.fates, active.fates);
}

function defaultsOf({ arms }: Pair, regimes: readonly SweepRegime[]): number | null {
  return regimes.reduce<number | null>((sum, regime) => {
    const metrics = arms[regime]?.metrics ?? null;
    return sum === null || metrics === null ? null : sum + metrics.payoff.liabilitiesDefaulted;
  }, 0);
}

function armOf(job: ArmsOfPair, regime: SweepRegime, run: RunArm): ArmRun {
  const scenario = scenarioAt(job.base, job.point, regime);
  const runId = runIdOf(scenario, job.point.settings);
  const fates = new FatesFold();
  const decisions = job.verify ? new Decisions() : null;
  const onEvent = (event: ModelEvent): void => {
    fates.after(event);
    decisions?.remember(event);
  };
  try {
    const summary = run(regime, scenario, { runId, onEvent });
    const error = summary.violation ?? (decisions === null ? null : verify(scenario, runId, decisions));
    return {
      arm: { runId, status: statusOf(summary), metrics: summary.violation === null ? summary.metrics : null },
      fates,
      error,
      checksum: summary.checksum,
    };
  } catch (error) {
    // what the disk refuses stops the sweep; what a scenario of one pair has wrong is that pair's own failure
    if (error instanceof Fault && error.faults.length === 0) throw error;
    const told = error instanceof Error ? error.message : String(error);
    const arm = { runId, status: 'failed', metrics: null } as const;
    return { arm, fates, error: `run ${runId}: ${told}`, checksum: null };
  }
}

function statusOf({ ending }: WorldRunResult): Arm['status'] {
  if (ending === 'violation') return 'failed';
  return ending === 'default' ? 'stopped' : 'completed';
}

/** Runs an arm again in decimals and names the first decision that differs, or null. */
function verify(scenario: Scenario, runId: string, decisions: Decisions): string | null {
  runInMemory(
    { ...scenario, arithmetic: 'decimal' },
    {
      runId,
      onEvent: (event) => {
        decisions.compare(event);
      },
    },
  );
  decisions.finish();
  const { difference } = decisions;
  if (difference === null) return null;
  const { index, event } = difference;
  const where =
    event === null
      ? `event ${String(index)}, which decimals do not have`
      : `period ${String(event.day)}, event ${String(index)} (${event.kind})`;
  return `run ${runId}, ${where}: ${scenario.arithmetic} and decimal decide differently`;
}

/** The pair's place in the grid, κ and L/Q both. RING-03R. */
export function pairParameters({ base, point }: Pick<ArmsOfPair, 'base' | 'point'>): Pair['parameters'] {
  const scenario = scenarioAt(base, point, 'active');
  const { kappa, liquidity_ratio: ratio } = parametersOf(scenario);
  return {
    kappa: String(kappa),
    liquidityRatio: String(ratio),
    concentration: point.concentration,
    mu: point.mu,
    outsideMidRatio: point.outsideMidRatio,
    settings: point.settings,
    seed: point.seed,
    faceValue: scenario.ticket_size_S,
  };
}
