/** From a scenario file to a scenario, or to all that is wrong with it. Chapter CFG. */
import { closest } from 'fastest-levenshtein';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { inconsistencies } from './consistency.ts';
import { fillIn, missingParts } from './defaults.ts';
import { pathText, ScenarioFaults, type Fault, type Path } from './faults.ts';
import type { LoadedScenario, Scenario } from './scenario.ts';
import { scenarioSchema, type Parsed } from './schema.ts';
import { readSource, type SourceNode } from './source.ts';
import { describe, drop, nodeAt, placeOf, plain } from './tree.ts';
import { applyOverrides, mendSpellings, type Overrides } from './variants.ts';

export { ScenarioFaults, type Fault } from './faults.ts';
export type { LoadedScenario, Scenario } from './scenario.ts';

/**
 * Reads a scenario file. An override (`ring.kappa` → `0.5`) is a value in YAML and wins over the file.
 * @throws ScenarioFaults with every fault of the file. CFG-03.
 */
export function loadScenario(file: string, overrides: Overrides = {}): LoadedScenario {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ScenarioFaults([unreadable(file, reason(error))]);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ScenarioFaults([unreadable(file, 'bytes that are not UTF-8 text')]);
  }
  return parseScenario(text, file, overrides);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a directory',
  EACCES: 'a file that may not be read',
};

function reason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

const unreadable = (file: string, found: string): Fault => ({
  file,
  line: 0,
  path: '',
  found,
  allowed: 'a scenario file in YAML',
});

/** Reads the text of a scenario; `file` is its name in messages. A resolved scenario loads as itself. OUT-12. */
export function parseScenario(text: string, file: string, overrides: Overrides = {}): LoadedScenario {
  const { root, faults } = readSource(text, file);
  if (root === null || !(root.value instanceof Map)) {
    const found = root === null ? 'an empty document' : describe(root);
    const fault = { file, line: 0, path: '', found, allowed: 'a section with the keys of a scenario' };
    throw new ScenarioFaults(faults.length > 0 ? faults : [fault]);
  }
  const warnings: string[] = [];
  faults.push(...applyOverrides(root, overrides), ...mendSpellings(root, warnings));
  const known = new Findings(root, faults);
  const scenario = check(root, known);
  if (scenario === null || faults.length > 0) throw new ScenarioFaults(faults);
  return { scenario, warnings: [...warnings, ...unusedKeys(scenario)] };
}

/** Faults so far, and the paths that are not to be judged any more. */
class Findings {
  readonly #doubtful: string[];

  constructor(
    private readonly root: SourceNode,
    private readonly faults: Fault[],
  ) {
    this.#doubtful = faults.map(({ path }) => path);
  }

  add(path: Path, found: string, allowed: string): void {
    const { file, line } = placeOf(this.root, path);
    this.faults.push({ file, line, path: pathText(path), found, allowed });
    this.doubt(path);
  }

  doubt(path: Path): void {
    this.#doubtful.push(pathText(path));
  }

  /** Whether the value at a path, something in it or something around it is at fault. */
  doubts(path: string): boolean {
    const within = (inner: string, outer: string): boolean =>
      inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
    return this.#doubtful.some((doubtful) => within(doubtful, path) || within(path, doubtful));
  }
}

/**
 * Every fault of a document: first of the single values, then, with the faulty ones taken out, of how the
 * others go together. Null when nothing is left to go on with.
 */
function check(root: SourceNode, findings: Findings): Scenario | null {
  let result = scenarioSchema.safeParse(plain(root));
  for (let round = 0; !result.success; round++) {
    // what taking values out leaves behind is no fault of the file
    const faulty = result.error.issues.flatMap((issue) =>
      valueFaults(root, issue, round === 0 ? findings : null),
    );
    if (round === 10 || faulty.some((path) => path.length === 0)) return null;
    for (const path of faulty) drop(root, path);
    result = scenarioSchema.safeParse(plain(root));
  }
  const scenario = fillIn(result.data);
  reportMissing(root, result.data, findings);
  const certain = inconsistencies(scenario).filter(
    ({ because }) => !because.some((path) => findings.doubts(path)),
  );
  for (const { path, found, allowed } of certain) findings.add(path, found, allowed);
  return scenario;
}

/** Stands for the list of buckets as a whole. */
const ALL_BUCKETS = ['buckets', '*'];

/** An issue of the schema as faults with their places; the paths are those to take out. */
function valueFaults(root: SourceNode, issue: z.core.$ZodIssue, findings: Findings | null): Path[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') {
    findings?.add(
      path,
      issue.code === 'invalid_key' ? String(path.at(-1)) : describe(nodeAt(root, path)),
      issue.message,
    );
    // a bucket that is taken out leaves a gap, which is no fault of the others
    if (path[0] === 'buckets' && path.length === 2) findings?.doubt(ALL_BUCKETS);
    return [path];
  }
  const known = issue.message.split(', ');
  return issue.keys.map((key) => {
    const unknown = [...path, key];
    findings?.add(unknown, `the unknown key ${key}`, `${nearest(key, known)} (known here: ${issue.message})`);
    findings?.doubt([...path, closest(key, known)]);
    return unknown;
  });
}

const nearest = (key: string, known: readonly string[]): string => `the nearest is ${closest(key, known)}`;

function reportMissing(root: SourceNode, parsed: Parsed, findings: Findings): void {
  for (const { path, known } of missingParts(parsed)) {
    if (known === undefined) {
      if (findings.doubts(pathText(path))) continue;
      findings.add(path, describe(nodeAt(root, path)), 'a value: only short, mid and long have a default');
      continue;
    }
    const key = String(path.at(-1));
    const list = `known here: ${known.join(', ')}; other buckets need a tau`;
    findings.add(path, `the unknown key ${key}`, `${nearest(key, known)} (${list})`);
  }
}

/** Keys that are right and do nothing. */
function unusedKeys({ trader_policy: { kind, horizon } }: Scenario): string[] {
  if (kind === 'default_avoidance' || horizon === null) return [];
  return [`trader_policy.horizon is not used by ${kind}, which has H_min_invest`];
}
