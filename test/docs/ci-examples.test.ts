/** action.yml and examples/ci: what they call exists, and their steps run, with stubs in place of npm and ringspec. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { scratchFolder } from '../../src/files/scratch.ts';
import { root } from '../../src/place.ts';
import { mustTake } from './workshop.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const folder = scratchFolder();

interface Step {
  readonly name: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Job {
  readonly ringspec: { readonly script: readonly string[] };
}
interface Hooks {
  readonly repos: readonly { readonly hooks: readonly { readonly entry: string }[] }[];
}

const action = parse(read('action.yml')) as Action;
const gitlab = parse(read('examples/ci/gitlab.yml')) as Job;
const hooks = parse(read('examples/ci/pre-commit-config.yaml')) as Hooks;

test('every command and every flag that they call exists', () => {
  const steps = action.runs.steps.map(({ run }) => run.replaceAll('\\\n', ' ').replace('"${known[@]}"', ''));
  const entries = hooks.repos.flatMap((repo) => repo.hooks.map(({ entry }) => entry));
  const lines = [...steps, ...gitlab.ringspec.script, ...entries].flatMap((text) => text.split('\n'));
  const flags = new Map<string, string[]>([['verify', ['--known-failures']]]);
  for (const line of lines) {
    const [, command, rest = ''] = /ringspec"? (gate|verify|[a-z]+)\b(.*?)(&&|$)/.exec(line) ?? [];
    if (command === undefined || line.includes('npm install')) continue;
    const named = [...rest.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
    flags.set(command, [...(flags.get(command) ?? []), ...named]);
  }
  assert.deepEqual([...flags.keys()].sort(), ['gate', 'verify']);
  assert.ok([...flags.values()].flat().length >= 9);
  for (const [command, named] of flags) mustTake(command, named);
});

test('every input of the action is used, and every step has a shell', () => {
  const text = read('action.yml');
  for (const name of Object.keys(action.inputs))
    assert.match(text, new RegExp(`inputs\\.${name}\\b`), `${name} is not used`);
  for (const [, name = ''] of text.matchAll(/inputs\.([a-z-]+)/g)) assert.ok(name in action.inputs, name);
  for (const step of action.runs.steps) assert.equal(step.shell, 'bash', step.name);
});

/** A program that writes down how it was called, and what it was told to write; ends as STUB_STATUS says. */
const stub = `#!/bin/sh
printf '%s\\n' "$(basename "$0")" "$@" --- >> "$CALLS"
for word in "$@"; do
  case "$last" in
    --markdown | --sarif | --junit) echo 'from the stub' > "$word" ;;
    --out) mkdir -p "$word"; echo 'from the stub' > "$word/report.txt" ;;
  esac
  last="$word"
done
exit "\${STUB_STATUS:-0}"
`;
function put(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stub, { mode: 0o755 });
}

/** Runs the lines as bash does on a runner. */
function steps(name: string, script: string, env: Readonly<Record<string, string>>) {
  const cwd = join(folder, name);
  for (const program of ['npm', 'npx']) put(join(cwd, 'bin', program));
  put(join(cwd, 'ringspec/node_modules/.bin/ringspec'));
  const calls = join(cwd, 'calls');
  const summary = join(cwd, 'summary.md');
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`,
      RUNNER_TEMP: cwd,
      GITHUB_STEP_SUMMARY: summary,
      CALLS: calls,
      ...env,
    },
  });
  const text = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return { status, stderr, calls: text(calls).split('---\n').slice(0, -1), summary: text(summary) };
}

const stepNamed = (name: string): Step => {
  const found = action.runs.steps.find((step) => step.name === name);
  assert.ok(found !== undefined, `action.yml has no step ${name}`);
  return found;
};

test('the steps of the action hand over what they were given, keep the summary, and end as the command did', () => {
  const install = steps('install', stepNamed('Install').run, { VERSION: '1.2.3' });
  assert.equal(install.status, 0, install.stderr);
  assert.match(install.calls.join(''), /^npm\ninstall\n[\s\S]*\nringspec@1\.2\.3\n$/);

  const gate = steps('gate', stepNamed('Gate').run, { ARGUMENTS: '--run --ci', STUB_STATUS: '3' });
  assert.equal(gate.status, 3, gate.stderr);
  assert.match(gate.calls.join(''), /^ringspec\ngate\n--run\n--ci\n--annotations\n--markdown\n/);
  assert.equal(gate.summary, 'from the stub\n');

  const verify = stepNamed('Verify').run;
  const implementation = 'python3 "my adapter.py"';
  const known = steps('known', verify, {
    IMPLEMENTATION: implementation,
    KNOWN: 'known.yaml',
    STUB_STATUS: '1',
  });
  assert.equal(known.status, 1, known.stderr);
  assert.deepEqual(known.calls, [
    `ringspec\nverify\n--implementation\n${implementation}\n--known-failures\nknown.yaml\n--out\nringspec-report\n`,
  ]);
  assert.equal(known.summary, '```\nfrom the stub\n```\n');
  const plain = steps('plain', verify, { IMPLEMENTATION: 'a', KNOWN: '' });
  assert.equal(plain.status, 0, plain.stderr);
  assert.deepEqual(plain.calls, ['ringspec\nverify\n--implementation\na\n--out\nringspec-report\n']);
});

test('the job for GitLab installs, verifies and gates, and stops at the first that fails', () => {
  const script = gitlab.ringspec.script.join('\n');
  const all = steps('gitlab', script, { IMPLEMENTATION: 'python3 adapter.py' });
  assert.equal(all.status, 0, all.stderr);
  assert.deepEqual(
    all.calls.map((call) => call.split('\n').slice(0, 3)),
    [
      ['npm', 'install', '--ignore-scripts'],
      ['npx', 'ringspec', 'verify'],
      ['npx', 'ringspec', 'gate'],
    ],
  );
  const failed = steps('gitlab-failed', script, { IMPLEMENTATION: 'a', STUB_STATUS: '1' });
  assert.equal(failed.status, 1);
  assert.equal(failed.calls.length, 1);
});

test('the container runs ringspec as a user without rights', () => {
  const lines = read('examples/ci/Containerfile')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const words = lines.map((line) => line.split(' ')[0]);
  assert.deepEqual(words, ['FROM', 'RUN', 'WORKDIR', 'USER', 'ENTRYPOINT', 'CMD']);
  assert.match(lines.join('\n'), /^ENTRYPOINT \["ringspec"\]$/m);
  assert.match(lines.join('\n'), /^USER node$/m);
  const [, run = ''] = lines;
  const installed = steps('container', run.replace(/^RUN /, ''), {});
  assert.equal(installed.status, 0, installed.stderr);
  assert.match(installed.calls.join(''), /^npm\ninstall\n--global\n/);
});
