/** Everything that the gate judges, read and checked and not judged yet. */
import { readAll } from '../files/faults.ts';
import { readAcceptances, type Acceptances } from './acceptance.ts';
import { readCatalogue, type Catalogue } from '../specification/catalogue.ts';
import { weighCases, type CaseEvidence } from './evidence.ts';
import { readFeature, type FeatureFile } from '../specification/features.ts';
import type { TextFile } from '../specification/input.ts';
import { readMessages, type RunResults } from '../specification/messages.ts';
import { readProperties, type PropertyResults } from './properties.ts';
import { readRecord, type RunRecord } from './record.ts';
import { readStrength, type Strength } from './strength.ts';
import { readWaivers, type Waiver } from './waivers.ts';

/** A file that may be missing: its path, and its text if it is there. */
export interface MaybeFile {
  readonly path: string;
  readonly text: string | null;
}

export interface GateFiles {
  readonly catalogue: TextFile;
  readonly features: readonly TextFile[];
  readonly messages: MaybeFile;
  readonly record: MaybeFile;
  readonly properties: MaybeFile;
  /** The test files that the property results name, as they stand. */
  readonly propertyTests: readonly TextFile[];
  /** What mutation testing measured, if it did. */
  readonly strength: MaybeFile;
  /** The files that the strength was measured on, as they stand. */
  readonly strengthFiles: readonly TextFile[];
  readonly waivers: MaybeFile;
  readonly accepted: MaybeFile;
  readonly baseline: MaybeFile;
}

/** Everything read and nothing judged yet. */
export interface GateInputs {
  readonly catalogue: Catalogue;
  readonly files: readonly FeatureFile[];
  readonly run: RunResults | null;
  /** Every case of the files, weighed by the run. */
  readonly cases: readonly CaseEvidence[];
  readonly messages: MaybeFile;
  readonly record: RunRecord | null;
  readonly properties: PropertyResults | null;
  readonly propertiesText: string | null;
  readonly propertyTests: readonly TextFile[];
  readonly strength: Strength | null;
  readonly strengthPath: string;
  readonly strengthFiles: readonly TextFile[];
  readonly waivers: readonly Waiver[];
  readonly accepted: Acceptances;
  readonly acceptedPath: string;
  readonly baseline: MaybeFile;
}

const ifThere = <T>({ path, text }: MaybeFile, read: (file: TextFile) => T): T | null =>
  text === null ? null : read({ path, text });

/** @throws Fault with every fault of every file. */
export function readInputs(files: GateFiles): GateInputs {
  const { messages } = files;
  const [catalogue, run, record, properties, strength, waivers, accepted] = readAll(
    () => readCatalogue(files.catalogue),
    () => ifThere(messages, ({ path, text }) => (text.trim() === '' ? null : readMessages(path, text))),
    () => ifThere(files.record, readRecord),
    () => ifThere(files.properties, readProperties),
    () => ifThere(files.strength, readStrength),
    () => ifThere(files.waivers, readWaivers),
    () => ifThere(files.accepted, readAcceptances),
  );
  const features = files.features.map(readFeature);
  return {
    catalogue,
    files: features,
    run,
    cases: weighCases(features, run, catalogue),
    messages,
    record,
    properties,
    propertiesText: files.properties.text,
    propertyTests: files.propertyTests,
    strength,
    strengthPath: files.strength.path,
    strengthFiles: files.strengthFiles,
    waivers: waivers ?? [],
    accepted: accepted ?? {},
    acceptedPath: files.accepted.path,
    baseline: files.baseline,
  };
}
