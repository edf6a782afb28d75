/** A queue that refuses, or that somebody else writes in, and a coordinator that is told to end: plain errors. DST-04. */
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import type { Redis } from 'ioredis';
import { announcementText } from '../../../src/sweep/queue/messages.ts';
import { thisProgram } from '../../../src/sweep/queue/program.ts';
import { program } from '../../program.ts';
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

/** A hundred small pairs: seven blocks. */
const sweep = (out: string, ...more: string[]): Started =>
  start(process.execPath, [program, ...smallSweep(out, '--seeds', '50', ...more)]);
const coordinator = (out: string, ...more: string[]): Started => sweep(out, '--queue', redis.url, ...more);

let redis: Engine;
let client: Redis;
let undisturbed: Record<string, string> = {};
before(async () => {
  redis = await startRedis();
  client = stranger(redis.url);
  const local = sweep('local', '--keep', 'records');
  assert.equal(await local.ended, 0, local.said());
  undisturbed = contents(place('local'));
});
beforeEach(() => client.flushall());
after(() => {
  client.disconnect();
  tidy();
});

const keys = (): Promise<string[]> => client.keys('ringspec:*');
const hasBegun = async (): Promise<string> => {
  let queue = '';
  for (let tries = 0; queue === '' && tries < 600; tries++) {
    const found = (await keys()).find((key) => /^ringspec:sweep-\w+:wait$/.test(key));
    queue = found?.replace(/:wait$/, '') ?? '';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.notEqual(queue, '', 'the sweep has begun');
  return queue;
};
/** Found, and what to do; no stack trace, and nothing about a connection that this process has ended itself. */
const endsPlainly = async (sweeping: Started, status: number, told: RegExp): Promise<void> => {
  assert.equal(await sweeping.ended, status, sweeping.said());
  assert.match(sweeping.said(), told);
  assert.match(sweeping.said(), /what was gathered is kept: the same command with --resume goes on\n$/);
  assert.doesNotMatch(sweeping.said(), /\n\s+at |internal error|is gone/);
};

test('Redis without memory ends the sweep plainly; without --queue it goes on, and keeps what it kept', async () => {
  const one = worker(redis.url);
  const sweeping = coordinator('memory');
  await until(() => recordsIn(place('memory')) > 0, 'records');
  await client.config('SET', 'maxmemory', '1mb');
  await endsPlainly(sweeping, 69, /refuses a command \(OOM .*\): change the server, or what its user may do/);
  await client.config('SET', 'maxmemory', '0');
  await kill(one);
  const goesOn = sweep('memory', '--resume');
  assert.equal(await goesOn.ended, 0, goesOn.said());
  assert.deepEqual(contents(place('memory')), undisturbed);
});

test('a worker whose Redis refuses says so once, waits until it does not, and ends when it is told to', async () => {
  await client.hset('ringspec:sweeps', 'a'.repeat(64), announcementText(thisProgram()));
  await client.config('SET', 'maxmemory', '1mb');
  const one = worker(redis.url);
  await until(() => one.said().includes('refuses a command (OOM'), 'it says so');
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  assert.equal(one.said().match(/refuses a command/g)?.length, 1);
  await client.config('SET', 'maxmemory', '0');
  const sweeping = coordinator('later');
  assert.equal(await sweeping.ended, 0, sweeping.said());
  assert.deepEqual(contents(place('later')), undisturbed);
  await kill(one, 'SIGTERM');
  assert.equal(one.child.exitCode, 0, one.said());
});

test('a job that is no JSON ends the sweep plainly, and leaves nothing in Redis', async () => {
  const sweeping = coordinator('foreign');
  const queue = await hasBegun();
  await client.hset(`${queue}:x`, { name: 'pairs', data: '{broken', opts: '{}', timestamp: '1' });
  await client.zadd(`${queue}:completed`, 1, 'x');
  await endsPlainly(sweeping, 69, /holds a job of this sweep that is no JSON: somebody else has written/);
  assert.deepEqual(await keys(), []);
});

test('a coordinator that cannot write any more takes its blocks out of the queue', async () => {
  const one = worker(redis.url);
  const sweeping = coordinator('moved');
  await until(() => recordsIn(place('moved')) > 0, 'records');
  one.child.kill('SIGSTOP');
  const kept = recordsIn(place('moved'));
  renameSync(place('moved'), place('elsewhere'));
  one.child.kill('SIGCONT');
  assert.equal(await sweeping.ended, 1, sweeping.said());
  assert.match(sweeping.said(), /0000\.ndjson: its folder is gone; was it renamed, or removed\?/);
  await until(() => one.said().includes('has ended'), 'the worker has left the sweep');
  assert.deepEqual(await keys(), []);
  await kill(one);
  assert.ok(recordsIn(place('elsewhere')) >= kept);
  const goesOn = sweep('elsewhere', '--resume');
  assert.equal(await goesOn.ended, 0, goesOn.said());
  assert.deepEqual(contents(place('elsewhere')), undisturbed);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`a coordinator that gets ${signal} takes its blocks out of the queue, and says how to go on`, async () => {
    const sweeping = coordinator(signal);
    await hasBegun();
    await kill(sweeping, signal);
    assert.equal(sweeping.child.exitCode, 130, sweeping.said());
    assert.match(
      sweeping.said(),
      /interrupted: 0 of 100 pairs are kept; the same command with --resume goes on/,
    );
    assert.deepEqual(await keys(), []);
  });
