/** Progress of long work: one line that is rewritten on a terminal, a line now and then elsewhere. CLI-04. */
import { clearLine, rewrite, rewritesLines } from '../terminal.ts';

const TERMINAL_MS = 100;
const ELSEWHERE_MS = 5_000;

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

/** Pairs of a sweep. */
export interface PairsDone {
  readonly total: number;
  /** Done by an earlier command. */
  readonly before: number;
  readonly done: number;
  readonly failed: number;
}

/** Done, failed, rate and time left. */
export function pairsDone({ total, before, done, failed }: PairsDone, seconds: number): string {
  const rate = done / Math.max(seconds, 1e-3);
  const left = Math.ceil((total - before - done) / Math.max(rate, 1e-9));
  return (
    `${String(before + done)} of ${String(total)} pairs done, ${String(failed)} failed, ` +
    `${rate.toFixed(1)} pairs/s, about ${String(left)} s left`
  );
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
