/** How a file says where the ring's cash goes. RING-04. */
import * as z from 'zod';
import { nonNegative } from './fields.ts';
import type { CashSpread } from './scenario.ts';
import type { Plain } from '../files/tree.ts';

const allowed = 'uniform, proportional or {vector: [a weight for each trader]}';

/** The list under `vector`, or null when this is something else. */
function vectorOf(raw: Plain): readonly Plain[] | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const { vector, ...others } = raw;
  return Array.isArray(vector) && Object.keys(others).length === 0 ? vector : null;
}

/** A weight that is none is a fault of its own, at its place in the list. */
export const cashSpread: z.ZodType<CashSpread> = z.unknown().transform((raw, context): CashSpread => {
  if (raw === 'uniform' || raw === 'proportional') return raw;
  const weights = vectorOf(raw as Plain);
  if (weights === null) {
    context.addIssue({ code: 'custom', message: allowed });
    return z.NEVER;
  }
  const vector: string[] = [];
  weights.forEach((weight, i) => {
    const read = nonNegative.safeParse(weight);
    if (read.success) vector.push(read.data);
    else {
      for (const { message } of read.error.issues)
        context.addIssue({ code: 'custom', message, path: ['vector', i] });
    }
  });
  return { vector };
});
