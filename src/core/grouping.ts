/** Rules decide ticket by ticket; here neighbours that are alike are put into one event. REB-06R, ROL-04R. */
import { last } from './list.ts';

/** What a rule does with each ticket, and how it is told. */
export interface Rule<T, D> {
  /** What the rule makes of a ticket, once those before it are dealt with. */
  decide(ticket: T): D;
  act(decision: D): void;
  /** Whether a decision belongs in the event of the one before it. */
  isSame(before: D, decision: D): boolean;
  /** Whether a decision has an event of its own, recorded before the next ticket is looked at. */
  standsAlone?(decision: D): boolean;
  /** Records the event of one decision or of several neighbours. */
  tell(decisions: readonly D[]): void;
}

/** Applies a rule to one ticket after another. An event is recorded before the first change of the next one. */
export function inEvents<T, D>(tickets: readonly T[], rule: Rule<T, D>): void {
  let alike: D[] = [];
  const close = (): void => {
    if (alike.length > 0) rule.tell(alike);
    alike = [];
  };
  for (const ticket of tickets) {
    const decision = rule.decide(ticket);
    if (alike.length > 0 && !rule.isSame(last(alike), decision)) close();
    rule.act(decision);
    alike.push(decision);
    if (rule.standsAlone?.(decision) === true) close();
  }
  close();
}
