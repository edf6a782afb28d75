/** Everything that the gate judges, read and checked and not judged yet. */
import { readAll, readEach } from '../files/faults.ts';
import type { LineFile } from '../files/lines.ts';
import { readCatalogue, type Catalogue } from '../specification/catalogue.ts';
import { readFeature, type FeatureFile } from '../specification/features.ts';
import { textHash, type TextFile } from '../specification/input.ts';
import { readMessages, type RunResults } from '../specification/messages.ts';
import { placeRuns, type PlacedRun } from '../specification/placed-run.ts';
import { readAcceptances, type Acceptances } from './acceptance.ts';
import { weighCases, type CaseEvidence } from './evidence.ts';
import { readProperties, type PropertyResults } from './properties.ts';
import { readRecord, type RunRecord } from './record.ts';
import { readReport, type Report } from './results/read.ts';
import type { Settings } from './settings.ts';
import { readStrength, type Strength } from './strength.ts';
import { readWaivers, type Waiver } from './waivers.ts';

/** A file that may be missing: its path, and its text if it is there. */
export interface MaybeFile {
  readonly path: string;
  readonly text: string | null;
}

/** A message file, which may be too large for one text; without lines where it is missing. */
export type MessageFile = LineFile | { readonly path: string; readonly lines: null };

export interface GateFiles {
  readonly catalogue: TextFile;
  readonly features: readonly TextFile[];
  readonly messages: readonly MessageFile[];
  /** Reports of other test runners. */
  readonly reports: readonly MaybeFile[];
  readonly record: MaybeFile;
  readonly properties: MaybeFile;
  /** The test files that the property results name, as they stand. */
  readonly propertyTests: readonly TextFile[];
  /** What mutation testing measured, if it did. */
  readonly strength: MaybeFile;
  /** The files that the strength was measured on, as they stand. */
  readonly strengthFiles: readonly TextFile[];
  /** The files that the record names besides features and catalogue, as they stand. */
  readonly codeFiles: readonly TextFile[];
  /** Files that git tracks and no commit holds as they stand. */
  readonly changed: readonly string[];
  readonly waivers: MaybeFile;
  readonly accepted: MaybeFile;
  readonly baseline: MaybeFile;
  readonly settings: Settings;
}

/** Everything read and nothing judged yet. */
export interface GateInputs extends Omit<
  GateFiles,
  | 'catalogue'
  | 'features'
  | 'messages'
  | 'reports'
  | 'record'
  | 'properties'
  | 'strength'
  | 'waivers'
  | 'accepted'
> {
  readonly catalogue: Catalogue;
  readonly files: readonly FeatureFile[];
  /** Null when there are no messages of it. */
  readonly run: PlacedRun | null;
  /** Every case of the files, weighed by the run. */
  readonly cases: readonly CaseEvidence[];
  /** Message files and reports that are missing, or empty. */
  readonly missing: readonly { readonly path: string; readonly isEmpty: boolean }[];
  readonly reports: readonly Report[];
  /** SHA-256 of each message file and each report that is there. */
  readonly written: Readonly<Record<string, string>>;
  readonly record: RunRecord | null;
  readonly properties: PropertyResults | null;
  readonly propertiesText: string | null;
  readonly strength: Strength | null;
  readonly strengthPath: string;
  readonly waivers: readonly Waiver[];
  readonly accepted: Acceptances;
  readonly acceptedPath: string;
}

const ifThere = <T>({ path, text }: MaybeFile, read: (file: TextFile) => T): T | null =>
  text === null ? null : read({ path, text });

/**
 * @param keeps says of which media types the attachments of the run are kept
 * @throws Fault with every fault of every file
 */
export function readInputs(files: GateFiles, keeps?: (mediaType: string) => boolean): GateInputs {
  const { settings } = files;
  const [catalogue, runs, reports, record, properties, strength, waivers, accepted] = readAll(
    () => readCatalogue(files.catalogue, settings.kinds),
    () => readEach(files.messages, (file) => ({ path: file.path, run: readMessageFile(file, keeps) })),
    () => readEach(files.reports, (file) => ifThere(file, readReport) ?? []).flat(),
    () => ifThere(files.record, readRecord),
    () => ifThere(files.properties, readProperties),
    () => ifThere(files.strength, readStrength),
    () => ifThere(files.waivers, readWaivers),
    () => ifThere(files.accepted, readAcceptances),
  );
  const features = files.features.map((file) => readFeature(file, settings.language));
  const told = [...runs, ...reports].flatMap(({ run }) => run ?? []);
  const run = placeRuns(told, features);
  const { propertyTests, strengthFiles, codeFiles, changed, baseline } = files;
  return {
    ...{ catalogue, files: features, run, reports, record, properties, settings },
    ...{ propertyTests, strength, strengthFiles, codeFiles, changed, baseline },
    cases: weighCases(features, run, catalogue),
    missing: [
      ...runs.flatMap(({ path, run: read }) =>
        read !== null
          ? []
          : { path, isEmpty: files.messages.some((one) => one.path === path && one.lines !== null) },
      ),
      ...files.reports.flatMap(({ path, text }) => (text === null ? [{ path, isEmpty: false }] : [])),
    ],
    written: Object.fromEntries([
      ...told.flatMap((one) => one.files.map(({ path, sha256: hash }) => [path, hash] as const)),
      ...files.reports.flatMap(({ path, text }) => (text === null ? [] : [[path, textHash(text)] as const])),
    ]),
    propertiesText: files.properties.text,
    strengthPath: files.strength.path,
    waivers: waivers ?? [],
    accepted: accepted ?? {},
    acceptedPath: files.accepted.path,
  };
}

/** Null where there is no file, or nothing in it. */
function readMessageFile(file: MessageFile, keeps?: (mediaType: string) => boolean): RunResults | null {
  if (file.lines === null) return null;
  for (const line of file.lines) if (line.trim() !== '') return readMessages(file, keeps);
  return null;
}
