/** Which clauses a place belongs to, by the comments around it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandRanges, OwnCode } from '../../strength/own-code.ts';

const source = `/** The file speaks of KER-01. */
import { x } from './x.ts';

/** Quotes. KER-01 … KER-03. */
export function quotes() {
  const plain = x();
  /** λ = 1/N. KER-02. */
  const share = x();
  return [plain, share];
}

/** One τ is one bucket (MOD-04), so that tie cannot arise. POL-04, POL-08. */
export const sold = () => x();

/** B = M − O/2 (KER-01); with the clip on B ≥ 0 (ANC-04). */
export const bid = () => x();

// no doc comment
export const other = () => x();
`;

const known = new Set(['KER-01', 'KER-02', 'KER-03', 'POL-04', 'POL-08R', 'MOD-04', 'ANC-04']);

test('the innermost comment that names a clause decides; a closing list leaves asides out', () => {
  const own = new OwnCode(known);
  const at = (line: number): readonly string[] => own.clausesAt(source, { line: line - 1, column: 10 });
  assert.deepEqual(at(6), ['KER-01', 'KER-02', 'KER-03']);
  assert.deepEqual(at(8), ['KER-02']);
  assert.deepEqual(at(13), ['POL-04', 'POL-08R'], 'MOD-04 is an aside, POL-08 is the ruling POL-08R');
  assert.deepEqual(at(16), ['KER-01', 'ANC-04'], 'without a closing list every id counts');
  assert.deepEqual(at(19), []);
});

test('a range names every clause in it', () => {
  assert.equal(expandRanges('KER-09 … KER-11'), 'KER-09 KER-10 KER-11');
});
