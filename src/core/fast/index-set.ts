/** A set of small integers in ascending order: add, remove and k-th member in logarithmic time (Fenwick tree). */
export class IndexSet {
  readonly #tree: Int32Array;
  readonly #member: Uint8Array;
  #size = 0;

  constructor(readonly capacity: number) {
    this.#tree = new Int32Array(capacity + 1);
    this.#member = new Uint8Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  has(index: number): boolean {
    return this.#member[index] === 1;
  }

  add(index: number): void {
    if (!this.has(index)) this.#put(index, 1);
  }

  remove(index: number): void {
    if (this.has(index)) this.#put(index, -1);
  }

  /** The k-th member, counted from 0 in ascending order; k must be below `size`. */
  at(k: number): number {
    let position = 0;
    let left = k;
    for (let step = 1 << Math.floor(Math.log2(this.capacity)); step > 0; step >>= 1) {
      const count = this.#tree[position + step];
      if (count !== undefined && count <= left) {
        position += step;
        left -= count;
      }
    }
    return position;
  }

  #put(index: number, change: 1 | -1): void {
    this.#member[index] = change === 1 ? 1 : 0;
    this.#size += change;
    for (let node = index + 1; node <= this.capacity; node += node & -node) {
      this.#tree[node] = (this.#tree[node] ?? 0) + change;
    }
  }
}
