/** Files of the project that are made from its schemas. A test holds them to what is made here. */
import { format, resolveConfig } from 'prettier';
import { jsonSchemas } from '../src/protocol/json-schemas.ts';
import { claimsPage } from './claims-page.ts';
import { protocolPage } from './protocol-page.ts';
import { fileSchemas } from './file-schemas.ts';
import { scenarioJsonSchema, scenarioPage } from '../src/scenario/scenario-schema.ts';

/** Text by path in the project. */
export async function madeFiles(): Promise<ReadonlyMap<string, string>> {
  const options = await resolveConfig('docs/scenario-files.md');
  const markdown = (text: string): Promise<string> => format(text, { ...options, parser: 'markdown' });
  return new Map([
    ...[...jsonSchemas()].map(([name, text]) => [`schemas/${name}`, text] as const),
    ['schemas/files/scenario.json', scenarioJsonSchema()],
    ...fileSchemas(),
    ['docs/scenario-files.md', await markdown(scenarioPage())],
    ['docs/claims.md', await markdown(claimsPage())],
    ['docs/protocol.md', await markdown(await protocolPage())],
  ]);
}
