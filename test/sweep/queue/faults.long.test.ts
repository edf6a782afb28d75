/** Everything that may happen to a sweep over a queue, done for real; each ends with the bytes of the local sweep. DST-04. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { contents, recordsIn } from '../folder-contents.ts';
import { program as ringspec } from '../../program.ts';
import { kill, place, smallSweep, start, startRedis, tidy, until, worker, type Started } from './started.ts';

/** 400 small pairs: 25 blocks. */
const sweep = (out: string, ...more: string[]): string[] => [
  ringspec,
  ...smallSweep(out, '--keep', 'records', '--seeds', '200', ...more),
];
const node = process.execPath;
const coordinator = (url: string, out: string, ...more: string[]): Started =>
  start(node, sweep(out, '--queue', url, ...more));

let undisturbed: Record<string, string> = {};
before(async () => {
  const local = start(node, sweep('local'));
  assert.equal(await local.ended, 0, local.said());
  undisturbed = contents(place('local'));
});
after(tidy);

const finished = async (sweeping: Started, out: string): Promise<void> => {
  assert.equal(await sweeping.ended, 0, sweeping.said());
  assert.deepEqual(contents(place(out)), undisturbed);
};

test('thirty kills in one sweep, of workers and of the coordinator', async () => {
  // about thirty pairs come in at a kill, and more where a worker starts slowly
  const more = ['--seeds', '1000'];
  const local = start(node, sweep('local-thirty', ...more));
  assert.equal(await local.ended, 0, local.said());
  const redis = await startRedis();
  let sweeping = coordinator(redis.url, 'thirty', ...more);
  let workers = [worker(redis.url), worker(redis.url)];
  for (let kills = 0; kills < 30; kills++) {
    const before = recordsIn(place('thirty'));
    // some before anything came, most after a few pairs more, spread over the sweep
    if (kills % 3 !== 0)
      await until(() => recordsIn(place('thirty')) > before || sweeping.child.exitCode !== null, 'a record');
    if (sweeping.child.exitCode !== null) assert.fail(`the sweep ended after ${String(kills)} kills`);
    if (kills % 5 === 4) {
      await kill(sweeping);
      sweeping = coordinator(redis.url, 'thirty', '--resume', ...more);
    } else {
      const [victim, ...others] = workers;
      if (victim !== undefined) await kill(victim);
      workers = [...others, worker(redis.url)];
    }
  }
  assert.equal(await sweeping.ended, 0, sweeping.said());
  assert.deepEqual(contents(place('thirty')), contents(place('local-thirty')));
  await Promise.all([...workers, redis].map((each) => kill(each)));
});

test('all workers killed: the sweep waits and says so, and goes on with the next one', async () => {
  const redis = await startRedis();
  const sweeping = coordinator(redis.url, 'nobody');
  const workers = [worker(redis.url), worker(redis.url)];
  await until(() => recordsIn(place('nobody')) > 10, 'records');
  await Promise.all(workers.map((each) => kill(each)));
  await until(() => sweeping.said().includes('no worker is there: `ringspec worker --queue'), 'it says so');
  assert.equal(sweeping.child.exitCode, null);
  const next = worker(redis.url);
  await finished(sweeping, 'nobody');
  await Promise.all([next, redis].map((each) => kill(each)));
});

test('Redis with an append-only file is killed and started again: the sweep goes on', async () => {
  const more = ['--appendonly', 'yes', '--appenddirname', 'kept'];
  const redis = await startRedis({ more });
  const sweeping = coordinator(redis.url, 'restarted');
  const one = worker(redis.url);
  await until(() => recordsIn(place('restarted')) > 10, 'records');
  await kill(redis);
  const again = await startRedis({ port: redis.port, more });
  await finished(sweeping, 'restarted');
  assert.match(sweeping.said(), /is gone: waiting for it[^]*is back/);
  await Promise.all([one, again].map((each) => kill(each)));
});

test('Redis is started again without its data: the sweep hands out anew what was lost', async () => {
  const redis = await startRedis();
  const sweeping = coordinator(redis.url, 'emptied');
  const one = worker(redis.url);
  await until(() => recordsIn(place('emptied')) > 10, 'records');
  await kill(redis);
  const again = await startRedis({ port: redis.port });
  await finished(sweeping, 'emptied');
  await Promise.all([one, again].map((each) => kill(each)));
});

test('Redis is lost: a clear error, what was gathered is kept, and --resume goes on elsewhere', async () => {
  const redis = await startRedis();
  const sweeping = coordinator(redis.url, 'lost');
  const one = worker(redis.url);
  await until(() => recordsIn(place('lost')) > 10, 'records');
  await kill(redis);
  assert.equal(await sweeping.ended, 69, sweeping.said());
  assert.match(
    sweeping.said(),
    /has been away for 30 s: start it again\nwhat was gathered is kept: .*--resume goes on/,
  );
  assert.doesNotMatch(sweeping.said(), /\n\s+at /);
  const kept = recordsIn(place('lost'));
  assert.ok(kept > 10);
  await kill(one);
  const other = await startRedis();
  const next = worker(other.url);
  const goesOn = coordinator(other.url, 'lost', '--resume');
  await finished(goesOn, 'lost');
  await Promise.all([next, other].map((each) => kill(each)));
});

test('a block that fails again and again is told with its pairs, the rest goes on, and --resume runs it', async () => {
  const redis = await startRedis();
  const { Worker } = await import('bullmq');
  const { Redis } = await import('ioredis');
  const sweeping = coordinator(redis.url, 'failing');
  await until(() => recordsIn(place('failing')) === 0 && sweeping.child.exitCode === null, 'it has begun');
  const { sweep_sha256: hash } = JSON.parse(readFileSync(place('local/manifest.json'), 'utf8')) as {
    sweep_sha256: string;
  };
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  // a worker whose machine cannot run what it takes first
  const broken = new Worker(
    `sweep-${hash.slice(0, 12)}`,
    () => Promise.reject(new Error('the disk is full')),
    { connection, prefix: 'ringspec' },
  );
  let failures = 0;
  broken.on('failed', () => failures++);
  await until(() => failures >= 3 * 25, 'every block has failed three times');
  await broken.close();
  connection.disconnect();
  assert.equal(await sweeping.ended, 1, sweeping.said());
  assert.match(sweeping.said(), /pairs 0, 1, 2, [\d, ]+ failed: the disk is full/);
  const one = worker(redis.url);
  await finished(coordinator(redis.url, 'failing', '--resume'), 'failing');
  await Promise.all([one, redis].map((each) => kill(each)));
});

test('two coordinators of one sweep: the second one is refused, and the first one ends', async () => {
  const redis = await startRedis();
  const first = coordinator(redis.url, 'first');
  const one = worker(redis.url);
  await until(() => recordsIn(place('first')) > 0, 'records');
  one.child.kill('SIGSTOP');
  const second = coordinator(redis.url, 'second');
  assert.equal(await second.ended, 65, second.said());
  assert.match(second.said(), /another process hands out this sweep/);
  assert.doesNotMatch(second.said(), /is gone/);
  one.child.kill('SIGCONT');
  await finished(first, 'first');
  await Promise.all([one, redis].map((each) => kill(each)));
});

test('files of runs are kept in a folder that all workers see', async () => {
  const redis = await startRedis();
  const all = ['--keep', 'all', '--seeds', '4'];
  const local = start(node, sweep('local-all', ...all));
  assert.equal(await local.ended, 0, local.said());
  const sweeping = coordinator(redis.url, 'all', ...all);
  const without = worker(redis.url);
  await until(() => sweeping.said().includes('refuses this sweep: it keeps files of runs'), 'it says so');
  const elsewhere = worker(redis.url, '--runs', place('local-all/aggregate'));
  await until(() => sweeping.said().includes('is not the folder of this sweep'), 'it says so');
  const one = worker(redis.url, '--runs', place('all'));
  assert.equal(await sweeping.ended, 0, sweeping.said());
  assert.deepEqual(contents(place('all')), contents(place('local-all')));
  await Promise.all([without, elsewhere, one, redis].map((each) => kill(each)));
});

test('Valkey in place of Redis: a worker is killed, Valkey is killed and started again, and the sweep goes on', async () => {
  const more = ['--appendonly', 'yes', '--appenddirname', 'kept-by-valkey'];
  const valkey = await startRedis({ more }, 'valkey-server');
  const sweeping = coordinator(valkey.url, 'valkey');
  const one = worker(valkey.url);
  const other = worker(valkey.url);
  await until(() => recordsIn(place('valkey')) > 10, 'records');
  await kill(one);
  await kill(valkey);
  const again = await startRedis({ port: valkey.port, more }, 'valkey-server');
  await finished(sweeping, 'valkey');
  await Promise.all([other, again].map((each) => kill(each)));
});

test('TLS by a certificate of its own, with a password that nobody sees', async () => {
  const secret = 'correct-horse';
  const [key, certificate] = [place('key.pem'), place('certificate.pem')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', certificate],
  ]);
  assert.equal(made.status, 0, String(made.stderr));
  const plain = await startRedis();
  const port = plain.port;
  await kill(plain);
  const tls = ['--tls-port', String(port), '--tls-cert-file', certificate, '--tls-key-file', key];
  const redis = await startRedis({
    port: 0,
    more: [...tls, '--tls-ca-cert-file', certificate, '--tls-auth-clients', 'no', '--requirepass', secret],
  });
  const url = `rediss://:${secret}@localhost:${String(port)}`;
  const stranger = worker(url);
  assert.equal(await stranger.ended, 69, stranger.said());
  assert.match(stranger.said(), /rediss:\/\/localhost:\d+ cannot be reached \(self-signed certificate\)/);
  const trusted = { NODE_EXTRA_CA_CERTS: certificate };
  const more = { ...trusted, RINGSPEC_QUEUE_PASSWORD: secret };
  const shown = `rediss://localhost:${String(port)}`;
  const workers = [
    start(node, [ringspec, 'worker', '--queue', url, '--threads', '1'], trusted),
    start(node, [ringspec, 'worker', '--queue', shown, '--threads', '1'], more),
  ];
  const sweeping = start(node, sweep('tls', '--queue', url), trusted);
  await until(() => recordsIn(place('tls')) > 0, 'records');
  for (const { pid } of [...workers, sweeping])
    assert.ok(
      !readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes(secret),
      'the list of processes',
    );
  assert.match(readFileSync(`/proc/${String(sweeping.pid)}/cmdline`, 'utf8'), /--queue rediss:\/\/localhost/);
  await finished(sweeping, 'tls');
  for (const each of [...workers, sweeping, stranger]) assert.ok(!each.said().includes(secret), each.said());
  assert.ok(!readFileSync(place('tls/manifest.json'), 'utf8').includes(secret));
  const wrong = start(node, [ringspec, 'worker', '--queue', url.replace(secret, 'battery')], trusted);
  assert.equal(await wrong.ended, 69, wrong.said());
  assert.match(wrong.said(), /refuses \(WRONGPASS.*: check the user, the password/);
  assert.doesNotMatch(wrong.said(), /battery/);
  await Promise.all([...workers, redis].map((each) => kill(each)));
});
