/** Implementations that misbehave: each ends with a clear line, and the rest of the suite is asked all the same. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Fault } from '../../src/files/faults.ts';
import { conformance, type Settings } from '../../src/verify/conformance.ts';
import { CRASH_BUDGET } from '../../src/protocol/supervised.ts';
import { buildAdapter } from './build-adapter.ts';

let adapter: Awaited<ReturnType<typeof buildAdapter>>;
before(async () => {
  adapter = await buildAdapter();
});

/** One scenario that settles, between others that only trade. */
const settles = 'features/set/01-recovery.feature:9';
const trades = ['features/ker/05-ladder.feature', 'features/trd/12-prices-per-ticket.feature'];

const verify = (
  command: readonly [string, ...string[]],
  paths: readonly string[],
  more: Partial<Settings> = {},
) =>
  conformance({
    command,
    line: 'adapter',
    tolerance: '1e-10',
    slow: 1,
    known: [],
    today: '2026-01-01',
    which: { paths },
    ...more,
  });

const cases: readonly [fault: string, said: RegExp][] = [
  ['hangs', /settle was not answered within 2 s/],
  ['spins', /settle was not answered within 2 s/],
  ['late', /settle was not answered within 2 s/],
  ['floods', /settle was answered with "thinking about it", which is no JSON object on a line/],
  ['floods-without-end', /settle was answered with a line of more than 64 MiB/],
  ['binary', /settle was answered with bytes that are no UTF-8: fffe0080/],
  ['crashes', /it ended before it answered settle: it exited with status 3[^]*the books do not add up/],
  ['another-id', /request \d+ \(settle\) was answered with the id \d+/],
  ['twice', /before state was asked it wrote "{|request \d+ \(state\) was answered with the id/],
  ['chatty', /settle was answered with "settling", which is no JSON object/],
  ['lists', /settle was answered without a frame: the answer: found \[1,2\]; allowed: an object/],
  ['declines', /settle belongs to what is claimed, and was answered as unsupported: no settlement yet/],
  ['bare', /the answer to settle is malformed: issuers: found nothing; allowed: a list/],
];

for (const [fault, said] of cases) {
  test(`an implementation that ${fault}`, { timeout: 60_000 }, async () => {
    const [first = '', ...rest] = trades;
    // 64 MiB take a busy machine longer than the others have
    const slow = fault === 'floods-without-end' ? 15 : 1;
    const { counts, scenarios } = await verify(adapter(fault), [first, settles, ...rest], { slow });
    const failed = scenarios.filter(({ result }) => result === 'failed');
    assert.equal(failed.length, 1, failed.map(({ divergence }) => divergence?.message).join('\n'));
    assert.match(failed[0]?.divergence?.message ?? '', said);
    const op = fault === 'twice' ? 'state' : 'settle';
    assert.equal(failed[0]?.divergence?.operation?.op, op);
    const lines = failed[0].firstDifference?.conversation ?? [];
    assert.match(lines[0] ?? '', /^{"id":1,"op":"reset","world":/);
    assert.equal(
      (JSON.parse(lines.at(-1) ?? '{}') as { op?: string }).op,
      op,
      'the request that it fails by',
    );
    assert.ok(counts.passed > 5, 'the others are asked all the same');
  });
}

test('one that keeps something of the last world', async () => {
  const { scenarios } = await verify(adapter('leaks'), trades);
  const messages = scenarios.flatMap(({ divergence }) => divergence?.message ?? []);
  assert.ok(messages.length > 0);
  for (const message of messages)
    assert.match(
      message,
      /just opened, Ghost: expected nobody, for the world does not name it, found it has cash/,
    );
});

test('one that answers JSON numbers, or exponents, for money', async () => {
  const paths = ['features/examples/EX-08-guard.feature'];
  for (const [fault, said] of [
    [
      'floats',
      /malformed: faceInventory: found the JSON number [\d.]+; allowed: a decimal string such as "1.05"/,
    ],
    [
      'exponents',
      /malformed: faceInventory: found ".+e\+0"; allowed: a decimal string .+ without an exponent/,
    ],
  ] as const) {
    const { scenarios, counts } = await verify(adapter(fault), paths);
    assert.equal(counts.passed, 0);
    assert.match(scenarios[0]?.divergence?.message ?? '', said);
  }
});

test('one that dies at its start, is not there, or greets with a banner', async () => {
  const start = async (command: readonly [string, ...string[]]): Promise<string> => {
    const error: unknown = await verify(command, trades).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof Fault && error.exitStatus === 69);
    return error.message;
  };
  assert.match(await start(adapter('dies-at-start')), /exited with status 1[^]*no module named ring/);
  assert.match(await start(['/nowhere/adapter']), /there is no program \/nowhere\/adapter/);
  assert.match(await start(adapter('banner')), /My adapter 1.0/);
});

test('one that keeps crashing is not asked any more, and what was not run is no success', async () => {
  const report = await verify(adapter('crashes'), ['features/set/*.feature', ...trades]);
  const crashed = report.scenarios.filter(({ result }) => result === 'failed').length;
  assert.equal(crashed, CRASH_BUDGET);
  assert.ok(report.counts['not-run'] > 0);
  assert.equal(report.certificate.conforms, false);
  const notRun = report.scenarios.find(({ result }) => result === 'not-run');
  assert.match(notRun?.why ?? '', /not asked: the implementation had failed 20 times/);
});

test('a capability that is not claimed is unsupported, neither passed nor failed', async () => {
  const kernel = await verify(adapter('none', 'kernel'), ['features/ker/02-capacity.feature', settles]);
  assert.equal(kernel.counts.failed, 0);
  assert.ok(kernel.counts.passed > 0 && kernel.counts.unsupported > 0);
  const settlement = kernel.scenarios.find(({ place }) => place.startsWith('features/set'));
  assert.equal(settlement?.result, 'unsupported');
  const most = await verify(adapter('none', 'kernel,trades,rebucketing,settlement'), [
    settles,
    'features/set/06-which-cash-counts.feature',
  ]);
  assert.equal(most.counts.failed, 0);
  assert.match(
    most.scenarios.find(({ result }) => result === 'unsupported')?.why ?? '',
    /clearing:sequential/,
  );
});
