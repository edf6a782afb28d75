/** The experiment of a scenario: the sweep of a file, or of a table of keys, values, seeds and arms. CLM-01. */
import { dirname, isAbsolute, join } from 'node:path';
import { counted } from '../../counted.ts';
import { describeFault, Fault } from '../../files/faults.ts';
import { placeOfAxis } from '../../scenario/axes.ts';
import type { LoadedSweep } from '../../scenario/sweep.ts';
import type { Overrides } from '../../scenario/variants.ts';
import { hashOf } from '../../run/manifest.ts';
import { resolvedSweep } from '../../scenario/grid.ts';
import type { GridAxis } from '../axes.ts';
import type { Findings } from './findings.ts';
import type { Matched } from './phrases.ts';
import { namedAxes } from './places.ts';
import type { Cell, ClaimStep } from './read.ts';

/** Reads the sweep of a file, or without one the defaults; overrides win. */
export type LoadsSweep = (file: string | null, overrides: Overrides) => LoadedSweep;

export interface Experiment {
  /** Of its plan: the same for the same sweep, wherever it is written. */
  readonly id: string;
  readonly sweep: LoadedSweep;
  /** Those that a statement may name. */
  readonly axes: readonly GridAxis[];
  /** As it stands in the claim file. */
  readonly file: string | null;
}

/** Keys of the table that are no keys of a scenario, and where they belong in the document of a sweep. */
const ownKeys: ReadonlyMap<string, string> = new Map([
  ['seeds', 'sweep.seeds'],
  ['arms', 'sweep.regimes'],
  ['outside_mid_ratio', 'sweep.outside_mid_ratios'],
  ['seed', 'seed'],
]);

/** Null where it has faults, which are told. */
export function experimentOf(
  step: ClaimStep,
  { phrase, slots }: Matched,
  load: LoadsSweep,
  findings: Findings,
): Experiment | null {
  const before = findings.faults.length;
  const rows = rowsOf(step, findings);
  if (phrase.kind === 'file' && step.rows.length > 0)
    findings.at(step, 0, 'a table', 'the experiment of "FILE" with, where a table follows');
  if (phrase.kind !== 'file' && step.rows.length === 0)
    findings.at(step, 0, 'no table', 'a table of keys and values below it');
  if (findings.faults.length > before) return null;
  const { file = null } = slots;
  const path = file === null || isAbsolute(file) ? file : join(dirname(step.place.file), file);
  try {
    const sweep = load(path, Object.fromEntries(rows.map(([key, value]) => [documentPath(key), value.text])));
    return { id: hashOf(resolvedSweep(sweep)), sweep, axes: namedAxes(sweep.grid), file };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refused(step, rows, error, findings);
  }
}

/** Keys that stand for others, a list of values for an axis, or the key itself. */
const documentPath = (key: Cell): string => ownKeys.get(key.text) ?? placeOfAxis(key.text);

type Row = readonly [key: Cell, value: Cell];

function rowsOf(step: ClaimStep, findings: Findings): Row[] {
  const seen = new Set<string>();
  return step.rows.flatMap((cells): Row[] => {
    const [key, value] = cells;
    if (key === undefined || value === undefined || cells.length > 2) {
      findings.add(key?.place ?? step.place, counted(cells.length, 'column'), 'two: a key, and its values');
      return [];
    }
    if (seen.has(key.text)) {
      findings.add(key.place, `${key.text} again`, 'each key once: one row has all of its values');
      return [];
    }
    seen.add(key.text);
    return [[key, value]];
  });
}

/** What is wrong with the sweep, told of the row that brings it about, or of the step. */
function refused(step: ClaimStep, rows: readonly Row[], error: Fault, findings: Findings): null {
  if (error.faults.length === 0) findings.at(step, 0, error.message, 'the file of a sweep');
  for (const fault of error.faults) {
    const row = rows.find(([key]) => {
      const path = documentPath(key);
      return fault.line === 0 && (fault.path === path || fault.path.startsWith(`${path}[`));
    });
    // an unknown key as an axis is told by its list
    const isKey = /^the (unknown key|list) /.test(fault.found);
    if (row !== undefined) {
      const [key, value] = row;
      findings.add(
        (isKey ? key : value).place,
        isKey ? `the unknown key ${key.text}` : fault.found,
        fault.allowed,
      );
    } else findings.at(step, 0, describeFault(fault).replace(/; allowed: .*$/s, ''), fault.allowed);
  }
  return null;
}
