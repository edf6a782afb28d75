/** A temporary folder is gone when the process is, however it ended. OUT-14, CLI-03, CLI-05. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';

const made = `
  import { readdirSync, writeFileSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  import { join } from 'node:path';
  import { inScratch, scratchFolder } from '${new URL('../../src/files/scratch.ts', import.meta.url).href}';
  const begin = () => {
    for (const folder of [scratchFolder(), scratchFolder()]) writeFileSync(join(folder, 'file'), 'text');
    console.log(readdirSync(tmpdir()).length);
  };
`;
const stay = 'setTimeout(() => undefined, 60_000);';
const kill = (signal: string): string => `process.kill(process.pid, '${signal}'); ${stay}`;
/** What it wrote is still there for the command that ends in its own way. */
const listen = (signal: string): string =>
  `process.once('${signal}', () => setTimeout(() => process.exit(readdirSync(tmpdir()).length === 2 ? 5 : 6)));`;
const ends: Readonly<Record<string, readonly [status: number, code: string]>> = {
  'by itself': [0, 'begin();'],
  'with a status': [3, 'begin(); process.exit(3);'],
  'by an error': [1, "begin(); throw new Error('broken');"],
  'by an error in the work': [1, "begin(); await inScratch(() => { throw new Error('broken'); });"],
  'by Ctrl-C': [130, `begin(); ${kill('SIGINT')}`],
  'by Ctrl-C in the work': [130, `begin(); await inScratch(() => new Promise(() => { ${kill('SIGINT')} }));`],
  'by Ctrl-C, with earlier work done': [
    130,
    `for (const i of [1, 2]) await inScratch(() => i); begin(); ${kill('SIGINT')}`,
  ],
  'by SIGTERM': [143, `begin(); ${kill('SIGTERM')}`],
  'by Ctrl-C, in its own way': [5, `begin(); ${listen('SIGINT')} ${kill('SIGINT')}`],
  'by SIGTERM, for which it listened before': [5, `${listen('SIGTERM')} begin(); ${kill('SIGTERM')}`],
  'by a second Ctrl-C, while it ends in its own way': [
    130,
    `process.once('SIGINT', () => { ${kill('SIGINT')} }); begin(); ${kill('SIGINT')}`,
  ],
};
const scratch = scratchFolder();
for (const [i, [how, [wanted, code]]] of Object.entries(ends).entries())
  test(`nothing is left of a process that ends ${how}`, () => {
    const file = join(scratch, `${String(i)}.mts`);
    writeFileSync(file, `${made}${code}`);
    const own = scratchFolder();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file], {
      // the cache of tsx would be one more folder
      env: { ...process.env, TMPDIR: own, TSX_DISABLE_CACHE: '1' },
      encoding: 'utf8',
    });
    assert.equal(status, wanted, stderr);
    assert.equal(stdout, '2\n');
    assert.deepEqual(readdirSync(own), []);
  });

test('where there can be no folder, it is said in plain words', () => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = join(scratch, 'nowhere');
  try {
    assert.throws(
      scratchFolder,
      (error) =>
        error instanceof Fault && /^cannot write .*nowhere: the folder cannot be made/.test(error.message),
    );
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
});
