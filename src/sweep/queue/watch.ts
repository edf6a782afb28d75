/** Which workers there are: how many, on which hosts, and which refuse the sweep. DST-03, DST-05. */
import { presenceSchema, readText } from './messages.ts';
import type { QueueAddress } from './redis.ts';

/** Milliseconds without a sign of a worker after which it counts as gone. */
const GONE = 8_000;
/** Milliseconds without any worker until it is said. */
const NOBODY = 5_000;

export class Watch {
  readonly #seen = new Map<string, { beat: number; at: number }>();
  readonly #told = new Set<string>();
  #anybodyAt = performance.now();
  #saidNobody = false;
  #hosts = '';

  constructor(
    readonly address: QueueAddress,
    readonly onHosts: (hosts: readonly string[]) => void,
    readonly tell: (line: string) => void,
    readonly now = (): number => performance.now(),
  ) {}

  /** Looks at what the workers say of themselves, by their ids. */
  look(said: Readonly<Record<string, string>>): void {
    const hosts: string[] = [];
    for (const [id, text] of Object.entries(said)) {
      const presence = readText(presenceSchema, text);
      if (presence === null) continue;
      const { host, pid, refuses, beat } = presence;
      // a worker counts by itself, so no two clocks are compared
      const before = this.#seen.get(id);
      if (before?.beat !== beat) this.#seen.set(id, { beat, at: this.now() });
      const isThere = this.now() - (this.#seen.get(id)?.at ?? 0) < GONE;
      if (!isThere) continue;
      if (refuses === null) hosts.push(host);
      else if (!this.#told.has(id)) {
        this.#told.add(id);
        this.tell(`the worker ${String(pid)} on ${host} refuses this sweep: ${refuses}`);
      }
    }
    const sorted = hosts.sort();
    if (sorted.join() !== this.#hosts) this.onHosts(sorted);
    this.#hosts = sorted.join();
    if (sorted.length > 0) {
      this.#anybodyAt = this.now();
      this.#saidNobody = false;
    } else if (!this.#saidNobody && this.now() - this.#anybodyAt >= NOBODY) {
      this.#saidNobody = true;
      this.tell(
        `no worker is there: \`ringspec worker --queue ${this.address.shown}\` on any machine goes on with the sweep`,
      );
    }
  }
}
