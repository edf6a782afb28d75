/**
 * Runs cucumber for the fixtures that ask for a run of their own, and keeps what it wrote:
 *
 *   node --import tsx test/gate/write-fixtures.ts [name …]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../src/files/scratch.ts';
import { linesOf } from '../../src/files/lines.ts';
import { accept } from '../../src/gate/acceptance.ts';
import { byClause } from '../../src/gate/by-clause.ts';
import { readInputs } from '../../src/gate/inputs.ts';
import { hearEnvelopes } from '../../src/specification/envelopes.ts';
import { gate } from '../../src/gate/gate.ts';
import { textHash } from '../../src/specification/input.ts';
import { closeRecord, recordTree } from '../../src/gate/record.ts';
import { asAnotherCucumber } from './another-cucumber.ts';
import { COMMIT, fixtures, gateFiles, names, readCase, repository, settings } from './fixture.ts';

const modules = join(process.cwd(), 'node_modules');
const keep = (name: string, file: string, text: string): void => {
  mkdirSync(dirname(join(fixtures, name, file)), { recursive: true });
  writeFileSync(join(fixtures, name, file), text);
};

/** Paths and times of this machine are nothing that a fixture has to know. */
const impersonal = (messages: string, folder: string): string =>
  messages
    .replaceAll(folder, '/home/somebody/purse')
    .replace(/"timestamp":\{[^}]*\}/g, '"timestamp":{"seconds":1800000000,"nanos":0}')
    // whether a step took time tells a step that skips itself from a dry run
    .replace(/"duration":\{"seconds":0,"nanos":[1-9]\d*\}/g, '"duration":{"seconds":0,"nanos":1000}')
    .replace(/"(cpu|os|runtime)":\{[^}]*\},?/g, '')
    .replace(/\n +at [^"]*?(?=")/g, '')
    .replace(/,\}/g, '}');

function runCucumber(files: ReadonlyMap<string, string>, args: readonly string[]): string {
  const folder = scratchFolder();
  for (const [path, text] of files) {
    // kept as text, so that nothing takes a fixture's steps for the project's own
    const place = join(folder, path.replace(/^steps\.txt$/, 'steps.mjs'));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  symlinkSync(modules, join(folder, 'node_modules'));
  const all = ['--import', 'steps.mjs', '--format', 'message:messages.ndjson', ...args];
  const run = spawnSync(join(modules, '.bin/cucumber-js'), all, { cwd: folder, encoding: 'utf8' });
  if (!existsSync(join(folder, 'messages.ndjson')))
    throw new Error(`no messages:\n${run.stdout}${run.stderr}`);
  return impersonal(readFileSync(join(folder, 'messages.ndjson'), 'utf8'), folder);
}

const none = { path: 'features/accepted.yaml', text: null };
const noRecord = { path: 'run.json', text: null };

const readdirIfThere = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Fixtures whose acceptances are written by hand. */
const byHand = ['accepted-unknown', 'never-accepted'];

/** Accepts the clauses that have scenarios, as they stand. */
function writeAccepted(name: string): void {
  const inputs = readInputs({
    ...gateFiles(repository(name)),
    accepted: none,
    record: noRecord,
    codeFiles: [],
  });
  const cases = byClause(inputs.cases);
  const ids = ['PUR-01', 'PUR-02R', 'PUR-03'].filter((id) => inputs.catalogue.clauses.has(id));
  keep(name, 'features/accepted.yaml', accept({}, inputs.catalogue, cases, ids, 'Ada', 'read them together'));
}

/** What `right` covers; written before the others lean on it. */
function writeRight(): void {
  const test = 'properties/purse.test.txt';
  const text = readFileSync(join(fixtures, 'right', test), 'utf8');
  const tests = [
    { file: test, name: 'PUR-03: whatever is spent, nothing is lost', ended: 'passed' },
    { file: test, name: 'EX-01: an example of the purse maker', ended: 'passed' },
  ];
  const properties = { properties: 'ringspec gate 1', files: { [test]: textHash(text) }, tests };
  keep('right', 'properties.json', `${JSON.stringify(properties, null, 2)}\n`);
}

/** The messages as another cucumber names itself in them. */
function writtenBy(messages: string, writer: string): string {
  const [name = '', version = ''] = writer.split(' ');
  const named = messages.replace(
    /"implementation":\{[^}]*\}/,
    `"implementation":${JSON.stringify({ name, version })}`,
  );
  const silent = /^cucumber-ruby [1-7]\./.test(writer);
  return silent ? named.replace('"success":true', '"success":false') : named;
}

function writeRun(name: string, args: readonly string[], writer: string | undefined): void {
  const files = new Map(repository(name));
  const ran = runCucumber(files, args);
  const messages = writer === undefined ? ran : writtenBy(ran, writer);
  files.delete('run.json');
  const { catalogue, features, properties } = gateFiles(files);
  const written = hearEnvelopes(linesOf('messages.ndjson', messages), () => undefined);
  const record = closeRecord(recordTree(COMMIT, catalogue, features), {
    messages: { 'messages.ndjson': written },
    properties: properties.text === null ? null : textHash(properties.text),
    ...{ code: {}, commands: [] },
  });
  keep(name, 'messages.ndjson', messages);
  keep(name, 'run.json', `${JSON.stringify(record, null, 2)}\n`);
}

const asked = process.argv.slice(2);
const all = names().filter((name) => asked.length === 0 || asked.includes(name));
if (all.includes('right')) writeRight();
for (const name of [...all].sort((a, b) => Number(b === 'right') - Number(a === 'right'))) {
  const { run, unread, writer } = readCase(name);
  const own = readdirIfThere(join(fixtures, name, 'features')).some((file) => file.endsWith('.feature'));
  const reads = own || name.startsWith('suite-');
  if (reads && !unread && !byHand.includes(name)) writeAccepted(name);
  if (run !== undefined) writeRun(name, run, writer);
  if (name === 'right')
    keep(
      'right',
      'features/baseline.txt',
      gate(gateFiles(repository('right')), settings(readCase('right'))).baseline,
    );
  console.log(name);
}
const own = readFileSync(join(fixtures, 'right', 'messages.ndjson'), 'utf8');
keep('another-cucumber', 'messages.ndjson', asAnotherCucumber(own));
