/** Which pairs of a sweep are with whom: not handed out yet, in a block of the queue, recorded, or lost. DST-04. */

/** So often the records of a pair are refused before it counts as lost. */
const MOST_REFUSALS = 5;

export class Blocks {
  /** Pairs of which there is no record yet. */
  readonly #wanted: Set<number>;
  /** Pairs that are in no block, in the order in which they are handed out. */
  #free: number[];
  readonly #inBlocks = new Map<string, readonly number[]>();
  readonly #refused = new Map<number, number>();

  constructor(left: readonly number[]) {
    this.#wanted = new Set(left);
    this.#free = [...left];
  }

  get isDone(): boolean {
    return this.#wanted.size === 0;
  }

  get outstanding(): readonly string[] {
    return [...this.#inBlocks.keys()];
  }

  /** A block that is in the queue already: its pairs are not handed out again. Whether any of them is wanted. */
  adopt(id: string, pairs: readonly number[]): boolean {
    const taken = new Set(pairs.filter((index) => this.#wanted.has(index)));
    if (taken.size === 0) return false;
    this.#free = this.#free.filter((index) => !taken.has(index));
    this.#inBlocks.set(id, pairs);
    return true;
  }

  /** The pairs of a new block, at most so many; none where all are handed out. */
  take(most: number): readonly number[] {
    return this.#free.splice(0, most);
  }

  handOut(id: string, pairs: readonly number[]): void {
    this.#inBlocks.set(id, pairs);
  }

  /** Whether a record is the first one of its pair, which then is no longer wanted: the same record twice is one. */
  isFirst(index: number): boolean {
    return this.#wanted.delete(index);
  }

  /** A block has come back: pairs of it without a record go back, and those lost are returned. */
  close(id: string, isAnswered: boolean): readonly number[] {
    const missing = (this.#inBlocks.get(id) ?? []).filter((index) => this.#wanted.has(index));
    this.#inBlocks.delete(id);
    if (!isAnswered) {
      this.#free.unshift(...missing);
      return [];
    }
    const lost: number[] = [];
    for (const index of missing) {
      const times = (this.#refused.get(index) ?? 0) + 1;
      this.#refused.set(index, times);
      if (times >= MOST_REFUSALS) lost.push(index);
      else this.#free.unshift(index);
    }
    return this.#giveUp(lost);
  }

  /** A block that failed: its pairs without a record are lost. */
  fail(id: string): readonly number[] {
    const pairs = this.#inBlocks.get(id) ?? [];
    this.#inBlocks.delete(id);
    return this.#giveUp(pairs.filter((index) => this.#wanted.has(index)));
  }

  #giveUp(pairs: readonly number[]): readonly number[] {
    for (const index of pairs) this.#wanted.delete(index);
    return pairs;
  }
}
