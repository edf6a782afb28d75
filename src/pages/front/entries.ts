/** The outputs in a folder, each with its main result and its page. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../files/faults.ts';
import { onRead } from '../../files/on-disk.ts';
import { program } from '../../files/output-folder.ts';
import { points } from '../../run/metrics/effects.ts';
import { countsSay } from '../../study/claims/words.ts';
import { capitalised } from '../specification/words.ts';
import { mayWrite } from '../write-page.ts';

export const headings = {
  playground: 'The playground',
  sweep: 'Sweeps',
  claims: 'Claims',
  sensitivity: 'Sensitivity',
  compare: 'Comparisons',
  run: 'Runs',
  specification: 'The specification',
  pages: 'Implementations and certificates',
  other: 'Other outputs',
} as const;
export type Heading = keyof typeof headings;

export interface Entry {
  readonly heading: Heading;
  /** Name of the folder or file. */
  readonly name: string;
  readonly says: string;
  /** The page to open, below the folder; null where there is none yet. */
  readonly page: string | null;
  /** How a page is made where there is none. */
  readonly command: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** A JSON object, or null where there is none or it is damaged. */
function json(path: string): Json | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Json) : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const member = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Json)[key] : undefined),
    value,
  );

/** Every output of ours directly below a folder, in the order of the headings, then of the names. */
export function entriesIn(folder: string): Entry[] {
  const names = onRead(folder, () => readdirSync(folder)).sort();
  const found = names.flatMap((name) => entryOf(folder, name));
  const order = Object.keys(headings);
  return found.sort((a, b) => order.indexOf(a.heading) - order.indexOf(b.heading));
}

/** What cannot be looked at, as a link that leads in a circle, is no output of ours. */
function entryOf(folder: string, name: string): Entry[] {
  try {
    const isFolder = statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? inFolder(folder, name) : playgroundIn(folder, name);
  } catch (error) {
    if (error instanceof Fault || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}

function playgroundIn(folder: string, name: string): Entry[] {
  if (!name.endsWith('.html') || !mayWrite(join(folder, name), 'playground')) return [];
  const says = 'The model in a page: move its settings and see the three arms, twenty seeds and the ring.';
  return [{ heading: 'playground', name, says, page: name, command: null }];
}

function inFolder(folder: string, name: string): Entry[] {
  const own = join(folder, name);
  const at = (...path: readonly string[]): Json | null => json(join(own, ...path));
  const page = ['report/index.html', 'index.html'].find((path) => existsSync(join(own, path)));
  const known = page === undefined ? null : `${name}/${page}`;
  const entry = (heading: Heading, says: string, isReported = false): Entry[] => [
    {
      ...{ heading, name, says, page: known },
      command: isReported && known === null ? `ringspec report ${own}` : null,
    },
  ];
  const run = at('out', 'manifest.json');
  if (run?.['program'] === program) return entry('run', runSays(run, at('out', 'metrics.json')), true);
  const manifest = at('manifest.json');
  if (manifest?.['program'] !== program) return [];
  const kind = text(manifest['kind']);
  if (kind === 'sweep') {
    const sentence = text(at('aggregate', 'summary.json')?.['sentence']);
    return entry('sweep', sentence === '' ? 'The sweep is not complete.' : sentence, true);
  }
  if (kind === 'specification')
    return entry(kind, 'Every clause, with the scenarios that show it and what their run answered.');
  if (kind === 'claims') return entry(kind, claimsSay(at('claims.json')));
  if (kind === 'sensitivity') {
    const [first] = linesOf(at('sensitivity.json')?.['answer']);
    return entry(kind, first ?? 'The readings of the rules, one by one: it is not complete.');
  }
  if (kind === 'compare') {
    const [first = ''] = linesOf(at('compare.json')?.['answer']);
    const sides = `${placeOf(manifest['a'])} and ${placeOf(manifest['b'])}`;
    return entry(kind, `Two sweeps side by side, ${sides}. ${first}`.trim());
  }
  if (kind === '') return entry('pages', certificateSays(manifest, at('certificate.json')));
  return entry('other', `${capitalised(kind)}.`);
}

function runSays(manifest: Json, metrics: Json | null): string {
  const id = text(manifest['run_id']);
  const rate = member(metrics, 'payoff', 'default_rate');
  if (typeof rate !== 'string') return `${id}: it did not end.`;
  return `${id}: ${points(Number(rate))} % of what fell due was not paid.`;
}

/** How many statements came out how. CLM-03. */
function claimsSay(found: Json | null): string {
  const count = (name: string): number | null => {
    const value = found?.[name];
    return typeof value === 'number' ? value : null;
  };
  const [supported, contradicted, undecided] = ['supported', 'contradicted', 'undecided'].map(count);
  if (supported == null || contradicted == null || undecided == null)
    return 'Statements about the model: they are not all judged.';
  return countsSay({ supported, contradicted, undecided });
}

/** An answer of several sentences. */
const linesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((line): line is string => typeof line === 'string') : [];

/** A sweep as a comparison names it: its folder, or what tells it apart. */
const placeOf = (side: unknown): string =>
  typeof side === 'string' ? side : text(member(side, 'folder')) || 'another sweep';

function certificateSays(manifest: Json, certificate: Json | null): string {
  const holds = text(manifest['holds']);
  const name = text(member(certificate, 'implementation', 'name'));
  const what = holds === '' ? 'It is not complete.' : `${capitalised(holds)}.`;
  if (name === '') return what;
  return `${what} ${name} ${certificate?.['conforms'] === true ? 'conforms' : 'does not conform'}.`;
}
