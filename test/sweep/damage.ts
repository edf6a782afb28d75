/** Damage that is done to the folder of a sweep: what a crash, a disk or a hand may leave of it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

/** A part of 2³², so that it fits a folder of any size. */
type Choice = number;

export type Damage =
  | { readonly kind: 'delete' | 'empty' | 'double' | 'into a folder'; readonly at: Choice }
  | { readonly kind: 'truncate' | 'change a byte'; readonly at: Choice; readonly where: Choice }
  | { readonly kind: 'replace'; readonly at: Choice; readonly text: string }
  | { readonly kind: 'add'; readonly at: Choice; readonly name: string }
  | { readonly kind: 'swap'; readonly at: Choice; readonly with: Choice }
  | { readonly kind: 'delete the folder'; readonly at: Choice }
  | { readonly kind: 'set in a manifest'; readonly key: string; readonly text: string };

const choice = fc.nat({ max: 0xffffffff });

const texts = fc.oneof(
  fc.constantFrom(
    '{}',
    '[]',
    'null',
    '0',
    '"x"',
    '{"index": 1}',
    '\u0000',
    '{"program": "ringspec"}',
    '\r\n',
  ),
  fc.constant('['.repeat(20_000)),
  fc.constant(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
  fc.json(),
  fc.string({ maxLength: 40 }),
);

const keys = [
  ...['program', 'version', 'kind', 'sweep_sha256', 'shard', 'pairs', 'arithmetic', 'checks', 'notes'],
  ...['verification', 'completed_pairs', 'failed_pairs', 'sweep', 'sentence', 'failures', 'failed', 'grid'],
];

const added = [
  ...['thesis.txt', 'manifest.json.tmp', 'lock-1', 'out', 'trades.csv', 'out.partial', '0000.ndjson.tmp'],
  ...['0009.ndjson', 'notes.csv', '.DS_Store'],
];

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('delete', 'empty', 'double', 'into a folder'),
        at: choice,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('truncate', 'change a byte'),
        at: choice,
        where: choice,
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('replace'), at: choice, text: texts }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('add'), at: choice, name: fc.constantFrom(...added) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('swap'), at: choice, with: choice }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete the folder'), at: choice }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('set in a manifest'),
        key: fc.constantFrom(...keys),
        text: fc.json(),
      }),
    },
  ),
  { minLength: 1, maxLength: 4 },
);

/** Half of all damage is done to the few files that are not those of runs. */
function pick(folder: string, at: Choice): string | null {
  const files = filesOf(folder);
  const few = files.filter((path) => !path.includes('/runs/'));
  const among = at % 2 === 0 && few.length > 0 ? few : files;
  return among[Math.floor(at / 2) % Math.max(1, among.length)] ?? null;
}

/** Paths below a folder, in order. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

export function inflict(folder: string, damage: Damage): void {
  if (damage.kind === 'set in a manifest') {
    setIn(folder, damage.key, damage.text);
    return;
  }
  const name = pick(folder, damage.at);
  if (name === null) return;
  const path = join(folder, name);
  const put = (bytes: string | Uint8Array): void => {
    writeFileSync(path, bytes);
  };
  switch (damage.kind) {
    case 'delete':
      rmSync(path);
      return;
    case 'empty':
      put('');
      return;
    case 'double':
      put(Buffer.concat([readFileSync(path), readFileSync(path)]));
      return;
    case 'into a folder':
      rmSync(path);
      mkdirSync(path);
      return;
    case 'truncate': {
      const bytes = readFileSync(path);
      put(bytes.subarray(0, damage.where % Math.max(1, bytes.length)));
      return;
    }
    case 'change a byte': {
      const bytes = Buffer.from(readFileSync(path));
      if (bytes.length > 0) bytes[damage.where % bytes.length] = (damage.where >> 3) & 0xff;
      put(bytes);
      return;
    }
    case 'replace':
      put(damage.text);
      return;
    case 'add': {
      const beside = join(dirname(path), damage.name);
      if (!existsSync(beside)) writeFileSync(beside, 'mine');
      return;
    }
    case 'swap': {
      const other = pick(folder, damage.with);
      if (other === null || other === name) return;
      renameSync(path, `${path}.swap`);
      renameSync(join(folder, other), path);
      renameSync(`${path}.swap`, join(folder, other));
      return;
    }
    case 'delete the folder':
      rmSync(dirname(path) === folder ? path : dirname(path), { recursive: true });
  }
}

/** One value of the manifest, or of the summary where the manifest has no such key. */
function setIn(folder: string, key: string, text: string): void {
  for (const name of ['manifest.json', 'aggregate/summary.json']) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    try {
      const found = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      if (!(key in found)) continue;
      writeFileSync(path, JSON.stringify({ ...found, [key]: JSON.parse(text) as unknown }));
    } catch {
      // damaged already
    }
    return;
  }
}
