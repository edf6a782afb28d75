/** A model over JSON lines: one request a line, one response to each, in order. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { LineSplitter, type Line } from './line-splitter.ts';
import { ProtocolError, type ErrorKind } from './protocol.ts';

const requestSchema = z.looseObject({ id: z.int(), op: z.string() });

/** Who answers: an object with the members of the answer, or a `ProtocolError` thrown. */
export interface Answering {
  answer(op: string, takes: unknown): object | Promise<object>;
}

/** Serves until `stop`, or until the input ends. Whatever a line holds, it is answered once; the process lives on. */
export async function serve(model: Answering, input: Readable, output: Writable): Promise<void> {
  const waiting: Line[] = [];
  const lines = new LineSplitter((line) => waiting.push(line));
  /** Answers what has come; false once it was asked to stop. */
  const answerAll = async (): Promise<boolean> => {
    for (const line of waiting.splice(0)) {
      const { response, stop } = await respond(model, line);
      // who does not read its answers is asked to before more of its requests are read
      if (!output.write(`${JSON.stringify(response)}\n`)) await once(output, 'drain');
      if (stop) return false;
    }
    return true;
  };
  for await (const chunk of input) {
    lines.hear(chunk as Buffer);
    if (!(await answerAll())) return;
  }
  const rest = lines.rest();
  if (rest !== null) waiting.push(rest);
  await answerAll();
}

async function respond(model: Answering, line: Line): Promise<{ response: object; stop: boolean }> {
  let id: number | null = null;
  try {
    const parsed = parse(line);
    id = idOf(parsed);
    const request = requestSchema.safeParse(parsed);
    if (!request.success)
      throw new ProtocolError('invalid', 'a request is an object with an integer id and an op');
    const { op, ...takes } = request.data;
    const answer = await model.answer(op, withoutId(takes));
    return { response: { id, ok: true, ...answer }, stop: op === 'stop' };
  } catch (error) {
    return { response: { id, ok: false, error: describeError(error) }, stop: false };
  }
}

/** The arguments of a request: what it holds beside its id and op. */
const withoutId = (request: object): object =>
  Object.fromEntries(Object.entries(request).filter(([member]) => member !== 'id'));

function parse(line: Line): unknown {
  if (line.kind === 'unreadable')
    throw new ProtocolError('invalid', `found ${line.what}; allowed: one JSON object`);
  try {
    return JSON.parse(line.text) as unknown;
  } catch {
    throw new ProtocolError('invalid', 'the line is not JSON');
  }
}

function idOf(request: unknown): number | null {
  const id = typeof request === 'object' && request !== null && 'id' in request ? request.id : null;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}

/** A name of a request stands in what is said of it, and may be as long as a line. */
const LONGEST_MESSAGE = 10_000;

const bounded = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)} …` : message;

function describeError(error: unknown): { kind: ErrorKind; message: string; check?: string } {
  if (error instanceof ProtocolError) {
    const { kind, check } = error;
    const message = bounded(error.message);
    return check === undefined ? { kind, message } : { kind, message, check };
  }
  return { kind: 'internal', message: bounded(error instanceof Error ? error.message : String(error)) };
}
