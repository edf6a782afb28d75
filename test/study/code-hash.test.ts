/** The hash of the code follows what a sweep comes to, and nothing else. CLM-06R. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { codeHash, codeHashOf, decidingFolders } from '../../src/study/code-hash.ts';

const folder = scratchFolder();

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

for (const name of decidingFolders) put(`${name}/a.ts`, 'one');
put('num.ts', 'one');
put('core/checks/b.ts', 'one');

const first = codeHashOf(folder);

for (const [name, text] of [
  ['core/a.ts', 'two'],
  ['core/checks/b.ts', 'two'],
  ['sweep/a.ts', 'two'],
  ['num.ts', 'two'],
] as const)
  test(`a change of ${name} is another hash`, () => {
    put(name, text);
    assert.notEqual(codeHashOf(folder), first);
    put(name, 'one');
    assert.equal(codeHashOf(folder), first);
  });

test('text that moves from one file to another is another hash', () => {
  put('core/a.ts', 'on');
  put('core/checks/b.ts', 'eone');
  assert.notEqual(codeHashOf(folder), first);
  put('core/a.ts', 'one');
  put('core/checks/b.ts', 'one');
});

test('a page and a note decide nothing', () => {
  put('pages/page.ts', 'two');
  put('core/note.md', 'two');
  assert.equal(codeHashOf(folder), first);
});

test('the program has one', () => {
  assert.match(codeHash(), /^[0-9a-f]{64}$/);
});
