/** An order flow as the checks keep it: who may come, and what was drawn. CHK-13R. */
import { no, surely, type Belief } from './belief.ts';

/** One side's set, as the balance sheets make it. */
export class Crowd {
  /** By place in trader order. */
  readonly #wishes: Uint8Array;
  /** How many may come, and how many surely may. */
  possible = 0;
  certain = 0;

  constructor(traders: number) {
    this.#wishes = new Uint8Array(traders);
  }

  of(index: number): Belief {
    return this.#wishes[index] as Belief;
  }

  set(index: number, wish: Belief): void {
    const was = this.of(index);
    this.possible += Number(wish !== no) - Number(was !== no);
    this.certain += Number(wish === surely) - Number(was === surely);
    this.#wishes[index] = wish;
  }
}

/** What has been drawn for the arrival under way; null where it is not drawn yet, or not drawn at all. */
export interface Drawn {
  prefersSell: boolean | null;
  agent: number | null;
  /** A script names whom it sends, and asks whether it may. */
  isScripted: boolean;
}

/** An order flow under way, as the checks see it. */
export interface Flow {
  readonly sellers: Crowd;
  readonly buyers: Crowd;
  arrivals: number;
  readonly drawn: Drawn;
  /** Whom a price was refused; a script may send them again. FLW-11R. */
  readonly refused: Set<number>;
}
