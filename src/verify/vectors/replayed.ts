/** An implementation of which only its answers are there: it gives them again, in their order. */
import type { Request } from '../../protocol/exchange.ts';
import {
  errorKinds,
  ProtocolError,
  type ErrorKind,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from '../../protocol/protocol.ts';

type Line = Readonly<Record<string, unknown>>;

/** A request of a vector, as an operation with what it takes. */
export function requestOf({ op, ...takes }: { readonly op: string } & Line): Request {
  // the vectors were written from requests
  return [op, takes] as unknown as Request;
}

/** Answers as lines of the protocol, to these requests and no others. */
export function replayed(answers: readonly object[]): ImplementationUnderTest {
  let next = 0;
  return {
    call: async <Op extends OperationName>(): Promise<Operations[Op]['answers']> => {
      await Promise.resolve();
      const line: Line = { ...answers[next++] };
      const { ok, error, ...answer } = line;
      // what it said was compared with what it should have said, and not with a schema
      if (ok === true) return answer as Operations[Op]['answers'];
      const { kind, message } = (typeof error === 'object' && error !== null ? error : {}) as Line;
      throw new ProtocolError(kindOf(kind), typeof message === 'string' ? message : '');
    },
    close: () => Promise.resolve(),
  };
}

/** What is no kind of error is an answer outside the protocol. */
const kindOf = (kind: unknown): ErrorKind => errorKinds.find((one) => one === kind) ?? 'internal';
