/** `npm run schemas`: writes `schemas/` and the pages of docs/ that are made from the code anew. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../src/place.ts';
import { madeFiles } from './made-files.ts';

const files = await madeFiles();
rmSync(join(root, 'schemas'), { recursive: true, force: true });
for (const [name, text] of files) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}
