/** In a page, in place of the two things of node that steps of the model use. */
import { canonicalJson } from '../../run/plain.ts';

/** Whether two values of plain data are the same. */
export const isDeepStrictEqual = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (typeof a === typeof b && canonicalJson({ a }) === canonicalJson({ a: b }));

const assert = {
  ok(value: unknown, message = 'something that must hold does not'): void {
    if (!value) throw new Error(message);
  },
};
export default assert;
