/** The gate's settings as a command line changes them, and how that command line is said again. */
import type { Settings } from '../gate/settings.ts';

/** What a command line may say in place of the settings file. */
export interface SettingsFlags {
  readonly config?: string;
  readonly catalogue?: string;
  readonly features?: readonly string[];
  readonly exclude?: readonly string[];
  readonly messages?: readonly string[];
  readonly results?: readonly string[];
  readonly record?: string;
  readonly properties?: string;
  readonly strength?: string;
  readonly waivers?: string;
  readonly accepted?: string;
  readonly baseline?: string;
  readonly verdict?: string;
}

const names = [
  'catalogue',
  'features',
  'exclude',
  'messages',
  'results',
  'record',
  'properties',
  'strength',
  'waivers',
  'accepted',
  'baseline',
  'verdict',
] as const;

/** A name below a device, where nothing can be. */
const NOWHERE = '/dev/null/none';

/** @param runs whether the suite runs first @throws Fault when the settings file has faults */
export async function settingsOf(flags: SettingsFlags, runs: boolean): Promise<Settings> {
  const { readSettings } = await import('../gate/settings.ts');
  const read = readSettings(flags.config, flags.catalogue);
  const given = Object.fromEntries(
    names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])),
  );
  // with messages of one's own, what a run of the gate left at the usual places belongs to another run
  const foreign = read.path === null && flags.messages !== undefined && !runs;
  const elsewhere = foreign ? { record: NOWHERE, properties: NOWHERE, strength: NOWHERE } : {};
  return { ...read, ...elsewhere, ...given };
}

/** `ringspec gate` with the flags that say where things are, for hints that can be copied. */
export function commandOf(flags: SettingsFlags): string {
  const said = (['config', ...names] as const).flatMap((name) => {
    const value = flags[name];
    return value === undefined ? [] : [`--${name}`, ...[value].flat().map(inShell)];
  });
  return ['ringspec gate', ...said].join(' ');
}

const inShell = (word: string): string =>
  /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
