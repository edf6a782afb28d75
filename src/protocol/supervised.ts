/** A child that is started again after a failure, until it has failed too often. */
import { NotAsked } from './asking.ts';
import { ChildFailure, ChildImplementation } from './child.ts';
import {
  PROTOCOL_VERSION,
  type Hello,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from './protocol.ts';

/** So many times it is killed or found dead before nothing more is asked. */
export const CRASH_BUDGET = 20;

export class Supervised implements ImplementationUnderTest {
  #child: ChildImplementation | null = null;
  #crashes = 0;
  /** How it introduced itself first; every restart must say the same. */
  #hello: string | null = null;

  constructor(
    readonly command: readonly [string, ...string[]],
    readonly slow = 1,
  ) {}

  /** Its time begins; a child that failed before is replaced at the first request. */
  beginScenario(): void {
    if (this.#child?.failure !== null) this.#child = null;
    this.#child?.beginScenario();
  }

  async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    if (this.#crashes >= CRASH_BUDGET) {
      const count = String(CRASH_BUDGET);
      throw new NotAsked(`not asked: the implementation had failed ${count} times and was not started again`);
    }
    try {
      this.#child ??= await this.#start();
      return await this.#child.call(op, takes);
    } catch (error) {
      if (error instanceof ChildFailure && error.over) this.#crashes++;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#child?.close();
    this.#child = null;
  }

  async #start(): Promise<ChildImplementation> {
    const [program, ...args] = this.command;
    const child = new ChildImplementation(program, args, this.slow);
    this.#child = child;
    const hello: Hello = await child.call('hello', { protocol: PROTOCOL_VERSION });
    const said = JSON.stringify(hello);
    this.#hello ??= said;
    if (said !== this.#hello)
      throw new ChildFailure(
        `started again it introduces itself otherwise: ${said}, not ${this.#hello}`,
        false,
      );
    child.beginScenario();
    return child;
  }
}
