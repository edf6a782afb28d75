/** An adapter that is spoken to in raw lines, and what a check says of its answers. */
import { answerFaults, answerSchemas, errorSchema } from '../protocol/answer-schemas.ts';
import { limits, show } from '../protocol/child.ts';
import { LineProcess, type Came } from '../protocol/line-process.ts';
import type { ErrorKind, OperationName } from '../protocol/protocol.ts';

type Answer = Record<string, unknown>;

/** What a check found: what came, and whether that was as expected. */
export interface Found {
  readonly ok: boolean;
  readonly came: string;
  /** What a greeting claims, with `a world` where that is any capability of one. */
  readonly claims?: readonly string[];
  /** What to do about it, where that is something else than what is usually wrong with such a check. */
  readonly remedy?: string;
}

/** One run of the adapter, spoken to in raw lines. */
export class Adapter {
  readonly process: LineProcess;
  #id = 100;

  constructor(
    command: readonly [string, ...string[]],
    readonly slow: number,
  ) {
    this.process = new LineProcess(command);
  }

  /** A line as it stands, and what comes. */
  async line(text: string, limit: number = limits.operation): Promise<Came> {
    this.process.send(text);
    return this.process.next(limit * this.slow);
  }

  /** A request, and its answer if that is an object. */
  async ask(
    op: string,
    takes: object = {},
    limit?: number,
  ): Promise<{ id: number; came: Came; answer: Answer | null }> {
    const id = this.#id++;
    const came = await this.line(JSON.stringify({ id, op, ...takes }), limit);
    return { id, came, answer: parse(came) };
  }
}

export function parse(came: Came): Answer | null {
  if (came.kind !== 'line') return null;
  try {
    const value: unknown = JSON.parse(came.text);
    return typeof value === 'object' && value !== null ? (value as Answer) : null;
  } catch {
    return null;
  }
}

export const told = (came: Came): string =>
  came.kind === 'late' ? 'nothing in time' : came.kind === 'ended' ? `its end: ${came.how}` : show(came);

export const world = () => ({
  traders: [
    { id: 'H1', cash: '1.05' },
    { id: 'I1', cash: '0' },
  ],
  tickets: [{ id: 'k1', issuer: 'I1', owner: 'H1', maturity: 2, serial: 1 }],
  dealers: { short: { cash: '2' } },
});

const ANSWERS_ALONE =
  'write one JSON object on a line for each request, and nothing else, to stdout; prints and logs go to stderr';

/** What came in place of an answer. */
const notAnAnswer = (came: Came): Found => ({
  ok: false,
  came: told(came),
  ...(came.kind === 'line' ? { remedy: ANSWERS_ALONE } : {}),
});

/** Whether it is the right answer to the request: id, `ok`, and the schema of the operation. */
export function answered(
  op: OperationName,
  { id, came, answer }: Awaited<ReturnType<Adapter['ask']>>,
): Found {
  if (answer === null) return notAnAnswer(came);
  if (answer['id'] !== id)
    return { ok: false, came: `the id ${JSON.stringify(answer['id'])} for ${String(id)}` };
  if (answer['ok'] !== true) return { ok: false, came: told(came) };
  const faults = answerFaults(answerSchemas[op], answer);
  return { ok: faults.length === 0, came: faults.length === 0 ? 'an answer' : faults.slice(0, 3).join('; ') };
}

/** Whether it is refused with this kind, or with any where there is none. */
export function refused(
  kind: ErrorKind | null,
  { id, came, answer }: { id: number | null; came: Came; answer: Answer | null },
): Found {
  if (answer === null) return notAnAnswer(came);
  const error = answer['error'] as { kind?: string } | undefined;
  const isRefusal = answerFaults(errorSchema, answer).length === 0 && answer['id'] === id;
  const ok = isRefusal && (kind === null || error?.kind === kind);
  return { ok, came: ok ? `refused as ${String(error?.kind)}` : told(came) };
}

export const RESET =
  'implement reset, which this rests on; members that are left out take the defaults of the specification';

export async function open(adapter: Adapter, of: object = world()): Promise<Found> {
  const found = answered('reset', await adapter.ask('reset', { world: of }));
  return found.ok ? found : { remedy: RESET, ...found };
}
