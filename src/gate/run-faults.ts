/** What is wrong with a run as such: then nothing of it is evidence. */
import { finding, type Finding } from '../specification/finding.ts';
import type { PlacedRun } from '../specification/placed-run.ts';
import type { CaseEvidence } from './evidence.ts';
import { leftOutBy } from './feature-paths.ts';
import type { GateInputs } from './inputs.ts';
import { otherRecord } from './run-record-faults.ts';

export interface RunUnderGate extends Pick<
  GateInputs,
  | 'files'
  | 'catalogue'
  | 'run'
  | 'cases'
  | 'missing'
  | 'reports'
  | 'written'
  | 'record'
  | 'propertiesText'
  | 'codeFiles'
  | 'changed'
  | 'settings'
> {
  /** Names that the commit of the tree goes by; none when it is not known. */
  readonly commits: readonly string[];
  /** How the gate was called. */
  readonly command: string;
}

export const again = 'run the whole suite again';

export function runFaults(under: RunUnderGate): Finding[] {
  const { files, run, cases, reports, command } = under;
  const missing = missingFiles(under);
  if (files.length === 0) {
    const without = reports.length > 0 && run === null;
    // tests of other runners need no features
    if (without) return [...missing, ...otherRecord(under)];
    const todo = 'name the folder with features, in the settings or with --features';
    return [...missing, finding('no-features', 'there is no feature file', todo)];
  }
  if (run === null) {
    const todo = `run the suite with a message formatter (${command} --run COMMAND)`;
    if (missing.length > 0) return missing.map((one) => ({ ...one, remedy: todo }));
    return [finding('no-messages', 'no message file is named', todo)];
  }
  const { finished, isDry } = howMuchRan(run);
  const other = otherTree(under, run);
  const changed = new Set(other.map(({ place }) => place?.file));
  const recorded = otherRecord(under).filter(({ place }) => place === null || !changed.has(place.file));
  const faults = [...missing, ...other, ...recorded];
  if (run.runs > 1) {
    const said = `${run.files.map(({ path }) => path).join(', ')} holds ${String(run.runs)} runs`;
    faults.push(finding('several-runs', said, 'let each run write its own file'));
  }
  if (run.shared.length > 0) faults.push(sharedCases(run.shared));
  if (finished === 0) {
    const said = `no scenario ran (${String(cases.length)} stand in the tree)`;
    return [...faults, finding('nothing-ran', said, 'look at the filters of the run: tags, names, paths')];
  }
  if (isDry) {
    const said = `a dry run: ${String(finished)} scenarios ended and no step was carried out`;
    return [...faults, finding('dry-run', said, 'run without --dry-run')];
  }
  if (!run.runFinished)
    faults.push(finding('unfinished-run', 'the run was cut off: its end is not in the messages', again));
  // what a changed file would have run is not known, and that it changed is said already
  return [...faults, ...leftOut(cases.filter(({ scenario }) => !changed.has(scenario.place.file)))];
}

/** Message files and reports that are named and not there; where cucumber's JSON tells of the run, messages need not be. */
function missingFiles({ missing, run, files, reports }: RunUnderGate): Finding[] {
  const told = run?.weaker === true || (files.length === 0 && reports.length > 0);
  return missing
    .filter(({ path }) => !(told && path.endsWith('.ndjson')))
    .map(({ path, isEmpty }) => {
      const said = isEmpty ? `the message file ${path} is empty` : `there is no message file ${path}`;
      return finding('no-messages', said, again);
    });
}

function sharedCases(shared: readonly string[]): Finding {
  const [first = ''] = shared;
  const said = `${String(shared.length)} scenarios stand in more than one message file, first ${first}`;
  return finding('shared-cases', said, 'give each part of the run scenarios of its own');
}

/** How many attempts came to their end, and whether nothing was carried out because nothing was meant to be. */
function howMuchRan({ ran }: PlacedRun): { finished: number; isDry: boolean } {
  let finished = 0;
  let carriedOut = false;
  let left = false;
  for (const { attempts } of ran) {
    for (const attempt of [...attempts.values()].flat()) {
      if (attempt.finished) finished++;
      carriedOut ||= attempt.steps.some(
        ({ status, took }) =>
          ['PASSED', 'FAILED', 'PENDING'].includes(status) || (status === 'SKIPPED' && took),
      );
      // in a dry run even the first step is skipped, and no hook is the reason
      left ||= attempt.steps.find(({ text }) => text !== null)?.status === 'SKIPPED';
    }
  }
  return { finished, isDry: left && !carriedOut };
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
  const todo = 'run all of them: no filter, no skip; or declare an exclusion of their tag in the settings';
  return [finding('not-run', said, todo, first.scenario.place)];
}

/** The text that ran, file by file, against the tree. */
function otherTree({ files, record, settings }: RunUnderGate, { ran }: PlacedRun): Finding[] {
  const isLeftOut = leftOutBy(settings.exclude);
  const now = new Map(files.map(({ path, text }) => [path, text]));
  return ran.flatMap(({ uri, path, text, weaker }) => {
    const tell = (said: string): Finding[] => {
      const place = { file: path ?? uri, line: 1 };
      return [finding('other-features', `${uri} ${said}`, again, place)];
    };
    if (path === undefined) return isLeftOut(uri) ? [] : tell('ran and is not in the tree');
    if (text !== undefined) return text === now.get(path) ? [] : tell('has changed since it ran');
    if (weaker || record?.features[path] !== undefined) return [];
    return tell('ran, and the messages do not hold its text');
  });
}

/** Scenarios that failed, were skipped or were tried again, and failures around them. */
export function failures(run: PlacedRun | null, cases: readonly CaseEvidence[]): Finding[] {
  const found = cases.flatMap(({ scenario, case: { line }, clauses, standing, why }) => {
    const about = clauses.length === 0 ? '' : ` (${clauses.join(', ')})`;
    const place = { file: scenario.place.file, line };
    const said = `${scenario.title}${about}: ${why}`;
    switch (standing) {
      case 'failed':
        return [finding('failing', said, 'correct what it tests', place)];
      case 'skipped':
        return [
          finding('skipped', said, 'run it; or declare an exclusion of its tag in the settings', place),
        ];
      case 'retried':
        return [finding('retried', said, 'make it pass at the first attempt, and do not retry', place)];
      default:
        return [];
    }
  });
  const around = (run?.troubles ?? []).map((said) =>
    finding('run-failed', said, 'see the output of the run'),
  );
  return [...found, ...around];
}

/** The run says that it failed, and nothing found so far says why. */
export function failedForNoReason(
  run: PlacedRun | null,
  record: GateInputs['record'],
  found: readonly Finding[],
): Finding[] {
  if (found.some(({ rule }) => ['failing', 'retried', 'skipped', 'run-failed'].includes(rule))) return [];
  const commands = (record?.commands ?? []).filter(({ exit }) => exit !== 0);
  const broke = commands.map(({ command, exit }) => {
    const how = exit === null ? 'was stopped by a signal' : `ended with exit status ${String(exit)}`;
    return finding('run-failed', `the command ${how}: ${command}`, 'see its own output');
  });
  if (broke.length > 0 || run?.success !== false) return broke;
  // cucumber-ruby before version 8 says so of every run
  const [, major = ''] = /^cucumber-ruby (\d+)\./.exec(run.writer) ?? [];
  if (major !== '' && Number(major) < 8) {
    const said = `${run.writer} does not tell whether a run succeeded`;
    return [finding('success-unknown', said, 'take version 8 or later, or let the gate run it (--run)')];
  }
  return [finding('run-failed', 'the run says that it failed, though no scenario did', 'see its own output')];
}
