/** What `serve` makes of lines that nobody should write. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { BuiltInModel } from '../../src/protocol/model.ts';
import { serve } from '../../src/protocol/serve.ts';
import { decimal } from '../../src/num.ts';

interface Answer {
  id: number | null;
  ok: boolean;
  error?: { kind: string; message: string };
}

/** The answers to these bytes. */
async function answers(pieces: readonly (string | Buffer)[]): Promise<Answer[]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = serve(new BuiltInModel(decimal, '0'), input, output).then(() => output.end());
  const write = async (): Promise<void> => {
    for (const piece of pieces) if (!input.write(piece)) await new Promise((go) => input.once('drain', go));
    input.end();
  };
  let text = '';
  output.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await Promise.all([served, write()]);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

const hello = '{"id":7,"op":"hello","protocol":1}\n';
const MIB = 1 << 20;

test('a line of more than 64 MiB is answered once, and the next one as if it had not been', async () => {
  const piece = Buffer.alloc(MIB, 'x');
  const long = ['{"id":1,"op":"', ...Array.from({ length: 65 }, () => piece), '"}\n'];
  const [first, second, ...more] = await answers([...long, hello]);
  assert.deepEqual(first, {
    id: null,
    ok: false,
    error: { kind: 'invalid', message: 'found a line of more than 64 MiB; allowed: one JSON object' },
  });
  assert.deepEqual([second?.id, second?.ok, more.length], [7, true, 0]);
});

test('a line of 60 MiB is read', async () => {
  const long = ['{"id":1,"op":"', ...Array.from({ length: 60 }, () => Buffer.alloc(MIB, 'x')), '"}\n'];
  const [first] = await answers(long);
  assert.deepEqual([first?.id, first?.error?.kind], [1, 'unsupported']);
  assert.ok((first?.error?.message.length ?? 0) < 20_000, 'what is said of it is short');
});

test('an empty line, bytes that are no text, and a last line without an end are answered', async () => {
  const said = await answers(['\n', Buffer.from([0xff, 0xfe, 0x0a]), hello.trimEnd()]);
  assert.deepEqual(
    said.map(({ id, ok, error }) => [id, ok, error?.kind]),
    [
      [null, false, 'invalid'],
      [null, false, 'invalid'],
      [7, true, undefined],
    ],
  );
  assert.match(said[1]?.error?.message ?? '', /no UTF-8: fffe/);
});

const world = {
  traders: [{ id: 'H1', cash: '1' }, { id: 'I1' }],
  tickets: [{ id: 'k1', issuer: 'I1', owner: 'H1', maturity: 5, serial: 1 }],
};
const seeds = ['-1', '1.5', '4294967296', '9007199254740993', '1e300', '"1"', 'null'];

for (const op of ['orderFlow', 'period'])
  test(`a seed of ${op} that is no whole number from 0 to 4294967295 is invalid, and the world stays`, async () => {
    const lines = seeds.map((seed, i) => `{"id":${String(i)},"op":"${op}","seed":${seed}}\n`);
    const reset = `${JSON.stringify({ id: 90, op: 'reset', world })}\n`;
    const state = '{"id":91,"op":"state"}\n';
    const [, before, ...rest] = await answers([reset, state, ...lines, state]);
    const after = rest.pop();
    assert.deepEqual(
      rest.map(({ id, error }) => [id, error?.kind]),
      seeds.map((_seed, i) => [i, 'invalid']),
    );
    assert.ok(rest.every(({ error }) => error?.message.startsWith('seed: ')));
    assert.deepEqual(after, before);
    const [, last] = await answers([reset, `{"id":1,"op":"${op}","seed":4294967295}\n`]);
    assert.equal(last?.ok, true);
  });

test('sizes finer than the unit of money, and counts that sums would carry past an integer, are invalid', async () => {
  const of = (more: object): string =>
    `${JSON.stringify({ id: 1, op: 'reset', world: { ...world, ...more } })}\n`;
  const [tickets] = [world.tickets];
  const said = await answers([
    of({ ticketSize: '0.0000000000000000001' }),
    of({ ticketSize: `0.${'0'.repeat(400)}1` }),
    of({ tickets: tickets.map((ticket) => ({ ...ticket, serial: 2 ** 53 - 1 })) }),
    of({ ticketSize: '0.000000000000000001' }),
  ]);
  assert.deepEqual(
    said.map(({ error }) => error?.kind),
    ['invalid', 'invalid', 'invalid', undefined],
  );
});
