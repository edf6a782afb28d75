/** `npm run schemas`: writes `schemas/` anew. A test holds the files to what this writes. */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../files/make-folder.ts';
import { jsonSchemas } from './json-schemas.ts';

const folder = fileURLToPath(new URL('../../schemas/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
makeFolder(folder);
for (const [name, text] of jsonSchemas()) writeFileSync(`${folder}${name}`, text);
