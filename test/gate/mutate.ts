/** Changes to the files of a repository under the gate: members dropped and replaced, lines and words moved. */
import fc from 'fast-check';
import { hostileValue } from '../fuzz.ts';

export interface Change {
  readonly path: string;
  readonly what: string;
  readonly apply: (text: string) => string;
}

type Step = string | number;

/** The path of every member below a value. */
export function members(value: unknown, at: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [Step, unknown][] = Array.isArray(value)
    ? value.map((inner: unknown, i) => [i, inner])
    : Object.entries(value);
  return entries.flatMap(([step, inner]) => [[...at, step], ...members(inner, [...at, step])]);
}

/** The value with the member at a path replaced, or dropped where `put` is undefined. */
export function changed(value: unknown, path: readonly Step[], put: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return put;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])];
    if (rest.length === 0 && put === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = changed(copy[Number(step)], rest, put);
    return copy;
  }
  const entries = Object.entries(value as object).flatMap(([key, inner]): [string, unknown][] => {
    if (key !== step) return [[key, inner]];
    if (rest.length === 0 && put === undefined) return [];
    return [[key, changed(inner, rest, put)]];
  });
  return Object.fromEntries(entries);
}

const index = fc.nat({ max: 1_000_000 });
const pick = <T>(items: readonly T[], n: number): T => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** One member of one line of JSON dropped, or put in place of another value. */
const member = (path: string): fc.Arbitrary<Change> =>
  fc.tuple(index, index, fc.option(hostileValue, { nil: undefined, freq: 2 })).map(([line, place, put]) => ({
    path,
    what: `member ${String(place)} of line ${String(line)} is ${put === undefined ? 'dropped' : JSON.stringify(put).slice(0, 40)}`,
    apply: (text) => {
      const lines = path.endsWith('.ndjson') ? text.trimEnd().split('\n') : [text];
      const at = line % lines.length;
      const value: unknown = JSON.parse(lines[at] ?? '');
      const where = pick(members(value), place);
      lines[at] = JSON.stringify(changed(value, where, put));
      return `${lines.join('\n')}\n`;
    },
  }));

/** Lines dropped, doubled, exchanged and cut off. */
const lines = (path: string): fc.Arbitrary<Change> =>
  fc.tuple(fc.constantFrom('drop', 'double', 'exchange', 'cut'), index, index).map(([how, n, m]) => ({
    path,
    what: `${how} ${String(n)} ${String(m)}`,
    apply: (text) => {
      if (how === 'cut') return text.slice(0, n % (text.length + 1));
      const all = text.split('\n');
      const [a, b] = [n % all.length, m % all.length];
      if (how === 'drop') all.splice(a, 1);
      else if (how === 'double') all.splice(b, 0, all[a] ?? '');
      else [all[a], all[b]] = [all[b] ?? '', all[a] ?? ''];
      return all.join('\n');
    },
  }));

const words = [
  ...[
    '*a',
    '&a',
    '*pur',
    '&x [*x]',
    '<<: *a',
    '!!binary x',
    '!!set {a}',
    '%YAML 1.1\n---\n',
    '---',
    '...',
    '- ',
    ': ',
    '? ',
    '|',
  ],
  ...[
    '"',
    "'",
    '[',
    '{',
    ']',
    '}',
    '\t',
    '\r',
    '\u0000',
    '\ufeff',
    '\u2028',
    '#',
    '@',
    '@KER-01',
    '|',
    '"""',
    '<x>',
    '\\',
  ],
  ...[
    'Feature:',
    'Rule:',
    'Background:',
    'Scenario Outline: x',
    'Examples:',
    '| a | b |',
    '* x',
    '# language: xx',
    'Given ',
    'Then ',
  ],
  ...[
    'null',
    'true',
    '0',
    '-1',
    '2027-02-31',
    '9'.repeat(400),
    '['.repeat(300),
    '{a: '.repeat(300),
    'x'.repeat(3000),
  ],
];

/** A word put into the text, or in place of one. */
const word = (path: string): fc.Arbitrary<Change> =>
  fc
    .tuple(fc.oneof(fc.constantFrom(...words), fc.string()), index, fc.nat({ max: 12 }))
    .map(([put, n, gone]) => ({
      path,
      what: `${JSON.stringify(put.slice(0, 40))} at ${String(n)} for ${String(gone)} characters`,
      apply: (text) => {
        const at = n % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + gone);
      },
    }));

const json = ['messages.ndjson', 'properties.json', 'run.json', 'strength.json'];
const yaml = ['features/clauses.yaml', 'features/waivers.yaml', 'features/accepted.yaml'];
const other = ['features/pur.feature', 'features/baseline.txt'];
const all = [...json, ...yaml, ...other];

/** One to three changes, half of them to members of messages. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(member('messages.ndjson')) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...json.slice(1)).chain(member)) },
  { weight: 1, arbitrary: fc.tuple(lines('messages.ndjson')) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...yaml).chain(word)) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.constantFrom(...all).chain((path) => fc.oneof(lines(path), word(path))),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

export function changedFiles(
  files: ReadonlyMap<string, string>,
  made: readonly Change[],
): Map<string, string> {
  const result = new Map(files);
  for (const { path, apply } of made) {
    const text = result.get(path);
    if (text !== undefined) result.set(path, apply(text));
  }
  return result;
}
