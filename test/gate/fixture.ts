/** Small repositories: the one that is right, and folders that hold what differs from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { GateSettings } from '../../src/gate/gate.ts';
import type { TextFile } from '../../src/specification/input.ts';
import type { GateFiles, MaybeFile } from '../../src/gate/inputs.ts';
import { readProperties } from '../../src/gate/properties.ts';
import { readStrength } from '../../src/gate/strength.ts';

export const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
export const COMMIT = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';

const caseSchema = z.strictObject({
  about: z.string(),
  /** Arguments of the cucumber run that writes its messages; without them, those of `right` are taken. */
  run: z.array(z.string()).optional(),
  /** Files of `right` that are not there. */
  without: z.array(z.string()).default([]),
  ci: z.boolean().default(false),
  commit: z.string().default(COMMIT),
  today: z.string().default('2027-01-01'),
  exit: z.number(),
  /** Every finding of the level, as `rule: message`, in order. */
  errors: z.array(z.string()),
  warnings: z.array(z.string()).optional(),
});
export type FixtureCase = z.infer<typeof caseSchema>;

export const names = (): string[] => readdirSync(fixtures).sort();

export const readCase = (name: string): FixtureCase =>
  caseSchema.parse(JSON.parse(readFileSync(join(fixtures, name, 'case.json'), 'utf8')));

const read = (name: string): Map<string, string> =>
  new Map(
    readdirSync(join(fixtures, name), { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile() && entry.name !== 'case.json')
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(join(fixtures, name).length + 1), readFileSync(path, 'utf8')];
      }),
  );

/** The files of a repository by path: those of `right` under its own, less those that it is without. */
export function repository(name: string): ReadonlyMap<string, string> {
  const files = new Map([...read('right'), ...read(name)]);
  for (const path of readCase(name).without) files.delete(path);
  return files;
}

export function gateFiles(files: ReadonlyMap<string, string>): GateFiles {
  const maybe = (path: string): MaybeFile => ({ path, text: files.get(path) ?? null });
  const features: TextFile[] = [...files]
    .filter(([path]) => path.endsWith('.feature'))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const properties = maybe('properties.json');
  const tests =
    properties.text === null
      ? []
      : Object.keys(readProperties({ path: properties.path, text: properties.text }).files);
  const strength = maybe('strength.json');
  const measured =
    strength.text === null
      ? []
      : Object.keys(readStrength({ path: strength.path, text: strength.text }).files);
  return {
    catalogue: { path: 'features/clauses.yaml', text: files.get('features/clauses.yaml') ?? '' },
    features,
    messages: maybe('messages.ndjson'),
    record: maybe('run.json'),
    properties,
    propertyTests: tests.map((path) => ({ path, text: files.get(path) ?? '' })),
    strength,
    strengthFiles: measured.map((path) => ({ path, text: files.get(path) ?? '' })),
    waivers: maybe('features/waivers.yaml'),
    accepted: maybe('features/accepted.yaml'),
    baseline: maybe('features/baseline.txt'),
  };
}

export const settings = ({ ci, commit, today }: FixtureCase): GateSettings => ({
  commits: [commit],
  ci,
  today,
});
