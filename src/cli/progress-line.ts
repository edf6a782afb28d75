/** Progress of long work: one line that is rewritten on a terminal, a line now and then elsewhere. CLI-04. */
import type { Progress } from '../sweep/sweep.ts';
import { clearLine, rewrite, rewritesLines } from '../terminal.ts';

const TERMINAL_MS = 100;
const ELSEWHERE_MS = 5_000;

export class ProgressLine {
  readonly #terminal = rewritesLines();
  readonly #started = performance.now();
  #told = performance.now();

  show(progress: Progress, what = ''): void {
    const now = performance.now();
    if (now - this.#told < (this.#terminal ? TERMINAL_MS : ELSEWHERE_MS)) return;
    this.#told = now;
    const text = what + describe(progress, (now - this.#started) / 1000);
    rewrite(text);
  }

  end(): void {
    clearLine();
  }
}

/** Done, failed, rate and time left. */
export function describe({ total, before, done, failed }: Progress, seconds: number): string {
  const rate = done / Math.max(seconds, 1e-3);
  const left = Math.ceil((total - before - done) / Math.max(rate, 1e-9));
  return (
    `${String(before + done)} of ${String(total)} pairs done, ${String(failed)} failed, ` +
    `${rate.toFixed(1)} pairs/s, about ${String(left)} s left`
  );
}
