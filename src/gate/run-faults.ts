/** What is wrong with a run as such: then nothing of it is evidence. */
import type { Catalogue } from '../specification/catalogue.ts';
import { treePaths, type CaseEvidence } from './evidence.ts';
import type { FeatureFile } from '../specification/features.ts';
import { finding, type Finding } from '../specification/finding.ts';
import { sha256 } from '../specification/input.ts';
import type { RunResults } from '../specification/messages.ts';
import type { RunRecord } from './record.ts';

export interface RunUnderGate {
  readonly files: readonly FeatureFile[];
  readonly catalogue: Catalogue;
  readonly run: RunResults | null;
  readonly cases: readonly CaseEvidence[];
  readonly messages: { readonly path: string; readonly text: string | null };
  readonly record: RunRecord | null;
  readonly properties: string | null;
  /** Names that the commit of the tree goes by; none when it is not known. */
  readonly commits: readonly string[];
}

const again = 'run the whole suite again';

export function runFaults(under: RunUnderGate): Finding[] {
  const { files, run, cases, messages } = under;
  if (files.length === 0)
    return [finding('no-features', 'there is no feature file', 'name the folder with --features')];
  if (run === null) {
    const said =
      messages.text === null
        ? `there is no message file ${messages.path}`
        : `the message file ${messages.path} is empty`;
    return [finding('no-messages', said, 'run the suite with a message formatter (gate --run)')];
  }
  const { finished, carriedOut } = howMuchRan(run);
  const other = otherTree(under, run);
  const changed = new Set(other.map(({ place }) => place?.file));
  const recorded = otherRecord(under).filter(({ place }) => place === null || !changed.has(place.file));
  const faults = [...other, ...recorded];
  if (run.runs > 1) {
    const said = `${messages.path} holds ${String(run.runs)} runs`;
    faults.push(finding('several-runs', said, 'let each run write its own file'));
  }
  if (finished === 0) {
    const said = `no scenario ran (${String(cases.length)} stand in the tree)`;
    return [...faults, finding('nothing-ran', said, 'look at the filters of the run: tags, names, paths')];
  }
  if (!carriedOut) {
    const said = `a dry run: ${String(finished)} scenarios ended and no step was carried out`;
    return [...faults, finding('dry-run', said, 'run without --dry-run')];
  }
  if (!run.runFinished)
    faults.push(finding('unfinished-run', 'the run was cut off: its end is not in the messages', again));
  // what a changed file would have run is not known, and that it changed is said already
  return [...faults, ...leftOut(cases.filter(({ scenario }) => !changed.has(scenario.place.file)))];
}

/** How many attempts came to their end, and whether any step at all was carried out. */
function howMuchRan({ attempts }: RunResults): { finished: number; carriedOut: boolean } {
  let finished = 0;
  let carriedOut = false;
  for (const inFile of attempts.values()) {
    for (const attempt of [...inFile.values()].flat()) {
      if (attempt.finished) finished++;
      carriedOut ||= attempt.steps.some(({ status }) => status === 'PASSED' || status === 'FAILED');
    }
  }
  return { finished, carriedOut };
}

const SHOWN = 10;

/** Cases of the tree that did not run to their end: the run was filtered. One finding for all. */
function leftOut(cases: readonly CaseEvidence[]): Finding[] {
  const out = cases.filter(({ standing }) => standing === 'not-run');
  const [first] = out;
  if (first === undefined) return [];
  const names = out.slice(0, SHOWN).map(({ scenario, case: { line }, why }) => {
    const row = scenario.cases.length > 1 ? ` (line ${String(line)})` : '';
    return `\n  ${scenario.title}${row}: ${why}`;
  });
  const more = out.length > SHOWN ? `\n  and ${String(out.length - SHOWN)} more` : '';
  const said = `a partial run: ${String(out.length)} of ${String(cases.length)} scenarios did not run to their end${names.join('')}${more}`;
  return [finding('not-run', said, 'run all of them: no filter, no skip', first.scenario.place)];
}

/** The text that ran, file by file, against the tree. */
function otherTree({ files, record }: RunUnderGate, run: RunResults): Finding[] {
  const paths = treePaths(files, run);
  const now = new Map(files.map(({ path, text }) => [path, text]));
  const faults: Finding[] = [];
  for (const uri of new Set([...run.sources.keys(), ...run.attempts.keys()])) {
    const path = paths.get(uri);
    const source = run.sources.get(uri);
    const tell = (said: string): void => {
      const place = { file: path ?? uri, line: 1 };
      faults.push(finding('other-features', `${uri} ${said}`, again, place));
    };
    if (path === undefined) tell('ran and is not in the tree');
    else if (source === undefined) {
      if (record?.features[path] === undefined) tell('ran, and the messages do not hold its text');
    } else if (source !== now.get(path)) tell('has changed since it ran');
  }
  return faults;
}

/** What the run recorded beside its messages, against the tree. */
function otherRecord({
  files,
  catalogue,
  run,
  messages,
  record,
  properties,
  commits,
}: RunUnderGate): Finding[] {
  const faults: Finding[] = [];
  const commit = record === null ? (run?.revision ?? null) : record.commit;
  if (commit !== null && commits.length > 0 && !commits.includes(commit)) {
    const said = `the run was of commit ${commit}, and the tree is at ${commits.join(' or ')}`;
    faults.push(finding('other-commit', said, again));
  }
  if (record === null) return faults;
  if (record.catalogue !== catalogue.sha256) {
    const said = `${catalogue.path} has changed since the run`;
    faults.push(finding('other-catalogue', said, again, { file: catalogue.path, line: 1 }));
  }
  for (const { path, text } of files) {
    const was = record.features[path];
    if (was === sha256(text)) continue;
    const said = was === undefined ? 'was not there when the run began' : 'has changed since the run began';
    faults.push(finding('other-features', `${path} ${said}`, again, { file: path, line: 1 }));
  }
  if (record.messages !== (messages.text === null ? null : sha256(messages.text)))
    faults.push(finding('other-messages', `${messages.path} is not the file that the run wrote`, again));
  if (properties !== null && record.properties !== sha256(properties))
    faults.push(finding('other-properties', 'the property results are not those of the run', again));
  return faults;
}

/** Scenarios that failed or were tried again, and failures around them. */
export function failures(run: RunResults | null, cases: readonly CaseEvidence[]): Finding[] {
  const found = cases.flatMap(({ scenario, case: { line }, clauses, standing, why }) => {
    if (standing !== 'failed' && standing !== 'retried') return [];
    const about = clauses.length === 0 ? '' : ` (${clauses.join(', ')})`;
    const place = { file: scenario.place.file, line };
    if (standing === 'failed')
      return [finding('failing', `${scenario.title}${about}: ${why}`, 'mend what it tests', place)];
    const mend = 'make it pass at the first attempt, and do not retry';
    return [finding('retried', `${scenario.title}${about}: ${why}`, mend, place)];
  });
  const around = (run?.troubles ?? []).map((said) => finding('run-failed', said, 'mend it'));
  return [...found, ...around];
}
