/** The gate's files, read from the repository that it is started in. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { GateFiles, MaybeFile } from './inputs.ts';
import { InputFault, type TextFile } from './input.ts';
import { readProperties } from './properties.ts';
import { readStrength } from './strength.ts';

/** Where everything is, from the root of the repository. */
export interface GatePaths {
  readonly catalogue: string;
  readonly features: readonly string[];
  readonly messages: string;
  readonly record: string;
  readonly properties: string;
  readonly strength: string;
  readonly waivers: string;
  readonly accepted: string;
  readonly baseline: string;
}

/** From the folder that the gate is started in, with forward slashes. */
const tidy = (path: string): string => relative('.', path).replaceAll('\\', '/') || '.';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

export function readMaybe(path: string): MaybeFile {
  try {
    return { path: tidy(path), text: readFileSync(path, 'utf8') };
  } catch (error) {
    if (isMissing(error)) return { path: tidy(path), text: null };
    throw new InputFault(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function readText(path: string): TextFile {
  const { text, path: shown } = readMaybe(path);
  if (text === null) throw new InputFault(`${path}: there is no such file`);
  return { path: shown, text };
}

/** Every feature file named, or below a folder that is named, in order of their paths. */
export function readFeatureFiles(places: readonly string[]): TextFile[] {
  const paths = places.flatMap((place) => {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found === undefined) throw new InputFault(`${place}: there is no such file or folder`);
    if (!found.isDirectory()) return [place];
    return readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.feature'))
      .map((name) => join(place, name));
  });
  return [...new Set(paths.map(tidy))].sort().map(readText);
}

export function readGateFiles(paths: GatePaths): GateFiles {
  const properties = readMaybe(paths.properties);
  const tests =
    properties.text === null
      ? []
      : Object.keys(readProperties({ path: properties.path, text: properties.text }).files);
  const strength = readMaybe(paths.strength);
  const measured =
    strength.text === null
      ? []
      : Object.keys(readStrength({ path: strength.path, text: strength.text }).files);
  const asTheyStand = (named: readonly string[]): TextFile[] =>
    named.map((path) => ({ path, text: readMaybe(path).text ?? '' }));
  return {
    catalogue: readText(paths.catalogue),
    features: readFeatureFiles(paths.features),
    messages: readMaybe(paths.messages),
    record: readMaybe(paths.record),
    properties,
    propertyTests: asTheyStand(tests),
    strength,
    strengthFiles: asTheyStand(measured),
    waivers: readMaybe(paths.waivers),
    accepted: readMaybe(paths.accepted),
    baseline: readMaybe(paths.baseline),
  };
}

/** Written whole or not at all. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** The commit that is checked out; null outside a repository. */
export function headCommit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
