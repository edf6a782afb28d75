/** The message files of one run, put together and compared with the feature files of the tree. */
import type { FeatureFile } from './features.ts';
import type { Attempt, RunResults, StepDefinitionUse } from './messages.ts';
import { matchUris } from './uris.ts';

/** Attempts at the cases of one file, by the line of the scenario or row. */
export type AttemptsByLine = ReadonlyMap<number, readonly Attempt[]>;

/** A feature file as a message file names it. */
export interface RanFile {
  readonly uri: string;
  /** In the tree; undefined where no file of it is meant. */
  readonly path: string | undefined;
  /** Undefined where the messages do not hold it. */
  readonly text: string | undefined;
  readonly attempts: AttemptsByLine;
  /** From a format that does not hold the text that ran. */
  readonly weaker: boolean;
}

export interface PlacedRun extends Omit<RunResults, 'sources' | 'attempts'> {
  readonly ran: readonly RanFile[];
  /** By path in the tree; a file has several entries when the run names it in several ways. */
  readonly byPath: ReadonlyMap<string, readonly RanFile[]>;
  /** Cases that more than one message file holds, each as `path:line`. */
  readonly shared: readonly string[];
}

/** Null when there is no message file. */
export function placeRuns(runs: readonly RunResults[], files: readonly FeatureFile[]): PlacedRun | null {
  const [first] = runs;
  if (first === undefined) return null;
  const tree = new Map(files.map(({ path, text }) => [path, text]));
  const perFile = runs.map((run) => filesOf(run, tree));
  const ran = perFile.flat();
  const results = runs.map(({ success }) => success);
  return {
    files: runs.flatMap((run) => run.files),
    writer: unique(runs.map(({ writer }) => writer)).join(', '),
    os: first.os,
    runs: Math.max(...runs.map((run) => run.runs)),
    runFinished: runs.every(({ runFinished }) => runFinished),
    success: results.includes(false) ? false : results.includes(null) ? null : true,
    troubles: runs.flatMap(({ troubles }) => troubles),
    revisions: unique(runs.flatMap(({ revisions }) => revisions)),
    definitions: definitionsOf(runs),
    ambiguous: runs.flatMap(({ ambiguous }) => ambiguous),
    weaker: runs.every(({ weaker }) => weaker),
    ran,
    byPath: byPath(ran),
    shared: sharedCases(perFile),
  };
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

function filesOf(run: RunResults, tree: ReadonlyMap<string, string>): RanFile[] {
  const uris = unique([...run.sources.keys(), ...run.attempts.keys()]);
  const texts = new Map(uris.map((uri) => [uri, run.sources.get(uri) ?? '']));
  const paths = matchUris(texts, tree, run.files[0]?.path);
  return uris.map((uri) => ({
    uri,
    path: paths.get(uri),
    text: run.sources.get(uri),
    attempts: run.attempts.get(uri) ?? new Map(),
    weaker: run.weaker,
  }));
}

export function byPath(ran: readonly RanFile[]): PlacedRun['byPath'] {
  const found = new Map<string, RanFile[]>();
  for (const one of ran) {
    if (one.path === undefined) continue;
    const list = found.get(one.path);
    if (list === undefined) found.set(one.path, [one]);
    else list.push(one);
  }
  return found;
}

/** A definition is used when it is in any of the files. */
function definitionsOf(runs: readonly RunResults[]): StepDefinitionUse[] {
  if (runs.length === 1) return [...(runs[0]?.definitions ?? [])];
  const uses = new Map<string, StepDefinitionUse>();
  for (const one of runs.flatMap(({ definitions }) => definitions)) {
    const key = [one.pattern, one.file, String(one.line)].join('\0');
    uses.set(key, { ...one, used: one.used || uses.get(key)?.used === true });
  }
  return [...uses.values()];
}

function sharedCases(perFile: readonly (readonly RanFile[])[]): string[] {
  const owner = new Map<string, number>();
  const shared = new Set<string>();
  for (const [i, files] of perFile.entries())
    for (const { path, uri, attempts } of files)
      for (const line of attempts.keys()) {
        const name = `${path ?? uri}:${String(line)}`;
        if ((owner.get(name) ?? i) !== i) shared.add(name);
        owner.set(name, i);
      }
  return [...shared];
}
