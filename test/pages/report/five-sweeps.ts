/** Five sweeps in which every sentence must differ, made of figures that can be checked with a pencil. EXP-07, EXP-08. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Faults } from '../../../src/pages/report/faults.ts';
import { readSweep, type SweepRecord } from '../../../src/pages/report/read-sweep.ts';
import { runIdOf } from '../../../src/run/run-id.ts';
import { gridPoints, scenarioAt } from '../../../src/scenario/grid.ts';
import type { SweepRegime } from '../../../src/scenario/regimes.ts';
import { parseSweep } from '../../../src/scenario/sweep.ts';
import { aggregate, type Summary } from '../../../src/sweep/aggregate.ts';
import type { ArmFigures } from '../../../src/sweep/arms.ts';
import { columnsOfSweep } from '../../../src/sweep/comparison.ts';
import { PairRecords } from '../../../src/sweep/pair-records.ts';
import { finished } from '../../../src/sweep/sweep.ts';
import { manifestFor, SweepFolder } from '../../../src/sweep/sweep-folder.ts';

/** δ of one pair. */
type Rates = readonly [passive: number, backstop: number, active: number];

interface Made {
  /** By κ, which is 1, 2 and so on, and by seed. */
  readonly rates: readonly (readonly Rates[])[];
  /** Of every active run: sales, purchases, how many passed through, and what the VBTs lacked. */
  readonly use: readonly [sells: number, buys: number, passed: number, drawn: number];
}

export const five = {
  lowers: {
    rates: [
      [
        [0.5, 0.32, 0.3],
        [0.5, 0.32, 0.301],
      ],
      [
        [0.5, 0.42, 0.4],
        [0.5, 0.42, 0.401],
      ],
    ],
    use: [8, 0, 2, 30],
  },
  raises: {
    rates: [
      [
        [0.3, 0.48, 0.5],
        [0.301, 0.48, 0.5],
      ],
      [
        [0.3, 0.38, 0.4],
        [0.301, 0.38, 0.4],
      ],
    ],
    use: [6, 2, 4, 10],
  },
  none: {
    rates: [
      [
        [0.5, 0.5, 0.49],
        [0.5, 0.5, 0.51],
      ],
      [
        [0.5, 0.5, 0.5],
        [0.5, 0.5, 0.53],
      ],
    ],
    use: [0, 0, 0, 0],
  },
  'one seed': { rates: [[[0.5, 0.45, 0.4]], [[0.5, 0.4, 0.3]]], use: [4, 0, 1, 0] },
  mixed: {
    rates: [
      [
        [0.5, 0.4, 0.3],
        [0.5, 0.4, 0.3005],
      ],
      [
        [0.3, 0.4, 0.5],
        [0.3005, 0.4, 0.5],
      ],
      [
        [0.5, 0.5, 0.4],
        [0.5, 0.5, 0.6],
      ],
    ],
    use: [1, 3, 4, 2],
  },
} as const satisfies Readonly<Record<string, Made>>;

const exact = (value: number): string => String(Number(value.toFixed(6)));

/** All four measures move alike: δ, a hundred traders and a thousand of debt. */
const debts = (delta: number): ArmFigures => ({
  delta: exact(delta),
  delta1: exact(delta),
  traders_defaulted: exact(100 * delta),
  unpaid: exact(1000 * delta),
});

const market = ([sells, buys, passed, drawn]: Made['use']): ArmFigures => ({
  sells: String(sells),
  buys: String(buys),
  passed_through: String(passed),
  first_day_trades: String(Math.floor((sells + buys) / 2)),
  vbt_funding_drawn: String(drawn),
});

/** The sweep as its page reads it, and what its command tells. */
export async function madeOf(
  { rates, use }: Made,
  folder: string,
): Promise<{ readonly sweep: SweepRecord; readonly summary: Summary }> {
  const kappas = rates.map((_, i) => i + 1).join(', ');
  const text = `sweep: {kappas: [${kappas}], seeds: ${String(rates[0]?.length)}, regimes: [passive, backstop, active]}`;
  const loaded = parseSweep(text, 'sweep.yaml');
  const { base, grid } = loaded;
  const manifest = manifestFor({ sweep: loaded, verifyShare: 0, shard: null, keepRuns: false });
  const [place, records] = [new SweepFolder(folder), new PairRecords(folder, manifest.sweep_sha256)];
  place.writeManifest(manifest);
  const columns = columnsOfSweep(loaded).map(([name]) => name);
  for (const point of gridPoints(grid)) {
    const [passive, backstop, active] = rates[Number(point.kappa) - 1]?.[point.replicate] ?? [0, 0, 0];
    const deltas = { passive, backstop, active, baseline: 0 };
    const runIdIn = (regime: SweepRegime): string => runIdOf(scenarioAt(base, point, regime), []);
    const cells: Record<string, string> = {
      ...{ kappa: String(point.kappa), concentration: '1', mu: '0.5', outside_mid_ratio: '0.75' },
      ...{ seed: String(point.seed), trading_effect: exact(passive - active) },
      total_trades: String(use[0] + use[1]),
      ...Object.fromEntries(
        grid.regimes.flatMap((regime) => [
          [`delta_${regime}`, exact(deltas[regime])],
          [`${regime}_run_id`, runIdIn(regime)],
          [`${regime}_status`, 'completed'],
        ]),
      ),
      ...Object.fromEntries(
        grid.comparisons.map(([a, b]) => [`effect_delta_${a}_${b}`, exact(deltas[a] - deltas[b])]),
      ),
    };
    await records.write({
      index: point.index,
      status: 'completed',
      errors: [],
      verified: false,
      effect: exact(passive - active),
      deltaPassive: exact(passive),
      deltaActive: exact(active),
      defaulted: null,
      arms: {
        passive: debts(passive),
        active: { ...debts(active), ...market(use) },
        backstop: { ...debts(backstop), ...market([use[0], use[1], use[0] + use[1], 2 * use[3]]) },
      },
      runs: [],
      row: columns.map((name) => cells[name] ?? '0'),
    });
  }
  const summary = aggregate(folder, records, loaded);
  place.writeManifest(finished(manifest, summary));
  const faults = new Faults();
  const sweep = readSweep(folder, faults);
  faults.settle();
  assert.ok(sweep !== null, join(folder, 'manifest.json'));
  return { sweep, summary };
}
