/** The gate's files, read from the folder that it is started in. */
import { readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, relative } from 'node:path';
import picomatch from 'picomatch';
import { faultOf, inFiles, readAll, readEach } from '../files/faults.ts';
import { linesIfThere } from '../files/lines.ts';
import { readText as readWhole, readTextIfThere } from '../files/read-text.ts';
import type { TextFile } from '../specification/input.ts';
import { featurePaths, isFeature } from './feature-paths.ts';
import { changedFiles, untrackedFiles } from './git.ts';
import type { GateFiles, MaybeFile } from './inputs.ts';
import { readProperties } from './properties.ts';
import { readRecord } from './record.ts';
import type { Settings } from './settings.ts';
import { readStrength } from './strength.ts';

/** From the folder that the gate is started in, with forward slashes. */
export const tidy = (path: string): string => relative('.', path).replaceAll('\\', '/') || '.';

export const readMaybe = (path: string): MaybeFile => ({ path: tidy(path), text: readTextIfThere(path) });

export const readText = (path: string): TextFile => ({ path: tidy(path), text: readWhole(path) });

const FEATURES = 'a feature file, or a folder of them';

/** Every feature file named, or below a folder that is named, in order of their paths. */
export function readFeatureFiles({
  features,
  exclude,
  results,
}: Pick<Settings, 'features' | 'exclude' | 'results'>): TextFile[] {
  const paths = readEach(features, (place) => {
    const found = kindOf(place);
    // a repository without Gherkin has no such folder
    if (found === null && results.length > 0) return [];
    if (found === null) throw inFiles([faultOf(place, 'no such file or folder', FEATURES)]);
    return found.isDirectory() ? filesBelow(place, isFeature) : [place];
  }).flat();
  return readEach(featurePaths(paths.map(tidy), exclude), readText);
}

/** Files below a folder. Each folder is read once, however many links lead to it. */
function filesBelow(folder: string, wanted: (name: string) => boolean, seen = new Set<string>()): string[] {
  const real = onInput(folder, () => realpathSync(folder));
  if (seen.has(real)) return [];
  seen.add(real);
  return onInput(folder, () => readdirSync(folder)).flatMap((name) => {
    const path = join(folder, name);
    if (kindOf(path)?.isDirectory() === true)
      return name === 'node_modules' ? [] : filesBelow(path, wanted, seen);
    return wanted(name) ? [path] : [];
  });
}

/** Paths as they are named; of a pattern such as `shards/*.ndjson`, the files that it means. */
export function expand(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const { isGlob, base } = picomatch.scan(path);
    if (!isGlob || kindOf(path) !== null) return [path];
    if (kindOf(base || '.') === null) return [path];
    const matches = picomatch(path, { dot: true });
    const found = filesBelow(base || '.', () => true)
      .map(tidy)
      .filter((one) => matches(one))
      .sort();
    return found.length === 0 ? [path] : found;
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
    throw inFiles([faultOf(path, error.message, FEATURES)]);
  }
}

/** @throws Fault with every file that cannot be read. */
export function readGateFiles(settings: Settings): GateFiles {
  const maybe =
    (path: string): (() => MaybeFile) =>
    () =>
      readMaybe(path);
  const [catalogue, features, messages, reports, record, properties, strength, waivers, accepted, baseline] =
    readAll(
      () => readText(settings.catalogue),
      () => readFeatureFiles(settings),
      () =>
        readEach(
          expand(settings.messages),
          (path) => linesIfThere(path) ?? { path: tidy(path), lines: null },
        ),
      () => readEach(expand(settings.results), readMaybe),
      maybe(settings.record),
      maybe(settings.properties),
      maybe(settings.strength),
      maybe(settings.waivers),
      maybe(settings.accepted),
      maybe(settings.baseline),
    );
  const [propertyTests, strengthFiles, codeFiles] = readAll(
    () => asTheyStand(properties, (file) => readProperties(file).files),
    () => asTheyStand(strength, (file) => readStrength(file).files),
    () => asTheyStand(record, (file) => readRecord(file).code, readBytes),
  );
  // a file that git does not know was there when the suite ran; what the run has made was not
  const ran = new Set(codeFiles.map(({ path }) => path));
  const unknown = untrackedFiles().filter((path) => ran.has(path));
  return {
    ...{ catalogue, features, messages, reports, record, properties, propertyTests },
    ...{ strength, strengthFiles, codeFiles, waivers, accepted, baseline },
    changed: codeOnly([...changedFiles(), ...unknown], settings, features),
    settings,
  };
}

/** The files that a file names by their hashes, as they stand; one that is gone is empty. */
const asTheyStand = (
  { path, text }: MaybeFile,
  hashes: (file: TextFile) => Readonly<Record<string, string>>,
  read = (name: string): string => readMaybe(name).text ?? '',
): TextFile[] =>
  text === null ? [] : Object.keys(hashes({ path, text })).map((name) => ({ path: name, text: read(name) }));

/** What the tree changes besides what the gate has its own rules for. */
export function codeOnly(
  paths: readonly string[],
  settings: Settings,
  features: readonly TextFile[],
): string[] {
  const { catalogue, waivers, accepted, baseline, record, properties, verdict, messages, results } = settings;
  const own = new Set(
    [catalogue, waivers, accepted, baseline, record, properties, verdict, ...messages, ...results].map(tidy),
  );
  const named = new Set(features.map(({ path }) => path));
  return paths.filter((path) => !own.has(path) && !named.has(path));
}

/** A file of code, whatever its bytes are, for its hash; empty where there is none. */
export function readBytes(path: string): string {
  return kindOf(path)?.isFile() === true ? onInput(path, () => readFileSync(path, 'latin1')) : '';
}
