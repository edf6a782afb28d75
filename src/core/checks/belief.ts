/** What the checks know of a comparison that rounding may decide: it does not hold, it may, or it surely does. */

export const no = 0;
export const perhaps = 1;
export const surely = 2;
export type Belief = typeof no | typeof perhaps | typeof surely;

export const both = (a: Belief, b: Belief): Belief => (a < b ? a : b);
export const either = (a: Belief, b: Belief): Belief => (a > b ? a : b);
export const not = (a: Belief): Belief => (a === no ? surely : a === surely ? no : perhaps);
export const known = (holds: boolean): Belief => (holds ? surely : no);

/** What holds of all of several answers, of which one is right. */
export const ofAll = (answers: readonly Belief[]): Belief =>
  answers.every((answer) => answer === surely)
    ? surely
    : answers.every((answer) => answer === no)
      ? no
      : perhaps;
