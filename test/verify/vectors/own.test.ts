/** A folder of vectors is held against the features, and proves no conformance by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../../src/files/faults.ts';
import { certify } from '../../../src/verify/certificate.ts';
import { vectorsFromFeatures } from '../../../src/verify/vectors/from-features.ts';
import { refuseOthers, refuseWithout } from '../../../src/verify/vectors/own.ts';
import type { VectorIndex } from '../../../src/verify/vectors/results.ts';
import { TOLERANCE } from '../../../src/verify/vectors/vector.ts';

const entry = (name: string) => ({ kind: 'feature', at: `features/set/${name}.feature:3` });
const program = { title: 'program', at: 'features/set/program.feature:3', clauses: ['SET-01'], requests: 0 };
const index = (change: object = {}): VectorIndex =>
  ({
    ...{ vectors: '', suite: '', tolerance: TOLERANCE },
    files: [entry('one'), entry('two')],
    without: [program],
    ...change,
  }) as unknown as VectorIndex;
const here = ['one', 'two', 'program'].map((name) => `features/set/${name}.feature:3`);

test('another tolerance, and a scenario of nobody without a file, are refused', () => {
  refuseOthers(index(), 'index.json', here);
  assert.throws(
    () => {
      refuseOthers(index({ tolerance: '1', without: [{ ...program, at: 'x:1' }] }), 'index.json', here);
    },
    (error) => {
      const told = (error as Fault).faults.map(({ path, found }) => [path, found]);
      assert.deepEqual(told, [
        ['tolerance', '1'],
        ['x:1', 'no scenario here'],
      ]);
      return true;
    },
  );
});

test('what is said to have no file is run: a scenario that asks something, and a frequency, are told', async () => {
  const [settled, frequency] = [
    'features/examples/EX-04-layoff-at-the-ask.feature:37',
    'features/examples/EX-13-many-arrivals.feature:7',
  ];
  const own = await vectorsFromFeatures([settled, frequency]);
  assert.ok(own !== null);
  const [known] = own.without;
  assert.deepEqual([known?.at, own.vectors.map(({ at }) => at)], [frequency, [settled]]);
  refuseWithout(index({ without: [known] }), 'index.json', own.without);
  for (const without of [
    { ...known, requests: 0 },
    { ...known, at: settled, requests: 0 },
  ])
    assert.throws(() => {
      refuseWithout(index({ without: [without] }), 'index.json', own.without);
    }, /feature:\d+: found no file, for 0 requests; allowed: the entry that ringspec vectors writes/);
});

test('a certificate by vectors never says that an implementation conforms', () => {
  const counts = { passed: 9, failed: 0, known: 0, unsupported: 0, 'set-aside': 0, 'not-run': 0 };
  const hello = {
    ...{ protocol: 1, name: '', version: '', language: '', arithmetic: 'decimal', capabilities: ['kernel'] },
  };
  const terms = { command: '', arithmetic: 'decimal', tolerance: TOLERANCE, readings: {} } as const;
  const verdict = { counts, causes: [], chapters: [] } as unknown as Parameters<typeof certify>[3];
  const worlds = { agree: 3, differ: 0, unsupported: 0, 'set-aside': 0 };
  const of = { version: '', suite: '' };
  assert.equal(certify(of, hello, terms, verdict).conforms, true);
  assert.equal(certify(of, hello, terms, verdict, { version: '1.0', worlds }).conforms, false);
});
