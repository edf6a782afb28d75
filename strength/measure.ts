/** From the report of the mutation run to what each clause's scenarios are worth. */
import { z } from 'zod';
import { Sources } from './anchor.ts';
import { oneLine, Reasons, type Equivalent } from './equivalent.ts';
import { offsetOf } from './tokens.ts';
import type { OwnCode } from './own-code.ts';

const place = z.object({ line: z.int(), column: z.int() });
const schema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().default(''),
          status: z.enum([
            'Killed',
            'Survived',
            'NoCoverage',
            'Timeout',
            'RuntimeError',
            'CompileError',
            'Ignored',
            'Pending',
          ]),
          killedBy: z.array(z.string()).default([]),
          location: z.object({ start: place, end: place }),
        }),
      ),
    }),
  ),
  testFiles: z.record(
    z.string(),
    z.object({
      source: z.string(),
      tests: z.array(z.object({ id: z.string(), location: z.object({ start: place }).optional() })),
    }),
  ),
});
export const readMutationReport = (text: string): z.output<typeof schema> => schema.parse(JSON.parse(text));
type MutationReport = z.output<typeof schema>;

/** Lines and columns are counted from 1. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly text: string;
  readonly became: string;
  /** Clauses that the nearest doc comment names. */
  readonly clauses: readonly string[];
  readonly fate: 'killed' | 'survived' | 'equivalent';
  /** Clauses whose scenarios killed it; those of its own were asked first. */
  readonly killers: readonly string[];
}

/** What nobody counts: mutants that a rule leaves out. */
export interface Measured {
  readonly mutants: readonly Mutant[];
  readonly leftOut: number;
  /** Killed since they never ended. */
  readonly endless: number;
  /** Entries of the list that fit no mutant that survives, each with what was found. */
  readonly stale: readonly string[];
}

/** @param tagsOf the tags of a scenario, by `file:line`. */
export function measure(
  report: MutationReport,
  equivalents: readonly Equivalent[],
  ownCode: OwnCode,
  tagsOf: (test: string) => readonly string[],
): Measured {
  const tests = new Map(
    Object.entries(report.testFiles).flatMap(([file, { tests: all }]) =>
      all.map(({ id, location }) => [id, `${file}:${String(location?.start.line ?? 0)}`] as const),
    ),
  );
  const reasons = new Reasons(
    equivalents,
    new Sources(new Map(Object.entries(report.files).map(([file, { source }]) => [file, source]))),
  );
  const mutants: Mutant[] = [];
  let leftOut = 0;
  let endless = 0;
  for (const [file, { source, mutants: all }] of Object.entries(report.files))
    for (const { mutatorName, replacement, status, killedBy, location } of all) {
      if (status === 'Ignored') {
        leftOut++;
        continue;
      }
      if (status === 'Timeout') endless++;
      const { start, end } = location;
      const [from, to] = [offsetOf(source, start, 1), offsetOf(source, end, 1)];
      const became = oneLine(replacement);
      // an error while the features are loaded is noticed, whatever their scenarios say
      const isKilled = ['Killed', 'Timeout', 'RuntimeError'].includes(status);
      const isKnown = !isKilled && reasons.has({ file, start: from, end: to, became });
      mutants.push({
        file,
        text: oneLine(source.slice(from, to)),
        became,
        line: start.line,
        column: start.column,
        mutator: mutatorName,
        clauses: ownCode.clausesAt(source, { line: start.line - 1, column: start.column - 1 }),
        fate: isKilled ? 'killed' : isKnown ? 'equivalent' : 'survived',
        killers: killedBy.flatMap((id) => tagsOf(tests.get(id) ?? '')),
      });
    }
  return { mutants, leftOut, endless, stale: reasons.stale() };
}

export interface ClauseStrength {
  /** Mutants in the code that names the clause, those that change nothing aside. */
  readonly mutants: number;
  readonly killedByOwn: number;
  readonly killedByOthers: number;
  readonly survived: number;
}

export function strengthOf(clause: string, mutants: readonly Mutant[]): ClauseStrength {
  const own = mutants.filter(({ clauses, fate }) => clauses.includes(clause) && fate !== 'equivalent');
  const killed = own.filter(({ fate }) => fate === 'killed');
  const killedByOwn = killed.filter(({ killers }) => killers.includes(clause)).length;
  return {
    mutants: own.length,
    killedByOwn,
    killedByOthers: killed.length - killedByOwn,
    survived: own.length - killed.length,
  };
}
