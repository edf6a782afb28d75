/** The gate's files, read from the repository that it is started in. */
import { execFileSync } from 'node:child_process';
import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, relative } from 'node:path';
import { inFiles, readAll, type FileFault } from '../files/faults.ts';
import { readText as readWhole, readTextIfThere } from '../files/read-text.ts';
import type { GateFiles, MaybeFile } from './inputs.ts';
import type { TextFile } from '../specification/input.ts';
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

export const readMaybe = (path: string): MaybeFile => ({ path: tidy(path), text: readTextIfThere(path) });

export const readText = (path: string): TextFile => ({ path: tidy(path), text: readWhole(path) });

const FEATURES = 'a feature file, or a folder of them';

/** Every feature file named, or below a folder that is named, in order of their paths. */
export function readFeatureFiles(places: readonly string[]): TextFile[] {
  const paths = places.flatMap((place) => {
    const found = kindOf(place);
    if (found === null) throw inFiles([faultOf(place, 'no such file or folder')]);
    return found.isDirectory() ? featuresBelow(place, new Set()) : [place];
  });
  return [...new Set(paths.map(tidy))].sort().map(readText);
}

/** Each folder once, however many links lead to it. */
function featuresBelow(folder: string, seen: Set<string>): string[] {
  const real = onInput(folder, () => realpathSync(folder));
  if (seen.has(real)) return [];
  seen.add(real);
  return onInput(folder, () => readdirSync(folder)).flatMap((name) => {
    const path = join(folder, name);
    if (kindOf(path)?.isDirectory() === true) return featuresBelow(path, seen);
    return name.endsWith('.feature') ? [path] : [];
  });
}

/** What stands at a path; null where nothing does, or a link that leads to nothing. */
const kindOf = (path: string): Stats | null =>
  onInput(path, () => statSync(path, { throwIfNoEntry: false }) ?? null);

/** Asks the system about a path that was named; what it refuses is a fault of the input. */
function onInput<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw inFiles([faultOf(path, error.message)]);
  }
}

const faultOf = (file: string, found: string): FileFault => ({
  file,
  line: 0,
  path: '',
  found,
  allowed: FEATURES,
});

/** @throws Fault with every file that cannot be read. */
export function readGateFiles(paths: GatePaths): GateFiles {
  const maybe =
    (path: string): (() => MaybeFile) =>
    () =>
      readMaybe(path);
  const [catalogue, features, messages, record, properties, strength, waivers, accepted, baseline] = readAll(
    () => readText(paths.catalogue),
    () => readFeatureFiles(paths.features),
    maybe(paths.messages),
    maybe(paths.record),
    maybe(paths.properties),
    maybe(paths.strength),
    maybe(paths.waivers),
    maybe(paths.accepted),
    maybe(paths.baseline),
  );
  const [propertyTests, strengthFiles] = readAll(
    () => asTheyStand(properties, readProperties),
    () => asTheyStand(strength, readStrength),
  );
  return {
    ...{ catalogue, features, messages, record, properties, propertyTests },
    ...{ strength, strengthFiles, waivers, accepted, baseline },
  };
}

/** The files that a file names by their hashes, as they stand; one that is gone is empty. */
const asTheyStand = (
  { path, text }: MaybeFile,
  read: (file: TextFile) => { readonly files: Readonly<Record<string, string>> },
): TextFile[] =>
  text === null
    ? []
    : Object.keys(read({ path, text }).files).map((name) => ({
        path: name,
        text: readMaybe(name).text ?? '',
      }));

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
