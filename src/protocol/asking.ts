/** One scenario's conversation with an implementation: what was asked, and how far it got. */
import { Disagreement, requestText } from './disagreement.ts';
import type { Exchange as Recorded } from './exchange.ts';
import { neededFor, unclaimed } from './needs.ts';
import { underReadings, type Readings } from './rulings.ts';
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

/** The scenario is of another reading than the implementation's own. */
export class SetAside extends Error {
  override readonly name = 'SetAside';
}

/** The scenario asks an implementation nothing. */
export class AboutTheProgram extends Error {
  override readonly name = 'AboutTheProgram';
}

/** The implementation has crashed too often to be asked any more. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
}

/** What an implementation may be asked. */
export interface Claims {
  /** The capabilities that it is asked for. */
  readonly claims: readonly string[];
  /** Those of them that it named itself: what it only has to have may turn out to be unsupported. */
  readonly named: readonly string[];
  /** Rulings that it reads in a way of its own: it is asked under them. */
  readonly readings: Readings;
}

const everything: Claims = { claims: capabilities, named: capabilities, readings: {} };

export class Asking implements ImplementationUnderTest {
  requests = 0;
  /** The last request that is more than a look at the state. */
  last: Exchange | null = null;
  /** What ended the conversation, if something did. */
  broken: Error | null = null;
  /** All that was asked, with the answers. */
  readonly conversation: Recorded[] = [];

  constructor(
    readonly inner: ImplementationUnderTest,
    readonly may: Claims = everything,
  ) {}

  /** Ends the conversation where a capability is needed that is not claimed. */
  need(capability: string): void {
    if (!this.may.claims.includes(capability)) throw this.#break(lacking(capability));
  }

  /** Ends the conversation before it began. */
  setAside(why: string): never {
    throw this.#break(new SetAside(why));
  }

  leaveOut(): never {
    throw this.#break(new AboutTheProgram('it is about the program around the model'));
  }

  async call<Op extends OperationName>(
    op: Op,
    asked: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    if (this.broken !== null) throw this.broken;
    const takes = this.#read(op, asked);
    const need = unclaimed(op, takes, this.may.claims);
    if (need !== null) throw this.#break(lacking(need));
    this.requests++;
    try {
      const answer = await this.inner.call(op, takes);
      this.conversation.push({ op, takes, answer });
      if (op !== 'state') this.last = { op, takes, answer };
      return answer;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.last = { op, takes, answer: { error: error.message } };
      const refused = error instanceof ProtocolError ? error.kind : 'internal';
      this.conversation.push({ op, takes, answer: { refused } });
      if (error instanceof NotAsked || error instanceof SetAside) throw this.#break(error);
      if (!(error instanceof ProtocolError)) throw this.#break(unanswered(op, takes, error.message));
      this.last = { op, takes, answer: { error: { kind: error.kind, message: error.message } } };
      if (error.kind === 'unsupported' && op !== 'hello')
        throw this.#break(
          this.#isHonest(op, takes)
            ? new Unsupported(`${op} was answered as unsupported: ${error.message}`)
            : unanswered(
                op,
                takes,
                `${op} belongs to what is claimed, and was answered as unsupported: ${error.message}`,
              ),
        );
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.inner.close();
  }

  /** A request as somebody who reads in this way is asked it. */
  #read<Op extends OperationName>(op: Op, takes: Operations[Op]['takes']): Operations[Op]['takes'] {
    if (op !== 'reset') return takes;
    const { world } = takes as Operations['reset']['takes'];
    const read = underReadings(world, this.may.readings);
    if ('insteadOf' in read) return this.setAside(`it is about another reading, ${read.insteadOf}`);
    // what a reset takes is a world
    return { world: read.world };
  }

  /** Whether a request needs something that the implementation has not named. */
  #isHonest = (op: OperationName, takes: object): boolean =>
    neededFor(op, takes).some((need) => !this.may.named.includes(need));

  #break(error: Error): Error {
    this.broken = error;
    return error;
  }
}

const lacking = (capability: string): Unsupported =>
  new Unsupported(`it needs ${capability}, which is not claimed`);

const unanswered = (op: string, takes: object, found: string): Disagreement =>
  new Disagreement([{ about: op, expected: 'an answer by the protocol', found }], requestText(op, takes));
