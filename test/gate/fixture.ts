/** Small repositories: the one that is right, and folders that hold what differs from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { GateSettings, Verdict } from '../../src/gate/gate.ts';
import type { TextFile } from '../../src/specification/input.ts';
import type { GateFiles, MaybeFile } from '../../src/gate/inputs.ts';
import { linesOf } from '../../src/files/lines.ts';
import { featurePaths, isFeature } from '../../src/gate/feature-paths.ts';
import { readProperties } from '../../src/gate/properties.ts';
import { readRecord } from '../../src/gate/record.ts';
import { parseSettings } from '../../src/gate/settings.ts';
import { readStrength } from '../../src/gate/strength.ts';

export const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
export const COMMIT = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';

const caseSchema = z.strictObject({
  about: z.string(),
  /** Arguments of the cucumber run that writes its messages; without them, those of `right` are taken. */
  run: z.array(z.string()).optional(),
  /** Whom its messages name as their writer, `cucumber-ruby 9.2.0`; before version 8 that one calls no run a success. */
  writer: z.string().optional(),
  /** Files of `right` that are not there. */
  without: z.array(z.string()).default([]),
  ci: z.boolean().default(false),
  commit: z.string().default(COMMIT),
  today: z.string().default('2027-01-01'),
  /** Its scenarios are not those that were accepted: it keeps the acceptances of `right`. */
  unread: z.boolean().default(false),
  /** Files that git would say have changed since the commit. */
  changed: z.array(z.string()).default([]),
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

export function gateFiles(files: ReadonlyMap<string, string>, changed: readonly string[] = []): GateFiles {
  const maybe = (path: string): MaybeFile => ({ path, text: files.get(path) ?? null });
  const usual = parseSettings(files.get('ringspec.config.yaml') ?? '', 'ringspec.config.yaml');
  // the fixtures have their outputs beside the features
  const messages = files.has('ringspec.config.yaml') ? usual.messages : ['messages.ndjson'];
  const settings = { ...usual, messages, record: 'run.json', properties: 'properties.json' };
  const features: TextFile[] = featurePaths([...files.keys()].filter(isFeature), settings.exclude).map(
    (path) => ({ path, text: files.get(path) ?? '' }),
  );
  const asTheyStand = (
    path: string,
    hashes: (file: TextFile) => Readonly<Record<string, string>>,
  ): TextFile[] => {
    const text = files.get(path);
    if (text === undefined) return [];
    return Object.keys(hashes({ path, text })).map((name) => ({ path: name, text: files.get(name) ?? '' }));
  };
  return {
    catalogue: { path: settings.catalogue, text: files.get(settings.catalogue) ?? '' },
    features,
    messages: settings.messages.map((path) => {
      const text = files.get(path);
      return text === undefined ? { path, lines: null } : linesOf(path, text);
    }),
    reports: settings.results.map(maybe),
    record: maybe('run.json'),
    properties: maybe('properties.json'),
    propertyTests: asTheyStand('properties.json', (file) => readProperties(file).files),
    strength: maybe('strength.json'),
    strengthFiles: asTheyStand('strength.json', (file) => readStrength(file).files),
    codeFiles: asTheyStand('run.json', (file) => readRecord(file).code),
    changed,
    waivers: maybe(settings.waivers),
    accepted: maybe(settings.accepted),
    baseline: maybe(settings.baseline),
    settings,
  };
}

export const settings = ({ ci, commit, today }: FixtureCase): GateSettings => ({
  commits: [commit],
  ci,
  today,
});

export const errors = ({ findings }: Verdict): string[] =>
  findings.filter(({ level }) => level === 'error').map(({ rule, message }) => `${rule}: ${message}`);
