/** What a repository settles once: where its files are, how it runs, what its tags mean, how findings are taken. */
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { faultOf, inFiles } from '../files/faults.ts';
import { readJson } from '../files/json.ts';
import { readText, readTextIfThere } from '../files/read-text.ts';
import { usualKindTags, type KindTags } from '../specification/catalogue.ts';
import { isFixed, levels, ruleNames, type Level, type RuleName } from '../specification/finding.ts';
import { readYaml } from '../specification/input.ts';
import { day } from './calendar.ts';

/** The systems that an exclusion can be for, by the names that cucumbers give them. */
const systems = { linux: 'linux', macos: 'mac', windows: 'win' } as const;

/** Scenarios that do not run for now, by a tag: they leave the run whole, and are no evidence. */
export interface Exclusion {
  readonly tag: string;
  /** Without any, everywhere. */
  readonly os: readonly (keyof typeof systems)[];
  readonly owner: string;
  readonly reason: string;
  readonly expiry: string;
}

export interface Settings {
  /** The file that they were read from; null where there is none. */
  readonly path: string | null;
  readonly catalogue: string;
  readonly features: readonly string[];
  /** Patterns of feature files that are no part of the specification. */
  readonly exclude: readonly string[];
  readonly messages: readonly string[];
  /** Results of other test runners: JUnit XML, cucumber's JSON, CTRF. */
  readonly results: readonly string[];
  readonly record: string;
  readonly properties: string;
  readonly strength: string;
  readonly waivers: string;
  readonly accepted: string;
  readonly baseline: string;
  readonly verdict: string;
  /** Commands that run everything, one after the other; null where none is named. */
  readonly run: readonly string[] | null;
  /** The language of features that name none. */
  readonly language: string;
  readonly kinds: KindTags;
  readonly severity: Readonly<Partial<Record<RuleName, Level>>>;
  readonly exclusions: readonly Exclusion[];
  /** Patterns of outcomes that expect no value, as `no letter is sent`: `--prove` does not change them. */
  readonly valueless: readonly string[];
  /** Days that a waiver or an exclusion may last from today. */
  readonly longest: number;
}

/** Where everything stands that the gate reads, and as what it is read; what `exclude` leaves out is told pattern by pattern. */
export const placeKeys = [
  'catalogue',
  'features',
  'messages',
  'results',
  'run',
  'waivers',
  'accepted',
  'baseline',
  'strength',
  'language',
  'kinds',
] as const satisfies readonly (keyof Settings)[];

const name = z.string().trim().min(1, 'a name');
const some = z.union([name.transform((one) => [one]), z.array(name)]);
const wholeNumber = z
  .union([z.number(), z.string()])
  .transform(Number)
  .refine((n) => Number.isInteger(n) && n > 0, 'a whole number above 0');

const severity = z.partialRecord(z.enum(ruleNames), z.enum(levels)).superRefine((chosen, context) => {
  for (const rule of ruleNames)
    if (chosen[rule] !== undefined && chosen[rule] !== 'error' && isFixed(rule))
      context.addIssue({
        code: 'custom',
        path: [rule],
        message: 'error: a verdict would say nothing without it',
      });
});

const exclusion = z.strictObject({
  tag: name.transform((tag) => tag.replace(/^@/, '')),
  os: z.array(z.enum(Object.keys(systems) as (keyof typeof systems)[])).default([]),
  owner: name,
  reason: name,
  expiry: day,
});

export const settingsSchema = z.strictObject({
  catalogue: name.default('features/clauses.yaml'),
  features: some.default(['features']),
  exclude: some.default([]),
  messages: some.default(['reports/gate/messages.ndjson']),
  results: some.default([]),
  record: name.default('reports/gate/run.json'),
  properties: name.default('reports/gate/properties.json'),
  strength: name.default('strength/strength.json'),
  waivers: name.optional(),
  accepted: name.optional(),
  baseline: name.optional(),
  verdict: name.default('reports/gate/verdict.json'),
  run: some.optional(),
  language: name.default('en'),
  kinds: z
    .strictObject({ boundary: name.optional(), refusal: name.optional(), property: name.optional() })
    .default({}),
  severity: severity.default({}),
  exclusions: z.array(exclusion).default([]),
  valueless: some.default([]),
  longest: wholeNumber.default(366),
});

export const CONFIG = 'ringspec.config.yaml';

/** A file that says much else, and the settings as its member `ringspec`. */
export const isManifest = (path: string): boolean => basename(path) === MANIFEST;
const MANIFEST = 'package.json';

/**
 * What the settings file says, which may be a package.json; with no file named, that of the folder, or its package.json.
 * Another catalogue takes what stands beside it along.
 *
 * @throws Fault with every fault
 */
export function readSettings(path?: string, catalogue?: string): Settings {
  const { path: from, read } = findSettings(path);
  return complete(from, catalogue === undefined ? read : { ...read, catalogue });
}

function findSettings(path: string | undefined): {
  path: string | null;
  read: z.infer<typeof settingsSchema>;
} {
  if (path !== undefined) {
    const text = readText(path, 'a settings file');
    const read = isManifest(path) ? parseManifest(text, path) : parse(text, path);
    if (read !== null) return { path, read };
    throw inFiles([faultOf(path, 'no member ringspec', 'the settings as its member ringspec')]);
  }
  const text = readTextIfThere(CONFIG);
  if (text !== null) return { path: CONFIG, read: parse(text, CONFIG) };
  const manifest = readTextIfThere(MANIFEST);
  const own = manifest === null ? null : parseManifest(manifest, MANIFEST);
  return own === null ? { path: null, read: settingsSchema.parse({}) } : { path: MANIFEST, read: own };
}

/** What a package.json says under `ringspec`; null where it says nothing. */
function parseManifest(text: string, path: string): z.infer<typeof settingsSchema> | null {
  const open = z.looseObject({ ringspec: z.unknown().optional() });
  const own = readJson(text, path, open).ringspec;
  return own === undefined ? null : readJson(JSON.stringify(own), path, settingsSchema);
}

const parse = (text: string, path: string): z.infer<typeof settingsSchema> =>
  readYaml({ path, text: text.trim() === '' ? '{}' : text }, settingsSchema).value;

/** Settings from the text of a file. @throws Fault with every fault */
export const parseSettings = (text: string, path: string): Settings => complete(path, parse(text, path));

/** Settings from the text of a package.json; null where it has none. @throws Fault with every fault */
export function parseManifestSettings(text: string, path: string): Settings | null {
  const read = parseManifest(text, path);
  return read === null ? null : complete(path, read);
}

/** Waivers, acceptances and baseline stand beside the catalogue where nothing else is said. */
function complete(path: string | null, read: z.infer<typeof settingsSchema>): Settings {
  const beside = (file: string): string => join(dirname(read.catalogue), file).replaceAll('\\', '/');
  const { boundary, refusal, property } = { ...usualKindTags, ...read.kinds };
  const bare = (tag = ''): string => tag.replace(/^@/, '');
  return {
    ...read,
    path,
    waivers: read.waivers ?? beside('waivers.yaml'),
    accepted: read.accepted ?? beside('accepted.yaml'),
    baseline: read.baseline ?? beside('baseline.txt'),
    run: read.run === undefined || read.run.length === 0 ? null : read.run,
    kinds: { boundary: bare(boundary), refusal: bare(refusal), property: bare(property) },
  };
}

/** Whether an exclusion is for the system that the run names. */
export const isForSystem = ({ os }: Exclusion, running: string): boolean =>
  os.length === 0 ||
  os.some((one) => running.startsWith(systems[one]) || (one === 'macos' && running.startsWith('darwin')));
