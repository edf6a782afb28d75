/** Worlds that are put to a program that does not claim `input_checks`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchFrom, toTheUnit } from '../../src/hunt/ahead.ts';
import { scope } from '../../src/hunt/scope/scope.ts';
import { decimal } from '../../src/num.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import { capabilities, type ImplementationUnderTest } from '../../src/protocol/protocol.ts';

/** The core, with the operations that it was asked for and how many of them it refused. */
class Heard implements ImplementationUnderTest {
  readonly asked: string[] = [];
  refused = 0;
  readonly #core = new InProcess(decimal);

  readonly call: ImplementationUnderTest['call'] = async (op, takes) => {
    this.asked.push(op);
    try {
      return await this.#core.call(op, takes);
    } catch (error) {
      this.refused++;
      throw error;
    }
  };

  close(): Promise<void> {
    return this.#core.close();
  }
}

test('the core is asked once about a world, and a world in which it refuses is not put to the other', async () => {
  const claims = capabilities.filter((one) => one !== 'input_checks');
  const [core, other] = [new Heard(), new Heard()];
  // the core refuses a script in 4471, 4473 and 4475
  const [from, end] = [4468, 4476];
  const { results } = await batchFrom(from, end, scope('small'), core, other, { ...toTheUnit, claims });
  assert.deepEqual(
    results.map((one) => ('need' in one ? one.need : 'asked')),
    [...['asked', 'asked', 'asked', 'input_checks'], ...['asked', 'input_checks', 'asked', 'input_checks']],
  );
  const resets = ({ asked }: Heard): number => asked.filter((op) => op === 'reset').length;
  assert.deepEqual([resets(core), resets(other)], [8, 5]);
  assert.deepEqual([core.refused, other.refused], [3, 0]);
});
