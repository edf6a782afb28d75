/** Which scenarios `--only` and `--failed` mean. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../files/faults.ts';
import { readJson, type TextFile } from '../specification/input.ts';
import { askedFolders } from './suite.ts';
import { root } from '../place.ts';
import type { Catalogue, Which } from './verify.ts';

/**
 * Clauses (`KER-04R`), chapters (`KER`), rulings (`clearing`), folders, files and lines (`features/ker/x.feature:12`).
 *
 * @throws Fault for what is none of these, and where clauses and places are mixed
 */
export function only(wanted: readonly string[], { chapters }: Catalogue): Which {
  const clauses = chapters.flatMap((chapter) => chapter.clauses);
  const tags: string[] = [];
  const paths: string[] = [];
  for (const word of wanted) {
    const chapter = chapters.find(({ id }) => id === word);
    const own = clauses.filter(
      ({ id, switch: turned }) =>
        id === word || turned?.path === word || turned?.path.split('.').at(-1) === word,
    );
    const place = word.replace(/^\.\//, '').replace(/\/$/, '');
    if (chapter !== undefined) tags.push(...chapter.clauses.map(({ id }) => id));
    else if (own.length > 0) tags.push(...own.map(({ id }) => id));
    else if (isAsked(place)) paths.push(place);
    else
      throw new Fault(
        `--only ${word}: found no such thing; allowed: a clause (KER-04R), a chapter (KER), a ruling (clearing), or a place in features (${askedFolders.map((name) => `features/${name}`).join(', ')}; a file; file:line)`,
        'usage',
      );
  }
  if (tags.length > 0 && paths.length > 0)
    throw new Fault('--only takes clauses or places, not both at once', 'usage');
  if (tags.length === 0) return { paths };
  return { tags: [...new Set(tags)].map((tag) => `@${tag}`).join(' or ') };
}

const isAsked = (place: string): boolean => {
  const [file = ''] = place.split(':');
  const folder = /^features\/([^/]+)/.exec(file)?.[1];
  return askedFolders.some((name) => name === folder) && existsSync(join(root, file));
};

const reportSchema = z.looseObject({
  scenarios: z.array(z.looseObject({ place: z.string(), result: z.string() })),
});

/** The scenarios that failed in an earlier report. @throws Fault for a file that is none, or where nothing failed */
export function failedIn(file: TextFile): Which {
  const { scenarios } = readJson(file, reportSchema);
  const lines = new Map<string, string[]>();
  for (const { place, result } of scenarios) {
    if (result !== 'failed' && result !== 'not-run') continue;
    const [path = '', line = ''] = place.split(':');
    lines.set(path, [...(lines.get(path) ?? []), line]);
  }
  if (lines.size === 0) throw new Fault(`${file.path}: no scenario failed there`, 'usage');
  return { paths: [...lines].map(([path, all]) => [path, ...all].join(':')) };
}
