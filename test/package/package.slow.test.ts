/** What `npm pack` makes, tried as a new user would: in empty folders, outside any clone, without install scripts. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../../src/place.ts';
import { specification } from '../../src/verify/suite.ts';
import { bytesIn, command, folder, install, ok, pack, packagesIn, remove, write } from './installed.ts';

after(remove);
const tarball = pack();
const home = install(tarball, 'lean', '--omit=optional');
const ringspec = (...words: string[]): string => ok(['npx', '--offline', 'ringspec', ...words], home);
/** What a command says on stderr that must end with this status, and without a stack trace. */
function refused(status: number, ...words: string[]): string {
  const said = command(['npx', '--offline', 'ringspec', ...words], home);
  assert.equal(said.status, status, said.err);
  assert.doesNotMatch(said.err, /^\s+at /m);
  return said.err;
}
const scenario = (name: string): string => `node_modules/ringspec/dist/scenarios/${name}.yaml`;

test('at most 150 packages and 60 MB without DuckDB, and nothing to compile at run time', () => {
  const packages = packagesIn(home);
  const bytes = bytesIn(join(home, 'node_modules'));
  assert.ok(packages.length <= 150, `${String(packages.length)} packages`);
  assert.ok(bytes <= 60e6, `${String(bytes)} bytes`);
  const heavy = packages.filter((name) =>
    /\/(tsx|esbuild|typescript|vega|preact|katex|@duckdb\/.*)$/.test(name),
  );
  assert.deepEqual(heavy, []);
  const mine = readFileSync(join(home, 'node_modules/ringspec/package.json'), 'utf8');
  assert.equal('private' in (JSON.parse(mine) as object), false);
});

test('its types are found and its package.json is right', () => {
  const bin = (name: string): string => join(root, 'node_modules/.bin', name);
  ok([bin('attw'), tarball, '--profile', 'esm-only'], folder);
  ok([bin('publint'), tarball, '--strict'], folder);
});

test('--help names every command of the README', () => {
  const help = ringspec('--help');
  const named = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `bin\/ringspec ([a-z]+)/gm);
  const commands = [...new Set([...named].map(([, name = '']) => name))];
  assert.ok(commands.length > 9);
  for (const name of commands) assert.match(help, new RegExp(`^  ${name}\\b`, 'm'));
});

test('a run, its pages, and its repetition from the manifest', () => {
  assert.match(ringspec('run', scenario('baseline'), '--out', 'run'), /all held/);
  ringspec('run', 'run/out/manifest.json', '--out', 'again');
  const events = (name: string): Buffer => readFileSync(join(home, name, 'out/events.jsonl'));
  assert.deepEqual(events('again'), events('run'));
  ringspec('report', 'run');
  assert.match(readFileSync(join(home, 'run/report/index.html'), 'utf8'), /<svg/);
});

test('a sweep on threads; its tables ask for DuckDB in one line', () => {
  ringspec('sweep', 'balanced', scenario('balanced-small'), '--out-dir', 'sweep', '--workers', '2');
  assert.match(readFileSync(join(home, 'sweep/aggregate/comparison.csv'), 'utf8'), /\n/);
  for (const name of ['analyze', 'report'])
    assert.equal(
      refused(69, name, 'sweep'),
      'ringspec: tables over a sweep need DuckDB; DuckDB is not installed: npm install @duckdb/node-api\n',
    );
});

test('with DuckDB, which npm installs unless it is told not to, a sweep has its tables and pages', () => {
  const full = install(tarball, 'full');
  const sweep = join(home, 'sweep');
  ok(['npx', '--offline', 'ringspec', 'analyze', sweep], full);
  ok(['npx', '--offline', 'ringspec', 'report', sweep], full);
  assert.match(readFileSync(join(sweep, 'report/index.html'), 'utf8'), /<svg/);
});

test('the core, verified in this process and over the protocol, by the suite of the project', () => {
  const said = command(['npx', '--offline', 'ringspec', 'verify'], home);
  assert.equal(said.status, 0, said.out);
  assert.match(said.err, /features\/ana are left out; DuckDB is not installed/);
  ringspec('verify', '--implementation', 'npx --offline ringspec serve', '--out', 'mine');
  const certificate = JSON.parse(readFileSync(join(home, 'mine/certificate.json'), 'utf8')) as {
    readonly specification: { readonly suite: string };
  };
  assert.equal(certificate.specification.suite, specification().suite);
});

test('a repository of one clause is gated', () => {
  const put = (name: string, text: string): void => {
    write(home, `gated/${name}`, text);
  };
  put(
    'features/clauses.yaml',
    'chapters:\n  - id: PUR\n    title: Purses\n    clauses:\n      - id: PUR-01\n        title: Spending\n        text: What is spent is gone.\n',
  );
  put(
    'features/purse.feature',
    'Feature: Purses\n  @PUR-01\n  Scenario: a coin is spent\n    Given a purse of 3 coins\n    When 1 is spent\n    Then 2 are left\n',
  );
  put(
    'features/steps.mjs',
    `import { Given, Then, When } from '@cucumber/cucumber';
Given('a purse of {int} coins', function (n) { this.coins = n; });
When('{int} is spent', function (n) { this.coins -= n; });
Then('{int} are left', function (n) { if (this.coins !== n) throw new Error(String(this.coins)); });
`,
  );
  put(
    'ringspec.config.yaml',
    'messages: reports/messages.ndjson\nrun: npx --offline cucumber-js --import features/steps.mjs --format message:reports/messages.ndjson\n',
  );
  const place = join(home, 'gated');
  const gate = (...words: string[]) => command(['npx', '--offline', 'ringspec', 'gate', ...words], place);
  const first = gate('--run');
  assert.equal(first.status, 3, first.out + first.err);
  assert.equal(gate('--accept', 'all', '--by', 'Ada', '--why', 'read them').status, 0);
  const last = gate('--run', '--update');
  assert.equal(last.status, 0, last.out + last.err);
  assert.match(last.out, /1 clauses: 1 covered/);
  write(home, 'gated/gate.mjs', code('gate.mjs'));
  assert.match(ok(['node', 'gate.mjs'], place), /^done /);
});

/** The examples of the document, by the name in their first line, each with what it must print. */
const examples = new Map(
  [
    ...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(
      /^```js\n\/\/ (\S+)\n([\s\S]*?)^```$(?:\n\n^```text\n([\s\S]*?)^```$)?/gm,
    ),
  ].map(([, name = '', text = '', printed]) => [name, { text, printed }]),
);
function code(name: string): string {
  const found = examples.get(name);
  assert.ok(found !== undefined, `docs/library.md has no ${name}`);
  return found.text;
}

test('the examples of the library print what the document says', () => {
  assert.deepEqual(
    [...examples.keys()],
    ['market.mjs', 'faulty.mjs', 'adapter.mjs', 'client.mjs', 'gate.mjs'],
  );
  for (const [name, { text }] of examples) write(home, name, text);
  for (const [name, { printed }] of examples)
    if (printed !== undefined) assert.equal(ok(['node', name], home), printed);
});

test('the TypeScript adapter compiles against the types of the package and answers KER-01', () => {
  write(home, 'adapter.ts', readFileSync(join(root, 'examples/typescript/adapter.ts'), 'utf8'));
  write(
    home,
    'opaque.ts',
    "import { openWorld } from 'ringspec';\n// @ts-expect-error a state shows nothing\nopenWorld({}).time;\n",
  );
  const tsc = join(root, 'node_modules/.bin/tsc');
  const types = join(root, 'node_modules/@types');
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023'];
  ok(
    [tsc, ...strict, '--typeRoots', types, '--types', 'node', '--outDir', 'built', 'adapter.ts', 'opaque.ts'],
    home,
  );
  command(
    ['npx', '--offline', 'ringspec', 'verify', '--implementation', 'node built/adapter.js', '--out', 'ker'],
    home,
  );
  const report = readFileSync(join(home, 'ker/report.txt'), 'utf8');
  assert.doesNotMatch(report, /features\/ker\/01-outside-quotes/);
  assert.match(report, /KER-03/);
});

test('nothing of the project is in reach, and the tarball holds what it must', () => {
  assert.equal(existsSync(join(folder, 'node_modules')), false);
  const inside = join(home, 'node_modules/ringspec/dist');
  for (const name of ['features/clauses.yaml', 'schemas/error.json', 'steps/given.js'])
    assert.ok(existsSync(join(inside, name)), name);
});
