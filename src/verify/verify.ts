/** Running the features of this repository. */
import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { parse } from 'yaml';
import { z } from 'zod';
import { Collector, type ScenarioResult } from './collector.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const catalogueSchema = z.object({
  chapters: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clauses: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

/** The clauses of the specification, by chapter. */
export const readCatalogue = (): Catalogue =>
  catalogueSchema.parse(parse(readFileSync(`${root}features/clauses.yaml`, 'utf8')));

/** The steps, once loaded: modules are not loaded twice in a process. */
let loaded: Awaited<ReturnType<typeof runCucumber>>['support'] | null = null;

/** Values that cucumber hands to the steps. */
export type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

/** Runs features of this repository and calls back as each scenario ends; `parameters` go to the steps. */
export async function runFeatures(
  parameters: Readonly<Record<string, Json>>,
  ended: (result: ScenarioResult) => void,
  paths: readonly string[] = ['features/**/*.feature'],
): Promise<void> {
  const collector = new Collector(ended);
  // cucumber insists on a formatter; the messages say it all
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: root, stdout: nowhere, stderr: process.stderr };
  const provided = { paths: [...paths], import: ['steps/**/*.ts'], strict: true };
  const { runConfiguration } = await loadConfiguration(
    { file: false, provided: { ...provided, worldParameters: { ...parameters } } },
    environment,
  );
  const { support } = await runCucumber(
    loaded === null ? runConfiguration : { ...runConfiguration, support: loaded },
    environment,
    (envelope) => {
      collector.hear(envelope);
    },
  );
  loaded = support;
}
