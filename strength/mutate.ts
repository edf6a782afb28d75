/** The mutation run: Stryker with the mutators of this model beside its own. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { modelMutators, type Mutator } from './model-mutators.ts';

/**
 * The instrumenter takes its mutators from one list and has no place for a plugin, so they are put in by hand.
 * Its version is pinned, and a run without them fails.
 */
export async function addMutators(mutators: readonly Mutator[]): Promise<void> {
  const fromCore = createRequire(import.meta.resolve('@stryker-mutator/core'));
  const folder = dirname(fromCore.resolve('@stryker-mutator/instrumenter'));
  const list = (await import(pathToFileURL(join(folder, 'mutators/index.js')).href)) as {
    allMutators?: Mutator[];
  };
  if (!Array.isArray(list.allMutators)) throw new Error('the instrumenter has no list of mutators any more');
  const known = new Set(list.allMutators.map(({ name }) => name));
  list.allMutators.push(...mutators.filter(({ name }) => !known.has(name)));
}

/** Mutates these files (all of the configuration where none is named); the report goes where it says. */
export async function mutate(files: readonly string[], overrides: object = {}): Promise<void> {
  await addMutators(modelMutators);
  // its processes load plugins that are TypeScript, too
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import ${import.meta.resolve('tsx')}`;
  const config = fileURLToPath(new URL('stryker.config.json', import.meta.url));
  const options = JSON.parse(readFileSync(config, 'utf8')) as object;
  const plugins = ['@stryker-mutator/cucumber-runner', fileURLToPath(new URL('plugins.ts', import.meta.url))];
  const scope = files.length === 0 ? {} : { mutate: [...files] };
  await new Stryker({ ...options, plugins, ...scope, ...overrides }).runMutationTest();
}
