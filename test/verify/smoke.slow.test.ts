/** Adapters that break the protocol: what is right is said in a line, what is not comes with what to do. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { smoke, type SmokeLine } from '../../src/verify/smoke.ts';
import { buildAdapter } from './build-adapter.ts';

let adapter: Awaited<ReturnType<typeof buildAdapter>>;
before(async () => {
  adapter = await buildAdapter();
});

async function lines(command: readonly [string, ...string[]]): Promise<SmokeLine[]> {
  const all: SmokeLine[] = [];
  await smoke(command, 2, (line) => all.push(line));
  return all;
}

const bad = (all: readonly SmokeLine[]): string[] => all.filter(({ ok }) => !ok).map(({ name }) => name);

test('a well-mannered adapter passes every check', { timeout: 60_000 }, async () => {
  const all = await lines(adapter('none'));
  assert.deepEqual(bad(all), []);
  assert.ok(all.length >= 15);
});

test('who claims the kernel alone is asked for no world, and who does not check input for no refusal', async () => {
  const left = async (claims: string): Promise<readonly string[]> => {
    const all: SmokeLine[] = [];
    const names = await smoke(adapter('keeps-to-its-claims', claims), 2, (line) => all.push(line));
    assert.deepEqual(bad(all), [], JSON.stringify(all));
    return names;
  };
  const refusals = ['an unknown bucket', 'an invalid world'];
  assert.deepEqual(await left('kernel'), [
    ...['a world', 'decimals', ...refusals, 'reset forgets', 'other scripts', 'a big world'],
  ]);
  assert.deepEqual(await left('kernel,trades'), refusals);
  assert.deepEqual(await left('kernel,trades,input_checks'), []);
});

const cases: readonly [fault: string, wrong: readonly string[]][] = [
  ['leaks', ['reset forgets']],
  ['no-json-error', ['a line that is not JSON']],
  ['ignores-stop', ['stop']],
  ['text-id', ['ids']],
  ['log-lines', ['one answer each']],
  ['loses-requests', ['requests in a row']],
  ['float-cash', ['decimals']],
  ['throws', ['an unknown bucket']],
  ['takes-any-world', ['an invalid world']],
  ['latin', ['other scripts']],
  ['unknown-op-internal', ['an unknown operation']],
  ['short-of-breath', ['a big world']],
];

for (const [fault, wrong] of cases) {
  test(`smoke finds ${fault}`, { timeout: 60_000 }, async () => {
    const all = await lines(adapter(fault));
    assert.deepEqual(
      bad(all),
      wrong,
      JSON.stringify(
        all.filter(({ ok }) => !ok),
        null,
        1,
      ),
    );
    for (const { ok, asked, came, expected, remedy } of all) {
      assert.ok(asked && came && expected);
      assert.equal(remedy === '', ok);
    }
  });
}

test('without a greeting nothing else is asked', async () => {
  for (const fault of ['dies-at-start', 'banner'])
    assert.deepEqual(bad(await lines(adapter(fault))), ['hello'], fault);
});

test(
  'where a line is no answer, the remedy is about what is written to stdout',
  { timeout: 60_000 },
  async () => {
    for (const fault of ['banner', 'logs-worlds']) {
      const wrong = (await lines(adapter(fault))).filter(({ ok }) => !ok);
      assert.ok(wrong.length > 0);
      for (const { name, remedy } of wrong) assert.match(remedy, /prints and logs go to stderr$/, name);
    }
  },
);

test('without a world the remedy is to implement reset', { timeout: 60_000 }, async () => {
  const wrong = (await lines(adapter('no-reset'))).filter(({ ok }) => !ok);
  for (const name of ['a world', 'decimals', 'reset forgets', 'other scripts', 'a big world'])
    assert.match(wrong.find((one) => one.name === name)?.remedy ?? '', /^implement reset/, name);
});
