/** Where a check stands: an event or the end of a step, and how a check that does not hold is told. CHK-07. */
import type { Num } from '../../num.ts';
import type { Changes, Running } from '../journal.ts';
import type { Memory } from './memory.ts';
import { CheckViolation, type CheckName } from './violation.ts';

const show = (side: Num | number | string): string =>
  typeof side === 'object' ? side.toFixed() : String(side);

/** An event that has just happened, or a step that has just ended, with the state that it left. */
export class Occasion<E extends { readonly day: number; readonly kind: string }> {
  /** Of the event: read once, since every kind of event is an object of another form. */
  readonly kind: E['kind'];

  constructor(
    readonly state: Running,
    readonly event: E,
    /** What the event has changed. */
    readonly changes: Changes,
    readonly memory: Memory,
  ) {
    this.kind = event.kind;
  }

  /** Stops the run: the check failed in this way between these parties. */
  fails(check: CheckName, parties: readonly string[], what: string): never {
    const { run, index } = this.state.journal;
    const { day } = this.event;
    const who = parties.length === 0 ? '' : ` between ${parties.join(', ')}`;
    throw new CheckViolation(
      check,
      `run ${run}, period ${String(day)}, event ${String(index)} (${this.kind})${who}: ${check} does not hold: ${what}`,
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
