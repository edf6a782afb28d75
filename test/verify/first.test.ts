/** `verify --first` ends with the first failure; what is set aside or left out is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal } from '../../src/num.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import { ProtocolError, type OperationName, type Operations } from '../../src/protocol/protocol.ts';
import { conformance, type ConformanceReport } from '../../src/verify/conformance.ts';
import { showReport } from '../../src/verify/show-report.ts';

class WithoutKernel extends InProcess {
  override async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    if (op === 'kernel') throw new ProtocolError('internal', 'no kernel today');
    return super.call(op, takes);
  }
}

const here = { line: 'here', tolerance: '1e-10', slow: 1, known: [], today: '2026-01-01' };
const first = (command: () => InProcess): Promise<ConformanceReport> =>
  conformance({ ...here, command, which: { paths: ['features/ker'], failFast: true } });

test('nothing fails where all that is asked passes, after scenarios about the program too', async () => {
  const { counts, census } = await first(() => new InProcess(decimal));
  assert.equal(counts.failed, 0);
  assert.ok(census.aboutTheProgram > 0 && counts.passed > 80);
  assert.equal(counts.passed + census.aboutTheProgram, census.suite);
});

test('one failure is told, and nothing after it', async () => {
  const { counts, causes } = await first(() => new WithoutKernel(decimal));
  assert.deepEqual([counts.failed, causes.length], [1, 1]);
});

test('what ended at the first failure is a part of the suite, whatever was to be asked', async () => {
  const cutShort = await conformance({
    ...here,
    command: () => new WithoutKernel(decimal),
    which: { failFast: true },
  });
  assert.equal(cutShort.counts.failed, 1);
  assert.equal(cutShort.whole, false);
  assert.doesNotMatch(showReport(cutShort), /not about the model|does not conform/);
});
