/** Claims about sweeps whose truth is known, because nothing was run: each pair comes out as a test draws it. */
import { parseSweep } from '../../../src/scenario/sweep.ts';
import type { PairRecord } from '../../../src/sweep/pair.ts';
import { parseClaimFile, type ClaimFile } from '../../../src/study/claims/claim-file.ts';
import { judge, type Judged } from '../../../src/study/claims/verdict.ts';

export const sweepOf = (text: string): ReturnType<typeof parseSweep> => parseSweep(text, 'ring.yaml');

/** A pair with these default rates; of other figures there is nothing. */
export const pairOf = (index: number, passive: number, active: number): PairRecord => ({
  ...{ index, status: 'completed', errors: [], verified: false, defaulted: null, row: [], runs: [] },
  ...{ effect: null, deltaPassive: null, deltaActive: null },
  arms: { passive: { delta: passive.toFixed(12) }, active: { delta: active.toFixed(12) } },
});

const parsed = new Map<string, ClaimFile>();

export function claimsOf(statements: readonly string[], sweep: string): ClaimFile {
  const lines = ['Feature: f', 'Scenario: s', 'Given the experiment of "ring.yaml"'];
  const text = [...lines, ...statements.map((statement) => `Then ${statement}`)].join('\n');
  const found = parsed.get(`${sweep}${text}`) ?? parseClaimFile(text, 'claims.feature', () => sweepOf(sweep));
  parsed.set(`${sweep}${text}`, found);
  return found;
}

/** Judges statements about a sweep, of which `read` gives each pair. */
export function judgeStatements(
  statements: readonly string[],
  sweep: string,
  read: (index: number) => PairRecord,
): Judged[] {
  const known = new Map<number, PairRecord>();
  return judge(claimsOf(statements, sweep).statements, () => (index) => {
    const record = known.get(index) ?? read(index);
    known.set(index, record);
    return record;
  });
}
