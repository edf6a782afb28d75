/** How far a run of the features has come: a line that is rewritten on a terminal, one now and then elsewhere. CLI-04. */
import { clearLine, rewrite, rewritesLines } from '../terminal.ts';
const TERMINAL_MS = 100;
const ELSEWHERE_MS = 5_000;

export class ScenarioCounter {
  readonly #terminal = rewritesLines();
  #told = performance.now();
  #done = 0;
  #failed = 0;

  count(passed: boolean): void {
    this.#done++;
    if (!passed) this.#failed++;
    const now = performance.now();
    if (now - this.#told < (this.#terminal ? TERMINAL_MS : ELSEWHERE_MS)) return;
    this.#told = now;
    const text = `${String(this.#done)} scenarios done, ${String(this.#failed)} failed`;
    rewrite(text);
  }

  end(): void {
    clearLine();
  }
}
