/** A child process that is spoken to in lines: what it writes is taken apart, bounded and never trusted. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { MARK, survivors, survivorText, type Survivor } from './survivors.ts';
import { LineSplitter, type Line } from './line-splitter.ts';
import { err } from '../terminal.ts';

const TAIL_LENGTH = 2_000;
/** Longest that the rest of a dying program's words is waited for. */
const LAST_WORDS_MS = 500;

/** Why a program could not be started, in the words of who wrote the command. */
function whyNotStarted(program: string, { code, message }: NodeJS.ErrnoException): string {
  const there = statSync(program, { throwIfNoEntry: false });
  if (code === 'ENOENT') {
    if (there === undefined) return `there is no program ${program}`;
    return program.includes('/')
      ? `${program} is there, and the program that its first line names is not`
      : `there is no program ${program} on the PATH; the file of this folder is ./${program}`;
  }
  if (code !== 'EACCES') return message;
  return there?.isDirectory() === true
    ? `${program} is a folder, not a program`
    : `${program} may not be executed: allow it with chmod +x, or begin with the program that runs it`;
}

/** What came instead of silence. */
export type Came = Line | { readonly kind: 'ended'; readonly how: string } | { readonly kind: 'late' };

const living = new Set<LineProcess>();
process.on('exit', () => {
  for (const one of living) one.kill();
});

export class LineProcess {
  readonly #child: ChildProcess;
  readonly #arrived: Came[] = [];
  #waiting: ((came: Came) => void) | null = null;
  readonly #lines = new LineSplitter((line) => {
    this.#give(line);
  });
  #ended: string | null = null;
  #deaf = false;
  readonly #mark = randomUUID();
  /** What of it still runs though it was ended. */
  left: readonly Survivor[] = [];
  /** The last that it wrote to stderr. */
  tail = '';
  readonly #closed: Promise<void>;

  constructor([program, ...args]: readonly [string, ...string[]]) {
    // a group of its own, so that what it started goes with it
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, [MARK]: this.#mark },
    });
    this.#child = child;
    living.add(this);
    child.stdin.on('error', () => undefined);
    child.stderr.on(
      'data',
      (chunk: Buffer) => (this.tail = (this.tail + chunk.toString()).slice(-TAIL_LENGTH)),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      this.#hear(chunk);
    });
    this.#closed = new Promise((resolve) => {
      child.on('error', (error: NodeJS.ErrnoException) => {
        this.#end(whyNotStarted(program, error));
        resolve();
      });
      child.on('exit', (code, signal) => {
        // a grandchild may hold stdout open for ever
        setTimeout(resolve, LAST_WORDS_MS).unref();
        child.once('close', () => {
          resolve();
        });
        void this.#closed.then(() => {
          this.#end(signal === null ? `it exited with status ${String(code)}` : `it was ended by ${signal}`);
        });
      });
    });
  }

  /** Whether there is something that nobody has read yet. */
  get unread(): boolean {
    return this.#arrived.length > 0;
  }

  get ended(): boolean {
    return this.#ended !== null;
  }

  /** Lines that are sent at once are written at once. */
  send(line: string): void {
    const { stdin } = this.#child;
    if (stdin === null) return;
    if (stdin.writableCorked === 0) {
      stdin.cork();
      process.nextTick(() => {
        stdin.uncork();
      });
    }
    stdin.write(`${line}\n`);
  }

  /** The next thing that comes within `ms` milliseconds. */
  async next(ms: number): Promise<Came> {
    const there = this.#arrived.shift();
    if (there !== undefined) return there;
    if (this.#ended !== null) return { kind: 'ended', how: this.#ended };
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting = null;
        resolve({ kind: 'late' });
      }, ms);
      this.#waiting = (came) => {
        clearTimeout(timer);
        this.#waiting = null;
        resolve(came);
      };
    });
  }

  /** Closes its stdin and waits for its end; false when it had to be killed. */
  async leave(ms: number): Promise<boolean> {
    this.#child.stdin?.end();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => {
        resolve(false);
      }, ms);
    });
    const left = await Promise.race([this.#closed.then(() => true), late]);
    clearTimeout(timer);
    this.kill();
    return left;
  }

  /** Ends it and all that it started, at once; what has left its group is reported. */
  kill(): void {
    if (this.#deaf) return;
    living.delete(this);
    this.#deaf = true;
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // it is gone already
    }
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
    this.left = survivors(this.#mark, pid);
    for (const one of this.left) err(`${survivorText(one)}\n`);
  }

  #hear(chunk: Buffer): void {
    if (this.#deaf) return;
    this.#lines.hear(chunk);
    if (this.#lines.tooLong) this.kill();
    // an honest program waits for the next request: nobody reads on from one that does not
    else if (this.#arrived.length > 100) {
      this.#give({ kind: 'unreadable', what: 'more than a hundred lines that nobody asked for' });
      this.kill();
    }
  }

  #give(came: Came): void {
    if (this.#waiting === null) this.#arrived.push(came);
    else this.#waiting(came);
  }

  #end(how: string): void {
    if (this.#ended !== null) return;
    const rest = this.#deaf ? null : this.#lines.rest();
    if (rest !== null) {
      const half = rest.kind === 'line' ? JSON.stringify(rest.text.slice(0, 200)) : rest.what;
      this.#give({ kind: 'unreadable', what: `a line without an end: ${half}` });
    }
    this.#ended = how;
    living.delete(this);
    this.#waiting?.({ kind: 'ended', how });
  }
}
