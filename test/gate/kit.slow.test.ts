/** Every sample of cucumber's compatibility kit, of every major version, gets its exit status. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { Fault } from '../../src/files/faults.ts';
import { linesOf } from '../../src/files/lines.ts';
import { gate, type Verdict } from '../../src/gate/gate.ts';
import type { GateFiles } from '../../src/gate/inputs.ts';
import { parseSettings } from '../../src/gate/settings.ts';
import { fingerprint } from '../../src/specification/catalogue.ts';
import { changed, members } from './mutate.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
/** There is no version 6, 8 or 21; the newest has the package's own name. */
const majors = Array.from({ length: 29 }, (_, i) => i + 1).filter((major) => ![6, 8, 21].includes(major));
const newest = '@cucumber/compatibility-kit';
const kits = [...majors.map((major) => `kit-${String(major)}`), newest];
const none = { text: null };

// the kit's scenarios are not about clauses, and many assert nothing: one clause is shown by a report beside them
const settings = parseSettings(
  'severity: { no-outcome: off, identical: off, unused-step: off, no-clause: off, empty-outline: off }',
  'ringspec.config.yaml',
);
const catalogue = {
  path: 'clauses.yaml',
  text: "labels: ['*']\nchapters: [{ id: KIT, clauses: [{ id: KIT-1, text: It is there. }] }]\n",
};
const accepted = {
  path: 'accepted.yaml',
  text: `KIT-1: { text: ${fingerprint('It is there.')}, needs: example, evidence: e3b0c44298fc1c14, by: the test, why: it stands so }`,
};

interface Sample {
  readonly name: string;
  readonly features: readonly { readonly path: string; readonly text: string }[];
  readonly messages: string;
}

function samplesOf(kit: string): Sample[] {
  const folder = join(modules, kit, 'features');
  return readdirSync(folder).flatMap((name) => {
    const files = readdirSync(join(folder, name));
    const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
    const messages = files.find((file) => file.endsWith('.ndjson'));
    if (messages === undefined) return [];
    const text = read(messages);
    // the first versions named their files otherwise
    const [, top = ''] = /"uri":"(features|samples)\//.exec(text) ?? [];
    const features = files
      .filter((file) => /\.feature(\.md)?$/.test(file) || file === 'markdown.md')
      .map((file) => ({ path: `${top}/${name}/${file}`, text: read(file) }));
    return [{ name: `${kit} ${name}`, features, messages: text }];
  });
}

const filesOf = ({ features, messages }: Sample): GateFiles => ({
  ...{ catalogue, features, settings, accepted },
  messages: [linesOf('messages.ndjson', messages)],
  reports: [{ path: 'junit.xml', text: '<testsuite><testcase name="KIT-1 is there"/></testsuite>' }],
  ...{ propertyTests: [], strengthFiles: [], codeFiles: [], changed: [] },
  record: { path: 'run.json', ...none },
  properties: { path: 'properties.json', ...none },
  strength: { path: 'strength.json', ...none },
  waivers: { path: 'waivers.yaml', ...none },
  baseline: { path: 'baseline.txt', ...none },
});

const judge = (sample: Sample): Verdict =>
  gate(filesOf(sample), { commits: [], today: '2027-01-01', ci: false });

/** What each line says of the run, read without the gate's own readers. */
interface Line {
  readonly testStepFinished?: {
    readonly testStepResult?: { readonly status: string };
    /** Its name in version 1. */
    readonly testResult?: { readonly status: string };
  };
  readonly testRunHookFinished?: { readonly result: { readonly status: string } };
  readonly testCaseStarted?: { readonly attempt: number };
  readonly testCaseFinished?: object;
  readonly testRunFinished?: { readonly success?: boolean };
  readonly parseError?: object;
}

/** 4: nothing ran; 1: something did not pass at the first attempt; 0: the rest. */
function expected({ messages }: Sample): number {
  const lines = messages
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
  if (!lines.some((line) => line.testCaseFinished !== undefined)) return 4;
  const bad = lines.some(
    ({ testStepFinished, testRunHookFinished, testCaseStarted, testRunFinished, parseError }) =>
      (testStepFinished !== undefined &&
        (testStepFinished.testStepResult ?? testStepFinished.testResult)?.status !== 'PASSED') ||
      (testRunHookFinished !== undefined && testRunHookFinished.result.status !== 'PASSED') ||
      (testCaseStarted?.attempt ?? 0) > 0 ||
      testRunFinished?.success === false ||
      parseError !== undefined,
  );
  return bad ? 1 : 0;
}

for (const kit of kits) {
  for (const sample of samplesOf(kit)) {
    test(`${sample.name}: exit ${String(expected(sample))}`, () => {
      const { exit, findings } = judge(sample);
      const errors = findings.filter(({ level }) => level === 'error');
      assert.equal(
        exit,
        expected(sample),
        JSON.stringify(errors.map(({ rule, message }) => [rule, message])),
      );
    });
  }
}

test('each kit has its samples, with both endings among them', () => {
  const counts = kits.map((kit) => {
    const samples = samplesOf(kit);
    const ends = new Set(samples.map(expected));
    assert.ok(ends.has(0) && ends.has(1), kit);
    return samples.length;
  });
  assert.deepEqual(counts, [
    ...[5, 9, 9, 9, 10, 11, 14, 14, 15, 15, 15, 15, 15, 16, 16, 20, 20, 20],
    ...[32, 37, 38, 39, 39, 40, 40, 44, 46],
  ]);
});

/** How often a member of one name is taken out: in other samples it stands among other messages. */
const TIMES = 2;

test('any member of any message missing, or something else: a verdict or a fault with its line, and no crash', () => {
  let tried = 0;
  for (const kit of ['kit-1', newest]) {
    const times = new Map<string, number>();
    for (const sample of samplesOf(kit)) {
      const lines = sample.messages.trimEnd().split('\n');
      for (const [at, line] of lines.entries()) {
        const value: unknown = JSON.parse(line);
        for (const path of members(value)) {
          const name = path.map((step) => (typeof step === 'number' ? 0 : step)).join('.');
          const before = times.get(name) ?? 0;
          if (before === TIMES) continue;
          times.set(name, before + 1);
          for (const put of [undefined, before === 0 ? 7 : []]) {
            tried++;
            const messages = lines.with(at, JSON.stringify(changed(value, path, put))).join('\n');
            try {
              judge({ ...sample, messages });
            } catch (error) {
              assert.ok(error instanceof Fault, `${sample.name} ${name}: ${String(error)}`);
              assert.match(error.message, /^messages\.ndjson:\d+: /);
            }
          }
        }
      }
    }
  }
  assert.ok(tried > 1000, String(tried));
});
