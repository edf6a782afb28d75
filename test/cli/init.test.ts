/** A start is written whole or not at all, and nothing of the user's goes. CLI-01, CLI-03. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { ringspec, type Ended } from '../../steps/program.ts';

const home = scratchFolder();

interface Case {
  readonly what: string;
  /** What the user has in the folder. */
  readonly has: (folder: string) => void;
  readonly status: number;
  readonly says: RegExp;
  readonly files: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'an empty folder has all of it',
    has: () => undefined,
    status: 0,
    says: /^$/,
    files: ['Cargo.toml', 'src'],
  },
  {
    what: 'where a file stands in place of a folder nothing is written',
    has: (folder) => {
      writeFileSync(join(folder, 'src'), 'mine');
    },
    status: 65,
    says: /src is not a folder/,
    files: ['src'],
  },
  {
    what: 'where a later file cannot be written the earlier ones go',
    has: (folder) => {
      // a folder in which nobody can make a file
      symlinkSync('/proc/self/fd', join(folder, 'src'));
    },
    status: 1,
    says: /cannot write src\/main\.rs/,
    files: ['src'],
  },
  {
    what: 'a link that leads nowhere stays',
    has: (folder) => {
      symlinkSync('nowhere', join(folder, 'Cargo.toml'));
    },
    status: 1,
    says: /found Cargo\.toml; nothing was written/,
    files: ['Cargo.toml'],
  },
];

const starts = ['python', 'typescript', 'java', 'go', 'rust', 'julia', 'r', 'gate', 'scenario', 'claims'];
/** What was said of each start. */
const told = new Map<string, string>();
const ended: (Ended & Pick<Case, 'files'>)[] = [];

/** Before any test: a command that runs in this process has its output, which is that of the tests, too. */
before(async () => {
  for (const [i, { has }] of cases.entries()) {
    const folder = join(home, String(i));
    mkdirSync(folder);
    has(folder);
    const one = await ringspec(['init', 'rust', '--folder', '.'], folder);
    ended.push({ ...one, files: readdirSync(folder).sort() });
  }
  for (const start of starts)
    told.set(start, (await ringspec(['init', start, '--folder', start], home)).stdout);
});

for (const [i, { what, status, says, files }] of cases.entries())
  test(what, () => {
    const found = ended[i];
    assert.deepEqual([found?.status, found?.files], [status, files], found?.stderr);
    assert.match(found?.stderr ?? '', says);
    if (status !== 0) assert.equal(found?.stdout, '');
  });

for (const start of starts)
  test(`the start ${start} names pages that there are`, () => {
    const pages = [...(told.get(start) ?? '').matchAll(/^ {2}(.*\.md)$/gm)].map(([, page = '']) => page);
    assert.ok(pages.length > 0);
    for (const page of pages) assert.ok(existsSync(page), page);
  });
