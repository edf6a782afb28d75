/** Failures that an implementer knows of: each with a reason, where it is pursued, and a day on which it ends. */
import { z } from 'zod';
import { readYaml, type TextFile } from '../specification/input.ts';
import type { ScenarioVerdict, Verdict } from './verdict.ts';

const text = (what: string) => z.string({ error: what }).trim().min(1, what);

export const knownFailuresSchema = z.strictObject({
  known_failures: z.array(
    z
      .strictObject({
        clause: z.string().optional(),
        scenario: z.string().optional(),
        /** What explains it; it is known no longer where something else does. */
        cause: z.string().optional(),
        reason: text('why it fails'),
        issue: text('where it is pursued'),
        expires: z
          .string({ error: 'a day written 2027-06-30' })
          .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a day written 2027-06-30', abort: true })
          .refine((day) => Number.isFinite(Date.parse(day)), 'a day of the calendar'),
      })
      .refine(
        ({ clause, scenario }) => (clause === undefined) !== (scenario === undefined),
        'a clause or a scenario, one of the two',
      ),
  ),
});

export interface KnownFailure {
  /** The clause id, or the scenario's title. */
  readonly what: string;
  readonly reason: string;
  readonly issue: string;
  /** The last day on which it excuses anything. */
  readonly expires: string;
  /** `file:line`. */
  readonly place: string;
  readonly covers: (result: Known) => boolean;
}

/** A failure, with what explains it. */
interface Known {
  readonly tags: readonly string[];
  readonly title: string;
  readonly cause: string | null;
}

/** Reads the file; every fault of its shape at once, each with its line, as a `Fault`. */
export function readKnownFailures(file: TextFile): KnownFailure[] {
  const { value, lineOf } = readYaml(file, knownFailuresSchema);
  return value.known_failures.map(({ clause, scenario, cause: why, reason, issue, expires }, i) => ({
    what: clause ?? scenario ?? '',
    reason,
    issue,
    expires,
    place: `${file.path}:${String(lineOf(['known_failures', i]))}`,
    covers: ({ tags, title, cause }) =>
      (clause === undefined ? title === scenario : tags.includes(clause)) &&
      (why === undefined || cause === null || cause === why),
  }));
}

const fails = ({ result }: ScenarioVerdict): boolean => result === 'failed' || result === 'known';

/** Entries that do not apply, each in a line: expired, listed twice, matching nothing, or passing. */
export function knownFailureFaults(
  known: readonly KnownFailure[],
  { scenarios }: Verdict,
  today: string,
): string[] {
  return known.flatMap((failure, i) => {
    const { what, expires, place } = failure;
    const tell = (said: string): string[] => [`${place}: ${what} ${said}`];
    const own = scenarios.filter(({ clauses, title }) =>
      failure.covers({ tags: clauses, title, cause: null }),
    );
    const twice = known.findIndex((other) => other.what === what) < i;
    return [
      ...(twice ? tell('stands there twice: keep one of them') : []),
      ...(expires < today ? tell(`expired on ${expires}: correct what fails, or set a new day`) : []),
      ...(own.length === 0 ? tell('is no clause or scenario that was asked: take it out') : []),
      ...(own.length === 0 || own.some(fails)
        ? []
        : own.some(({ result }) => result === 'passed')
          ? tell('passes: take it out')
          : tell('was not carried through, so there is nothing to excuse: take it out')),
    ];
  });
}

/** Those that still excuse on this day. */
export const inForce = (known: readonly KnownFailure[], today: string): KnownFailure[] =>
  known.filter(({ expires }) => expires >= today);
