/** What the pages are made from: formulas, comments of the source, messages of failures, stories. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { clauseIds, indexCode } from '../../../src/pages/specification/code-index.ts';
import { readBack, readFormulas } from '../../../src/pages/specification/formulas.ts';
import { readCatalogue } from '../../../src/specification/catalogue.ts';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { StepTable } from '../../../src/pages/specification/cells.tsx';
import { beatsOf } from '../../../src/pages/specification/story.ts';
import { said, violationIn } from '../../../src/pages/specification/violation.ts';
import { shownNumber, shownParty } from '../../../src/pages/specification/words.ts';
import type { ShownFrame } from '../../../src/protocol/shown.ts';
import type { StepView } from '../../../src/pages/specification/model.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const file = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });
const specification = readCatalogue(file('features/clauses.yaml')).document;
const formulas = file('features/formulas.yaml');

test('every formula says what its clause says', () => {
  assert.ok(readFormulas(formulas, specification).size > 40);
});

test('a formula that says something else is refused, with its line, and so is one that stands nowhere', () => {
  const plus = {
    ...formulas,
    text: formulas.text.replace("'B = M - \\frac{O}{2}'", "'B = M + \\frac{O}{2}'"),
  };
  assert.notEqual(plus.text, formulas.text);
  assert.throws(
    () => readFormulas(plus, specification),
    /formulas\.yaml:\d+: KER-01: .* says B=M\+O\/2, not B=M−O\/2/,
  );
  const half = { ...formulas, text: formulas.text.replace('\\frac{O}{X^* + 2S}', '\\frac{O}{X^*} + 2S') };
  assert.throws(() => readFormulas(half, specification), /KER-08/);
  const lost = { path: 'f.yaml', text: "KER-01: [{ text: 'A = 7', tex: 'A = 7' }]\nKER-99: []\n" };
  assert.throws(
    () => readFormulas(lost, specification),
    /"A = 7" does not stand in the clause[\s\S]*no clause KER-99/,
  );
});

test('TeX is read back with the parentheses that a line of text needs', () => {
  assert.equal(readBack('\\frac{a + b}{2c}'), '(a+b)/(2c)');
  assert.equal(readBack('\\left\\lfloor \\frac{V}{M} \\right\\rfloor'), '⌊V/M⌋');
});

test('comments name clauses, also by the range', () => {
  assert.deepEqual(
    clauseIds('/** Of KER-09 … KER-11 and\n * CHK-C1. */').filter((id) => !id.endsWith('R')),
    ['KER-09', 'KER-11', 'KER-10', 'CHK-C1'],
  );
});

test('a clause leads to the function below the comment that names it', () => {
  const code = indexCode([file('src/core/kernel.ts')], () => true).get('KER-08') ?? [];
  assert.deepEqual(
    code.filter(({ name }) => name === 'midline').map(({ name, text }) => [name, text.split('\n')[0]]),
    [['midline', '/** p(x) = M − O/(X* + 2S)·(x − ½X*). KER-08. */']],
  );
  const [found] = code;
  const line = file('src/core/kernel.ts').text.split('\n')[(found?.line ?? 0) - 1];
  assert.match(line ?? '', /function midline/);
});

test('a broken identity is told by its event and both sides', () => {
  const message =
    'CheckViolation: run baseline, period 4, event 217 (TradeExecuted) between dealer:mid, H17: ' +
    'C4 does not hold: a pass-through leaves C: 3.26 ≠ 4.11\n    at checkTrade (src/core/invariants.ts:12:3)';
  assert.deepEqual(violationIn(message), {
    run: 'baseline',
    period: '4',
    event: '217 (TradeExecuted)',
    parties: 'dealer:mid, H17',
    identity: 'C4',
    what: 'a pass-through leaves C',
    left: '3.26',
    right: '4.11',
  });
  assert.equal(said(message).includes('at checkTrade'), false);
  assert.equal(violationIn('order 3: price is 1.13, not 1.15'), null);
});

test('parties and numbers are shown as people write them', () => {
  assert.equal(shownParty('vbt:short'), 'Short VBT');
  assert.equal(shownNumber('0.9166666666666666666666666667'), '0.91666666…');
  assert.equal(shownNumber('1.50'), '1.5');
  assert.equal(shownNumber('20'), '20');
});

test('an answered number is shown to six digits, a wrong one to more, and whole where somebody points', () => {
  const number = '0.9166666666666666666666666667';
  const answered = { found: [[number, number]], wrong: [[0, 1]] as const };
  const table = [
    ['bid', 'ask'],
    ['11/12', '0.91666667'],
  ];
  const html = render(h(StepTable, { table, answered }));
  const cells = [...html.matchAll(/<td[^>]* title="([^"]*)">(?:<span.*?<\/span>)* ?([\d.…]+)<\/td>/g)];
  assert.deepEqual(
    cells.map(([, whole, shown]) => [whole, shown]),
    [
      [number, '0.916666…'],
      [number, '0.91666666…'],
    ],
  );
});

test('a sentence that does three things makes three steps of a story, each before the next', () => {
  const step = (keyword: string, text: string, frames: ShownFrame[] = []): StepView => ({
    keyword,
    text,
    background: false,
    status: 'passed',
    table: null,
    doc: null,
    answered: null,
    frames,
  });
  const frame = (did: string, time: number): ShownFrame => ({
    shows: 'frame',
    did,
    takes: {},
    trade: null,
    refused: null,
    time,
    ticketSize: '1',
    parties: [],
    markets: [],
  });
  const beats = beatsOf({
    steps: [
      step('Given', 'a market'),
      step('When', 'H1 buys three times', [
        frame('open', 0),
        frame('buy', 1),
        frame('buy', 2),
        frame('buy', 3),
      ]),
      step('Then', 'the orders go like this'),
    ],
  });
  assert.deepEqual(
    beats.map((beat) => [beat.frame?.time, beat.before?.time, beat.says.length, beat.checks.length]),
    [
      [0, undefined, 1, 0],
      [1, 0, 1, 0],
      [2, 1, 1, 0],
      [3, 2, 1, 1],
    ],
  );
});
