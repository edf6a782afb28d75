/**
 * `npm start`: verifies the core, runs a market, compares the arms of a sweep, judges claims, and makes the pages of it
 * all. Two lanes go on side by side; what a command says is shown when it has ended, its progress as it comes. The
 * answer and the pages to open come last.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { lanes, sweep } from './start-lanes.ts';

/** Runs a command; what it says, or null where it fails. */
function said(command: string): Promise<string | null> {
  return new Promise((done, fail) => {
    const child = spawn('bin/ringspec', command.split(' '), { stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => void pieces.push(piece));
    child.stderr.on('data', (piece: Buffer) => void process.stderr.write(piece));
    child.on('error', fail);
    child.on('close', (status) => {
      const text = Buffer.concat(pieces).toString('utf8');
      if (status !== 0) process.stdout.write(text);
      done(status === 0 ? text : null);
    });
  });
}

/** What the sweep says is the answer, which comes last. */
let answer = '';

/** Runs the commands of a lane until one fails. */
async function run(lane: readonly string[]): Promise<boolean> {
  for (const command of lane) {
    const text = await said(command);
    if (text === null) {
      process.stderr.write(`ringspec ${command} failed\n`);
      return false;
    }
    if (command.startsWith('sweep ')) answer = text;
    else process.stdout.write(`\n$ bin/ringspec ${command}\n${text}`);
  }
  return true;
}

rmSync(sweep, { recursive: true, force: true });
const ended = await Promise.all(lanes.map(run));
const pages = ended.every(Boolean) ? await said('report --index reports') : null;
if (pages === null) process.exitCode = 1;
else process.stdout.write(`\n${answer}\nThe pages to open, the first lists all:\n${pages}`);
