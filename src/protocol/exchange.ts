/** Requests with what was said to them, as anybody may keep them. */
import type { CheckName } from '../core/checks/violation.ts';
import {
  ProtocolError,
  type ErrorKind,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from './protocol.ts';

export type Request = {
  [Op in OperationName]: readonly [op: Op, takes: Operations[Op]['takes']];
}[OperationName];

/** A request with what was said to it: an answer, or the kind of error that it was refused with. */
export interface Exchange {
  readonly op: OperationName;
  readonly takes: object;
  readonly answer: object | { readonly refused: ErrorKind; readonly check?: CheckName };
  /** What was said with a refusal. */
  readonly message?: string;
}

/** The request of an exchange: the pair belongs together. */
export const requestOf = ({ op, takes }: Pick<Exchange, 'op' | 'takes'>): Request =>
  [op, takes] as unknown as Request;

/** Requests as the lines to send. */
export const linesOf = (requests: readonly Request[]): string[] =>
  requests.map(([op, takes], i) => JSON.stringify({ id: i + 1, op, ...takes }));

/** Asks one thing; an error is an answer too. */
export async function ask(
  under: Pick<ImplementationUnderTest, 'call'>,
  [op, takes]: Request,
): Promise<Exchange> {
  try {
    // the pair came from one operation
    return { op, takes, answer: await under.call(op, takes) };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const { kind, check, message } = error;
    return { op, takes, answer: { refused: kind, ...(check === undefined ? {} : { check }) }, message };
  }
}

/** Drawn arrivals as a script of who came: the same flow for whoever has another generator. FLW-08. */
export function scripted(exchange: Exchange): Exchange {
  const { op, takes, answer } = exchange;
  if ((op !== 'orderFlow' && op !== 'period') || 'script' in takes || 'refused' in answer) return exchange;
  const flow = op === 'period' ? (answer as Operations['period']['answers']).orderFlow : answer;
  const { arrivals } = flow as Operations['orderFlow']['answers'];
  return { op, takes: { script: arrivals.map(({ z, agent }) => ({ z: z ?? 1, agent })) }, answer };
}
