/** Running the features of this repository. */
import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { Envelope } from '@cucumber/messages';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { readCatalogue as read, type CatalogueDocument as Catalogue } from '../specification/catalogue.ts';
import { root, stepFiles } from '../place.ts';
import { isOver, skipTheRest } from '../protocol/in-this-process.ts';
import { Collector, type ScenarioResult } from './collector.ts';

export type { Catalogue };

/** The clauses of the specification, by chapter. */
export const readCatalogue = (): Catalogue =>
  read({
    path: 'features/clauses.yaml',
    text: readFileSync(`${root}features/clauses.yaml`, 'utf8'),
  }).document;

/** The steps, once loaded: modules are not loaded twice in a process. */
let loaded: Awaited<ReturnType<typeof runCucumber>>['support'] | null = null;

/** Values that cucumber hands to the steps. */
export type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

/** Which scenarios are run: of some paths, of those the ones with one of some tags, up to the first that fails. */
export interface Which {
  /** Files, folders, or files with lines, from the root of the project. */
  readonly paths?: readonly string[];
  /** `@A or @B`. */
  readonly tags?: string;
  readonly failFast?: boolean;
  /** Is given every message of cucumber. */
  readonly hear?: (envelope: Partial<Envelope>) => void;
}

/**
 * Runs features of this repository and calls back as each scenario ends; `parameters` go to the steps.
 */
export async function runFeatures(
  parameters: Readonly<Record<string, Json>>,
  ended: (result: ScenarioResult) => void,
  { paths = ['features/**/*.feature'], tags, failFast = false, hear = () => undefined }: Which = {},
): Promise<void> {
  // cucumber's own fail-fast takes a scenario that is set aside for a failure
  const collector = new Collector((result) => {
    if (isOver()) return;
    const { passed, record } = result;
    skipTheRest(failFast && !passed && (record === null || record.ended === 'asked'));
    ended(result);
  });
  // the messages say it all; cucumber insists on a formatter, and its own describes each failure at length
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const environment = { cwd: root, stdout: nowhere, stderr: process.stderr };
  const provided = {
    ...{ paths: [...paths], import: [stepFiles], strict: true, format: ['rerun'] },
    ...(tags === undefined ? {} : { tags }),
  };
  const { runConfiguration } = await loadConfiguration(
    { file: false, provided: { ...provided, worldParameters: { ...parameters } } },
    environment,
  );
  skipTheRest(false);
  const { support } = await runCucumber(
    loaded === null ? runConfiguration : { ...runConfiguration, support: loaded },
    environment,
    (envelope) => {
      hear(envelope);
      collector.hear(envelope);
    },
  );
  skipTheRest(false);
  loaded = support;
}
