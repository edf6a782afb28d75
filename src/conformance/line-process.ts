/** A child process that is spoken to in lines: what it writes is taken apart, bounded and never trusted. */
import { spawn, type ChildProcess } from 'node:child_process';

const TAIL_LENGTH = 2_000;
/** The state of a large world is one line. */
const LONGEST_LINE = 64 << 20;
/** Longest that the rest of a dying program's words is waited for. */
const LAST_WORDS_MS = 500;

/** What came instead of silence. */
export type Came =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly what: string }
  | { readonly kind: 'ended'; readonly how: string }
  | { readonly kind: 'late' };

const living = new Set<LineProcess>();
process.on('exit', () => {
  for (const one of living) one.kill();
});

export class LineProcess {
  readonly #child: ChildProcess;
  readonly #arrived: Came[] = [];
  #waiting: ((came: Came) => void) | null = null;
  #pieces: Buffer[] = [];
  #length = 0;
  #ended: string | null = null;
  #deaf = false;
  /** The last that it wrote to stderr. */
  tail = '';
  readonly #closed: Promise<void>;

  constructor([program, ...args]: readonly [string, ...string[]]) {
    // a group of its own, so that what it started goes with it
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
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
        this.#end(error.code === 'ENOENT' ? `there is no program ${program}` : error.message);
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

  send(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
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

  /** Ends it and all that it started, at once. */
  kill(): void {
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
  }

  #hear(chunk: Buffer): void {
    if (this.#deaf) return;
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#pieces.push(chunk.subarray(from, end));
      this.#give(readable(Buffer.concat(this.#pieces)));
      this.#pieces = [];
      this.#length = 0;
      from = end + 1;
    }
    if (from < chunk.length) this.#pieces.push(chunk.subarray(from));
    this.#length += chunk.length - from;
    if (this.#length > LONGEST_LINE) this.#giveUp(`a line of more than ${String(LONGEST_LINE >> 20)} MB`);
    // an honest program waits for the next request: nobody reads on from one that does not
    else if (this.#arrived.length > 100) this.#giveUp('more than a hundred lines that nobody asked for');
  }

  #giveUp(what: string): void {
    this.#give({ kind: 'unreadable', what });
    this.kill();
  }

  #give(came: Came): void {
    if (this.#waiting === null) this.#arrived.push(came);
    else this.#waiting(came);
  }

  #end(how: string): void {
    if (this.#ended !== null) return;
    if (this.#length > 0 && !this.#deaf) {
      const half = Buffer.concat(this.#pieces).toString().slice(0, 200);
      this.#give({ kind: 'unreadable', what: `a line without an end: ${JSON.stringify(half)}` });
    }
    this.#ended = how;
    living.delete(this);
    this.#waiting?.({ kind: 'ended', how });
  }
}

function readable(bytes: Buffer): Came {
  try {
    return { kind: 'line', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', what: `bytes that are no UTF-8: ${bytes.subarray(0, 24).toString('hex')}` };
  }
}
