/** Whether two arithmetics decide alike: everything that an event says, its amounts aside. */
import type { ModelEvent } from '../core/events.ts';

/** The event without its amounts: who, what, which ticket, which way, and why. */
export const decisionOf = (event: ModelEvent): string => JSON.stringify(withoutAmounts(event));

function withoutAmounts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutAmounts);
  const kept = Object.entries(value).filter(([, field]) => !isAmount(field));
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutAmounts(field)]));
}

const isAmount = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'comparedTo' in value;

/** A small fingerprint (FNV-1a, 32 bits), so that the decisions of a long run fit in memory. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Remembers the decisions of one run, and compares those of another, event by event. */
export class Decisions {
  readonly #first: number[] = [];
  #place = 0;
  /** The first event of the second run that decided something else, or null. */
  difference: { readonly index: number; readonly event: ModelEvent | null } | null = null;

  remember(event: ModelEvent): void {
    this.#first.push(fingerprint(decisionOf(event)));
  }

  compare(event: ModelEvent): void {
    const index = this.#place++;
    if (this.difference !== null || this.#first[index] === fingerprint(decisionOf(event))) return;
    this.difference = { index, event };
  }

  /** To be called after the second run: it may have ended too early. */
  finish(): void {
    if (this.difference === null && this.#place < this.#first.length) {
      this.difference = { index: this.#place, event: null };
    }
  }
}
