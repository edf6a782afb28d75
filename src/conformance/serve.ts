/** The built-in core over JSON lines: one request a line, one response to each, in order. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { BuiltInModel } from './model.ts';
import { ProtocolError, type ErrorKind } from './protocol.ts';

const requestSchema = z.looseObject({ id: z.int(), op: z.string() });

/** Serves until `stop`, or until the input ends. A bad line is answered; the process lives on. */
export async function serve(model: BuiltInModel, input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const { response, stop } = respond(model, line);
    output.write(`${JSON.stringify(response)}\n`);
    if (stop) break;
  }
  lines.close();
}

function respond(model: BuiltInModel, line: string): { response: object; stop: boolean } {
  let id: number | null = null;
  try {
    const parsed = parse(line);
    id = idOf(parsed);
    const request = requestSchema.safeParse(parsed);
    if (!request.success)
      throw new ProtocolError('invalid', 'a request is an object with an integer id and an op');
    const { op, ...takes } = request.data;
    const answer = model.answer(op, withoutId(takes));
    return { response: { id, ok: true, ...answer }, stop: op === 'stop' };
  } catch (error) {
    return { response: { id, ok: false, error: describeError(error) }, stop: false };
  }
}

/** The arguments of a request: what it holds beside its id and op. */
const withoutId = (request: object): object =>
  Object.fromEntries(Object.entries(request).filter(([member]) => member !== 'id'));

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new ProtocolError('invalid', 'the line is not JSON');
  }
}

function idOf(request: unknown): number | null {
  const id = typeof request === 'object' && request !== null && 'id' in request ? request.id : null;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}

function describeError(error: unknown): { kind: ErrorKind; message: string; check?: string } {
  if (error instanceof ProtocolError) {
    const { kind, message, check } = error;
    return check === undefined ? { kind, message } : { kind, message, check };
  }
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}
