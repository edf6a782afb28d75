/** What an implementation leaves behind when it has ended or been killed is told of, with its pid. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { LineProcess } from '../../src/protocol/line-process.ts';
import { survivors } from '../../src/protocol/survivors.ts';
import { program as bin } from '../program.ts';

const linux = process.platform === 'linux' ? {} : { skip: 'there is no /proc' };

/** Ends what the test has left behind, by its pid. */
const tidy = (t: TestContext, pids: readonly number[]): void => {
  t.after(() => {
    for (const pid of pids) process.kill(pid, 'SIGKILL');
  });
};

const leavesItsGroup: Readonly<Record<string, string>> = {
  'in a session of its own': 'setsid sleep 61.5 & exec cat',
  'after a double fork': '(setsid sh -c "sleep 61.5 & exit 0" &); exec cat',
};

for (const [how, script] of Object.entries(leavesItsGroup))
  for (const end of ['killed', 'left'] as const)
    test(`what is started ${how} is found when its program is ${end}`, linux, async (t) => {
      const running = new LineProcess(['sh', '-c', script]);
      running.send('ready');
      assert.equal((await running.next(10_000)).kind, 'line');
      // it leaves the group a moment after it was started
      await sleep(300);
      if (end === 'killed') running.kill();
      else await running.leave(10_000);
      tidy(
        t,
        running.left.map(({ pid }) => pid),
      );
      assert.deepEqual(
        running.left.map(({ command }) => command),
        ['sleep 61.5'],
      );
      assert.ok(running.left.every(({ pid }) => pid > 1));
    });

test('what stays in the group is ended with it, and not told of', linux, async () => {
  const running = new LineProcess(['sh', '-c', 'sleep 62.5 & exec cat']);
  running.send('ready');
  await running.next(10_000);
  running.kill();
  assert.deepEqual(running.left, []);
  await sleep(300);
  assert.equal(spawnSync('pgrep', ['-f', 'sleep 62.5']).stdout.toString(), '');
});

test('a mark that nobody has finds nobody', () => {
  assert.deepEqual(survivors('no such mark', -1), []);
});

test('smoke and verify name it on stderr', { ...linux, timeout: 300_000 }, (t) => {
  const line = `sh -c "setsid sleep 63.5 >/dev/null 2>&1 </dev/null & exec '${bin}' serve"`;
  for (const [command, ...few] of [['smoke'], ['verify', '--only', 'features/ker']] as const) {
    const args = [command, ...few, '--slow', '15', '--implementation', line];
    const { stderr, stdout, status } = spawnSync(bin, args, { encoding: 'utf8' });
    const pids = [...stderr.matchAll(/process (\d+) \(sleep 63\.5\) still runs/g)].map(([, pid]) =>
      Number(pid),
    );
    tidy(t, pids);
    assert.ok(pids.length > 0, stderr);
    if (command === 'smoke') {
      assert.equal(status, 1);
      assert.match(stdout, /✗ nothing left behind\n.*\n +came +process \d+ \(sleep 63\.5\)/);
    }
  }
});
