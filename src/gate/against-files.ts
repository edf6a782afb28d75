/** What a merge changes beside clauses and scenarios: where the gate looks, and the code that the evidence runs. */
import { dirname } from 'node:path';
import { counted } from '../counted.ts';
import type { Change } from './against.ts';
import { linesIn } from './baseline.ts';
import { readMaybe, tidy } from './files.ts';
import { changedSince, readAt } from './git.ts';
import type { GateInputs } from './inputs.ts';
import { CONFIG, parseSettings, placeKeys, readSettings, type Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import { less, textDiff } from './text-diff.ts';

const change = (kind: Change['kind'], what: string, said: string, lines: readonly string[] = []): Change => ({
  ...{ kind, what, said, lines },
  accepted: '',
});

export const fileChanges = (base: string, then: Snapshot, inputs: GateInputs): Change[] => [
  ...placeChanges(then.settings, inputs.settings),
  ...labelChanges(then, inputs),
  ...strengthGone(base, inputs),
  ...propertiesGone(base, inputs),
  ...codeChanges(base, inputs),
];

const inWords = (value: Settings[(typeof placeKeys)[number]]): string =>
  value === null
    ? 'nothing'
    : [value]
        .flat()
        .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
        .join(', ');

/** Settings of the files, whatever flags say: a merge changes files only. */
function placeChanges(was: Settings | null, { path }: Settings): Change[] {
  const before = was ?? parseSettings('', CONFIG);
  const now = readSettings(path ?? undefined);
  const moved = placeKeys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]))
    .map((key) => `${key} is ${inWords(now[key])}, and was ${inWords(before[key])}`);
  const valueless = less(now.valueless, before.valueless).map(
    (pattern) => `--prove does not change outcomes like "${pattern}"`,
  );
  return [...moved, ...valueless].map((said) => change('weakened', 'settings', said));
}

/** A tag that was a mistake before, and is a label now. */
const labelChanges = (then: Snapshot, { catalogue }: GateInputs): Change[] =>
  then.catalogue === null
    ? []
    : less(catalogue.document.labels, then.catalogue.document.labels).map((label) =>
        change('weakened', 'labels', `@${label.replace(/^@/, '')} is a label now`),
      );

/** Without what mutation testing measured, nothing is said of it. */
function strengthGone(base: string, { settings }: GateInputs): Change[] {
  const path = tidy(settings.strength);
  if (path.startsWith('..') || readMaybe(path).text !== null || readAt(base, [path]).length === 0) return [];
  return [change('weakened', 'strength', `${path} is gone`)];
}

/** Properties and tests that the baseline had, and that are gone or are named with other clauses. */
function propertiesGone(base: string, { settings }: GateInputs): Change[] {
  const path = tidy(settings.baseline);
  const isOfTest = (line: string): boolean => /^(?:property|test)\t/.test(line);
  const was = linesIn(readAt(base, [path])[0]?.text ?? '').filter(isOfTest);
  const gone = less(was, linesIn(readMaybe(path).text ?? ''));
  if (gone.length === 0) return [];
  const said = `${counted(gone.length, 'property', 'properties')} of the baseline gone, or named with other clauses`;
  return [
    change(
      'weakened',
      'properties',
      said,
      gone.map((line) => `- ${line.replaceAll('\t', ' ')}`),
    ),
  ];
}

/**
 * Step definitions, what stands in their folders (hooks, parameter types, the world), and property tests: no
 * acceptance is bound to them, so whoever reviews has to see that they changed.
 */
function codeChanges(base: string, { run, propertyTests }: GateInputs): Change[] {
  const steps = new Set((run?.definitions ?? []).map(({ file }) => tidy(file)));
  const folders = [...new Set([...steps].map((file) => dirname(file)))].filter((folder) => folder !== '.');
  const tests = new Set(propertyTests.map(({ path }) => path));
  return changedSince(base).flatMap((path) => {
    const isStep = steps.has(path) || folders.some((folder) => path.startsWith(`${folder}/`));
    if (/\.(?:feature|feature\.md|ya?ml|ndjson)$/.test(path) || (!isStep && !tests.has(path))) return [];
    const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
    const before = readAt(base, [path])[0]?.text ?? '';
    const lines = textDiff(linesOf(before), linesOf(readMaybe(path).text ?? ''));
    return [change('evidence', path, isStep ? 'step code' : 'the code of a property', lines)];
  });
}
