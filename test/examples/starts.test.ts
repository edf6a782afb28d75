/** The starts of `ringspec init` in other languages say hello and answer KER-01, where the language is installed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { root } from '../../src/place.ts';

const languages = [
  { name: 'Go', probe: ['go', 'version'], command: ['go', 'run', 'examples/start/go/adapter.go'] },
  {
    name: 'R',
    probe: ['Rscript', '-e', 'library(jsonlite)'],
    command: ['Rscript', 'examples/start/r/adapter.R'],
  },
] as const;

const position = { ticketSize: '1', outsideMid: '1', tickets: 2, cash: '2' };
const requests = [
  { id: 1, op: 'hello', protocol: 1 },
  { id: 2, op: 'kernel', ...position, outsideSpread: '0.30' },
  { id: 3, op: 'kernel', ...position, outsideSpread: '2.5' },
  { id: 4, op: 'kernel', ...position, outsideSpread: '2.5', clipOutsideBid: false },
  { id: 5, op: 'kernel', ...position },
  { id: 6, op: 'settle' },
  'no JSON',
  { id: 7, op: 'stop' },
];

for (const { name, probe, command } of languages)
  test(`the start in ${name} says hello and answers KER-01`, (t) => {
    const [asked, ...words] = probe;
    if (spawnSync(asked, words).status !== 0) {
      t.skip(`${name} is not installed`);
      return;
    }
    const [program, ...args] = command;
    const input = requests.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
    const { stdout, stderr, status } = spawnSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      input: `${input.join('\n')}\n`,
    });
    assert.equal(status, 0, stderr);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      answers.map(({ id }) => id),
      [1, 2, 3, 4, 5, 6, null, 7],
    );
    const [hello, usual, clipped, free, without, beyond, noLine, stop] = answers;
    assert.equal(hello?.['language'], name);
    assert.deepEqual(hello['capabilities'], ['kernel']);
    const quotes = (of?: Record<string, unknown>): number[] =>
      [of?.['outsideAsk'], of?.['outsideBid']].map(Number);
    assert.deepEqual(quotes(usual), [1.15, 0.85]);
    assert.deepEqual(quotes(clipped), [2.25, 0]);
    assert.deepEqual(quotes(free), [2.25, -0.25]);
    const kind = (of?: Record<string, unknown>): unknown => (of?.['error'] as { kind?: unknown }).kind;
    assert.deepEqual([without, beyond, noLine].map(kind), ['invalid', 'unsupported', 'invalid']);
    assert.equal(stop?.['ok'], true);
  });
