/** A broken identity, and how it is told. CHK-07. */
import type { Num } from '../../num.ts';
import type { State } from '../state.ts';

export const checkNames = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'CHK-11'] as const;
export type CheckName = (typeof checkNames)[number];
/** The clause that a check is named by. */
export const clauseOfCheck = (check: CheckName): string => (check === 'CHK-11' ? check : `CHK-${check}`);
/** How often each check was made and held. OUT-12. */
export type CheckCounts = Record<CheckName, number>;
export const noChecks = (): CheckCounts => ({ C1: 0, C2: 0, C3: 0, C4: 0, C5: 0, C6: 0, 'CHK-11': 0 });

/** A broken identity. The message names the run, the period, the event, the parties and both sides. CHK-07. */
export class CheckViolation extends Error {
  override readonly name = 'CheckViolation';
  constructor(
    readonly check: CheckName,
    message: string,
  ) {
    super(message);
  }
}

const show = (side: Num | number | string): string =>
  typeof side === 'object' ? side.toFixed() : String(side);

/** An event that has just happened, or a step that has just ended, with the state that it left. */
export class Occasion<E extends { readonly day: number; readonly kind: string }> {
  constructor(
    readonly state: State,
    readonly event: E,
  ) {}

  /** Stops the run: the check failed in this way between these parties. */
  fails(check: CheckName, parties: readonly string[], what: string): never {
    const { run, index } = this.state.journal;
    const { day, kind } = this.event;
    const who = parties.length === 0 ? '' : ` between ${parties.join(', ')}`;
    throw new CheckViolation(
      check,
      `run ${run}, period ${String(day)}, event ${String(index)} (${kind})${who}: ${check} does not hold: ${what}`,
    );
  }

  /** Stops the run: `identity` should have the two sides equal, or in the order that `sign` contradicts. */
  differs(
    check: CheckName,
    parties: readonly string[],
    identity: string,
    found: Num | number | string,
    expected: Num | number | string,
    sign: '≠' | '<' | '≤' | '>' = '≠',
  ): never {
    this.fails(check, parties, `${identity}: ${show(found)} ${sign} ${show(expected)}`);
  }
}
