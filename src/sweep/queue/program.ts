/** Which program this is, so that a worker runs nothing of a sweep that another one began. DST-03. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeEnding, root } from '../../place.ts';
import { version } from '../../version.ts';

export interface Program {
  readonly version: string;
  /** SHA-256 of the code that runs here. */
  readonly sources: string;
}

export function thisProgram(): Program {
  const hash = createHash('sha256');
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`.${codeEnding}`) || name.endsWith(`.${codeEnding}x`))
    .sort();
  for (const name of names) {
    const text = readFileSync(join(root, 'src', name));
    hash.update(`${name} ${String(text.length)}\n`).update(text);
  }
  return { version: version(), sources: hash.digest('hex') };
}

/** Why a worker does not run the blocks of a sweep that another program began, in words; null where it does. DST-03. */
export function refusal(own: Program, of: Program): string | null {
  if (own.version !== of.version)
    return `the sweep is of version ${of.version}, the worker of version ${own.version}: install the same on both`;
  if (own.sources !== of.sources)
    return `the worker runs changed sources of version ${own.version}: install the same on both`;
  return null;
}
