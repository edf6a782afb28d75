/** One scenario's conversation with an implementation: what was asked, and how far it got. */
import { Disagreement, requestText } from './disagreement.ts';
import { unclaimed } from './needs.ts';
import {
  capabilities,
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from './protocol.ts';

/** A request with what came of it. */
export interface Exchange {
  readonly op: OperationName;
  readonly takes: object;
  readonly answer: unknown;
}

/** The scenario needs a capability that is not claimed. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

/** The implementation has crashed too often to be asked any more. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
}

export class Asking implements ImplementationUnderTest {
  requests = 0;
  /** The last request that is more than a look at the state. */
  last: Exchange | null = null;
  /** What ended the conversation, if something did. */
  broken: Error | null = null;

  constructor(
    readonly inner: ImplementationUnderTest,
    readonly claims: readonly string[] = capabilities,
  ) {}

  async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    if (this.broken !== null) throw this.broken;
    const need = unclaimed(op, takes, this.claims);
    if (need !== null) throw this.#break(new Unsupported(`it needs ${need}, which is not claimed`));
    this.requests++;
    try {
      const answer = await this.inner.call(op, takes);
      if (op !== 'state') this.last = { op, takes, answer };
      return answer;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.last = { op, takes, answer: { error: error.message } };
      if (error instanceof NotAsked) throw this.#break(error);
      if (!(error instanceof ProtocolError)) throw this.#break(unanswered(op, takes, error.message));
      this.last = { op, takes, answer: { error: { kind: error.kind, message: error.message } } };
      if (error.kind === 'unsupported' && op !== 'hello')
        throw this.#break(
          unanswered(op, takes, `${op} is claimed, and was answered as unsupported: ${error.message}`),
        );
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.inner.close();
  }

  #break(error: Error): Error {
    this.broken = error;
    return error;
  }
}

const unanswered = (op: string, takes: object, found: string): Disagreement =>
  new Disagreement([{ about: op, expected: 'an answer by the protocol', found }], requestText(op, takes));
