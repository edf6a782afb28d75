/** Rules of a sweep over a queue: who has which pair, what is refused, and a small one over a real Redis. Chapter DST. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { Blocks } from '../../src/sweep/queue/blocks.ts';
import { recordReader } from '../../src/sweep/queue/check-record.ts';
import { overQueue } from '../../src/sweep/queue/coordinate.ts';
import { planText, readBlock, readPlan, type Plan } from '../../src/sweep/queue/messages.ts';
import { refusal } from '../../src/sweep/queue/program.ts';
import { queueAddress } from '../../src/sweep/queue/redis.ts';
import { Watch } from '../../src/sweep/queue/watch.ts';
import { workOn } from '../../src/sweep/queue/work.ts';
import type { PairRecord } from '../../src/sweep/pair-record.ts';
import { recordLine, readRecordLine } from '../../src/sweep/record-line.ts';
import { runSweep, type SweepOptions } from '../../src/sweep/sweep.ts';
import { contents } from '../sweep/folder-contents.ts';
import { startRedis, tidy } from '../sweep/queue/started.ts';
import { tinySweep } from '../sweep/tiny-sweep.ts';

const scratch = scratchFolder();
const options = (name: string): SweepOptions => ({
  ...{ outDir: join(scratch, name), workers: 1, resume: false, shard: null, verifyShare: 0 },
  ...{ keepRuns: false, signal: new AbortController().signal },
  onProgress: () => undefined,
  onDamage: (fault) => assert.fail(fault),
});
let plan: Plan;
let lines: string[] = [];
before(async () => {
  const { records } = await runSweep(tinySweep, options('local'));
  plan = { sweep: tinySweep, verifyShare: 0, keepRuns: false, keepPairs: [], hash: records.sweep };
  lines = readFileSync(join(scratch, 'local/aggregate/pairs/0000.ndjson'), 'utf8').trimEnd().split('\n');
});
after(tidy);

test('DST-01, DST-02: four pairs over a real Redis leave the bytes of the local sweep', async () => {
  const redis = await startRedis();
  const address = queueAddress(redis.url);
  const stop = new AbortController();
  const said: string[] = [];
  const tell = (line: string): void => void said.push(line);
  const working = workOn(address, { threads: 1, runs: null, signal: stop.signal, tell });
  await runSweep(tinySweep, options('queue'), overQueue(address, { tell }));
  stop.abort();
  await working;
  assert.deepEqual(contents(join(scratch, 'queue')), contents(join(scratch, 'local')), said.join('\n'));
});

/** What may happen to the blocks of a queue. */
const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom('hand out', 'answer', 'answer in part', 'answer twice', 'lose', 'fail'),
    which: fc.nat(),
  }),
  { maxLength: 60 },
);

test('DST-02, DST-04: whatever happens to the blocks, a pair is recorded once, or lost, or still to be had', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), happenings, (left, done) => {
      const blocks = new Blocks(left);
      const inQueue = new Map<string, readonly number[]>();
      const recorded: number[] = [];
      const lost: number[] = [];
      const record = (index: number): void => {
        if (blocks.isFirst(index)) recorded.push(index);
      };
      let ids = 0;
      const handOut = (): void => {
        const pairs = blocks.take(3);
        if (pairs.length === 0) return;
        const id = String(++ids);
        blocks.handOut(id, pairs);
        inQueue.set(id, pairs);
      };
      const answer = (id: string, pairs: readonly number[]): void => {
        pairs.forEach(record);
        lost.push(...blocks.close(id, true));
        inQueue.delete(id);
      };
      for (const { kind, which } of done) {
        const entries = [...inQueue];
        const [id, pairs] = entries[which % Math.max(1, entries.length)] ?? [null, []];
        if (kind === 'hand out') handOut();
        else if (id === null) continue;
        else if (kind === 'answer') answer(id, pairs);
        else if (kind === 'answer in part') answer(id, pairs.slice(1));
        else if (kind === 'answer twice') answer(id, [...pairs, ...pairs]);
        else {
          lost.push(...(kind === 'lose' ? blocks.close(id, false) : blocks.fail(id)));
          inQueue.delete(id);
        }
      }
      // workers that do what they are asked end the sweep
      for (let round = 0; round < 100 && !blocks.isDone; round++) {
        handOut();
        for (const [id, pairs] of [...inQueue]) answer(id, pairs);
      }
      assert.ok(blocks.isDone);
      const all = [...recorded, ...lost].sort((a, b) => a - b);
      assert.deepEqual(
        all,
        [...left].sort((a, b) => a - b),
      );
    }),
  );
});

test('DST-04: what another coordinator left in the queue is not handed out again', () => {
  const blocks = new Blocks([1, 2, 3, 4]);
  const found = new Map([
    ['old', [2, 3, 9]],
    ['done', [8, 9]],
  ]);
  assert.deepEqual(blocks.adopt(found), ['done']);
  assert.deepEqual(blocks.take(10), [1, 4]);
});

test('DST-03: a worker of another version or of changed sources refuses, and says what to do', () => {
  const own = { version: '1.0.0', sources: 'a' };
  assert.equal(refusal(own, own), null);
  assert.match(
    refusal(own, { ...own, version: '1.1.0' }) ?? '',
    /of version 1\.1\.0, the worker of version 1\.0\.0/,
  );
  assert.match(refusal(own, { ...own, sources: 'b' }) ?? '', /changed sources.*install the same/);
});

test('DST-03, DST-05: the coordinator names each worker that refuses once, counts the others, and says when nobody is there', () => {
  const said: string[] = [];
  const counts: (readonly string[])[] = [];
  let now = 0;
  const watch = new Watch(
    queueAddress('redis://ada:6379'),
    (hosts) => counts.push(hosts),
    (line) => said.push(line),
    () => now,
  );
  const worker = (host: string, beat: number, refuses: string | null = null): string =>
    JSON.stringify({ host, pid: 7, threads: 2, refuses, beat });
  watch.look({ a: worker('ada', 0), b: worker('bob', 0, 'it is older'), c: '{"host": 1}' });
  watch.look({ a: worker('ada', 1), b: worker('bob', 1, 'it is older') });
  now = 9_000;
  // ada counts no further: it was killed
  watch.look({ a: worker('ada', 1) });
  assert.deepEqual(counts, [['ada'], []]);
  now = 20_000;
  watch.look({});
  assert.deepEqual(counts, [['ada'], []]);
  assert.equal(said.filter((line) => line.includes('7 on bob refuses this sweep: it is older')).length, 1);
  assert.equal(said.filter((line) => line.includes('no worker is there')).length, 1);
});

test('DST-04: a plan is taken only as the sweep that it has the hash of', () => {
  const text = planText(plan);
  assert.notEqual(typeof readPlan(text, plan.hash), 'string');
  for (const forged of [
    text.replace('"seeds":2', '"seeds":3'),
    text.replace('"keep":"records"', '"keep":"all"'),
    text.replace('{', '{"command":"rm",'),
    'null',
    '',
  ])
    assert.equal(typeof readPlan(forged, plan.hash), 'string', forged.slice(0, 80));
  assert.notEqual(typeof readBlock({ sweep: plan.hash, pairs: [3] }, plan), 'string');
  for (const block of [
    { sweep: plan.hash, pairs: [4] },
    { sweep: plan.hash, pairs: [] },
    { pairs: [0] },
    'x',
    null,
  ])
    assert.equal(typeof readBlock(block, plan), 'string', JSON.stringify(block));
});

test('DST-04: a forged record is refused: by its hash, its sweep, its shape, its place in the grid, its seed', () => {
  const line = lines[1] ?? '';
  const read = recordReader(plan);
  const record = read(line);
  assert.ok(typeof record !== 'string', JSON.stringify(record));
  assert.equal(recordLine(record, plan.hash), line);
  const forged: readonly (readonly [string, RegExp])[] = [
    [line.replace(/"effect":"[^"]*"/, '"effect":"0.5"'), /damaged/],
    [line.slice(0, -1), /damaged/],
    ['{"command":"rm -rf /"}', /no record/],
    [recordLine(record, '0'.repeat(64)), /of another sweep/],
    [recordLine({ ...record, index: 4 }, plan.hash), /pair 4, which the sweep has not/],
    [recordLine({ ...record, index: 2 }, plan.hash), /other runs than its place/],
    [recordLine({ ...record, effect: 'NaN' }, plan.hash), /another shape/],
    [recordLine(Object.assign({ command: 'rm' }, record), plan.hash), /another shape/],
    [
      recordLine(
        { ...record, runs: record.runs.map((run) => ({ ...run, checksum: '00000000' })) },
        plan.hash,
      ),
      /files that the sweep does not keep/,
    ],
  ];
  const { passive, active } = record.arms;
  const inRow = (was: string, is: string): PairRecord['row'] =>
    record.row.map((cell) => (cell === was ? is : cell));
  // an aggregate over each of these would hold NaN, miscount, or say what nobody ran
  const impossible: readonly (readonly [Partial<PairRecord>, RegExp])[] = [
    [{ arms: {} }, /other arms or figures/],
    [{ arms: { passive: passive ?? null } }, /other arms or figures/],
    [{ arms: { passive: passive ?? null, active: active ?? null, baseline: null } }, /other arms or figures/],
    [{ arms: { passive: passive ?? null, active: {} } }, /other arms or figures/],
    [{ arms: { passive: { ...passive, sells: '1' }, active: active ?? null } }, /other arms or figures/],
    [{ arms: { passive: passive ?? null, active: null } }, /of its ending what its arms do not/],
    [{ arms: { passive: null, active: null }, errors: ['x'], status: 'failed' }, /of its ending/],
    [{ errors: ['x'] }, /of its ending/],
    [{ status: 'failed' }, /of its ending/],
    [{ verified: true }, /of its ending/],
    [{ effect: null }, /of its ending/],
    [{ deltaActive: null }, /of its ending/],
    [{ deltaPassive: '0.5' }, /of its ending/],
    [{ defaulted: null }, /of its ending/],
    [{ row: record.row.slice(1) }, /has a row that/],
    [{ row: inRow('43', '44') }, /has a row that/],
    [{ row: inRow('1.6', '2') }, /has a row that/],
    [{ row: inRow('active_k1.6_c1_mu1_rho0.75_s43', 'another') }, /has a row that/],
    [{ row: inRow('completed', 'perhaps') }, /has a row that/],
    [{ row: [...record.row.slice(0, -1), '=HYPERLINK("http://host")'] }, /has a row that/],
  ];
  const more = impossible.map(
    ([change, told]) => [recordLine({ ...record, ...change }, plan.hash), told] as const,
  );
  for (const [text, told] of [...forged, ...more]) {
    const found = read(text);
    assert.ok(typeof found === 'string', text.slice(0, 120));
    assert.match(found, told);
  }
  // the same line is whole to whoever reads the folder of its sweep
  assert.notEqual(typeof readRecordLine(line, 1, plan.hash), 'string');
});

test('DST-05: the password of an address is in no message, and may stand in the environment', () => {
  const { url, shown } = queueAddress('rediss://ada:secret@host:6380/2', {});
  assert.deepEqual([url, shown], ['rediss://ada:secret@host:6380/2', 'rediss://host:6380/2']);
  const { url: full, shown: short } = queueAddress('redis://host:6379', { RINGSPEC_QUEUE_PASSWORD: 'a:b@c' });
  assert.equal(short, 'redis://host:6379');
  assert.equal(decodeURIComponent(new URL(full).password), 'a:b@c');
  // a password with a character that ends the host is in no message either
  for (const text of [
    'http://host',
    'redis://',
    'host:6379',
    '',
    'redis://host/name',
    'redis://u:12/geheim@host',
  ])
    assert.throws(
      () => queueAddress(text, {}),
      (error) =>
        error instanceof Fault &&
        error.message.includes('allowed: redis://host:6379') &&
        !error.message.includes('geheim'),
    );
  assert.throws(
    () => queueAddress('redis://u:12#geheim@host', {}),
    (error) => error instanceof Fault && error.ending === 'usage' && !error.message.includes('geheim'),
  );
  assert.throws(
    () => queueAddress('redis://:ge%heim@host', {}),
    (error) =>
      error instanceof Fault &&
      error.message.includes('allowed: %25 in its place') &&
      !error.message.includes('heim'),
  );
});
