/** How a hunt goes: one line on a terminal, a line now and then elsewhere. CLI-04. */
import { clearLine, rewrite, rewritesLines } from '../terminal.ts';
const TERMINAL_MS = 100;
const ELSEWHERE_MS = 10_000;

export class HuntLine {
  readonly #terminal = rewritesLines();
  #told = performance.now();

  show(text: () => string): void {
    const now = performance.now();
    if (now - this.#told < (this.#terminal ? TERMINAL_MS : ELSEWHERE_MS)) return;
    this.#told = now;
    rewrite(text());
  }

  end(): void {
    clearLine();
  }
}
