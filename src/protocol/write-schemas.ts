/** `npm run schemas`: writes `schemas/` anew. A test holds the files to what this writes. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { root } from '../place.ts';
import { jsonSchemas } from './json-schemas.ts';

const folder = join(root, 'schemas');
rmSync(folder, { recursive: true, force: true });
makeFolder(folder);
for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text);
