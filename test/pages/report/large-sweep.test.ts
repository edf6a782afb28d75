/** A sweep of 12 500 pairs: its page and data are small, and hold every pair. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataScript } from '../../../src/pages/page.tsx';
import { mapData, pairData, pairEntries } from '../../../src/pages/report/pair-data.ts';
import { fromColumns } from '../../../src/pages/report/columns.ts';
import type { GridMean } from '../../../src/pages/report/read-sweep.ts';
import { sweepPage } from '../../../src/pages/report/sweep-page.tsx';
import { largeAnalysis, largeSweep } from './large-sweep.ts';

const MEGABYTE = 1_000_000;

describe('a sweep of 12 500 pairs', () => {
  const sweep = largeSweep();
  const outcomes = new Map(sweep.pairs.map(({ index }) => [index, 'fewer defaults']));
  const pairs = pairData(sweep, outcomes, new Set([3]), 'reports/large');

  it('has pages below three megabytes', () => {
    assert.equal(sweep.pairs.length, 12_500);
    const page = sweepPage({ sweep, analysis: largeAnalysis(sweep), fans: [], kept: 0 });
    const data = dataScript('pairs', pairs) + dataScript('maps', mapData(sweep));
    const bytes = Buffer.byteLength(page) + Buffer.byteLength(data);
    assert.ok(bytes < 3 * MEGABYTE, `${String(bytes)} bytes`);
    assert.ok(bytes > MEGABYTE / 2, 'its pairs are in it');
  });

  it('loses nothing of a pair and of a point on the way to its page', () => {
    const again = pairEntries(JSON.parse(JSON.stringify(pairs)) as typeof pairs);
    assert.equal(again.length, sweep.pairs.length);
    for (const i of [0, 3, 777, 12_499]) {
      const [read, own] = [again[i], sweep.pairs[i]];
      assert.ok(read !== undefined && own !== undefined);
      assert.deepEqual(
        [read.kappa, read.seed, read.runs, read.pages],
        [own.kappa, own.seed, own.runs.map(({ runId }) => runId), i === 3],
      );
      assert.ok(Math.abs((read.effect ?? 0) - (own.effect ?? 0)) < 1e-11);
    }
    const points = fromColumns<GridMean>(mapData(sweep).points);
    assert.deepEqual(
      points.map(({ kappa, mu }) => `${kappa} ${mu}`),
      sweep.points.map(({ kappa, mu }) => `${kappa} ${mu}`),
    );
  });
});
