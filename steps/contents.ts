/** What a command, a run, a sweep or an analysis wrote, file by file. */
import { Then, type DataTable } from '@cucumber/cucumber';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Difference } from '../src/protocol/disagreement.ts';
import { same, sameFiles } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { rows } from './tables.ts';

/** Texts by path. */
export type Contents = Readonly<Record<string, string>>;

/** Whoever writes files in a scenario. */
export interface Writer {
  /** Its files; of several times that it wrote, the last one if none is named. */
  contents(time?: number): Contents;
}

/** Everything below a place, with what is in it; nothing where there is no such place. */
export function contentsOf(place: string): Contents {
  if (!existsSync(place)) return {};
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(place.length + 1), readFileSync(path, 'utf8')]));
}

/** What was written last. */
export function written(world: RingWorld, time?: number): Contents {
  if (world.written === null) throw new Error('no step of this scenario writes files');
  return world.written.contents(time);
}

/** The text of a file by its name: of several the one with the shortest path. */
export function writtenText(world: RingWorld, name: string): string {
  const contents = written(world);
  const [path] = Object.keys(contents)
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .sort((a, b) => a.length - b.length);
  if (path === undefined)
    world.expect([{ about: name, expected: 'a file', found: Object.keys(contents).join(' ') || 'no files' }]);
  return contents[path ?? ''] ?? '';
}

/** Whether a table of files ends with …: there may be others. */
const OTHERS = '…';

Then('it leaves these files', function (this: RingWorld, table: DataTable) {
  const found = Object.keys(written(this)).sort();
  const listed = table.raw().flat();
  if (listed.at(-1) !== OTHERS) {
    this.expect(same('files', listed.sort(), found));
    return;
  }
  const missing = listed.slice(0, -1).filter((name) => !found.includes(name));
  this.expect(
    missing.map((name): Difference => ({ about: 'files', expected: name, found: found.join(' ') })),
  );
});

Then('it leaves no file called {string}', function (this: RingWorld, part: string) {
  const found = Object.keys(written(this)).filter((name) => name.includes(part));
  this.expect(same(`files called ${part}`, [], found));
});

Then('nothing is written', function (this: RingWorld) {
  this.expect(same('what is written', [], Object.keys(written(this))));
});

Then('both leave the same files, byte for byte', function (this: RingWorld) {
  this.expect(sameFiles(written(this, 1), written(this, 2)));
});

Then('these folders hold the same files, byte for byte', function (this: RingWorld, table: DataTable) {
  const all = Object.entries(written(this));
  const below = (folder: string): Contents =>
    Object.fromEntries(
      all.flatMap(([path, text]) =>
        path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), text]] : [],
      ),
    );
  for (const { folder = '', as = '' } of rows(table, ['folder', 'as'])) {
    if (Object.keys(below(as)).length === 0)
      this.expect([{ about: 'files', expected: `some below ${as}`, found: 'none' }]);
    this.expect(sameFiles(below(as), below(folder)));
  }
});
