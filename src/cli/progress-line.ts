/** Progress of long work: one line that is rewritten on a terminal, a line now and then elsewhere. CLI-04. */
import type { Progress } from '../sweep/sweep.ts';
import { counted } from '../counted.ts';
import { clearLine, rewrite, rewritesLines, tell } from '../terminal.ts';

const TERMINAL_MS = 100;
const ELSEWHERE_MS = 5_000;
const JSON_MS = 1_000;

export class ProgressLine {
  readonly #terminal = rewritesLines();
  readonly #started = performance.now();
  #shown = performance.now();

  /** `text` is asked only when the line is due; `seconds` have passed since the beginning. */
  show(text: (seconds: number) => string): void {
    const now = performance.now();
    if (now - this.#shown < (this.#terminal ? TERMINAL_MS : ELSEWHERE_MS)) return;
    this.#shown = now;
    rewrite(text((now - this.#started) / 1000));
  }

  end(): void {
    clearLine();
  }
}

/** Done, failed, rate and time left. */
export function pairsDone(progress: Progress, seconds: number): string {
  const { total, before, done, failed, hosts } = progress;
  const { rate, left } = rateOf(progress, seconds);
  return (
    `${String(before + done)} of ${String(total)} pairs done, ${String(failed)} failed, ` +
    `${rate.toFixed(1)} pairs/s, about ${String(left)} s left` +
    (hosts === undefined ? '' : `, ${workersOn(hosts)}`)
  );
}

/** Pairs a second, and seconds left at that rate. */
function rateOf({ total, before, done }: Progress, seconds: number): { rate: number; left: number } {
  const rate = done / Math.max(seconds, 1e-3);
  return { rate, left: Math.ceil((total - before - done) / Math.max(rate, 1e-9)) };
}

/** `3 workers on ada, bob`. DST-05. */
const workersOn = (hosts: readonly string[]): string =>
  hosts.length === 0
    ? 'no workers'
    : `${counted(hosts.length, 'worker')} on ${[...new Set(hosts)].join(', ')}`;

/** Progress over the pairs of a sweep, and what is said meanwhile. */
export interface PairsProgress {
  show(progress: Progress): void;
  say(message: string): void;
  end(): void;
}

/** As a progress line, for a person. */
export class PairsLine implements PairsProgress {
  readonly #line = new ProgressLine();

  show(progress: Progress): void {
    this.#line.show((seconds) => pairsDone(progress, seconds));
  }

  say(message: string): void {
    this.#line.end();
    tell(message);
  }

  end(): void {
    this.#line.end();
  }
}

/** As lines of JSON, for other tools. DST-05. */
export class JsonLines implements PairsProgress {
  readonly #started = performance.now();
  #shown = -Infinity;

  show(progress: Progress): void {
    const now = performance.now();
    const { total, before, done, failed, hosts = [] } = progress;
    if (now - this.#shown < JSON_MS && before + done < total) return;
    this.#shown = now;
    const { rate, left } = rateOf(progress, (now - this.#started) / 1000);
    this.#write({
      ...{ pairs: total, done: before + done, failed, pairs_per_second: Number(rate.toFixed(2)) },
      ...{ seconds_left: done === 0 ? null : left, workers: hosts.length, hosts: [...new Set(hosts)] },
    });
  }

  say(message: string): void {
    this.#write({ message });
  }

  end(): void {
    // every line is whole
  }

  #write(line: object): void {
    tell(JSON.stringify(line));
  }
}

/** A progress line that counts scenarios. */
export class ScenarioCounter {
  readonly #line = new ProgressLine();
  #done = 0;
  #failed = 0;

  count(passed: boolean): void {
    this.#done++;
    if (!passed) this.#failed++;
    this.#line.show(() => `${String(this.#done)} scenarios done, ${String(this.#failed)} failed`);
  }

  end(): void {
    this.#line.end();
  }
}
