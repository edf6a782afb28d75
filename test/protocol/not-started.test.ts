/** A program that cannot be started says why, in the words of who wrote the command. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LineProcess } from '../../src/protocol/line-process.ts';
import { scratchFolder } from '../../src/files/scratch.ts';

const folder = scratchFolder();
const file = (name: string, text: string, mode: number): string => {
  writeFileSync(join(folder, name), text, { mode });
  return join(folder, name);
};
mkdirSync(join(folder, 'release'));

const cases: readonly [program: string, said: RegExp][] = [
  [join(folder, 'nowhere'), /^there is no program .*nowhere$/],
  [join(folder, 'release'), /release is a folder, not a program$/],
  [
    file('main.rs', 'fn main() {}', 0o644),
    /main\.rs may not be executed: allow it with chmod \+x, or begin with/,
  ],
  [
    file('adapter.sh', '#!/nowhere/sh\n', 0o755),
    /adapter\.sh is there, and the program that its first line names is not$/,
  ],
  [
    'package.json',
    /^there is no program package\.json on the PATH; the file of this folder is \.\/package\.json$/,
  ],
];

for (const [program, said] of cases)
  test(`started as ${program.replace(folder, '…')}`, async () => {
    const came = await new LineProcess([program]).next(5_000);
    assert.equal(came.kind, 'ended');
    assert.match(came.how, said);
  });
