/** A message file above 512 MB, which no text of this program can hold, under the gate with little memory. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { repository } from './fixture.ts';
import { inRepository } from './on-disk.ts';

const program = fileURLToPath(new URL('../../bin/ringspec', import.meta.url));
const MEBIBYTE = 1 << 20;
const PICTURES = 540;
/** Mebibytes that the program may hold on to: a tenth of what the file has. */
const MEMORY = 64;

test('540 MiB of attachments are read as a stream, and every scenario counts', () => {
  const files = new Map(repository('right'));
  files.delete('run.json');
  inRepository(files, ({ folder, read }) => {
    const lines = read('messages.ndjson').trimEnd().split('\n');
    const first = lines.findIndex((line) => line.startsWith('{"testStepFinished"'));
    const { testStepFinished: step } = JSON.parse(lines[first] ?? '') as {
      testStepFinished: { testCaseStartedId: string; testStepId: string };
    };
    const { testCaseStartedId, testStepId } = step;
    const picture = JSON.stringify({
      attachment: {
        body: 'A'.repeat(MEBIBYTE),
        contentEncoding: 'BASE64',
        mediaType: 'image/png',
        ...{ testCaseStartedId, testStepId },
      },
    });
    const path = join(folder, 'messages.ndjson');
    const file = openSync(path, 'w');
    writeSync(file, `${lines.slice(0, first).join('\n')}\n`);
    for (let i = 0; i < PICTURES; i++) writeSync(file, `${picture}\n`);
    writeSync(file, `${lines.slice(first).join('\n')}\n`);
    closeSync(file);
    assert.ok(statSync(path).size > 512 * MEBIBYTE);
    const args = ['gate', '--messages', 'messages.ndjson', '--properties', 'properties.json'];
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${String(MEMORY)}` },
    });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /5 of 5 scenarios are evidence/);
  });
});
