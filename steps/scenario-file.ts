/** The scenario file of a feature: what it says, what loading it said, the start that it makes, and its runs. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault, type FileFault } from '../src/files/faults.ts';
import { buildInitialState, type InitialState } from '../src/scenario/initial.ts';
import { parseScenario, type LoadedScenario } from '../src/scenario/load.ts';
import type { Difference } from '../src/protocol/disagreement.ts';
import { parseAmount } from './amounts.ts';
import { copyProgram } from './changed-program.ts';
import type { Row } from './tables.ts';

/** Its name in messages, and on the disk when a command is run. */
const NAME = 'ring.yaml';
const ownBin = fileURLToPath(new URL('../bin', import.meta.url));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class ScenarioFile {
  text = '';
  loaded: LoadedScenario | null = null;
  /** Faults and warnings that no step has spoken of yet. */
  faults: readonly FileFault[] = [];
  warnings: readonly string[] = [];
  #start: InitialState | null = null;
  #ended: Ended | null = null;
  #folder: string | null = null;
  /** Where the program is whose commands are run, when it is not this one. */
  #program: string | null = null;

  /** Loads it, with one value put in its place where a change is given. */
  read(change: Row = {}): LoadedScenario {
    const { path, value = '' } = change;
    return parseScenario(this.text, NAME, path ? { [path]: value } : {});
  }

  load(): void {
    this.faults = this.faultsWith({});
    if (this.faults.length > 0) return;
    this.loaded = this.read();
    this.warnings = this.loaded.warnings;
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
    return this.#start;
  }

  get start(): InitialState {
    assert.ok(this.#start, 'no world has been made yet');
    return this.#start;
  }

  /** Runs a command line in a folder of its own, in which the file is the only one. */
  async run(line: string): Promise<void> {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'ringspec-'));
    writeFileSync(join(this.#folder, NAME), this.text);
    this.#ended = await inShell(
      line,
      this.#folder,
      this.#program === null ? ownBin : join(this.#program, 'bin'),
    );
  }

  /** From now on commands are those of a program with this fault in it. */
  changeProgram(fault: string): void {
    this.#program = mkdtempSync(join(tmpdir(), 'ringspec-changed-'));
    copyProgram(fault, this.#program);
  }

  get programIsChanged(): boolean {
    return this.#program !== null;
  }

  get ended(): Ended {
    assert.ok(this.#ended, 'no command has been run yet');
    return this.#ended;
  }

  /** What lies beside it. */
  written(): string[] {
    return readdirSync(this.#folder ?? '').filter((name) => name !== NAME);
  }

  tidy(): void {
    for (const folder of [this.#folder, this.#program])
      if (folder !== null) rmSync(folder, { recursive: true });
  }
}

export function inShell(line: string, cwd: string, bin = ownBin): Promise<Ended> {
  const env = { ...process.env, NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const child = spawn('sh', ['-c', line], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, ...said });
    });
  });
}

/** `ring.cash.vector[1]` in a document; `none` where there is nothing. */
export function valueAt(document: unknown, path: string): string {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const found = steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    document,
  );
  if (found === null || found === undefined) return 'none';
  return typeof found === 'string' ? found : JSON.stringify(found);
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Numbers agree to the last digit, everything else letter by letter. CFG-04. */
export const agreesExactly = (cell: string, found: string): boolean =>
  NUMBER.test(cell) && NUMBER.test(found) ? parseAmount(cell).equals(found) : cell === found;

/** The rows of `path | value` that a document does not agree with. */
export const disagreements = (wanted: readonly Row[], document: unknown): Difference[] =>
  wanted.flatMap(({ path = '', value = '' }) => {
    const found = valueAt(document, path);
    return agreesExactly(value, found) ? [] : [{ about: path, expected: value, found }];
  });

/** The rows of `line | path | found | allowed` that faults do not agree with; words are parts of a message. */
export function faultDifferences(wanted: readonly Row[], faults: readonly FileFault[]): Difference[] {
  return Array.from({ length: Math.max(wanted.length, faults.length) }, (_, i) => i).flatMap((i) => {
    const [row, fault] = [wanted[i], faults[i]];
    const { line, path, found = '', allowed = '' } = row ?? {};
    const agrees =
      row !== undefined &&
      fault !== undefined &&
      (line === undefined || Number(line) === fault.line) &&
      (path === undefined || path === fault.path) &&
      fault.found.includes(found) &&
      fault.allowed.includes(allowed);
    return agrees
      ? []
      : [{ about: `fault ${String(i + 1)}`, expected: faultText(row), found: faultText(fault) }];
  });
}

const faultText = (fault: Partial<Record<keyof FileFault, string | number>> | undefined): string =>
  fault === undefined
    ? 'none'
    : (['line', 'path', 'found', 'allowed'] as const)
        .filter((member) => fault[member] !== undefined)
        .map((member) => `${member} ${String(fault[member])}`)
        .join(', ');
