/** What the fuzzers share: how many inputs, from which seed, and what may stand where something else belongs. */
import assert from 'node:assert/strict';
import { Fault } from '../src/files/faults.ts';
import fc from 'fast-check';

/** `FUZZ_INPUTS=100000 FUZZ_SEED=7 node --import tsx --test test/gate/fuzz.slow.test.ts` looks further. */
export const parameters = {
  numRuns: Number(process.env['FUZZ_INPUTS'] ?? 2000),
  seed: Number(process.env['FUZZ_SEED'] ?? 1),
};

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** Values of every type, with those that programs stumble over. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    '',
    ' ',
    'x',
    '0',
    [],
    {},
    [[]],
    [null],
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    'toString',
    '\u0000',
    '\u202e',
    '\ud800',
    '~',
    '*a',
    '&a',
  ),
  fc.constantFrom<unknown>({ __proto__: null }, { constructor: {} }, { length: -1 }, 'x'.repeat(5000)),
  fc.constantFrom<unknown>(
    deep(50),
    deep(200),
    Array.from({ length: 500 }, () => ({})),
  ),
  fc.string(),
  fc.integer(),
);

const MOST_CPU_MS = 5000;

/**
 * Reads an input: what came of it, or the message with which it was refused. Whatever else is thrown would be an
 * internal error and fails the test, and so does an input over which the program sits for seconds of its own time.
 */
export function attempt<T>(read: () => T): { readonly read: T } | { readonly refused: string } {
  const before = process.cpuUsage();
  try {
    return { read: read() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    assert.equal(error.exitStatus, 65);
    return { refused: error.message };
  } finally {
    const { user, system } = process.cpuUsage(before);
    assert.ok((user + system) / 1000 < MOST_CPU_MS, 'it took more than five seconds of processor time');
  }
}

/** A refusal names file, line, found and allowed, and tells no more than a hundred faults. */
export function assertTold(message: string, lengths: ReadonlyMap<string, number>): void {
  const faults = message.split(/\n(?=[^\n]*: found |and [\d ]+ more$)/);
  assert.ok(faults.length <= 101);
  faults.forEach((fault, i) => {
    if (i === 100) assert.match(fault, /^and [\d ]+ more$/);
    else {
      const [, file = '', line = '0'] =
        /^(.*?)(?::(\d+))?:(?: .*)? found .+; allowed: .+$/s.exec(fault) ?? [];
      const length = lengths.get(file);
      assert.ok(length !== undefined, `no file of the input is named in: ${fault}`);
      assert.ok(Number(line) <= length, `there is no such line: ${fault}`);
    }
  });
}
