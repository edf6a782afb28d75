/** YAML that is built to break its readers: every reader of YAML in the program says so with a line and a reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../src/files/faults.ts';
import { readKnownFailures } from '../../src/verify/known-failures.ts';
import { readAcceptances } from '../../src/gate/acceptance.ts';
import { readCatalogue } from '../../src/specification/catalogue.ts';
import { readWaivers } from '../../src/gate/waivers.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { parseSweep } from '../../src/scenario/sweep.ts';

type Reader = (text: string) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  'a scenario': (text) => parseScenario(text, 'f.yaml'),
  'a sweep': (text) => parseSweep(text, 'f.yaml'),
  'a catalogue': (text) => readCatalogue({ path: 'f.yaml', text }),
  waivers: (text) => readWaivers({ path: 'f.yaml', text }),
  acceptances: (text) => readAcceptances({ path: 'f.yaml', text }),
  'known failures': (text) => readKnownFailures({ path: 'f.yaml', text }),
};

/** The lines that a refusal tells. */
function told(read: Reader, text: string): string[] {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.exitStatus, 65);
    return error.message.split('\n');
  }
  return [];
}

const LEVELS = 20_000;
const bombs = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
      (name, i) => `${name}: &${name} [${`*${'abcdefg'[i] ?? ''}, `.repeat(9)}]`,
    ),
  )
  .join('\n');
const wide = `a: &a [${'1, '.repeat(5000)}]\nb: [*a, *a, *a]\n`;

const hostile: readonly [name: string, text: string, said: RegExp][] = [
  [
    'lists in lists',
    `x: 1\ny: ${'['.repeat(LEVELS)}`,
    /^f\.yaml:2: found values nested too deep; allowed: at most 100 levels/m,
  ],
  ['sections in sections', '{a: '.repeat(LEVELS), /^f\.yaml:1: found values nested too deep/m],
  ['items in items', '- '.repeat(LEVELS), /^f\.yaml:1: found values nested too deep/m],
  ['keys in keys', '? '.repeat(LEVELS), /^f\.yaml:1: found values nested too deep/m],
  [
    'an alias of nothing',
    'x: 1\ny: *nothing\n',
    /^f\.yaml:2: y: found \*nothing, and no anchor &nothing above/m,
  ],
  ['an alias within its anchor', 'x: &x [1, *x]\n', /^f\.yaml:1: x\[1\]: found \*x within what it repeats/m],
  ['aliases of aliases', bombs, /found (one alias more|aliases that repeat too much)/],
  [
    'a long list three times',
    wide,
    /^f\.yaml:2: b\[1\]: found aliases that repeat too much; allowed: 10000 repeated values at most/m,
  ],
  ['a key twice', 'x: 1\nx: 2\n', /^f\.yaml:2: x: found the key again, first given in line 1/m],
  ['two documents', 'x: 1\n---\nx: 2\n', /^f\.yaml:2: found a YAML error/m],
];

for (const [kind, read] of Object.entries(readers))
  for (const [name, text, said] of hostile)
    test(`${kind}: ${name}`, () => {
      assert.match(told(read, text).join('\n'), said);
    });

test('anchors that are used as they are meant', () => {
  const text = 'x: &k 0.5\nring: {kappa: *k}\n';
  assert.deepEqual(told((yaml) => parseScenario(yaml, 'f.yaml'), text).length, 1, 'the key x alone');
});

test('a date, bytes and a number that is none are no missing values', () => {
  const allowed = 'a whole number from 0 to';
  for (const [text, found] of [
    ['%YAML 1.1\n---\nseed: 2027-06-30\n', '2027-06-30'],
    ['seed: !!binary aGVsbG8=\n', 'aGVsbG8='],
    ['seed: .nan\n', '.nan'],
    ['seed: ~\n', 'nothing'],
  ] as const)
    assert.match(
      told((yaml) => parseScenario(yaml, 'f.yaml'), text)[0] ?? '',
      new RegExp(`seed: found ${found.replaceAll('.', '\\.')}; allowed: ${allowed}`),
    );
});

test('of more than a hundred faults the first hundred are told, and then their number', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `k${String(i)}: 1`).join('\n');
  const said = told((yaml) => parseScenario(yaml, 'f.yaml'), lines);
  assert.equal(said.length, 101);
  assert.match(said[0] ?? '', /^f\.yaml:1: k0: found the unknown key k0/);
  assert.match(said[99] ?? '', /^f\.yaml:100: /);
  assert.equal(said[100], 'and 4 900 more');
  assert.equal(
    told((yaml) => parseScenario(yaml, 'f.yaml'), lines.slice(0, lines.indexOf('k100:'))).length,
    100,
  );
});
