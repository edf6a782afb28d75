import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a folder, by its path below it, with the hash of its bytes. */
export function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(name)).digest('hex'),
    ]),
  );
}

/** How many records stand in the folder of a sweep, by the ends of their lines. */
export function recordsIn(folder: string): number {
  const pairs = join(folder, 'aggregate', 'pairs');
  if (!existsSync(pairs)) return 0;
  const texts = readdirSync(pairs)
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => readFileSync(join(pairs, name), 'utf8'));
  return texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
}
