/** How far a run of the features has come: a line that is rewritten on a terminal, one now and then elsewhere. CLI-04. */
const TERMINAL_MS = 100;
const ELSEWHERE_MS = 5_000;

export class ScenarioCounter {
  readonly #terminal = process.stderr.isTTY;
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
    process.stderr.write(this.#terminal ? `\r${text}\x1b[K` : `${text}\n`);
  }

  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[K');
  }
}
