/** What a scenario leaves behind for the conformance report: attached to cucumber's messages by the hooks. */
import * as z from 'zod';

export const RECORD_TYPE = 'application/vnd.ringspec.conformance+json';

export const recordSchema = z.object({
  /** Requests that it made; a scenario that made none is not about the implementation. */
  requests: z.int(),
  /** `unsupported` and `not-run` say why it was not carried through. */
  ended: z.enum(['asked', 'unsupported', 'set-aside', 'not-run', 'left-out']),
  why: z.string(),
  /** The request that the first divergence is about, and what came. */
  exchange: z.object({ op: z.string(), takes: z.unknown(), answer: z.unknown() }).nullable(),
  /** What differs, the first first; empty where nothing does, or where the scenario itself is at fault. */
  differences: z.array(z.object({ about: z.string(), expected: z.string(), found: z.string() })),
  /** The state right before it; null where there was none. */
  before: z.unknown(),
  /** Cash or tickets that came or went, whatever else there is; null where there was no world. CHK-C1. */
  books: z.array(z.object({ about: z.string(), expected: z.string(), found: z.string() })).nullable(),
  /** What it fails by: the clauses that its first difference from the built-in core can be about. */
  cause: z
    .object({ kind: z.enum(['model', 'input', 'protocol']), clauses: z.array(z.string()).readonly() })
    .nullable(),
  /** That difference; null where there is none. */
  firstDifference: z
    .object({
      /** `settle: issuers.0.recovery`. */
      place: z.string(),
      expected: z.string(),
      found: z.string(),
      /** Other places that differ in the same answer. */
      more: z.int(),
      /** `clearing=sequential`, where all answers are those of that reading; null where no reading explains them. */
      reading: z.string().nullable(),
      /** The requests up to it as lines of JSON, to be sent again. */
      conversation: z.array(z.string()).readonly(),
    })
    .nullable(),
});
export type FirstDifference = NonNullable<z.infer<typeof recordSchema>['firstDifference']>;
export type ScenarioRecord = z.infer<typeof recordSchema>;
