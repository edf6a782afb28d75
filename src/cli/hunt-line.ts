/** How a hunt goes: one line on a terminal, a line now and then elsewhere. CLI-04. */
const TERMINAL_MS = 100;
const ELSEWHERE_MS = 10_000;

export class HuntLine {
  readonly #terminal = process.stderr.isTTY;
  #told = performance.now();

  show(text: () => string): void {
    const now = performance.now();
    if (now - this.#told < (this.#terminal ? TERMINAL_MS : ELSEWHERE_MS)) return;
    this.#told = now;
    process.stderr.write(this.#terminal ? `\r${text()}\x1b[K` : `${text()}\n`);
  }

  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[K');
  }
}
