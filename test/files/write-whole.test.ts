/** A file that is written takes nothing of the user's beside its place. OUT-14. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { WholeCsv } from '../../src/files/whole-csv.ts';
import { appendDurably, writeOwn, writeWhole } from '../../src/files/write-whole.ts';

let folder: string;
const place = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(place(name), 'utf8');

beforeEach(() => {
  folder = scratchFolder();
  writeFileSync(place('thesis.txt'), 'mine');
});

test('a file of the user whose name ends in .tmp stays', () => {
  writeFileSync(place('p.html.tmp'), 'precious');
  writeWhole(place('p.html'), 'a page');
  assert.deepEqual([read('p.html'), read('p.html.tmp')], ['a page', 'precious']);
});

test('a page is not written through a link that ends in .tmp', () => {
  symlinkSync('thesis.txt', place('p.html.tmp'));
  writeWhole(place('p.html'), 'a page');
  assert.deepEqual([read('p.html'), read('thesis.txt')], ['a page', 'mine']);
  assert.deepEqual(readdirSync(folder).sort(), ['p.html', 'p.html.tmp', 'thesis.txt']);
});

test('a name may be as long as the system allows', () => {
  const name = 'n'.repeat(255);
  writeWhole(place(name), 'a page');
  assert.equal(read(name), 'a page');
});

test('what cannot take its place leaves nothing', () => {
  mkdirSync(place('p.html'));
  assert.throws(() => {
    writeWhole(place('p.html'), 'a page');
  }, Fault);
  assert.deepEqual(readdirSync(folder).sort(), ['p.html', 'thesis.txt']);
});

test('lines are added to no pipe, which nobody may ever read, and to no folder', async () => {
  assert.equal(spawnSync('mkfifo', [place('block')]).status, 0);
  mkdirSync(place('folder'));
  await assert.rejects(
    appendDurably(place('block'), 'a line\n'),
    (error) =>
      error instanceof Fault && error.message.endsWith('block: it is a pipe or a device, and no file'),
  );
  await assert.rejects(appendDurably(place('folder'), 'a line\n'), Fault);
});

const own: Readonly<Record<string, (path: string) => void>> = {
  'a text': (path) => {
    writeOwn(path, 'x\r\n');
  },
  'a table': (path) => {
    new WholeCsv(path, ['x']).finish();
  },
};

for (const [what, write] of Object.entries(own)) {
  test(`${what} in a folder of the program takes the place of what a killed process left`, () => {
    writeFileSync(place('own.tmp'), 'half');
    write(place('own'));
    assert.equal(read('own'), 'x\r\n');
    assert.deepEqual(readdirSync(folder).sort(), ['own', 'thesis.txt']);
  });

  test(`${what} in a folder of the program is not written through a link`, () => {
    symlinkSync('thesis.txt', place('own.tmp'));
    write(place('own'));
    assert.deepEqual([read('own'), read('thesis.txt')], ['x\r\n', 'mine']);
  });

  test(`${what} in a folder of the program is refused in plain words where a folder has its name`, () => {
    mkdirSync(place('own.tmp'));
    assert.throws(
      () => {
        write(place('own'));
      },
      (error) => error instanceof Fault && error.exitStatus === 65,
    );
  });
}
