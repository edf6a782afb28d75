/** docs/implementing.md as a new user would follow it: every command in order, from an empty folder. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const place = scratchFolder();
symlinkSync(root, join(place, 'ringspec'));

interface Step {
  readonly heading: string;
  readonly commands: string;
  /** Lines that the commands must print. */
  readonly expected: readonly string[];
}

/** The `sh` blocks of the document, each with the `text` block that follows it. */
function steps(document: string): Step[] {
  const found: Step[] = [];
  let heading = '';
  for (const [, title, kind, block = ''] of document.matchAll(/^## (.*)$|^```(sh|text)\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    else if (kind === 'sh') found.push({ heading, commands: block, expected: [] });
    else {
      const last = found.pop();
      assert.ok(last !== undefined, 'a text block follows the commands that print it');
      found.push({ ...last, expected: block.trimEnd().split('\n') });
    }
  }
  return found;
}

let folder = place;

/** What the commands print; the next ones go on in the folder where these ended. */
function follow(commands: string): string {
  const mark = 'now in ';
  const { stdout, stderr, status } = spawnSync('bash', ['-c', `${commands}\necho "${mark}$PWD"`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', NODE_V8_COVERAGE: '' },
  });
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stderr, /Traceback|command not found|No such file|not in this version/);
  const end = stdout.lastIndexOf(mark);
  folder = stdout.slice(end + mark.length).trim();
  return stdout.slice(0, end);
}

const walk = steps(readFileSync(join(root, 'docs/implementing.md'), 'utf8'));

test('the walk-through has its steps', () => {
  assert.equal(walk.length, 7);
  assert.equal(walk.filter(({ expected }) => expected.length > 0).length, 6);
});

for (const [i, { heading, commands, expected }] of walk.entries()) {
  const [first = ''] = commands.split('\n');
  test(`step ${String(i + 1)}, ${heading}: ${first}`, () => {
    const printed = follow(commands)
      .split('\n')
      .map((line) => line.trim());
    for (const line of expected)
      assert.ok(
        printed.some((found) => found.startsWith(line.trim())),
        `${line} is not in\n${printed.join('\n')}`,
      );
  });
}
