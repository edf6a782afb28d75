/**
 * `serve` under anything that can be written to it: every line gets one answer, with its id and an error that is
 * the caller's; the world is left as it was, and the server goes on. RINGSPEC_FUZZ_RUNS asks for more inputs.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerFaults, answerSchemas, errorSchema } from '../../src/protocol/answer-schemas.ts';
import { BuiltInModel } from '../../src/protocol/model.ts';
import type { OperationName } from '../../src/protocol/protocol.ts';
import { serve } from '../../src/protocol/serve.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { conversation } from './requests.ts';
import { program } from '../program.ts';

const RUNS = Number(process.env['RINGSPEC_FUZZ_RUNS'] ?? 2_000);
const SEED = 20_260_101;

interface Answer {
  readonly id: number | null;
  readonly ok: boolean;
  readonly error?: { readonly kind: string; readonly message: string };
}

/** The id that an answer to this line must have: read here, by JSON's own rules. */
function idIn(line: Buffer): number | null {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line),
    );
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
    return Number.isSafeInteger(id) ? (id as number) : null;
  } catch {
    return null;
  }
}

/** The operation that was asked, where it was answered. */
const opIn = (line: Buffer): OperationName => (JSON.parse(line.toString()) as { op: OperationName }).op;

const request = (body: object): Buffer => Buffer.from(JSON.stringify(body));
const look = request({ id: 77, op: 'state' });
const closing = [
  request({ id: 3, op: 'reset', world: { traders: [{ id: 'Z', cash: '1.5' }] } }),
  request({ id: 4, op: 'state' }),
];

/** Every line of a conversation with a look at the state after each, and a new world at the end. */
const withLooks = (lines: readonly Buffer[]): Buffer[] => [
  ...lines.flatMap((line) => [line, look]),
  ...closing,
];

/** What is wrong with the answers to these lines; null where nothing is. */
function fault(asked: readonly Buffer[], text: string): string | null {
  const answers = text.split('\n').slice(0, -1);
  if (answers.length !== asked.length)
    return `${String(asked.length)} lines were answered ${String(answers.length)} times`;
  let world: string | null = null;
  for (const [i, line] of asked.entries()) {
    const written = answers[i] ?? '';
    const answer = JSON.parse(written) as Answer;
    const about = (): string => `${line.toString().slice(0, 2_000)}\n→ ${written.slice(0, 500)}`;
    if (answer.id !== idIn(line)) return `another id: ${about()}`;
    const kind = answer.ok ? null : (answer.error?.kind ?? 'none');
    if (kind !== null && !['unsupported', 'invalid', 'violation'].includes(kind))
      return `${kind}: ${about()}`;
    const odd = answer.ok
      ? answerFaults(answerSchemas[opIn(line)], answer)
      : answerFaults(errorSchema, answer);
    if (odd.length > 0) return `not as the schema has it: ${odd.join('; ')}: ${about()}`;
    if (!line.equals(look)) continue;
    const before = JSON.parse(answers[i - 1] ?? '') as Answer;
    const refused = !before.ok && before.error?.kind !== 'violation';
    if (refused && world !== null && written !== world)
      return `a refused request changed the world: ${asked[i - 1]?.toString().slice(0, 2_000) ?? ''}\n${world}\n${written}`;
    world = written;
  }
  const end = JSON.parse(answers.at(-1) ?? '') as { traders?: { id: string; cash: string }[] };
  return end.traders?.[0]?.id === 'Z' && end.traders[0].cash === '1.5' ? null : 'it cannot be used any more';
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const write = (lines: readonly Buffer[], to: Writable): void => {
  to.end(Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])));
};

async function inProcess(lines: readonly Buffer[], float: boolean): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answers = textOf(output);
  write(lines, input);
  await serve(new BuiltInModel(float ? float64 : decimal, '0'), input, output);
  output.end();
  return answers;
}

test(`${String(RUNS)} conversations with the server in this process`, { timeout: 0 }, async () => {
  await fc.assert(
    fc.asyncProperty(conversation, fc.boolean(), async (lines, float) => {
      const asked = withLooks(lines);
      const wrong = fault(asked, await inProcess(asked, float));
      if (wrong !== null) throw new Error(wrong);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test('some hundred conversations with one child, one after the other', { timeout: 300_000 }, async () => {
  const lines = fc.sample(conversation, { seed: SEED + 1, numRuns: Math.ceil(RUNS / 5) });
  const asked = lines.flatMap(withLooks);
  const child = spawn(program, ['serve']);
  const [answers, said] = [textOf(child.stdout), textOf(child.stderr)];
  const status = new Promise((resolve) => child.once('close', resolve));
  write(asked, child.stdin);
  assert.equal(await said, '');
  assert.equal(await status, 0);
  assert.equal(fault(asked, await answers), null);
});
