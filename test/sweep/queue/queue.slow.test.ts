/** A sweep over a real queue: the bytes of the local one, whatever happens to workers and coordinator. Chapter DST. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Queue } from 'bullmq';
import { copyProgram } from '../changed-program.ts';
import { contents, recordsIn } from '../folder-contents.ts';
import {
  kill,
  place,
  smallSweep,
  start,
  startRedis,
  stranger,
  tidy,
  until,
  worker,
  type Engine,
  type Started,
} from './started.ts';
import { program, written } from '../../program.ts';

/** Forty small pairs: three blocks. */
const sweep = (out: string, ...more: string[]): string[] =>
  smallSweep(out, '--keep', 'records', '--seeds', '20', ...more);
const node = process.execPath;
const coordinator = (out: string, ...more: string[]): Started =>
  start(node, [program, ...sweep(out, '--queue', redis.url, ...more)]);

let redis: Engine;
let undisturbed: Record<string, string> = {};
before(async () => {
  redis = await startRedis();
  const local = start(node, [program, ...sweep('local', '--workers', '1')]);
  assert.equal(await local.ended, 0, local.said());
  undisturbed = contents(place('local'));
});
after(tidy);

test('a worker of changed sources refuses on both ends; another one does the sweep; nothing is left in Redis', async () => {
  copyProgram('a debtor that defaults keeps its cash', place('changed'));
  const workerOf = (sources: string): Started =>
    start(node, [sources, 'worker', '--queue', redis.url, '--threads', '1']);
  const other = workerOf(place('changed/bin/ringspec'));
  // the built program has another hash anyway
  const sweeping = start(node, [written, ...sweep('refused', '--queue', redis.url, '--json')]);
  const says = 'refuses this sweep: the worker runs changed sources of version';
  await until(() => sweeping.said().includes(says), 'the coordinator says so');
  assert.match(other.said(), /refused: the worker runs changed sources of version/);
  assert.equal(recordsIn(place('refused')), 0);
  const one = workerOf(written);
  assert.equal(await sweeping.ended, 0, sweeping.said());
  assert.deepEqual(contents(place('refused')), undisturbed);
  // progress is lines of JSON
  const lines = sweeping
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{"pairs":'));
  const last = JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
  assert.deepEqual([last['pairs'], last['done'], last['failed'], last['workers']], [40, 40, 0, 1]);
  await until(() => one.said().includes('has ended'), 'the worker has left the sweep');
  const client = stranger(redis.url);
  const keys = await client.keys('ringspec:*');
  client.disconnect();
  assert.deepEqual(keys, []);
  await kill(one, 'SIGTERM');
  assert.equal(one.child.exitCode, 0, one.said());
  await kill(other);
});

test('kill -9 of a worker and of the coordinator; another worker and --resume end with the same bytes', async () => {
  const first = worker(redis.url);
  const begun = coordinator('killed');
  await until(() => recordsIn(place('killed')) > 0, 'records');
  await kill(begun);
  await kill(first);
  const kept = recordsIn(place('killed'));
  assert.ok(kept < 40, `${String(kept)} records before the kill`);
  const goesOn = coordinator('killed', '--resume');
  const second = worker(redis.url);
  assert.equal(await goesOn.ended, 0, goesOn.said());
  assert.deepEqual(contents(place('killed')), undisturbed);
  await kill(second);
});

test('forged blocks and records are refused, a record that comes twice is one, and nothing else changes', async () => {
  const { sweep_sha256: hash } = JSON.parse(readFileSync(place('local/manifest.json'), 'utf8')) as {
    sweep_sha256: string;
  };
  const sweeping = coordinator('forged');
  const client = stranger(redis.url);
  const queue = new Queue(`sweep-${hash.slice(0, 12)}`, { connection: client, prefix: 'ringspec' });
  const line = readFileSync(place('local/aggregate/pairs/0000.ndjson'), 'utf8').split('\n')[7] ?? '';
  // a stranger takes blocks and gives whatever it likes as their answers
  const answers = [
    [line.replace(/"effect":"[^"]*"/, '"effect":"0.5"')],
    { sweep: 'rm -rf /' },
    [line, line],
    ['{"index":99999,"sha256":"'],
  ];
  const { Worker } = await import('bullmq');
  const second = client.duplicate();
  const forger = new Worker(queue.name, () => Promise.resolve(answers.shift() ?? []), {
    connection: second,
    prefix: 'ringspec',
  });
  await until(() => (sweeping.said().match(/refused/g) ?? []).length >= 3, 'three refusals');
  await forger.close();
  second.disconnect();
  assert.match(sweeping.said(), /a record was refused: the record of pair 7 is damaged/);
  assert.match(sweeping.said(), /an answer was refused: it has another shape/);
  assert.match(
    sweeping.said(),
    /a record was refused: it is no record|of pair 99999, which the sweep has not/,
  );
  await queue.add('pairs', { command: 'rm -rf /' });
  await queue.add('pairs', { sweep: hash, pairs: [40] });
  const one = worker(redis.url);
  assert.equal(await sweeping.ended, 0, sweeping.said());
  assert.match(one.said(), /a block was refused: it has another shape than a block/);
  assert.match(one.said(), /a block was refused: it names pair 40, which the sweep has not/);
  assert.deepEqual(contents(place('forged')), undisturbed);
  await kill(one);
  await queue.close();
  client.disconnect();
});
