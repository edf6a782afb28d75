/** The built-in core as an implementation under test, in this process. */
import type { Arithmetic } from '../num.ts';
import { BuiltInModel, type ModelOptions } from './model.ts';
import type { ImplementationUnderTest, OperationName, Operations } from './protocol.ts';
import { version } from '../version.ts';

export class InProcess implements ImplementationUnderTest {
  readonly #model: BuiltInModel;

  constructor(numbers: Arithmetic, options?: ModelOptions) {
    this.#model = new BuiltInModel(numbers, version(), options);
  }

  async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    await Promise.resolve();
    // the handler of an operation gives its answer
    return this.#model.answer(op, takes) as Operations[Op]['answers'];
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }
}
