/** The specification as a commit has it: clauses, declared evidence, acceptances, waivers, settings. */
import { faultsIn } from '../files/faults.ts';
import { readCatalogue, type Catalogue } from '../specification/catalogue.ts';
import { readFeature } from '../specification/features.ts';
import type { TextFile } from '../specification/input.ts';
import { readAcceptances, type Acceptances } from './acceptance.ts';
import { byClause } from './by-clause.ts';
import { linesOf, weighCases, type CaseEvidence } from './evidence.ts';
import { featurePaths, isFeature } from './feature-paths.ts';
import { tidy } from './files.ts';
import { filesAt, readAt } from './git.ts';
import {
  CONFIG,
  isManifest,
  parseManifestSettings,
  parseSettings,
  placeKeys,
  readSettings,
  type Settings,
} from './settings.ts';
import { readWaivers, type Waiver } from './waivers.ts';

export interface Snapshot {
  readonly catalogue: Catalogue | null;
  readonly casesOf: ReadonlyMap<string, readonly CaseEvidence[]>;
  readonly linesOf: (id: string) => readonly string[];
  readonly accepted: Acceptances;
  readonly waivers: readonly Waiver[];
  readonly settings: Settings | null;
}

/**
 * As a commit has it, by the settings that it has itself; what a flag of today says comes before them. What it has in
 * a form that is no longer read is left out.
 */
export function snapshotAt(commit: string, today: Settings): Snapshot {
  const one = (path: string): TextFile | undefined => readAt(commit, [tidy(path)])[0];
  const was = settingsAt(commit, today);
  const settings = was === null ? today : withFlags(was, today);
  const catalogue = softly(one(settings.catalogue), (file) => readCatalogue(file, settings.kinds));
  const places = settings.features.map(tidy);
  const within = (path: string): boolean =>
    places.some((place) => place === '.' || path === place || path.startsWith(`${place}/`));
  const paths = filesAt(commit).filter((path) => isFeature(path) && within(path));
  const files = readAt(commit, featurePaths(paths, settings.exclude)).map((file) =>
    readFeature(file, settings.language),
  );
  const casesOf = byClause(catalogue === null ? [] : weighCases(files, null, catalogue));
  return {
    catalogue,
    casesOf,
    linesOf: (id) => linesOf(casesOf.get(id) ?? []),
    accepted: softly(one(settings.accepted), readAcceptances) ?? {},
    waivers: softly(one(settings.waivers), readWaivers) ?? [],
    settings: was,
  };
}

/** The settings of a commit, wherever it has them; null where it has none. */
function settingsAt(commit: string, { path }: Settings): Settings | null {
  for (const file of readAt(commit, [...new Set([tidy(path ?? CONFIG), CONFIG, 'package.json'])])) {
    const parse = isManifest(file.path) ? parseManifestSettings : parseSettings;
    const read = softly(file, ({ text, path: name }) => parse(text, name));
    if (read !== null) return read;
  }
  return null;
}

/** The settings of then with what the flags of today say otherwise than the settings of today. */
function withFlags(was: Settings, today: Settings): Settings {
  const written = readSettings(today.path ?? undefined);
  const keys = [...placeKeys, 'exclude'] as const;
  const flagged = keys.filter((key) => JSON.stringify(today[key]) !== JSON.stringify(written[key]));
  return { ...was, ...Object.fromEntries(flagged.map((key) => [key, today[key]])) };
}

function softly<T>(file: TextFile | undefined, read: (file: TextFile) => T): T | null {
  if (file === undefined) return null;
  try {
    return read(file);
  } catch (error) {
    faultsIn(error);
    return null;
  }
}
