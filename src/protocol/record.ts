/** What a scenario leaves behind for the conformance report: attached to cucumber's messages by the hooks. */
import { z } from 'zod';

export const RECORD_TYPE = 'application/vnd.ringspec.conformance+json';

export const recordSchema = z.object({
  /** Requests that it made; a scenario that made none is not about the implementation. */
  requests: z.int(),
  /** `unsupported` and `not-run` say why it was not carried through. */
  ended: z.enum(['asked', 'unsupported', 'not-run']),
  why: z.string(),
  /** The request that the first divergence is about, and what came. */
  exchange: z.object({ op: z.string(), takes: z.unknown(), answer: z.unknown() }).nullable(),
  /** What differs, the first first; empty where nothing does, or where the scenario itself is at fault. */
  differences: z.array(z.object({ about: z.string(), expected: z.string(), found: z.string() })),
  /** The state right before it; null where there was none. */
  before: z.unknown(),
});
export type ScenarioRecord = z.infer<typeof recordSchema>;
