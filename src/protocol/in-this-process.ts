/** An implementation in this process that the steps ask instead of the built-in core; cucumber only hands over texts. */
import type { ImplementationUnderTest } from './protocol.ts';

let start: (() => ImplementationUnderTest) | null = null;

/** From now on scenarios are put to what this starts; null for the built-in core again. */
export function askInstead(other: (() => ImplementationUnderTest) | null): void {
  start = other;
}

/** A new one of it; null where the built-in core is asked. */
export const startOther = (): ImplementationUnderTest | null => start?.() ?? null;

/** Whether the scenarios that are left are skipped: the first failure was all that was wanted. */
let over = false;
export const skipTheRest = (skip: boolean): void => {
  over = skip;
};
export const isOver = (): boolean => over;
