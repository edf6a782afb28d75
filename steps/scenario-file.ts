/** The scenario file of a feature: what it says, what loading it said, the start that it makes, and its runs. */
import assert from 'node:assert/strict';
import { Fault, type FileFault } from '../src/files/faults.ts';
import { buildInitialState, type InitialState } from '../src/scenario/initial.ts';
import { parseScenario, type LoadedScenario } from '../src/scenario/load.ts';
import type { Difference } from '../src/protocol/disagreement.ts';
import type { RingWorld } from './ring-world.ts';
import type { Row } from './tables.ts';

/** Its name in messages. */
const NAME = 'ring.yaml';

export class ScenarioFile {
  text = '';
  loaded: LoadedScenario | null = null;
  /** Faults and warnings that no step has spoken of yet. */
  faults: readonly FileFault[] = [];
  warns: readonly string[] = [];
  notes: readonly string[] = [];
  #start: InitialState | null = null;

  /** Loads it, with one value put in its place where a change is given. */
  read(change: Row = {}): LoadedScenario {
    const { path, value = '' } = change;
    return parseScenario(this.text, NAME, path ? { [path]: value } : {});
  }

  load(): void {
    this.faults = this.faultsWith({});
    if (this.faults.length > 0) return;
    this.loaded = this.read();
    this.warns = this.loaded.warnings;
  }

  /** What it says, where it was loaded without a fault. */
  scenario(world: RingWorld): unknown {
    world.expect(faultDifferences([], this.faults));
    return this.loaded?.scenario;
  }

  faultsWith(change: Row): readonly FileFault[] {
    try {
      this.read(change);
      return [];
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return error.faults;
    }
  }

  startWith(change: Row): InitialState {
    return buildInitialState(this.read(change).scenario);
  }

  make(): InitialState {
    this.#start = this.startWith({});
    this.notes = this.#start.notes;
    return this.#start;
  }

  get start(): InitialState {
    assert.ok(this.#start, 'no world has been made yet');
    return this.#start;
  }
}

/**
 * The rows of `file | line | path | found | allowed` that faults do not agree with. Words are parts of a message; where
 * the rows name files they are all of it.
 */
export function faultDifferences(wanted: readonly Row[], faults: readonly FileFault[]): Difference[] {
  return Array.from({ length: Math.max(wanted.length, faults.length) }, (_, i) => i).flatMap((i) => {
    const [row, fault] = [wanted[i], faults[i]];
    const { file, line, path, found = '', allowed = '' } = row ?? {};
    const says = (text: string, words: string): boolean =>
      file === undefined ? text.includes(words) : text === words;
    const agrees =
      row !== undefined &&
      fault !== undefined &&
      (file === undefined || file === fault.file) &&
      (line === undefined || Number(line) === fault.line) &&
      (path === undefined || path === fault.path) &&
      says(fault.found, found) &&
      says(fault.allowed, allowed);
    return agrees
      ? []
      : [
          {
            about: `fault ${String(i + 1)}`,
            expected: faultText(row),
            found: faultText(fault && named(row, fault)),
          },
        ];
  });
}

/** A fault without its file, where the rows do not ask for one. */
const named = (row: Row | undefined, { file, ...fault }: FileFault): Partial<FileFault> =>
  row?.['file'] === undefined ? fault : { file, ...fault };

const faultText = (fault: Partial<Record<keyof FileFault, string | number>> | undefined): string =>
  fault === undefined
    ? 'none'
    : (['file', 'line', 'path', 'found', 'allowed'] as const)
        .filter((member) => fault[member] !== undefined)
        .map((member) => `${member} ${String(fault[member])}`)
        .join(', ');
