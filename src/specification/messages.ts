/** A run as its message files tell it, whichever cucumber wrote them. */
import { inFiles, type FileFault } from '../files/faults.ts';
import type { LineFile } from '../files/lines.ts';
import { hearEnvelopes, type Envelope } from './envelopes.ts';
import { sameText } from './input.ts';
import { RunIndex, type RanCase } from './run-index.ts';

/** One attempt at a case: its steps and hooks in order, with what became of each. */
export type Attempt = Pick<RanCase, 'attempt' | 'finished' | 'steps'>;

/** A step definition, however often it was emitted. */
export interface StepDefinitionUse {
  readonly pattern: string;
  readonly file: string;
  readonly line: number;
  readonly used: boolean;
}

export interface AmbiguousStep {
  readonly uri: string;
  readonly line: number;
  readonly text: string;
  readonly definitions: readonly string[];
}

export interface RunResults {
  /** The message files, with the SHA-256 of each. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  /** The program that wrote them, with its version. */
  readonly writer: string;
  /** The operating system that it named, in lower case. */
  readonly os: string;
  /** Most runs that one file holds. */
  readonly runs: number;
  readonly runFinished: boolean;
  readonly success: boolean | null;
  /** Why the run failed for other reasons than its scenarios: hooks around the run, files that did not parse. */
  readonly troubles: readonly string[];
  /** Commits that the continuous integration service named. */
  readonly revisions: readonly string[];
  /** Feature text by uri. */
  readonly sources: ReadonlyMap<string, string>;
  /** Attempts by uri, then by the line of the scenario or row. */
  readonly attempts: ReadonlyMap<string, ReadonlyMap<number, readonly Attempt[]>>;
  readonly definitions: readonly StepDefinitionUse[];
  readonly ambiguous: readonly AmbiguousStep[];
  /** From a format that does not hold the text that ran. */
  readonly weaker: boolean;
}

/** Reads a message file: one JSON envelope a line. @throws Fault with every fault of it */
export function readMessages(file: LineFile, keeps?: (mediaType: string) => boolean): RunResults {
  const index = new RunIndex(keeps);
  const sources = new Map<string, string>();
  const troubles: string[] = [];
  const definitions: Envelope['stepDefinition'][] = [];
  const revisions = new Set<string>();
  let runs = 0;
  let writer = '';
  let os = '';
  let finished: Envelope['testRunFinished'];
  const sha256 = hearEnvelopes(file, (envelope, line) => {
    index.hear(envelope, line);
    const { meta, source, testRunStarted, stepDefinition } = envelope;
    if (source !== undefined) sources.set(source.uri, sameText(source.data));
    if (testRunStarted !== undefined) runs++;
    if (stepDefinition !== undefined) definitions.push(stepDefinition);
    troubles.push(...troublesIn(envelope));
    finished = envelope.testRunFinished ?? finished;
    if (meta === undefined) return;
    writer = `${meta.implementation.name} ${meta.implementation.version ?? ''}`.trim();
    os = meta.os?.name.toLowerCase() ?? '';
    if (meta.ci?.git !== undefined) revisions.add(meta.ci.git.revision);
  });
  const faults = index.broken().map((fault): FileFault => ({ file: file.path, ...fault }));
  if (faults.length > 0) throw inFiles(faults);
  const cases = [...index.started.keys()].flatMap((id) => index.ran(id) ?? []);
  const byId = new Map(
    definitions.flatMap((one) => (one === undefined ? [] : [[one.id, keyOf(one)] as const])),
  );
  return {
    files: [{ path: file.path, sha256 }],
    ...{ writer, os, runs, troubles, sources, weaker: false },
    runFinished: finished !== undefined,
    success: finished?.success ?? null,
    revisions: [...revisions],
    attempts: byPlace(cases),
    definitions: usesOf(byId, new Set(index.usedDefinitions())),
    ambiguous: ambiguousIn(cases, byId),
  };
}

/** Failures around the run, with what each said. */
function troublesIn({ parseError, testRunHookFinished, testRunFinished }: Envelope): string[] {
  const found: string[] = [];
  if (parseError !== undefined)
    found.push(`${parseError.source.uri ?? 'a feature'} did not parse: ${parseError.message}`);
  if (testRunHookFinished !== undefined && testRunHookFinished.result.status !== 'PASSED') {
    const { status, message } = testRunHookFinished.result;
    found.push(`a hook around the run ${status.toLowerCase()}${saying(message)}`);
  }
  const said = testRunFinished?.exception?.message ?? testRunFinished?.message;
  if (said !== undefined && said !== '') found.push(`the run broke off${saying(said)}`);
  return found;
}

/** The first lines of a message, without the stack below it. */
const saying = (message = ''): string => {
  const lines = message.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return lines.length === 0 ? '' : `: ${lines.slice(0, 3).join(' · ').trim()}`;
};

interface Definition {
  readonly key: string;
  readonly pattern: string;
  readonly file: string;
  readonly line: number;
}

/** Some cucumbers emit each definition anew for each scenario: it is known by its pattern and its source. */
function keyOf({ pattern, sourceReference: from }: NonNullable<Envelope['stepDefinition']>): Definition {
  const { uri, javaMethod, javaStackTraceElement, location } = from;
  const file =
    uri ?? javaMethod?.className ?? javaStackTraceElement?.fileName ?? javaStackTraceElement?.className;
  const line = location?.line ?? 1;
  const key = [pattern.source, file ?? '', String(line), javaMethod?.methodName ?? ''].join('\0');
  return { key, pattern: pattern.source, file: file ?? 'a step file', line };
}

function usesOf(byId: ReadonlyMap<string, Definition>, used: ReadonlySet<string>): StepDefinitionUse[] {
  const uses = new Map<string, StepDefinitionUse>();
  for (const [id, { key, pattern, file, line }] of byId)
    uses.set(key, { pattern, file, line, used: used.has(id) || uses.get(key)?.used === true });
  return [...uses.values()];
}

function byPlace(cases: readonly RanCase[]): RunResults['attempts'] {
  const attempts = new Map<string, Map<number, Attempt[]>>();
  for (const { uri, line, attempt, finished, steps } of cases) {
    const inFile = attempts.get(uri) ?? new Map<number, Attempt[]>();
    attempts.set(uri, inFile);
    const list = inFile.get(line) ?? [];
    inFile.set(line, list);
    list.push({ attempt, finished, steps });
  }
  return attempts;
}

/** Steps that more than one definition matches, each once. */
function ambiguousIn(cases: readonly RanCase[], byId: ReadonlyMap<string, Definition>): AmbiguousStep[] {
  const found = new Map<string, AmbiguousStep>();
  for (const { uri, line, steps, definitions } of cases) {
    for (const [i, ids] of definitions.entries()) {
      const text = steps[i]?.text ?? null;
      if (ids.length < 2 || text === null || found.has(text)) continue;
      const own = new Map(ids.flatMap((id) => byId.get(id) ?? []).map(({ key, pattern }) => [key, pattern]));
      if (own.size > 1) found.set(text, { uri, line, text, definitions: [...own.values()] });
    }
  }
  return [...found.values()];
}
