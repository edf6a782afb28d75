/** `ringspec vectors` and the runner for them: same seed, same bytes; real reach; what is wrong is found. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { places } from '../../../src/hunt/reach.ts';
import { certificateSchema } from '../../../src/verify/certificate.ts';
import { specification } from '../../../src/verify/suite.ts';
import { vectorsFromWorlds } from '../../../src/verify/vectors/from-worlds.ts';
import { VECTORS_VERSION, vectorText } from '../../../src/verify/vectors/vector.ts';
import { program } from '../../program.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const place = scratchFolder();
const folder = join(place, 'vectors');
const again = join(place, 'again');
/** What the Python implementation answers to the vectors, and what one with a wrong λ does. */
const [right, wrong] = ['right.json', 'wrong.json'].map((name) => join(place, name)) as [string, string];

interface Index {
  tolerance: string;
  reach: Record<string, number>;
  files: {
    file: string;
    kind: string;
    name: string;
    clauses: string[];
    capabilities: string[];
    sha256: string;
  }[];
  without: { title: string; at: string; clauses: string[]; requests: number }[];
}

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const certify = (...args: string[]) =>
  spawnSync(program, ['certificate', ...args], {
    cwd: place,
    encoding: 'utf8',
    // a report as JSON has every failure with its conversation
    maxBuffer: 1 << 26,
  });
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const indexOf = (of: string): Index => JSON.parse(read(of, 'index.json')) as Index;

function ringspec(...args: string[]) {
  return spawnSync(program, ['vectors', ...args], { cwd: root, encoding: 'utf8' });
}

/** Plays a folder with the Python runner. */
function play(of: string, ...args: string[]) {
  const python = spawnSync('python3', ['examples/python/run_vectors.py', of, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  assert.equal(python.stderr, '');
  return python;
}

before(() => {
  for (const [out, worlds] of [
    [folder, '300'],
    [again, '3'],
  ] as const) {
    const written = ringspec('--out', out, '--worlds', worlds, '--seed', '1');
    assert.equal(written.status, 0, written.stderr);
  }
});

test('the index lists every file, with its hash', () => {
  const { files, tolerance } = indexOf(folder);
  assert.equal(tolerance, '1e-10');
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\d\.json$/.test(name),
  );
  assert.deepEqual(files.map(({ file }) => file).sort(), there.sort());
  for (const { file, sha256: hash } of files) assert.equal(sha256(read(folder, file)), hash, file);
});

test('every worked example is there, with the clauses that it shows', () => {
  const { files } = indexOf(folder);
  for (let n = 1; n <= 14; n++) {
    const id = `EX-${String(n).padStart(2, '0')}`;
    const own = files.filter(({ file }) => file.startsWith(`features/examples/${id}`));
    assert.ok(own.length > 0, `${id} has no file`);
    assert.ok(
      own.some(({ clauses }) => clauses.length > 0),
      id,
    );
  }
  assert.ok(files.filter(({ capabilities }) => capabilities.join() === 'kernel').length > 50);
});

test('the same seed gives the same bytes; the scenarios do not hang on it', () => {
  const { files } = indexOf(again);
  assert.equal(files.filter(({ kind }) => kind === 'world').length, 3);
  for (const { file } of files) assert.equal(read(again, file), read(folder, file), file);
});

/** The bytes of the first worlds by version: other bytes need another version. docs/vectors.md */
const recorded: Readonly<Record<string, string>> = {
  '1.0': '7979ddd8e1708b8e7d8b6ef3c4b75c0201ab9d2c51a8c8e81981dc1acaf5c386',
  '1.1': 'e7fd35d1d13ed89a697756580b7650396c6f511da0767bd3b4eff035e49b7519',
  '1.2': '31360db64918d226f9522d285538cd1e5b0265e1e1fc458337ebdf287c92fca0',
  '1.3': '1dad314b1caf5451e6545c3c02b77978ede76ed2a6b628d67602faf707033a6f',
  '1.4': '95f22b8b3e313dadfd5736248d150b040da1a2cfac2096243c548627a2e6a41b',
};

test('the worlds of a version are what they were', async () => {
  const first = Array.from({ length: 20 }, (_, i) => `worlds/${String(i + 1).padStart(4, '0')}.json`);
  assert.equal(
    sha256(first.map((file) => read(folder, file)).join('')),
    recorded[VECTORS_VERSION],
    'the vectors changed: raise VECTORS_VERSION as docs/vectors.md says, and record their hash here',
  );
  const { vectors: others } = await vectorsFromWorlds(1, 2);
  assert.notEqual(others.map(vectorText).join(''), read(folder, 'worlds/0001.json'));
});

test('the 300 worlds of seed 1 come by every place', () => {
  const { reach } = indexOf(folder);
  for (const [name, count] of Object.entries(reach)) console.log(`${String(count).padStart(6)}  ${name}`);
  assert.deepEqual(Object.keys(reach), [...places]);
  assert.deepEqual(
    Object.entries(reach).filter(([, count]) => count === 0),
    [],
  );
});

test('the Python implementation agrees with every file, in process and as a command', () => {
  const alone = play(folder);
  assert.equal(alone.status, 0, alone.stdout);
  const { files } = indexOf(folder);
  assert.equal(
    alone.stdout,
    `${String(files.length)} files agree, 0 differ, 0 need a capability that is not claimed\n`,
  );
  const asked = play(again, '--command', 'python3 examples/python/serve.py', '--results', right);
  assert.equal(asked.status, 0, asked.stdout);
});

/** A copy of a folder with only these files in it, each changed. */
function changed(
  name: string,
  pick: (index: Index) => Index['files'],
  change: (text: string) => string,
): string {
  const copy = join(place, name);
  cpSync(again, copy, { recursive: true });
  const index = indexOf(copy);
  const files = pick(index).map((entry) => {
    const text = change(read(copy, entry.file));
    writeFileSync(join(copy, entry.file), text);
    return { ...entry, sha256: sha256(text) };
  });
  writeFileSync(join(copy, 'index.json'), JSON.stringify({ ...index, files }));
  return copy;
}

const example4 = ({ files }: Index): Index['files'] =>
  files.filter(({ file }) => file.startsWith('features/examples/EX-04'));

test('a wrong expectation is told with its request, its place, and both values', () => {
  const wrong = changed('wrong', example4, (text) =>
    text.replace('"price":"1.03"', '"price":"1.0300000003"'),
  );
  const told = play(wrong);
  assert.equal(told.status, 1);
  assert.match(told.stdout, /EX-04[^\n]*third buyer/);
  assert.match(
    told.stdout,
    /request \d+: \{"op": "buy"[^\n]*\n {2}price\n {4}expected "1\.0300000003"\n {4}got {6}"1\.03"/,
  );
  const near = changed('near', example4, (text) => text.replace('"price":"1.03"', '"price":"1.03000000005"'));
  assert.equal(play(near).status, 0, 'within the tolerance');
});

test('what is not money must be exactly the same', () => {
  const edits = [
    ['"route":"interior"', '"route":"passthrough"'],
    ['"tickets":2', '"tickets":3'],
    ['"askPinned":false', '"askPinned":true'],
    ['"reason":null', '"reason":"cash"'],
    ['"expected":{"ok":true', '"expected":{"ok":false'],
  ] as const;
  for (const [from, to] of edits) {
    const name = `exact ${to}`.replaceAll(/[^a-z0-9]/g, '-');
    const copy = changed(name, example4, (text) => text.replace(from, to));
    assert.equal(play(copy).status, 1, `${from} for ${to}`);
  }
});

test('a wrong implementation is found', () => {
  const python = join(place, 'python');
  const asked = ({ files }: Index) => files.filter(({ file }) => /\/(examples|rol|trd)\//.test(file));
  const few = changed('few', asked, (text) => text);
  assert.equal(play(few).status, 0);
  const patches = [
    ['kernel.py', 'return S / (X + S)', 'return S / (X + 2 * S)'],
    ['trading.py', 'key=lambda t: (t.maturity, t.serial)', 'key=lambda t: t.serial'],
    ['rollover.py', 'return sell_onward(world, ticket, None, home)', 'return None'],
  ] as const;
  for (const [file, from, to] of patches) {
    cpSync(join(root, 'examples/python'), python, { recursive: true });
    const path = join(python, 'ringmodel', file);
    const source = readFileSync(path, 'utf8');
    assert.ok(source.includes(from), `${file} has no ${from}`);
    writeFileSync(path, source.replace(from, to));
    const told = play(few, '--command', `python3 ${join(python, 'serve.py')}`);
    assert.equal(told.status, 1, file);
    if (file === 'kernel.py')
      play(again, '--command', `python3 ${join(python, 'serve.py')}`, '--results', wrong);
    rmSync(python, { recursive: true });
  }
});

interface Certificate {
  conforms: boolean;
  command: string;
  specification: { suite: string };
  vectors: { version: string; worlds: Record<string, number> };
  scenarios: Record<string, number>;
  causes: { cause: string; scenarios: number }[];
  clauses: Record<string, string>;
  rulings: object;
}
const certificateIn = (folder: string): Certificate =>
  certificateSchema.parse(JSON.parse(read(place, folder, 'certificate.json'))) as unknown as Certificate;

test('what agrees has a certificate of all but what vectors do not ask, and a census that adds up', () => {
  const run = certify('--from-vectors', right, '--out', 'right');
  assert.equal(run.status, 0, run.stdout + run.stderr);
  const { conforms, scenarios, clauses, vectors, specification: of, command } = certificateIn('right');
  assert.equal(command, 'python3 examples/python/serve.py');
  assert.equal(of.suite, specification().suite);
  assert.deepEqual(vectors.worlds, { agree: 3, differ: 0, unsupported: 0, 'set-aside': 0 });
  // frequencies are not asked, so it is not all
  assert.equal(conforms, false);
  assert.deepEqual([clauses['KER-06'], clauses['FLW-09']], ['holds', 'unsupported']);
  assert.equal(scenarios['passed'], indexOf(again).files.filter(({ kind }) => kind === 'feature').length);
  assert.match(run.stdout, /conforms in all that it claims: /);
  const files = ['certificate.json', 'index.html', 'manifest.json', 'report.json', 'report.txt'];
  assert.deepEqual(readdirSync(join(place, 'right')).sort(), files);
  const underReading = certify(
    '--from-vectors',
    right,
    '--ruling',
    'cap_quotes_at_par=true',
    '--out',
    'capped',
  );
  assert.equal(underReading.status, 0, underReading.stderr);
  const capped = certificateIn('capped');
  assert.deepEqual(capped.rulings, { cap_quotes_at_par: true });
  assert.ok((capped.scenarios['set-aside'] ?? 0) > 0 && (capped.scenarios['passed'] ?? 0) > 500);
});

test('what differs is told by its cause, and written as known by scenario and cause', () => {
  const known = join(place, 'known.yaml');
  const run = certify('--from-vectors', wrong, '--out', 'differs', '--write-known', known);
  assert.equal(run.status, 1, run.stderr);
  const { causes, clauses, scenarios, vectors } = certificateIn('differs');
  assert.equal(causes[0]?.cause, 'KER-06');
  // one mistake: what it explains is nearly all
  assert.ok(causes[0].scenarios >= 0.95 * (scenarios['failed'] ?? 0), JSON.stringify(causes));
  assert.equal(clauses['KER-06'], 'broken');
  assert.ok((vectors.worlds['differ'] ?? 0) > 0);
  assert.match(read(known), /^ {2}- scenario: .*\n {4}cause: KER-06\n/m);
  assert.match(run.stdout, /✗ worlds\/000\d\.json: KER-06: quotes of /);
  const excused = certify('--from-vectors', wrong, '--known-failures', known, '--json');
  const { counts } = JSON.parse(excused.stdout) as { counts: Record<string, number> };
  assert.deepEqual([counts['failed'], counts['known']], [0, scenarios['failed']]);
  // the same of few of the vectors: what is missing is told, and what is known and passes
  const few = changed('fewer', example4, (text) => text);
  const all = JSON.parse(read(right)) as { files: { file: string }[] };
  const played = new Set(indexOf(few).files.map(({ file }) => file));
  const results = join(place, 'fewer.json');
  writeFileSync(
    results,
    JSON.stringify({
      ...{ ...all, folder: few, index: sha256(read(few, 'index.json')) },
      files: all.files.filter(({ file }) => played.has(file)),
    }),
  );
  const obsolete = certify('--from-vectors', results, '--known-failures', known);
  assert.equal(obsolete.status, 4, obsolete.stderr);
  assert.match(obsolete.stdout, /^The census does not add up:$/m);
  assert.match(obsolete.stdout, /known\.yaml:\d+: .* passes: take it out/);
});

test('results that do not fit are refused with what is wrong', () => {
  const results = JSON.parse(read(right)) as { index: string; files: { file: string; result: string }[] };
  const [first] = results.files;
  const refused = (change: object, said: RegExp): void => {
    const path = join(place, 'odd.json');
    writeFileSync(path, JSON.stringify({ ...results, ...change }));
    const run = certify('--from-vectors', path);
    assert.equal(run.status, 65, run.stdout);
    assert.match(run.stderr, said);
  };
  refused(
    { index: '0'.repeat(64) },
    /index: found results of other vectors; allowed: results of the vectors in /,
  );
  refused(
    { files: results.files.slice(1) },
    /files: found no result for features\/\S+; allowed: one for each file/,
  );
  refused({ files: [...results.files, first] }, /once more; allowed: one result for a file/);
  refused(
    { files: [{ ...first, result: 'unsupported' }, ...results.files.slice(1)] },
    /found unsupported, and all that it needs is claimed/,
  );
  refused({ files: [{ ...first, result: 'differ' }, ...results.files.slice(1)] }, /answers where it differs/);
  refused(
    { folder: join(place, 'nowhere') },
    /nowhere\/index\.json: found no such file; allowed: a folder of vectors/,
  );
  const { files, without, ...about } = indexOf(again);
  const hidden = join(place, 'hidden');
  cpSync(again, hidden, { recursive: true });
  const isHidden = ({ file }: { file: string }): boolean => file.startsWith('features/set/');
  const index = JSON.stringify({
    ...about,
    files: files.filter((one) => !isHidden(one)),
    without: [...without, ...files.filter(isHidden)].map((one) => ({ ...one, requests: 0 })),
  });
  writeFileSync(join(hidden, 'index.json'), index);
  refused(
    { folder: hidden, index: sha256(index), files: results.files.filter((one) => !isHidden(one)) },
    /index\.json: features\/\S+: found no file, for 0 requests; allowed: the entry that ringspec vectors writes/,
  );
  const entry = files.find(({ kind }) => kind === 'world');
  const vector = JSON.parse(read(again, entry?.file ?? '')) as { exchanges: { expected: object }[] };
  const answers = vector.exchanges.map(({ expected }) => expected);
  const others = results.files.filter(({ file }) => file !== entry?.file);
  refused(
    { files: [...others, { file: entry?.file, result: 'differ', answers }] },
    /found differ, with answers that agree with what is expected; allowed: agree/,
  );
});

test('files that were tampered with, folders that are none, programs that do not answer', () => {
  const copy = changed('tampered', example4, (text) => text);
  const [first] = indexOf(copy).files;
  const path = join(copy, first?.file ?? '');
  writeFileSync(path, `${read(path)} `);
  for (const [of, args, status] of [
    [copy, [], 65],
    [join(place, 'nowhere'), [], 65],
    [again, ['--command', 'true'], 69],
    [again, ['--nonsense'], 64],
  ] as const) {
    const ended = spawnSync('python3', ['examples/python/run_vectors.py', of, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(ended.status, status, `${of} ${args.join(' ')}: ${ended.stderr}`);
    assert.doesNotMatch(ended.stderr, /Traceback/);
  }
});

test('a folder of something else is left alone, and numbers are checked', () => {
  const foreign = join(place, 'foreign');
  cpSync(join(root, 'bench'), foreign, { recursive: true });
  const before = readdirSync(foreign);
  const refused = ringspec('--out', foreign, '--worlds', '1');
  assert.equal(refused.status, 65, refused.stderr);
  assert.deepEqual(readdirSync(foreign), before);
  for (const args of [['--worlds', '-1'], ['--worlds', '1.5'], ['--seed', '4294967296'], []]) {
    const wrong = ringspec(...args, ...(args.length > 0 ? ['--out', join(place, 'never')] : []));
    assert.equal(wrong.status, 64, wrong.stderr);
  }
});
