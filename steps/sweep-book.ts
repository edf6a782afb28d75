/** The sweeps of a feature: as they come out, or really run, and what can be read in their folders. */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aggregate } from '../src/sweep/aggregate.ts';
import type { ArmFigures } from '../src/sweep/arms.ts';
import { runIdOf } from '../src/run/run-id.ts';
import { runPair } from '../src/sweep/pair.ts';
import { blockPath } from '../src/sweep/record-block.ts';
import { PairRecords } from '../src/sweep/pair-records.ts';
import { finished, runSweep } from '../src/sweep/sweep.ts';
import { manifestFor, SweepFolder } from '../src/sweep/sweep-folder.ts';
import { axisText } from '../src/scenario/axes.ts';
import { gridPoints, pointAt, pointCount, scenarioAt } from '../src/scenario/grid.ts';
import { firstPairs, plannedPairs, seedPlan } from '../src/sweep/seed-plan.ts';
import { decimal } from '../src/num.ts';
import { parseSweep, type LoadedSweep } from '../src/scenario/sweep.ts';
import { compareSweeps } from '../src/study/compare/compare.ts';
import { readCompleteSweep } from '../src/study/compare/read.ts';
import { writeComparison } from '../src/study/compare/tables.ts';
import { parseClaimFile } from '../src/study/claims/claim-file.ts';
import { told } from '../src/study/claims/tables.ts';
import { judge } from '../src/study/claims/verdict.ts';
import { exportData } from '../src/study/export/export.ts';
import { exportSource } from '../src/study/export/source.ts';
import { Fault } from '../src/files/faults.ts';
import { contentsOf, type Contents } from './contents.ts';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { scratchOf } from './scratch.ts';
import type { Row } from './tables.ts';

const books = new WeakMap<RingWorld, SweepBook>();

/** The book of a scenario. */
export function sweepBookOf(world: RingWorld): SweepBook {
  const found = books.get(world) ?? new SweepBook(world);
  books.set(world, found);
  return found;
}

export class SweepBook {
  readonly #root: string;
  #sweeps = 0;
  /** What a sweep that is resumed says of the record that was cut off. */
  #cutOff: string | null = null;

  constructor(readonly world: RingWorld) {
    this.#root = scratchOf(world);
  }

  /** What the file says, in the arithmetic of the profile unless it names one. */
  #load(): LoadedSweep {
    const { file, arithmetic } = this.world;
    return parseSweep(file.text, 'ring.yaml', /^arithmetic:/m.test(file.text) ? {} : { arithmetic });
  }

  /** Runs it here, pair after pair. */
  async run(): Promise<void> {
    this.#sweeps++;
    this.world.written = this;
    this.world.does('sweep ring.yaml');
    const sweep = this.#load();
    const folder = new SweepFolder(this.place());
    const manifest = manifestFor({ sweep, verifyShare: 0, shard: null, keepRuns: true });
    const records = new PairRecords(this.place(), manifest.sweep_sha256);
    folder.writeManifest(manifest);
    const { base, grid } = sweep;
    const done = new Set<number>();
    const missing = (all: readonly number[]): number[] => all.filter((index) => !done.has(index));
    for (
      let left = firstPairs(grid);
      left.length > 0;
      left = missing([...plannedPairs(grid, seedPlan(grid, records).run)])
    )
      for (const index of left) {
        const point = pointAt(grid, index);
        await records.write(runPair({ base, point, arms: grid, outDir: folder.path, verify: false }));
        done.add(index);
      }
    records.settle();
    folder.writeManifest(finished(manifest, aggregate(folder.path, records, sweep)));
  }

  /** Takes the default rates of its pairs, and what stayed unpaid, as a feature has them, in the order of the grid; a pair without any failed. */
  async comesOut(pairs: readonly Row[]): Promise<void> {
    this.#sweeps++;
    this.world.written = this;
    const sweep = this.#load();
    assert.equal(pairs.length, pointCount(sweep.grid), 'pairs of the grid');
    const folder = new SweepFolder(this.place());
    const manifest = manifestFor({ sweep, verifyShare: 0, shard: null, keepRuns: true });
    const records = new PairRecords(this.place(), manifest.sweep_sha256);
    folder.writeManifest(manifest);
    for (const point of gridPoints(sweep.grid)) {
      const row = pairs[point.index] ?? {};
      const { 'δ passive': passive = '', 'δ active': active = '' } = row;
      const arm = (delta: string, unpaid = ''): ArmFigures | null =>
        failed ? null : { delta, ...(unpaid === '' ? {} : { unpaid }) };
      const failed = passive === '' || active === '';
      const { kappa, liquidityRatio, concentration, mu, outsideMidRatio, settings } = point;
      await records.write({
        index: point.index,
        status: failed ? 'failed' : 'completed',
        errors: failed ? ['it failed'] : [],
        verified: false,
        effect: failed ? null : decimal.of(passive).minus(decimal.of(active)).toFixed(),
        deltaPassive: failed ? null : passive,
        deltaActive: failed ? null : active,
        defaulted: null,
        arms: { passive: arm(passive, row['unpaid passive']), active: arm(active, row['unpaid active']) },
        runs: sweep.grid.regimes.map((regime) => ({
          regime,
          runId: runIdOf(scenarioAt(sweep.base, point, regime), settings),
          checksum: null,
        })),
        row: [
          ...[kappa, liquidityRatio, concentration, mu, outsideMidRatio].map(String),
          ...settings.map(({ value }) => axisText(value)),
        ],
      });
    }
    folder.writeManifest(finished(manifest, aggregate(folder.path, records, sweep)));
  }

  /** Sets the last sweep beside the one before it. */
  compare(): void {
    const [a, b] = [this.place(this.#sweeps - 1), this.place()].map(readCompleteSweep);
    assert.ok(a !== undefined && b !== undefined, 'there are two sweeps');
    this.#sweeps++;
    this.world.does('compare the two sweeps');
    // its page is looked at by tests of pages
    writeComparison(compareSweeps(a, b), this.place(), '');
  }

  /** Judges claims about the last sweep, the file of which they name ring.yaml. */
  judge(text: string): void {
    this.world.does('judge claims.feature');
    const { sweep, records } = readCompleteSweep(this.place());
    try {
      const claims = parseClaimFile(text, 'claims.feature', () => sweep);
      const judged = judge(claims.statements, () => (index) => records.read(index));
      const path = join(this.place(), 'claims.json');
      writeFileSync(path, JSON.stringify(told([{ claims, judged }])));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.world.file.faults = error.faults;
    }
  }

  /** As Parquet and as CSV, beside the last sweep. */
  async export(): Promise<void> {
    this.world.does('export the sweep');
    const source = await exportSource(this.place());
    this.#sweeps++;
    await exportData(source, this.place(), true);
  }

  /** Runs it whole, goes on with the last one, or is cut off and leaves it as it is. */
  async runPairs({ upTo = Infinity, resume = false }): Promise<void> {
    if (!resume) this.#sweeps++;
    this.world.written = this;
    const cutOff = upTo < Infinity ? `, cut off after ${String(upTo)} pairs` : '';
    this.world.does(`${resume ? 'go on with the sweep of' : 'sweep'} ring.yaml${cutOff}`);
    const cut = new AbortController();
    const { interrupted } = await runSweep(this.#load(), {
      outDir: this.place(),
      workers: null,
      resume,
      shard: null,
      keepRuns: true,
      verifyShare: 0,
      onDamage: (fault) => {
        if (this.#cutOff === null || !fault.includes(this.#cutOff)) assert.fail(fault);
        this.#cutOff = null;
      },
      signal: cut.signal,
      onProgress: ({ done }) => {
        if (done >= upTo) cut.abort();
      },
    });
    this.world.expect(same('whether it was cut off', upTo < Infinity, interrupted));
  }

  /** As where the machine stops while the record is written. */
  cutLastRecord(): void {
    const block = blockPath(this.place(), 0);
    const text = readFileSync(block, 'utf8');
    const last = text.lastIndexOf('\n', text.length - 2) + 1;
    truncateSync(block, Math.floor((last + text.length) / 2));
    this.#cutOff = 'is damaged or was cut off';
  }

  /** Where a sweep wrote; the last one, if none is named. */
  place(sweep = this.#sweeps): string {
    assert.ok(sweep > 0, 'no sweep has been run yet');
    return join(this.#root, String(sweep));
  }

  contents(sweep = this.#sweeps): Contents {
    return contentsOf(this.place(sweep));
  }
}
