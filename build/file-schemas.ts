/** JSON Schemas of the files that the gate, `verify` and `certificate` read and write: from the schemas that they are read by. */
import { z } from 'zod';
import { settingsSchema } from '../src/gate/settings.ts';
import { waiversSchema } from '../src/gate/waivers.ts';
import { catalogueSchema } from '../src/specification/catalogue.ts';
import { certificateSchema } from '../src/verify/certificate.ts';
import { knownFailuresSchema } from '../src/verify/known-failures.ts';
import { resultsSchema } from '../src/verify/vectors/results.ts';

const files = [
  ['catalogue', 'The clauses of a specification', catalogueSchema],
  ['settings', 'The settings of the gate, ringspec.config.yaml', settingsSchema],
  ['waivers', 'What clauses may lack for a while', waiversSchema],
  ['known-failures', 'What an implementation is known to fail', knownFailuresSchema],
  ['vector-results', 'What a runner of vectors found', resultsSchema],
  ['certificate', 'What an implementation showed against one suite', certificateSchema],
] as const;

/** Text by path in the project. Values are checked by their meaning when a file is read; here stand the keys and words. */
export const fileSchemas = (): [string, string][] =>
  files.map(([name, title, schema]) => {
    const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return [`schemas/files/${name}.json`, `${JSON.stringify({ ...made, title }, null, 2)}\n`];
  });
