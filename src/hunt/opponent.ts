/** What the built-in core is compared with: a program, its own float64 twin, or itself. */
import { ChildFailure, ChildImplementation } from '../protocol/child.ts';
import { InProcess } from '../protocol/in-process.ts';
import {
  PROTOCOL_VERSION,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from '../protocol/protocol.ts';
import { ProtocolError } from '../protocol/protocol.ts';
import type { Arithmetic } from '../num.ts';
import type { Manner } from './compare.ts';
import { claimsOf } from '../protocol/needs.ts';
import { ask } from '../protocol/exchange.ts';

/** An implementation that can be started afresh; one that breaks off is, at the next world. */
export class Opponent implements ImplementationUnderTest {
  #current: ImplementationUnderTest;
  #failed = false;
  #restarting: Promise<void> | null = null;

  constructor(readonly start: () => ImplementationUnderTest) {
    this.#current = start();
  }

  /** A program that breaks off, or breaks the protocol, answers `internal`; the next world is put to a new one. */
  async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    if (this.#failed && op === 'reset') await this.restart();
    try {
      return await this.#current.call(op, takes);
    } catch (error) {
      if (!(error instanceof ChildFailure)) throw error;
      this.#failed = true;
      throw new ProtocolError('internal', error.message);
    }
  }

  /** Starts it afresh; whoever asks for that while it is being done waits for the same. */
  async restart(): Promise<void> {
    this.#restarting ??= this.#startAgain().finally(() => (this.#restarting = null));
    await this.#restarting;
  }

  async #startAgain(): Promise<void> {
    await this.#current.close();
    this.#current = this.start();
    this.#failed = false;
    // a program may take its time to start, but not to answer: whoever asks next finds it awake
    await ask(this, ['hello', { protocol: PROTOCOL_VERSION }]);
  }

  async close(): Promise<void> {
    await this.#current.close();
  }

  /** What it may be asked, and how its answers are compared: exactly counted ones more closely. */
  async manner(): Promise<Manner> {
    const hello = await this.call('hello', { protocol: PROTOCOL_VERSION });
    const claims = claimsOf(hello);
    return hello.arithmetic === 'float64'
      ? { tolerance: 1e-9, exact: false, claims }
      : { tolerance: 1e-10, exact: true, claims };
  }
}

/** The program that a command starts; `slow` multiplies what it has in time. */
export const program = ([name, ...args]: readonly [string, ...string[]], slow = 1): Opponent =>
  new Opponent(() => new ChildImplementation(name, args, slow));

/** The built-in core itself, in this arithmetic. */
export const twin = (numbers: Arithmetic): Opponent => new Opponent(() => new InProcess(numbers));
