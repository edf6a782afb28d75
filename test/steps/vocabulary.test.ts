/** The table of phrases in the documents: each phrase once, with an example that only it matches. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/place.ts';
import { definitions } from './broken.ts';

const MOST = 90;
const MOST_OF_THE_MODEL = 45;

interface Row {
  readonly section: string;
  readonly phrase: string;
  readonly example: string;
  readonly meaning: string;
}

function table(): Row[] {
  let section = '';
  const rows: Row[] = [];
  for (const line of readFileSync(join(root, 'docs/vocabulary.md'), 'utf8').split('\n')) {
    section = /^## (.*)/.exec(line)?.[1] ?? section;
    const [, phrase, example, meaning] = /^\| `(.*)` +\| (.*?) +\| (.*?) +\|$/.exec(line) ?? [];
    if (phrase !== undefined && example !== undefined && meaning !== undefined)
      rows.push({ section, phrase, example, meaning });
  }
  return rows;
}

test('every phrase has one row, and every row is a phrase', () => {
  const listed = table().map(({ phrase }) => phrase);
  assert.deepEqual([...listed].sort(), definitions.map(({ pattern }) => pattern).sort());
});

test('the example of a row is matched by its phrase and by no other', () => {
  for (const { phrase, example } of table()) {
    const text = example.replace(/^(?:Given|When|Then) /, '');
    const matching = definitions.filter((one) => one.matchesStepName(text)).map(({ pattern }) => pattern);
    assert.deepEqual(matching, [phrase], example);
  }
});

test(`there are at most ${String(MOST)} phrases`, () => {
  assert.ok(definitions.length > 0 && definitions.length <= MOST, String(definitions.length));
});

test('every word in braces is spelled out, and no other', () => {
  const page = readFileSync(join(root, 'docs/vocabulary.md'), 'utf8');
  const used = definitions.flatMap(({ pattern }) => pattern.match(/\{\w+\}/g) ?? []);
  const spelled = [...page.matchAll(/^\| `(\{\w+\})` +\| [^|]+ \|$/gm)].map(([, word]) => word);
  assert.deepEqual(spelled.sort(), [...new Set(used)].sort());
});

test(`the model has at most ${String(MOST_OF_THE_MODEL)} phrases`, () => {
  const ofModel = table().filter(({ section }) => section.startsWith('The model'));
  assert.ok(ofModel.length > 0 && ofModel.length <= MOST_OF_THE_MODEL, String(ofModel.length));
});

test('no word but the name of a ticket is one', () => {
  const matches = (text: string): boolean => definitions.some((one) => one.matchesStepName(text));
  assert.ok(matches('H1 sells h1'));
  assert.ok(!matches('H1 sells everything'));
  assert.ok(!matches('H1 sells short'));
});
