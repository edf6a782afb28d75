/** Which pairs of a sweep are with whom: not handed out yet, in a block of the queue, recorded, or lost. DST-04. */

/** So often the records of a pair are refused before it counts as lost. */
const MOST_REFUSALS = 5;

export class Blocks {
  /** Pairs of which there is no record yet. */
  readonly #wanted: Set<number>;
  /** Pairs that no block has had yet, from this place of the list on: a list that is cut off again and again is slow. */
  #order: readonly number[];
  #next = 0;
  /** Pairs of blocks that came back without their records. */
  readonly #back: number[] = [];
  readonly #inBlocks = new Map<string, readonly number[]>();
  readonly #refused = new Map<number, number>();

  constructor(left: readonly number[]) {
    this.#wanted = new Set(left);
    this.#order = left;
  }

  get isDone(): boolean {
    return this.#wanted.size === 0;
  }

  get outstanding(): readonly string[] {
    return [...this.#inBlocks.keys()];
  }

  /** Blocks that are in the queue already: their pairs are not handed out again. The ids of those that nobody wants. */
  adopt(found: ReadonlyMap<string, readonly number[]>): readonly string[] {
    const unwanted: string[] = [];
    const taken = new Set<number>();
    for (const [id, pairs] of found) {
      const wanted = pairs.filter((index) => this.#wanted.has(index));
      for (const index of wanted) taken.add(index);
      if (wanted.length === 0) unwanted.push(id);
      else this.#inBlocks.set(id, pairs);
    }
    this.#order = this.#order.filter((index) => !taken.has(index));
    return unwanted;
  }

  /** The pairs of a new block, at most so many; none where all are handed out. */
  take(most: number): readonly number[] {
    const pairs: number[] = [];
    while (pairs.length < most) {
      const index = this.#back.pop() ?? this.#order[this.#next++];
      if (index === undefined) break;
      // its record may have come late, after its block had been given up
      if (this.#wanted.has(index)) pairs.push(index);
    }
    return pairs;
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
      this.#back.push(...missing.toReversed());
      return [];
    }
    const lost: number[] = [];
    for (const index of missing) {
      const times = (this.#refused.get(index) ?? 0) + 1;
      this.#refused.set(index, times);
      if (times >= MOST_REFUSALS) lost.push(index);
      else this.#back.push(index);
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
