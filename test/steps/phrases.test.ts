/**
 * Every phrase that expects something, made to fail once: the failure says what was expected, what was found, and
 * the request that it was found by. Where no feature can make it fail, what the program wrote is tampered with.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ScenarioResult } from '../../src/verify/collector.ts';
import { Disagreement } from '../../src/protocol/disagreement.ts';
import { divergence } from '../../src/verify/divergence.ts';
import { same, sameFiles } from '../../steps/expect.ts';
import { buildAdapter } from '../verify/build-adapter.ts';
import { breakStep, edit, phrases, places, replaceStep, run, type Broken } from './broken.ts';

/** A phrase that expects nothing of a kind, said where there is some. */
const instead: Readonly<Record<string, readonly [of: string, said: string, expected: string]>> = {
  'there are no {happenings}': ['these tickets cross', 'Then there are no crossings', 'nothing'],
};

/** A place in a feature with something else written there: file, scenario, what it says, what it is to say; expected. */
const edited: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  'no balance sheet has changed': [
    ...(['examples/EX-04-layoff-at-the-ask.feature', 'Scenario: the third', 'Then the orders go'] as const),
    'Then no balance sheet has changed\n    Then the orders go',
    'what it had',
  ],
  'both leave the same files, byte for byte': [
    ...(['out/01-files.feature', 'Example: a run with trades, defaults', 'Then both leave'] as const),
    'And somebody writes "traders" for "n_traders" in manifest.json\n      Then both leave',
    'n_traders',
  ],
  'nothing is written': [
    ...(['cli/04-what-goes-where.feature', 'Example: the summary on stdout', 'And it says "note'] as const),
    'And nothing is written\n      And it says "note',
    'nothing',
  ],
  'the run is stopped at event {int} {}': [
    ...(['chk/08-what-is-stopped.feature', '| money appears', 'Scenario Outline: C1: <fault>'] as const),
    'Scenario Outline: C1: <fault>\n      Given the date is 3\n      When this goes wrong: <fault>\n      Then the run is stopped at event 16 (<event>) ',
    'event 16',
  ],
  'nothing is stopped': [
    ...([
      'chk/08-what-is-stopped.feature',
      '| the mid moves within a period |\n        | money',
      'Scenario Outline: <fault>\n',
    ] as const),
    'Scenario Outline: <fault>\n      When this goes wrong: <fault>\n      Then nothing is stopped\n',
    'nothing',
  ],
  'the shares are': [
    ...([
      'flw/09-the-share-of-sells.feature',
      'Example: both sides always there',
      'orders    | 0.30',
    ] as const),
    'orders    | 0.99',
    '0.99, give or take 0.056',
  ],
  'the {part} start(s) like this': [
    ...(['bal/03-additional-debt.feature', 'Example: what an issuer owes', '| P1v ', '| P9v '] as const),
    'P9v',
  ],
  'it leaves these files': [
    ...(['out/01-files.feature', 'Example: these eight', 'out/manifest.json', 'out/manifest.csv'] as const),
    'manifest.csv',
  ],
  'it says {words} on std{word}': [
    ...(['cli/04-what-goes-where.feature', 'Example: the summary on stdout', 'And it says "note'] as const),
    'And it says nothing on stdout\n      And it says "note',
    '""',
  ],
  'the arrivals are {sameness} each time': [
    ...([
      'flw/10-seeds.feature',
      'Example: the same world asked',
      'arrivals are the same',
      'arrivals are not the same',
    ] as const),
    'flows that differ',
  ],
  'it may say': [
    ...(['cfg/05-ranges.feature', 'Example: probabilities', '| order_flow.pi_sell | 1     |'] as const),
    '| order_flow.pi_sell | 7 |',
    'none',
  ],
  'it leaves no file called {string}': [
    ...(['bal/08-three-regimes.feature', 'Example: ', 'called "baseline"', 'called "comparison"'] as const),
    'nothing',
  ],
};

function broken(): Broken[] {
  const used = places();
  const at = (phrase: string) => used.get(phrase) ?? [];
  return phrases.map((phrase) => {
    const [of, said, expected] = instead[phrase] ?? [];
    if (of !== undefined) {
      const [place] = at(of);
      assert.ok(place, `no feature says: ${of}`);
      return replaceStep(phrase, place, `      ${said ?? ''}`, expected ?? '');
    }
    const change = edited[phrase];
    const made =
      change === undefined ? at(phrase).map((place) => breakStep(phrase, place)) : [edit(phrase, change)];
    const one = made.find((it) => it !== null);
    assert.ok(one, `how is this made to fail: ${phrase}`);
    return one;
  });
}

const told = ({ message }: ScenarioResult): string =>
  message
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n');

/** Its first difference stands in its text, and the request; neither is an equality. */
function check(result: ScenarioResult, wanted: string, about: string): void {
  const text = told(result);
  assert.equal(result.passed, false, `it passed: ${about}`);
  const { expected, found } = result.record?.differences[0] ?? { expected: '', found: '' };
  assert.ok(expected !== '' && found !== '' && expected !== found, `${about}\n${text}`);
  assert.ok(text.includes(`: expected ${expected}, found ${found}`), `${about}\n${text}`);
  assert.ok(expected.includes(wanted), `${about}: ${wanted} is expected\n${text}`);
  assert.match(text, /\nrequest: (?!nothing yet)\S/, about);
  assert.doesNotMatch(text, /AssertionError|!==|strictly|\[object/, about);
  assert.equal(divergence(result).expected, expected, `${about}: the report has it apart`);
  assert.equal(divergence(result).got, found, `${about}: the report has it apart`);
}

test('every phrase that expects something fails with what was expected, what was found, and the request', async () => {
  const features = broken();
  assert.ok(features.length === phrases.length && phrases.length > 40);
  const results = await run(features);
  assert.equal(results.length, features.length);
  const bad = results.flatMap((result, i) => {
    const { phrase, expected } = features[i] ?? { phrase: '', expected: '' };
    try {
      check(result, expected, phrase);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  assert.deepEqual(bad, []);
});

test('a kernel row that differs is told with its own request, not with the last one', async () => {
  const [result] = await run([
    edit('it gives', ['ker/02-capacity.feature', 'Example: V is the mid', '| 4.90 |', '| 5 |', '']),
  ]);
  assert.ok(result);
  assert.equal(
    told(result),
    'Disagreement: row 2: V: expected 5, found 4.9\n' +
      'request: kernel {"ticketSize":"1","outsideMid":"1","outsideSpread":"0.3","cash":"0.9","tickets":4}',
  );
  assert.deepEqual(divergence(result).operation?.takes, JSON.parse(told(result).split('kernel ')[1] ?? ''));
});

let adapter: Awaited<ReturnType<typeof buildAdapter>>;
before(async () => {
  adapter = await buildAdapter();
});

const flow = edit('', [
  'flw/04-after-an-arrival.feature',
  'Example: a buyer without the price',
  'Then the arr',
  'Then the arr',
]);
const buys = edit('', [
  'examples/EX-04-layoff-at-the-ask.feature',
  'Scenario: the third',
  'Then the',
  'Then the',
]);

/** A scenario of these steps, in a small world. */
const scenario = (...steps: readonly string[]): Broken => ({
  phrase: '',
  expected: '',
  line: 2,
  text: `Feature: a small world
  Scenario: one
    Given the Short market at mid 1 and spread 0.30
    And these balance sheets
      | entity       | cash | tickets |
      | Short dealer | 2    | d1 d2   |
      | H1           | 9    |         |
      | H2           | 0    |         |
${steps.map((step) => `    ${step}\n`).join('')}`,
});

const file = (...lines: readonly string[]): readonly string[] => [
  'Given the scenario file',
  ...['"""', ...lines, '"""'].map((line) => `  ${line}`),
];
const [begins, buying] = ['When the next period begins', 'When H1 buys in Short'];

/** What an implementation does wrong (the core nothing), the scenario, and how it fails. */
const wrong: readonly [fault: string | null, feature: Broken, message: RegExp][] = [
  [
    'refuses-flow',
    flow,
    /^orderFlow: expected an answer, found refused as invalid: no such agent\nrequest: orderFlow \{"script":\[\{"z":0,"agent":"B1"\}/,
  ],
  [
    'refuses-second-order',
    buys,
    /^order 2: expected price 1\.08, route interior, dealer cash 4\.11, dealer tickets 0, .*, found refused as invalid: no\nrequest: buy /,
  ],
  [
    'crashes',
    scenario('When claims are settled', 'Then there are no claims due'),
    /^settle: expected an answer by the protocol, found the implementation failed: it ended before it answered settle[^]*\nrequest: settle$/,
  ],
  [
    'leaks',
    scenario(begins, 'Then the date is now 1'),
    /^just opened, Ghost: expected nobody, for the world does not name it, found it has cash 1\nrequest: reset \{/,
  ],
  [
    'prints-money',
    scenario(begins, buying, begins, 'Then the date is now 2'),
    /^the cash in the world: expected 11, found 1[12][.9]*\nrequest: buy \{"trader":"H1","bucket":"short"\}$/,
  ],
  [
    'loses-an-owner',
    scenario(buying, begins, buying, 'Then the date is now 1'),
    /^owner of d1: expected somebody in the world, found Ghost\nrequest: advance$/,
  ],
  [
    'lists-a-ticket-twice',
    scenario(buying, begins, buying, 'Then the date is now 1'),
    /^ticket d2: expected one such ticket, found two\nrequest: advance$/,
  ],
  [
    null,
    scenario('When H2 sells d1', begins, 'Then the date is now 1'),
    /^a request of which no step speaks: expected an answer, found refused as invalid: H2 does not hold d1[^]*\nrequest: sell \{"trader":"H2","ticket":"d1"\}$/,
  ],
  [
    null,
    scenario('When H2 buys in Short', begins, 'Then the date is now 1'),
    /^an order of which no step speaks: expected a trade, found not executed: cash\nrequest: buy \{"trader":"H2","bucket":"short"\}$/,
  ],
  [
    null,
    scenario(...file('kapa: 1'), 'When it is loaded as a scenario'),
    /^faults of which no step speaks, item 1: expected nothing, found \{.*kapa.*\}\nrequest: load ring\.yaml$/,
  ],
  [
    null,
    scenario(...file('buckets: {short: {00: 0.2}}'), 'When it is loaded as a scenario'),
    /^warnings of which no step speaks, item 1: expected nothing, found ".*00 is read as O0"\nrequest: load ring\.yaml$/,
  ],
  [
    null,
    scenario(
      ...file('kapa: 1'),
      'When it is loaded as a scenario',
      'Then the scenario says',
      '  | path | value |',
      '  | seed | 1     |',
    ),
    /^fault 1: expected none, found line 1, path kapa, found .*\nrequest: load ring\.yaml$/,
  ],
];

for (const [fault, feature, message] of wrong)
  test(`${fault ?? 'the core'}: ${message.source.slice(0, 60)}`, { timeout: 120_000 }, async () => {
    // the fault of one that leaks begins with its second world
    const features = fault === 'leaks' ? [feature, feature] : [feature];
    const results = await run(features, fault === null ? {} : { command: [...adapter(fault)] });
    const result = results.at(-1);
    assert.ok(result);
    assert.match(told(result).replace(/^Disagreement: /, ''), message);
    check(result, '', fault ?? 'the core');
  });

test('two values of one text are not told as the same', () => {
  const { message } = new Disagreement([{ about: 'serial', expected: '4', found: '4' }], 'state');
  assert.equal(message, 'serial: expected 4, found 4, of another kind\nrequest: state');
});

test('texts are cut around the place where they differ, and files told by the line', () => {
  const long = 'x'.repeat(3_000);
  const [one] = same('it', `${long}a`, `${long}b`);
  assert.match(one?.expected ?? '', /^… "x{60}a"$/);
  assert.match(one?.found ?? '', /^… "x{60}b"$/);
  assert.deepEqual(same('it', ['a', 'b'], ['a']), [
    { about: 'it, item 2', expected: '"b"', found: 'nothing' },
  ]);
  assert.deepEqual(sameFiles({ f: 'a\nb', g: '' }, { f: 'a\nc', h: '' }), [
    { about: 'f, line 2', expected: '"b"', found: '"c"' },
    { about: 'g', expected: 'the file', found: 'none' },
    { about: 'h', expected: 'no such file', found: 'one' },
  ]);
});
