/** Any program that speaks the protocol on stdin and stdout, as an implementation under test. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
  errorKinds,
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from './protocol.ts';

const TIME_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;
const TAIL_LENGTH = 2_000;

const responseSchema = z.union([
  z.looseObject({ id: z.int(), ok: z.literal(true) }),
  z.object({
    id: z.int(),
    ok: z.literal(false),
    error: z.object({ kind: z.enum(errorKinds), message: z.string(), check: z.string().optional() }),
  }),
]);

/** The program broke the protocol: it did not answer, or not as agreed. */
export class ChildFailure extends Error {
  override readonly name = 'ChildFailure';
}

export class ChildImplementation implements ImplementationUnderTest {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  #nextId = 1;
  #errorTail = '';
  /** The failure that ended it, if any. */
  failure: ChildFailure | null = null;

  constructor(command: string, args: readonly string[]) {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child = child;
    child.on('error', (error) => (this.#errorTail += error.message));
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (chunk: Buffer) => {
      this.#errorTail = (this.#errorTail + chunk.toString()).slice(-TAIL_LENGTH);
    });
    this.#answers = createInterface({ input: child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  /** One request and its response, in time, or the child is killed. */
  async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    if (this.failure !== null) throw this.failure;
    const id = this.#nextId++;
    this.#child.stdin?.write(`${JSON.stringify({ id, op, ...takes })}\n`);
    const line = await this.#nextLine(op);
    const response = responseSchema.safeParse(toJson(line));
    if (!response.success) throw this.#fail(`${op} was answered with ${line.slice(0, 200)}`);
    if (response.data.id !== id)
      throw this.#fail(`request ${String(id)} was answered as ${String(response.data.id)}`);
    if (!response.data.ok) {
      const { kind, message, check } = response.data.error;
      throw new ProtocolError(kind, message, check as ProtocolError['check']);
    }
    // the features compare what it holds
    return withoutFrame(response.data) as Operations[Op]['answers'];
  }

  async close(): Promise<void> {
    if (this.failure !== null) return;
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), STOP_LIMIT_MS);
    this.#child.stdin?.end(`${JSON.stringify({ id: this.#nextId++, op: 'stop' })}\n`);
    await exited;
    clearTimeout(kill);
  }

  async #nextLine(op: string): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => {
        resolve('late');
      }, TIME_LIMIT_MS);
    });
    const next = await Promise.race([this.#answers.next(), late]);
    clearTimeout(timer);
    if (next === 'late') throw this.#fail(`${op} was not answered within ${String(TIME_LIMIT_MS / 1000)} s`);
    if (next.done === true) throw this.#fail(`it ended before it answered ${op}`);
    return next.value;
  }

  #fail(reason: string): ChildFailure {
    this.#child.kill('SIGKILL');
    const tail = this.#errorTail === '' ? '' : `; it last said: ${this.#errorTail.trim()}`;
    this.failure = new ChildFailure(`the implementation failed: ${reason}${tail}`);
    return this.failure;
  }
}

/** What a response holds beside its frame. */
const withoutFrame = (response: object): object =>
  Object.fromEntries(Object.entries(response).filter(([member]) => member !== 'id' && member !== 'ok'));

function toJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
