/** The Python implementation: its own tests, every clause named, no package, old enough Python, all features. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'examples/python');

function python(args: readonly string[], options: { cwd?: string; input?: string } = {}) {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  return spawnSync('python3', args, { cwd: root, encoding: 'utf8', env, ...options });
}

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.py'))
  .map((name) => join(folder, name));

test('its own tests pass, and none is skipped', () => {
  const { status, stderr } = python(['-m', 'unittest'], { cwd: folder });
  assert.equal(status, 0, stderr);
  assert.match(stderr, /^Ran [1-9]\d+ tests/m);
  assert.doesNotMatch(stderr, /skipped/);
});

test('it is Python 3.9, and imports nothing but the standard library and itself', () => {
  const program = `
import ast, json, sys
own = {"ringmodel", "serve", "tests"}
odd = []
for path in json.load(sys.stdin):
    tree = ast.parse(open(path, encoding="utf-8").read(), path, feature_version=(3, 9))
    for node in ast.walk(tree):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else \\
            [node.module] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
        odd += [(path, n) for n in names if n.split(".")[0] not in own | sys.stdlib_module_names]
print(json.dumps(odd))
`;
  const { stdout, stderr } = python(['-c', program], { input: JSON.stringify(sources) });
  assert.equal(stderr, '');
  assert.deepEqual(JSON.parse(stdout), []);
});

test('every clause of the model has its place in it', () => {
  const catalogue = parse(readFileSync(join(root, 'features/clauses.yaml'), 'utf8')) as {
    chapters: { id: string; clauses: { id: string }[] }[];
  };
  const model = ['KER', 'TRD', 'REB', 'SET', 'ANC', 'POL', 'FLW', 'LOOP', 'ROL'];
  const text = sources
    .filter((path) => path.includes('ringmodel'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
    // a range in the heading of a module is no place
    .replaceAll(/[A-Z]+-\d+R? \.\.\. [A-Z]+-\d+R?/g, '');
  const missing = catalogue.chapters
    .filter(({ id }) => model.includes(id))
    .flatMap(({ clauses }) => clauses.map(({ id }) => id))
    .filter((id) => !text.includes(id));
  assert.deepEqual(missing, []);
});

test('the snippet of its README gives what its comment says', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const [, snippet = ''] = /```python\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, said] = /print\(.*\) {2}# (.*)/.exec(snippet) ?? [];
  const { stdout, stderr } = python(['-c', snippet]);
  assert.equal(stderr, '');
  assert.equal(stdout.trim(), said);
});
