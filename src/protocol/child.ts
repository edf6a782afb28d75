/** Any program that speaks the protocol on stdin and stdout, as an implementation under test. */
import { answerFaults, answerSchemas, errorSchema, frameSchema } from './answer-schemas.ts';
import { LineProcess, type Came } from './line-process.ts';
import {
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from './protocol.ts';

/** Milliseconds; `slow` multiplies them all but the last. */
export const limits = { hello: 15_000, operation: 2_000, scenario: 30_000, stop: 5_000 } as const;

/** The program broke the protocol: it did not answer, or not as agreed. `over` when it had to be killed. */
export class ChildFailure extends Error {
  override readonly name = 'ChildFailure';
  constructor(
    message: string,
    readonly over: boolean,
  ) {
    super(message);
  }
}

export class ChildImplementation implements ImplementationUnderTest {
  readonly #process: LineProcess;
  readonly #slow: number;
  #nextId = 1;
  /** Settles when everything that was asked so far has been answered: answers come in the order of the requests. */
  #answered: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** When the scenario at hand has had its time, by `performance.now()`. */
  #deadline = Infinity;
  /** The failure that ended it, if any. */
  failure: ChildFailure | null = null;

  constructor(command: string, args: readonly string[], slow = 1) {
    this.#process = new LineProcess([command, ...args]);
    this.#slow = slow;
  }

  beginScenario(): void {
    this.#deadline = performance.now() + limits.scenario * this.#slow;
  }

  /**
   * One request and its response, in time and by the schema, or a `ChildFailure`. The next request may be made
   * before this one is answered.
   */
  async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    if (this.failure !== null) throw this.failure;
    if (this.#waiting === 0 && this.#process.unread) {
      const came = await this.#process.next(0);
      if (came.kind !== 'ended') throw this.#fail(`before ${op} was asked it wrote ${show(came)}`);
    }
    const id = this.#nextId++;
    this.#process.send(JSON.stringify({ id, op, ...takes }));
    this.#waiting++;
    const answer = this.#answered.then(() => this.#read(op, id));
    this.#answered = answer.catch(() => undefined);
    return answer.finally(() => {
      this.#waiting--;
    });
  }

  async #read<Op extends OperationName>(op: Op, id: number): Promise<Operations[Op]['answers']> {
    if (this.failure !== null) throw this.failure;
    const answer = await this.#answerTo(op);
    const faults = answerFaults(frameSchema, answer);
    if (faults.length > 0 && !isFramelessError(answer))
      throw this.#fail(`${op} was answered without a frame: ${faults.join('; ')}`);
    const frame = answer as { id: number | null; ok: boolean };
    if (frame.id !== id)
      throw this.#fail(`request ${String(id)} (${op}) was answered with the id ${String(frame.id)}`);
    return this.#content(op, frame);
  }

  /** Asks it to stop, and kills it when it does not. */
  async close(): Promise<void> {
    if (this.failure === null) this.#process.send(JSON.stringify({ id: this.#nextId++, op: 'stop' }));
    await this.#process.leave(this.failure === null ? limits.stop : 0);
  }

  async #answerTo(op: OperationName): Promise<unknown> {
    const limit = limits[op === 'hello' ? 'hello' : 'operation'] * this.#slow;
    const left = this.#deadline - performance.now();
    const came = await this.#process.next(Math.max(0, Math.min(limit, left)));
    if (came.kind === 'late') {
      const which = left < limit ? 'the scenario took more than' : `${op} was not answered within`;
      throw this.#fail(`${which} ${seconds(left < limit ? limits.scenario * this.#slow : limit)}`);
    }
    if (came.kind === 'ended') throw this.#fail(`it ended before it answered ${op}: ${came.how}`);
    const answer = came.kind === 'line' ? toJson(came.text) : null;
    if (typeof answer !== 'object' || answer === null)
      throw this.#fail(`${op} was answered with ${show(came)}, which is no JSON object on a line`);
    return answer;
  }

  #content<Op extends OperationName>(
    op: Op,
    frame: { id: number | null; ok: boolean },
  ): Operations[Op]['answers'] {
    const faults = answerFaults(frame.ok ? answerSchemas[op] : errorSchema, frame);
    if (faults.length > 0) {
      const more = faults.length > 5 ? `; and ${String(faults.length - 5)} more` : '';
      throw new ChildFailure(
        `the answer to ${op} is malformed: ${faults.slice(0, 5).join('; ')}${more}`,
        false,
      );
    }
    if (!frame.ok) {
      // the schema has just vouched for it
      const { error } = frame as unknown as { error: Pick<ProtocolError, 'kind' | 'message' | 'check'> };
      throw new ProtocolError(error.kind, error.message, error.check);
    }
    const content = Object.entries(frame).filter(([member]) => member !== 'id' && member !== 'ok');
    // the schema of an operation describes its answer
    return Object.fromEntries(content) as unknown as Operations[Op]['answers'];
  }

  #fail(reason: string): ChildFailure {
    this.#process.kill();
    const tail = this.#process.tail.trim();
    const said = tail === '' ? '' : `\nits stderr ended:\n${tail.replace(/^/gm, '  | ')}`;
    this.failure = new ChildFailure(`the implementation failed: ${reason}${said}`, true);
    return this.failure;
  }
}

/** A request that could not be read has no id to echo. */
const isFramelessError = (answer: unknown): boolean => answerFaults(errorSchema, answer).length === 0;

const seconds = (ms: number): string => `${String(ms / 1000)} s`;

export function show(came: Came): string {
  if (came.kind === 'line') return JSON.stringify(came.text.slice(0, 200));
  return came.kind === 'unreadable' ? came.what : came.kind;
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
