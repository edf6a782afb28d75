/** The real suite, run once, with its texts taken from the run itself, so that nothing can come between. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { linesOf } from '../../src/files/lines.ts';
import { evidenceOf } from '../../src/gate/acceptance.ts';
import { byClause } from '../../src/gate/by-clause.ts';
import { parseSettings } from '../../src/gate/settings.ts';
import { weighFile, type CaseEvidence } from '../../src/gate/evidence.ts';
import type { FeatureFile, SuiteScenario } from '../../src/specification/features.ts';
import { readFeature } from '../../src/specification/features.ts';
import { judge, type Verdict } from '../../src/gate/gate.ts';
import type { TextFile } from '../../src/specification/input.ts';
import { readInputs, type GateFiles, type GateInputs } from '../../src/gate/inputs.ts';
import { readMessages } from '../../src/specification/messages.ts';
import { byPath, type PlacedRun } from '../../src/specification/placed-run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const settings = { commits: [], today: '2026-01-01', ci: true };

/** What the gate keeps of its run. */
const KEPT = join(root, 'reports/gate/messages.ndjson');

/** Whether nothing that the suite is made of was changed since the gate ran it. */
function isKept(): boolean {
  const ran = statSync(KEPT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ['features', 'steps', 'src', 'cucumber.mjs', 'package-lock.json'].every((part) =>
    [part, ...filesBelow(part)].every((path) => statSync(join(root, path)).mtimeMs < ran),
  );
}

const filesBelow = (part: string): string[] =>
  statSync(join(root, part)).isDirectory()
    ? readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).map((name) => join(part, name))
    : [];

/** The messages of one whole run of the features: the gate's last one where it is of this tree, else a new one. */
export function runRealSuite(): string {
  if (isKept()) return readFileSync(KEPT, 'utf8');
  const folder = scratchFolder();
  const out = join(folder, 'messages.ndjson');
  const args = ['--profile', 'decimal', '--format', `message:${out}`, '--format', 'summary'];
  // the features are measured where they are tested; here that would only take time
  const env = { ...process.env, NODE_V8_COVERAGE: '' };
  spawnSync(join(root, 'node_modules/.bin/cucumber-js'), args, { cwd: root, env });
  return readFileSync(out, 'utf8');
}

/** The gate's files for these messages: nothing accepted, nothing waived, no baseline. */
export function filesOf(messages: string): GateFiles {
  const file = linesOf('messages.ndjson', messages);
  const { sources } = readMessages(file);
  const none = (path: string) => ({ path, text: null });
  return {
    catalogue: {
      path: 'features/clauses.yaml',
      text: readFileSync(join(root, 'features/clauses.yaml'), 'utf8'),
    },
    features: [...sources].map(([path, text]) => ({ path, text })),
    messages: [file],
    reports: [],
    record: none('run.json'),
    properties: none('properties.json'),
    propertyTests: [],
    strength: none('strength.json'),
    strengthFiles: [],
    codeFiles: [],
    changed: [],
    waivers: none('waivers.yaml'),
    accepted: none('accepted.yaml'),
    baseline: none('baseline.txt'),
    settings: parseSettings('', 'ringspec.config.yaml'),
  };
}

/** As if everything were accepted, and the baseline said just what is so. */
export function settled(files: GateFiles): { files: GateFiles; inputs: GateInputs; verdict: Verdict } {
  const inputs = readInputs(files);
  const casesOf = byClause(inputs.cases);
  const accepted = Object.fromEntries(
    [...inputs.catalogue.clauses].map(([id, { fingerprint, needs }]) => [
      id,
      {
        ...{ text: fingerprint, needs: needs.join(' '), evidence: evidenceOf(casesOf.get(id) ?? []) },
        ...{ by: 'the test', why: 'it stands so' },
      },
    ]),
  );
  const { baseline } = judge({ ...inputs, accepted }, settings);
  const kept = { path: 'baseline.txt', text: baseline };
  const now = { ...inputs, accepted, baseline: kept };
  const all: GateFiles = {
    ...files,
    baseline: kept,
    accepted: { path: 'accepted.yaml', text: JSON.stringify(accepted) },
  };
  return { files: all, inputs: now, verdict: judge(now, settings) };
}

/** An edit of one feature file, which leaves every other line where it is, and what then would have run. */
export interface Edit {
  readonly path: string;
  readonly change: (text: string) => string;
  /** Which lines of cases no longer run, and which of their steps no longer run in those that do. */
  readonly gone: readonly number[];
  readonly goneStep?: { readonly cases: readonly number[]; readonly index: number };
}

/** Files that no edit touches are weighed once. */
const casesOf = new WeakMap<FeatureFile, readonly CaseEvidence[]>();

/** The same inputs after the edit and a new run of it. */
export function edited(inputs: GateInputs, edits: readonly Edit[]): GateInputs {
  if (inputs.run === null) throw new Error('the suite did not run');
  const files = new Map(inputs.files.map((file) => [file.path, file]));
  const attempts = new Map(inputs.run.ran.map((one) => [one.path ?? one.uri, one]));
  const changed = new Map<string, TextFile>();
  for (const { path, change, gone, goneStep } of edits) {
    const text = change(changed.get(path)?.text ?? files.get(path)?.text ?? '');
    changed.set(path, { path, text });
    const was = attempts.get(path);
    if (was === undefined) throw new Error(`${path} did not run`);
    const inFile = new Map(was.attempts);
    for (const line of gone) inFile.delete(line);
    for (const line of goneStep?.cases ?? []) {
      const without = (inFile.get(line) ?? []).map((attempt) => {
        let n = -1;
        const steps = attempt.steps.filter(({ text: step }) => {
          if (step !== null) n++;
          return step === null || n !== goneStep?.index;
        });
        return { ...attempt, steps };
      });
      inFile.set(line, without);
    }
    attempts.set(path, { ...was, text, attempts: inFile });
  }
  for (const [path, file] of changed) files.set(path, readFeature(file));
  const ran = [...attempts.values()];
  const run: PlacedRun = { ...inputs.run, ran, byPath: byPath(ran) };
  const cases = [...files.values()].flatMap((file) => {
    const same = casesOf.get(file);
    if (same !== undefined) return same;
    const weighed = weighFile(file, run.byPath.get(file.path) ?? [], inputs.catalogue);
    casesOf.set(file, weighed);
    return weighed;
  });
  return { ...inputs, files: [...files.values()], run, cases };
}

const isHead = (line: string): boolean => /^\s*[@#]/.test(line);

/** First and last line of a scenario, from its tags to where the next thing begins. */
export function extent({ text, scenarios }: FeatureFile, scenario: SuiteScenario): [number, number] {
  const lines = text.split('\n');
  const top = (line: number): number => {
    let first = line;
    while (isHead(lines[first - 2] ?? '')) first--;
    return first;
  };
  const starts = scenarios.flatMap((one) => [
    top(one.place.line),
    ...(one.rule === null ? [] : [top(one.rule.line)]),
  ]);
  const own = top(scenario.place.line);
  const next = Math.min(lines.length + 1, ...starts.filter((line) => line > own));
  return [own, next - 1];
}

/** Empties these lines, so that all others stay where they are. */
export const blank =
  (from: number, to: number) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line, i) => (i + 1 >= from && i + 1 <= to ? '' : line))
      .join('\n');
