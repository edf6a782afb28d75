/**
 * An adapter for `bench:verify`. `tape.mjs record FILE COMMAND…` hands every line on to the command and keeps the
 * answers; `tape.mjs play FILE` gives the answers kept, one a request, without any work.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import process from 'node:process';

const [mode, file = '', program = '', ...words] = process.argv.slice(2);

if (mode === 'record') {
  const child = spawn(program, words, { stdio: ['inherit', 'pipe', 'inherit'] });
  child.stdout.pipe(process.stdout);
  child.stdout.pipe(createWriteStream(file));
} else {
  const answers = readFileSync(file, 'utf8').split('\n');
  let next = 0;
  process.stdin.setEncoding('latin1').on('data', (text) => {
    const requests = text.split('\n').length - 1;
    if (requests > 0) process.stdout.write(`${answers.slice(next, (next += requests)).join('\n')}\n`);
    if (text.includes('"op":"stop"')) process.stdin.pause();
  });
}
