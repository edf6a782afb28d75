/** The run of a feature: what it is made of, and what can be read in the files that it leaves. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptedChoices } from '../src/protocol/script.ts';
import type { ModelEvent } from '../src/core/events.ts';
import type { Choices } from '../src/core/choices.ts';
import type { State } from '../src/core/state.ts';
import { loadScenarioOrManifest } from '../src/run/repeat.ts';
import { runScenario } from '../src/run/run.ts';
import { runWorld } from '../src/run/run-world.ts';
import { float64 } from '../src/f64.ts';
import type { Arithmetic } from '../src/num.ts';
import { readEventLine } from '../src/run/event-line.ts';
import type { Manifest } from '../src/run/manifest.ts';
import { RunFiles } from '../src/run/run-files.ts';
import { contentsOf, type Contents } from './contents.ts';
import { program } from './program.ts';
import { replayUntil, type Replay } from './replay.ts';
import type { RingWorld } from './ring-world.ts';
import { scratchOf } from './scratch.ts';

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

export class RunBook {
  arrivals: readonly Arrival[] = [];
  readonly #root: string;
  #runs = 0;

  constructor(readonly world: RingWorld) {
    this.#root = scratchOf(world);
  }

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
    this.world.written = this;
    return this.place();
  }

  /** Runs the world of the Given steps; who is not among the arrivals does not come. */
  runWorld(periods: number): void {
    const { arrivals } = this;
    const { stopOnDefault } = this.world;
    const numbers = this.world.allowsRounding ? this.numbers : { ...float64, slack: () => 0 };
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

  /** Runs the scenario file. */
  runScenario(): void {
    this.world.does('run ring.yaml');
    const file = join(this.#root, 'ring.yaml');
    writeFileSync(file, this.world.file.text);
    this.#run(file);
  }

  /** Repeats the last run from what its manifest says. */
  runManifest(): void {
    this.world.does('run ring.yaml again from its manifest');
    this.#run(join(this.place(), 'out', 'manifest.json'));
  }

  #run(file: string): void {
    const { scenario } = loadScenarioOrManifest(file, { arithmetic: this.numbers.name });
    runScenario(scenario, { outDir: this.#newPlace() });
  }

  /** Repeats it in a process of its own. */
  runElsewhere(): void {
    this.world.does('run ring.yaml in another process');
    const words = ['run', 'ring.yaml', '--arithmetic', this.numbers.name, '--out', this.#newPlace()];
    execFileSync(program, words, { cwd: this.#root });
  }

  contents(run = this.#runs): Contents {
    return contentsOf(this.place(run));
  }

  text(file: string): string {
    return readFileSync(join(this.place(), 'out', file), 'utf8');
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
}

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
