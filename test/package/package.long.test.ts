/** What `npm pack` makes, tried as a new user would: in empty folders, outside any clone, without install scripts. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/place.ts';
import { specification } from '../../src/verify/suite.ts';
import { bytesIn, command, folder, install, ok, pack, packagesIn, write } from './installed.ts';

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
  const heavy = packages.filter((name) => /\/(tsx|esbuild|typescript|preact|katex|@duckdb\/.*)$/.test(name));
  assert.deepEqual(heavy, []);
  const mine = readFileSync(join(home, 'node_modules/ringspec/package.json'), 'utf8');
  assert.equal('private' in (JSON.parse(mine) as object), false);
});

test('its licences are known and compatible, and its bill of materials lists what is installed', () => {
  const inside = join(home, 'node_modules/ringspec/dist');
  const bill = JSON.parse(readFileSync(join(inside, 'sbom.cdx.json'), 'utf8')) as {
    readonly components: readonly { readonly name: string; readonly group?: string }[];
  };
  const listed = new Set(
    bill.components.map(({ name, group }) => (group === undefined ? name : `${group}/${name}`)),
  );
  const installed = packagesIn(home).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13));
  assert.deepEqual(
    installed.filter((name) => name !== 'ringspec' && !listed.has(name)),
    [],
  );
  const known =
    /: (MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-3\.0|MIT-0|Unlicense|\(MIT OR [\w .-]+\)|\(WTFPL OR MIT\))$/;
  const licences = readFileSync(join(inside, 'LICENCES.txt'), 'utf8').trimEnd().split('\n');
  assert.ok(licences.length >= installed.length - 1);
  assert.deepEqual(
    licences.filter((line) => !known.test(line)),
    [],
  );
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
  // the one file of the commands, and the program as it runs
  assert.equal(help, ringspec('help'));
  assert.equal(ringspec('sweep', '--help'), ringspec('help', 'sweep'));
});

test('a run, its pages, and its repetition from the manifest', () => {
  assert.match(ringspec('run', scenario('baseline'), '--out', 'run'), /all held/);
  ringspec('run', 'run/out/manifest.json', '--out', 'again');
  const events = (name: string): Buffer => readFileSync(join(home, name, 'out/events.jsonl'));
  assert.deepEqual(events('again'), events('run'));
  ringspec('playground', '--out', 'playground.html');
  assert.match(readFileSync(join(home, 'playground.html'), 'utf8'), /id="playground"/);
  assert.ok(existsSync(join(home, 'node_modules/ringspec/dist/src/pages/playground/client.bundle.js')));
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
  ok(['npx', '--offline', 'ringspec', 'export', sweep, '--out', 'data', '--csv'], full);
  assert.ok(existsSync(join(full, 'data/codebook.csv')));
  assert.match(readFileSync(join(sweep, 'report/index.html'), 'utf8'), /<svg/);
});

test('the core, verified in this process and over the protocol, by the suite of the project', () => {
  const said = command(['npx', '--offline', 'ringspec', 'verify'], home);
  assert.equal(said.status, 0, said.out);
  assert.match(said.err, /features\/ana and features\/dat are left out; DuckDB is not installed/);
  ringspec('verify', '--implementation', 'npx --offline ringspec serve', '--out', 'mine');
  const certificate = JSON.parse(readFileSync(join(home, 'mine/certificate.json'), 'utf8')) as {
    readonly specification: { readonly suite: string };
  };
  assert.equal(certificate.specification.suite, specification().suite);
});

test('a repository of one clause, as init writes it, is gated', () => {
  ringspec('init', 'gate', '--folder', 'gated');
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

/** What `init` prints first: the scenarios of KER-01 alone, all of which pass. */
function answersKer01(implementation: string): void {
  const only = ['--only', 'features/ker/01-outside-quotes.feature'];
  const said = ringspec('verify', '--implementation', implementation, ...only, '--out', 'report');
  assert.match(said, /scenarios: 5 passed$/m);
}

test('init writes an adapter in Python that answers KER-01, overwrites nothing, and says what there is', () => {
  const said = ringspec('init', 'python');
  assert.match(said, /^adapter\.py\nmodel\.py\n\nRead:\n(?: {2}.*\.md\n){2}\nNext:\n {2}npx ringspec verify/);
  for (const [, page = ''] of said.matchAll(/^ {2}(.*\.md)$/gm)) assert.ok(existsSync(page), page);
  answersKer01('python3 adapter.py');
  assert.match(refused(1, 'init', 'python'), /found adapter\.py, model\.py; nothing was written/);
  assert.match(
    refused(64, 'init', 'cobol'),
    /allowed: python, typescript, java, go, rust, julia, r, gate, scenario, claims$/m,
  );
});

test('init writes the files of every other start', () => {
  for (const start of ['java', 'go', 'rust', 'julia', 'r'])
    for (const file of ringspec('init', start, '--folder', start).split('\n\n')[0]?.split('\n') ?? [])
      assert.ok(readFileSync(join(home, file), 'utf8').length > 0, file);
});

test('init writes a claim file whose statements its sweep supports, and repeat makes them again', () => {
  ringspec('init', 'claims', '--folder', 'claimed');
  const told = ringspec('claims', 'claimed/claims.feature', '--out', 'claimed/answer');
  assert.match(told, /2 supported/);
  assert.match(ringspec('repeat', 'claimed/answer/manifest.json'), /the same/);
});

test('export asks for DuckDB, hunt finds nothing in the core, and explain, smoke and vectors answer', () => {
  assert.match(refused(69, 'export', 'run', '--out', 'data'), /npm install @duckdb\/node-api/);
  ringspec('hunt', '--for', '2s');
  assert.match(ringspec('explain', 'kappa'), /^ring\.kappa\n/);
  ringspec('smoke', '--implementation', 'npx --offline ringspec serve');
  ringspec('vectors', '--out', 'vectors', '--worlds', '1');
  assert.match(refused(69, 'worker', '--queue', 'redis://127.0.0.1:1'), /npm install bullmq ioredis/);
});

test('init writes a scenario whose sweep runs', () => {
  ringspec('init', 'scenario', '--folder', 'grid');
  ringspec('sweep', 'balanced', 'grid/scenario.yaml', '--out-dir', 'grid/sweep');
  assert.match(readFileSync(join(home, 'grid/sweep/aggregate/comparison.csv'), 'utf8'), /\n/);
});

test('init writes an adapter in TypeScript that compiles against the types of the package and answers KER-01', () => {
  ringspec('init', 'typescript');
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
  answersKer01('node built/adapter.js');
});

test('nothing of the project is in reach, and the tarball holds what it must', () => {
  assert.equal(existsSync(join(folder, 'node_modules')), false);
  const inside = join(home, 'node_modules/ringspec/dist');
  for (const name of ['features/clauses.yaml', 'schemas/error.json', 'steps/given.js'])
    assert.ok(existsSync(join(inside, name)), name);
});
