/** Which mutant is switched on, what is reached, and how much: bundled with the mutated code. */

/** More steps than any world needs: something does not end. */
export class Endless extends Error {
  override readonly name = 'Endless';
}

const OFF = -1;

export class Switch {
  #active = OFF;
  /** Mutated places passed so far. */
  #steps = 0;
  #limit = Infinity;
  #reached: Set<number> | null = null;

  /** Asked at every mutated place, so that no loop of the mutated code goes on without it. */
  isOn(id: number): boolean {
    if (++this.#steps > this.#limit) throw new Endless(`more than ${String(this.#limit)} steps`);
    if (id === this.#active) return true;
    if (this.#reached !== null) this.#reached.add(id);
    return false;
  }

  turnOn(id: number): void {
    this.#active = id;
  }

  turnOff(): void {
    this.#active = OFF;
  }

  /** Runs something that may take so many steps. */
  within<T>(limit: number, run: () => T): T {
    this.#steps = 0;
    this.#limit = limit;
    try {
      return run();
    } finally {
      this.#limit = Infinity;
    }
  }

  /** The mutants that are reached while something runs, and the steps that it takes. */
  watch(run: () => void): { readonly reached: ReadonlySet<number>; readonly steps: number } {
    const reached = new Set<number>();
    this.#reached = reached;
    this.#steps = 0;
    run();
    this.#reached = null;
    return { reached, steps: this.#steps };
  }

  /** While modules are loaded nobody can ask to watch, so it is done from the first line on. */
  watchLoading(active: number | undefined): ReadonlySet<number> {
    this.#reached = new Set();
    if (active !== undefined) this.turnOn(active);
    return this.#reached;
  }

  loaded(): void {
    this.#reached = null;
  }
}

/** An instance of the code that is mutated from its first line on finds its mutant here. */
export const AT_LOAD = Symbol.for('ringspec: mutant at load');

export const mutants = new Switch();
export const atLoad = mutants.watchLoading((globalThis as { [AT_LOAD]?: number })[AT_LOAD]);
export const isMutant = (id: number): boolean => mutants.isOn(id);
