/** Files of the project that are made from its schemas. A test holds them to what is made here. */
import { jsonSchemas } from '../src/protocol/json-schemas.ts';
import { formatted } from './markdown.ts';
import { claimsPage } from './claims-page.ts';
import { protocolPage } from './protocol-page.ts';
import { fileSchemas } from './file-schemas.ts';
import { scenarioJsonSchema, scenarioPage } from '../src/scenario/scenario-schema.ts';

/** Text by path in the project. */
export async function madeFiles(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ...[...jsonSchemas()].map(([name, text]) => [`schemas/${name}`, text] as const),
    ['schemas/files/scenario.json', scenarioJsonSchema()],
    ...fileSchemas(),
    ['docs/scenario-files.md', await formatted(scenarioPage())],
    ['docs/claims.md', await formatted(claimsPage())],
    ['docs/protocol.md', await formatted(await protocolPage())],
  ]);
}
