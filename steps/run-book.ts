/** The run of a feature: what it is made of, and what can be read in the files that it leaves. */
import type { DataTable } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptedChoices } from '../src/protocol/script.ts';
import { shown, type Difference } from '../src/protocol/disagreement.ts';
import type { ModelEvent } from '../src/core/events.ts';
import type { Choices } from '../src/core/order-flow.ts';
import type { State } from '../src/core/state.ts';
import { loadScenarioOrManifest } from '../src/run/repeat.ts';
import { runScenario } from '../src/run/run.ts';
import { runWorld } from '../src/run/run-world.ts';
import { replayUntil, type Replay } from '../src/run/metrics/replay.ts';
import type { Arithmetic } from '../src/num.ts';
import { readEventLine } from '../src/run/event-line.ts';
import type { Manifest } from '../src/run/manifest.ts';
import { RunFiles } from '../src/run/run-files.ts';
import { near, parseAmount } from './amounts.ts';
import type { RingWorld } from './ring-world.ts';
import { inShell } from './scenario-file.ts';
import { show } from './show.ts';
import { rows, type Row } from './tables.ts';
import { names, partyId } from './vocabulary.ts';

/** The name of a run of a world that a feature describes. */
const BY_HAND = 'by_hand';

export interface Arrival {
  readonly day: number;
  readonly z: 0 | 1;
  readonly agent: string;
}

const books = new WeakMap<RingWorld, RunBook>();

/** The book of a scenario. */
export function bookOf(world: RingWorld): RunBook {
  const found = books.get(world) ?? new RunBook(world);
  books.set(world, found);
  return found;
}

/** Leaves nothing of a scenario's runs on the disk. */
export const tidyBook = (world: RingWorld): void => books.get(world)?.tidy();

export class RunBook {
  arrivals: readonly Arrival[] = [];
  stopOnDefault = false;
  readonly #root = mkdtempSync(join(tmpdir(), 'ringspec-run-'));
  #runs = 0;

  constructor(readonly world: RingWorld) {}

  get numbers(): Arithmetic {
    return this.world.numbers;
  }

  /** Where a run wrote; the last one, if none is named. */
  place(run = this.#runs): string {
    assert.ok(run > 0, 'nothing has been run yet');
    return join(this.#root, String(run));
  }

  #newPlace(): string {
    this.#runs++;
    return this.place();
  }

  /** Runs the world of the Given steps; who is not among the arrivals does not come. */
  runWorld(periods: number, numbers = this.numbers): void {
    const { arrivals, stopOnDefault } = this;
    const world = this.world.described();
    const files = new RunFiles(join(this.#newPlace(), 'out'));
    const choices = (state: State): Choices => dayByDay(state, arrivals);
    this.world.does(`a run of this world over ${String(periods)} periods`);
    const { metrics, ending, violation } = runWorld(
      { runId: BY_HAND, world, choices, periods, stopOnDefault, numbers, checks: true },
      { tables: files, onEvent: files.event.bind(files) },
    );
    files.finish(metrics, { ...manifestByHand, ending, message: violation }, {});
  }

  /** Runs the scenario file, into the place of the last run or into a new one. */
  runScenario({ again = false, upTo = Infinity } = {}): void {
    this.world.does(
      upTo < Infinity ? `run ring.yaml, broken off after day ${String(upTo)}` : 'run ring.yaml',
    );
    const outDir = again ? this.place() : this.#newPlace();
    const file = join(this.#root, 'ring.yaml');
    writeFileSync(file, this.world.file.text);
    this.#run(file, outDir, upTo);
  }

  /** Repeats the last run from what its manifest says. */
  runManifest(): void {
    this.world.does('run ring.yaml again from its manifest');
    const file = join(this.place(), 'out', 'manifest.json');
    this.#run(file, this.#newPlace());
  }

  #run(file: string, outDir: string, upTo = Infinity): void {
    const { scenario } = loadScenarioOrManifest(file, { arithmetic: this.numbers.name });
    const onDay = (day: number): void => {
      if (day > upTo) throw new BrokenOff();
    };
    try {
      runScenario(scenario, { outDir, onDay });
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
    }
  }

  /** Repeats it as somebody at a terminal would. */
  async runCommand(): Promise<void> {
    const line = `ringspec run ring.yaml --arithmetic ${this.numbers.name} --out ${this.#newPlace()}`;
    this.world.does(line);
    const { status, stderr } = await inShell(line, this.#root);
    this.world.expect(
      status === 0
        ? []
        : [{ about: 'exit status', expected: '0', found: `${String(status)}, with\n${stderr}` }],
    );
  }

  /** Everything below a place, with what is in it. */
  contents(run = this.#runs): Record<string, string> {
    const place = this.place(run);
    if (!existsSync(place)) return {};
    const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
    return Object.fromEntries(
      paths.map((path) => [path.slice(place.length + 1), readFileSync(path, 'utf8')]),
    );
  }

  text(file: string): string {
    return readFileSync(join(this.place(), 'out', file), 'utf8');
  }

  /** The rows of a table, by column. */
  table(file: string): Record<string, string>[] {
    const [header = [], ...records] = parseCsv(this.text(file));
    return records.map((record) => Object.fromEntries(header.map((column, i) => [column, record[i] ?? ''])));
  }

  json(file: string): unknown {
    return JSON.parse(this.text(file));
  }

  /** The log as plain JSON, event by event. */
  log(): Record<string, unknown>[] {
    const lines = this.text('events.jsonl').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** What the log tells of a day; quotes that are posted again as they stand say nothing. */
  told(day: number): Record<string, unknown>[] {
    const standing = new Map<unknown, string>();
    const news = this.log().filter((event) => {
      if (event['kind'] !== 'QuotesPosted') return true;
      const posted = JSON.stringify({ ...event, day: undefined });
      const same = standing.get(event['bucket']) === posted;
      standing.set(event['bucket'], posted);
      return !same;
    });
    return news.filter((event) => event['day'] === day);
  }

  /** The balance sheets at the close of a day, from the text of the log alone. */
  replay(day: number): Replay {
    const lines = this.text('events.jsonl').trimEnd().split('\n');
    const events: ModelEvent[] = lines.map((line) => readEventLine(line, this.numbers));
    return replayUntil(events, day);
  }

  tidy(): void {
    rmSync(this.#root, { recursive: true });
  }
}

class BrokenOff extends Error {}

/** The arrivals of the day that it is; a day without any has none. */
function dayByDay(state: State, arrivals: readonly Arrival[]): Choices {
  let day = -1;
  let today = scriptedChoices(state, []);
  const now = (): Choices => {
    if (state.time === day) return today;
    day = state.time;
    today = scriptedChoices(
      state,
      arrivals.filter((arrival) => arrival.day === day),
    );
    return today;
  };
  return {
    more: () => now().more(),
    prefersSell: (probability) => now().prefersSell(probability),
    agent: (eligible, admits) => now().agent(eligible, admits),
  };
}

/** For runs that have no scenario file. */
const manifestByHand: Manifest = {
  program: 'ringspec',
  version: '0',
  run_id: BY_HAND,
  regime: 'active',
  seed: 0,
  arithmetic: 'decimal',
  rulings: {},
  checks: { on: true, made: null },
  ending: null,
  message: null,
  last_day: null,
  calendar: {},
  notes: [],
  scenario_sha256: '',
  scenario: {},
};

/** The records of a CSV file by RFC 4180; anything that the RFC does not allow is an error. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const [, quoted, bare = '', end] = field.exec(text) ?? [];
    assert.ok(end, `no field of a CSV file begins at ${JSON.stringify(text.slice(at, at + 40))}`);
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether a cell says what a file says: amounts as numbers, parties by either name, lists in any order. */
export function says(cell: string, found: unknown): boolean {
  if (Array.isArray(found)) return [...names(cell)].sort().join() === [...(found as string[])].sort().join();
  if (found === null || found === undefined) return cell === '' || cell === 'none';
  const text = typeof found === 'string' ? found : JSON.stringify(found);
  if (NUMBER.test(text) && /^-?[\d./]+$/.test(cell)) return near(parseAmount(cell), text);
  return text === cell || text === partyId(cell);
}

const rowDifferences = (row: Row, found: Readonly<Record<string, unknown>>): Difference[] =>
  Object.entries(row).flatMap(([about, cell]) => {
    if (!(about in found)) return [{ about, expected: cell, found: 'no such column' }];
    return says(cell, found[about]) ? [] : [{ about, expected: cell, found: shown(found[about]) }];
  });

/** Rows against rows, one by one; every difference at once. */
export function compareRows(
  wanted: readonly Row[],
  found: readonly Readonly<Record<string, unknown>>[],
): Difference[] {
  showRows(wanted, found);
  return Array.from({ length: Math.max(wanted.length, found.length) }, (_, i) => i).flatMap((i) => {
    const [row, item] = [wanted[i], found[i]];
    const about = `row ${String(i + 1)}`;
    if (row === undefined || item === undefined) return [{ about, expected: shown(row), found: shown(item) }];
    return rowDifferences(row, item).map((one) => ({ ...one, about: `${about}: ${one.about}` }));
  });
}

/** The rows of `path | value` with which a document does not agree. */
export const compareDocument = (table: DataTable, document: unknown): Difference[] =>
  rows(table, ['path', 'value']).flatMap(({ path = '', value = '' }) => {
    const found = valueAt(document, path);
    return says(value, found) ? [] : [{ about: path, expected: value, found: shown(found) }];
  });

/** Shows what a file holds against each row; a column that a row leaves out is not looked at. */
function showRows(wanted: readonly Row[], found: readonly Readonly<Record<string, unknown>>[]): void {
  const columns = [...new Set(wanted.flatMap((row) => Object.keys(row)))];
  const wrong: [number, number][] = [];
  const cells = found.map((item, i) =>
    columns.map((column, j) => {
      const cell = wanted[i]?.[column];
      if (cell !== undefined && !says(cell, item[column])) wrong.push([i, j]);
      const value = item[column] ?? '';
      return cell === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    }),
  );
  for (let i = found.length; i < wanted.length; i++) wrong.push([i, -1]);
  for (let i = wanted.length; i < found.length; i++) wrong.push([i, -1]);
  show({ shows: 'table', found: cells, wrong });
}

/** What stands at a path; a member of a list is named by whom or what it is about. */
export const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => {
    if (!Array.isArray(value)) return (value as Record<string, unknown> | null | undefined)?.[step];
    return value.find((item: object) => Object.values(item).includes(partyId(step)));
  }, document);
