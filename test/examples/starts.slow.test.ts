/**
 * The starts of `ringspec init` as adapters, from an empty folder: what init prints is run line by line until the
 * scenarios of KER-01 pass, and then a few requests are sent by hand. A language that is not installed is skipped, by
 * name. The start in TypeScript imports the package, the other starts install it: test/package tries those.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { program } from '../program.ts';

const folder = scratchFolder();

// `npx ringspec` is the program of this clone
const programs = join(folder, 'bin');
mkdirSync(programs);
writeFileSync(
  join(programs, 'npx'),
  `#!/bin/sh\n[ "$1" = ringspec ] || exit 64\nshift\nexec ${program} "$@"\n`,
);
chmodSync(join(programs, 'npx'), 0o755);
const env = {
  ...process.env,
  PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
  NODE_V8_COVERAGE: '',
  PYTHONDONTWRITEBYTECODE: '1',
};

function runs(line: string, cwd: string, input = ''): string {
  const { stdout, stderr, status } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8', env, input });
  assert.equal(status, 0, `${line}: ${stderr}\n${stdout}`);
  return stdout;
}

/** The start, its name in `hello`, and what is there where the language is installed. */
const languages = [
  ['python', 'Python', 'python3 --version'],
  ['java', 'Java', 'javac --version'],
  ['go', 'Go', 'go version'],
  ['rust', 'Rust', 'cargo --version'],
  ['julia', 'Julia', 'julia --version'],
  ['r', 'R', "Rscript -e 'library(jsonlite)'"],
] as const;

const position = { ticketSize: '1', outsideMid: '1', tickets: 2, cash: '2' };
const requests = [
  { id: 1, op: 'hello', protocol: 1 },
  { id: 2, op: 'kernel', ...position, outsideSpread: '0.30' },
  { id: 3, op: 'kernel', ...position, outsideSpread: '2.5' },
  { id: 4, op: 'kernel', ...position, outsideSpread: '2.5', clipOutsideBid: false },
  { id: 5, op: 'kernel', ...position },
  { id: 6, op: 'settle', of: [{ é: '"\\\n' }, null, -1.5e3, []] },
  '{"id":7,"op":"kern\\u0065l"',
  'no JSON',
  { id: 8, op: 'stop' },
];

function answers(command: string, cwd: string): Record<string, unknown>[] {
  const input = requests.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return runs(command, cwd, `${input.join('\n')}\n`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

for (const [start, name, probe] of languages)
  test(`from nothing to KER-01 in ${name}`, (t) => {
    if (spawnSync('bash', ['-c', probe]).status !== 0) {
      t.skip(`${name} is not installed: its start was not tried`);
      return;
    }
    const said = runs(`npx ringspec init ${start} --folder ${start}`, folder);
    const [, next = ''] = said.split('\nNext:\n');
    const [enter, ...lines] = next.trimEnd().split('\n');
    assert.equal(enter?.trim(), `cd ${start}`);
    const place = join(folder, start);
    const first = lines.findIndex((line) => line.includes('npx ringspec verify'));
    assert.notEqual(first, -1);
    for (const line of lines.slice(0, first)) runs(line, place);
    // a machine that is busy is no fault of the start
    const asked = (lines[first] ?? '').replace(' --only', ' --slow 15 --only');
    assert.match(runs(asked, place), /scenarios: 5 passed$/m);

    const [, command = ''] = /--implementation "([^"]+)"/.exec(lines[first] ?? '') ?? [];
    const told = answers(command, place);
    assert.deepEqual(
      told.map(({ id }) => id),
      [1, 2, 3, 4, 5, 6, null, null, 8],
    );
    const [hello, usual, clipped, free, without, beyond, cut, noLine, stop] = told;
    assert.equal(hello?.['language'], name);
    assert.deepEqual(hello['capabilities'], ['kernel']);
    const quotes = (of?: Record<string, unknown>): number[] =>
      [of?.['outsideAsk'], of?.['outsideBid']].map(Number);
    assert.deepEqual(quotes(usual), [1.15, 0.85]);
    assert.deepEqual(quotes(clipped), [2.25, 0]);
    assert.deepEqual(quotes(free), [2.25, -0.25]);
    const kind = (of?: Record<string, unknown>): unknown => (of?.['error'] as { kind?: unknown }).kind;
    assert.deepEqual([without, beyond, cut, noLine].map(kind), [
      'invalid',
      'unsupported',
      'invalid',
      'invalid',
    ]);
    assert.equal(stop?.['ok'], true);
  });
