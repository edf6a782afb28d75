/** What an implementation says about a refusal is for people: its kind is judged, no word of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal } from '../../src/num.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import {
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from '../../src/protocol/protocol.ts';
import { conformance, type ConformanceReport } from '../../src/verify/conformance.ts';

/** The same refusals in other words. */
const inOtherWords = (error: unknown): unknown =>
  error instanceof ProtocolError ? new ProtocolError(error.kind, 'nie', error.check) : error;

class Another implements ImplementationUnderTest {
  readonly #core = new InProcess(decimal);

  async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    try {
      return await this.#core.call(op, takes);
    } catch (error) {
      throw inOtherWords(error);
    }
  }

  close = (): Promise<void> => this.#core.close();
}

class CoreInOtherWords extends InProcess {
  override async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    try {
      return await super.call(op, takes);
    } catch (error) {
      throw inOtherWords(error);
    }
  }
}

const judged = (command: () => ImplementationUnderTest): Promise<ConformanceReport> =>
  conformance({
    command,
    ...{ line: 'here', tolerance: '1e-10', slow: 1, known: [], today: '2026-01-01' },
    which: { paths: ['features/protocol', 'features/loop', 'features/rol'] },
  });

test('another implementation refuses in words of its own', async () => {
  const { counts, causes } = await judged(() => new Another());
  assert.ok(counts.passed > 150);
  assert.deepEqual(causes, []);
});

test('the built-in core names what it refuses', async () => {
  const { causes } = await judged(() => new CoreInOtherWords(decimal));
  assert.ok(causes.length > 0);
});
