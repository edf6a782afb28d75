/** The shape of the house: which folder may see which, and what the core never touches. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { parse } from 'yaml';
import { decidingFolders } from '../src/study/code-hash.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

const text = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Where an import leads: a folder of src (or a file directly in it), or the name of a package. */
function imports(file: string): string[] {
  const found = [...text(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((name) => {
    if (!name.startsWith('.')) return name;
    const path = relative(root, join(root, file, '..', name));
    const [top = '', second = ''] = path.split('/');
    return top === 'src' ? second.replace(/\.tsx?$/, '') : top;
  });
}

const ground = ['num', 'f64', 'random', 'version', 'printable', 'terminal', 'exit-codes', 'files', 'counted'];
/** What each folder of src may import from the others. Nothing but the command line imports pages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['num'],
  files: ['printable', 'num', 'exit-codes'],
  scenario: [...ground, 'core'],
  run: [...ground, 'core', 'scenario'],
  sweep: [...ground, 'core', 'scenario', 'run'],
  study: [...ground, 'core', 'scenario', 'run', 'sweep', 'specification'],
  protocol: [...ground, 'core'],
  causes: [...ground, 'core', 'protocol'],
  specification: ['files', 'printable'],
  verify: [...ground, 'core', 'protocol', 'causes', 'specification', 'hunt'],
  gate: ['files', 'printable', 'terminal', 'counted', 'specification'],
  hunt: [...ground, 'core', 'protocol', 'causes'],
  pages: [
    ...ground,
    ...['core', 'scenario', 'run', 'sweep', 'study', 'protocol', 'causes', 'specification', 'gate', 'verify'],
    // an example that is tried in a page takes the steps there
    'steps',
  ],
  cli: [
    ...ground,
    ...[
      'core',
      'scenario',
      'run',
      'sweep',
      'study',
      'protocol',
      'specification',
      'verify',
      'gate',
      'hunt',
      'pages',
    ],
  ],
  // the features run commands in their own process
  steps: [...ground, 'core', 'scenario', 'run', 'sweep', 'study', 'protocol', 'causes', 'cli'],
};

for (const [folder, may] of Object.entries(allowed)) {
  test(`${folder} imports only what lies below it`, () => {
    const place = folder === 'steps' ? 'steps' : join('src', folder);
    const houses = [...ground, ...Object.keys(allowed)];
    for (const file of sources(place)) {
      const odd = imports(file).filter(
        (name) => houses.includes(name) && name !== folder && !may.includes(name),
      );
      assert.deepEqual(odd, [], `${file} imports`);
    }
  });
}

test('the core is pure: nothing of node, no package, no clock, no chance, no console', () => {
  for (const file of sources('src/core')) {
    const packages = imports(file).filter((name) => name !== 'core' && name !== 'num');
    assert.deepEqual(packages, [], `${file} imports`);
    assert.doesNotMatch(
      text(file),
      /\bDecimal\b|\bnew Date\b|Date\.now|Math\.random|\bconsole\b|\bprocess\b/,
      file,
    );
  }
});

/** The files of a folder that a file imports, types included. */
const neighbours = (file: string): string[] =>
  [...text(file).matchAll(/from\s*'(\.[^']+)'/g)].map((match) =>
    relative(root, join(root, file, '..', match[1] ?? '')),
  );

/** A circle of imports that begins and ends with a file on the path, or null. */
function circleFrom(file: string, path: readonly string[], seen: Set<string>): string | null {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ');
  if (seen.has(file)) return null;
  seen.add(file);
  for (const next of neighbours(file).filter((name) => name.startsWith('src/core/'))) {
    const circle = circleFrom(next, [...path, file], seen);
    if (circle !== null) return circle;
  }
  return null;
}

test('no file of the core imports itself by way of others, types included', () => {
  const seen = new Set<string>();
  for (const file of sources('src/core')) assert.equal(circleFrom(file, [], seen), null);
});

/** What is loaded before a command is chosen: files and packages that are imported, not those that are awaited later. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of text(file).matchAll(/^(?:im|ex)port (?!type)[^;]*?from '([^']+)'/gm))
    if (name.startsWith('.')) loadedBy(relative(root, join(root, file, '..', name)), seen);
    else seen.add(name);
  return seen;
}

test('the command line answers --help without the model, its numbers, and what checks files', () => {
  const loaded = [...loadedBy('src/cli/main.ts')].filter((name) => !name.startsWith('node:'));
  assert.ok(loaded.includes('src/cli/vectors.ts'));
  assert.deepEqual(
    loaded.filter((name) => !/^src\/.*\.tsx?$|^pure-rand\//.test(name)),
    ['commander'],
    'packages',
  );
  assert.deepEqual(
    loaded.filter((name) => /^src\/(core|pages|run|study|verify)\//.test(name)),
    [],
  );
});

test('whatever is printed goes through src/terminal.ts, where it is made harmless', () => {
  for (const file of sources('src').filter((name) => name !== 'src/terminal.ts'))
    assert.doesNotMatch(text(file), /\bstd(?:out|err)\.write\b|\bconsole\./, file);
});

test('nothing in src takes chance or the clock for a result', () => {
  for (const file of sources('src')) assert.doesNotMatch(text(file), /Math\.random|\bnew Date\b/, file);
});

test('a temporary folder is gone with its process', () => {
  const files = ['src', 'steps', 'build', 'test', 'bench', 'strength'].flatMap(sources);
  for (const file of files.filter((name) => name !== 'src/files/scratch.ts'))
    assert.doesNotMatch(text(file), /\bmkdtemp(?:Sync)?\(\w/, `${file}: src/files/scratch.ts makes them`);
});

test('every clause of the model is named in the doc comment of what does it', () => {
  const catalogue = parse(text('features/clauses.yaml')) as {
    chapters: { id: string; clauses: { id: string }[] }[];
  };
  const model = ['KER', 'TRD', 'REB', 'SET', 'ANC', 'INI', 'POL', 'FLW', 'LOOP', 'CHK', 'ROL', 'RING'];
  const named = sources('src').map(text).join('\n');
  const silent = catalogue.chapters
    .filter(({ id }) => model.includes(id))
    .flatMap(({ clauses }) => clauses.map((clause) => clause.id))
    .filter((id) => !new RegExp(`\\b${id}\\b`).test(expandRanges(named)));
  assert.deepEqual(silent, [], 'clauses that no doc comment names');
});

/** `KER-01 … KER-12` names each of them. */
function expandRanges(source: string): string {
  return source.replace(/([A-Z]+)-(\d+) … \1-(\d+)/g, (_, chapter: string, first: string, last: string) => {
    const ids = [];
    for (let n = Number(first); n <= Number(last); n++) ids.push(`${chapter}-${String(n).padStart(2, '0')}`);
    return ids.join(' ');
  });
}

test('the hash of the code is over all that a sweep imports', () => {
  const folders = ['sweep', ...(allowed['sweep'] ?? [])].filter(
    (name) => !ground.includes(name) || name === 'files',
  );
  assert.deepEqual([...decidingFolders].sort(), folders.sort());
});
