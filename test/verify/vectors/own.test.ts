/** A folder of vectors is held against what this program writes, and proves no conformance by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certify } from '../../../src/verify/certificate.ts';
import { refuseForeign } from '../../../src/verify/vectors/own.ts';
import type { VectorIndex } from '../../../src/verify/vectors/results.ts';
import { TOLERANCE, type Vector } from '../../../src/verify/vectors/vector.ts';
import { entryOf } from '../../../src/verify/vectors/write.ts';

const vector = (name: string): Vector => ({
  file: `features/set/${name}.json`,
  at: `features/set/${name}.feature:3`,
  origin: { kind: 'feature', name, title: name, place: `features/set/${name}.feature`, clauses: ['SET-01'] },
  exchanges: [{ op: 'settle', takes: {}, answer: { issuers: [] } }],
});
const own = {
  vectors: [vector('one'), vector('two')],
  without: [{ title: 'program', at: 'features/set/program.feature:3', clauses: ['SET-01'], requests: 0 }],
};
const index = (change: object = {}): VectorIndex =>
  ({
    ...{ vectors: '', suite: '', tolerance: TOLERANCE },
    files: own.vectors.map(entryOf),
    without: own.without,
    ...change,
  }) as unknown as VectorIndex;
const [first, second] = own.vectors.map(entryOf);
const moved = { title: 'two', at: second?.at ?? '', clauses: ['SET-01'], requests: 0 };

test('an index as this program writes it is taken, with whatever worlds', () => {
  refuseForeign(index(), 'index.json', own);
  const world = { ...first, file: 'worlds/0001.json', kind: 'world' };
  refuseForeign(index({ files: [...index().files, world] }), 'index.json', own);
});

for (const [what, change, said] of [
  ['another tolerance', { tolerance: '1' }, /tolerance: found 1; allowed: 1e-10/],
  [
    'a scenario said to ask nothing',
    { files: [first], without: [...own.without, moved] },
    /two\.feature:3: found another entry/,
  ],
  ['a scenario that is missing', { files: [first] }, /two\.feature:3: found no entry/],
  [
    'a frequency said to ask nothing',
    { without: own.without.map((one) => ({ ...one, requests: 803 })) },
    /program\.feature:3: found another entry/,
  ],
  ['another file', { files: [first, { ...second, sha256: '' }] }, /two\.feature:3: found another entry/],
  [
    'a capability more',
    { files: [first, { ...second, capabilities: ['units'] }] },
    /two\.feature:3: found another entry/,
  ],
  ['a scenario of nobody', { without: [...own.without, { ...moved, at: 'x:1' }] }, /x:1: found an entry/],
  ['a scenario twice', { files: [first, first, second] }, /found 4 scenarios; allowed: 3, each once/],
] as const)
  test(`${what} is refused`, () => {
    assert.throws(() => {
      refuseForeign(index(change), 'index.json', own);
    }, said);
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
