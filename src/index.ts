/** The market as a library: a world is opened, run, and looked at. */
import type { ModelEvent, RunEnding } from './core/events.ts';
import type { Running } from './core/journal.ts';
import type { Choices } from './core/choices.ts';
import { runPeriods as runPeriodsOf } from './core/period.ts';
import { openWorld as open, type World } from './core/world.ts';
import { inFiles, type Fault, type FileFault } from './files/faults.ts';
import { inWords, shapeFaults } from './files/shape.ts';
import { decimal, type Arithmetic } from './num.ts';
import type { StateAnswer } from './protocol/protocol.ts';
import { worldSchema, type WorldInput } from './protocol/schema.ts';
import { completeWorld, describeState } from './protocol/world.ts';
import { drawnChoices, LARGEST_SEED, streams } from './random.ts';

export { CheckViolation } from './core/checks/violation.ts';
export type { ModelEvent, RunEnding } from './core/events.ts';
export { float64 } from './f64.ts';
export { Fault, type FileFault } from './files/faults.ts';
export { decimal, type Arithmetic } from './num.ts';
export type { StateAnswer } from './protocol/protocol.ts';
export type { WorldInput } from './protocol/schema.ts';

declare const opaque: unique symbol;

/** A market that is open. What it is made of may change from version to version: `stateOf` and the events show it. */
export interface State {
  readonly [opaque]: true;
}

export interface Opening {
  /** `decimal` (28 digits, the default) or `float64`. */
  readonly arithmetic?: Arithmetic;
  /** C1 to C6 after every event; on unless turned off. CHK-08. */
  readonly checks?: boolean;
  /** Of the order flow, a whole number from 0 to 2³² − 1; 42 unless given. CFG-02. */
  readonly seed?: number;
  /** Stands in messages of violated checks. CHK-07. */
  readonly name?: string;
  /** Hears every event, in order, from the opening on. OUT-02. */
  readonly onEvent?: (event: ModelEvent) => void;
}

export interface Length {
  /** At most so many, a whole number; fewer when no ticket is left. LOOP-03. */
  readonly periods: number;
  /** Ends after the period of the first default; off unless given. SET-07. */
  readonly stopOnDefault?: boolean;
}

interface Opened {
  readonly state: Running;
  readonly world: World;
  readonly choices: Choices;
}
const opened = new WeakMap<State, Opened>();

/**
 * Opens a world: money as decimal strings, per ticket; what is left out has the default of the specification. CFG-02.
 * @throws Fault with every fault of the world at once. CFG-03.
 */
export function openWorld(world: WorldInput, opening: Opening = {}): State {
  const {
    arithmetic = decimal,
    checks = true,
    seed = 42,
    name = 'world',
    onEvent = () => undefined,
  } = opening;
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED)
    throw new RangeError(
      `seed: found ${String(seed)}; allowed: a whole number from 0 to ${String(LARGEST_SEED)}`,
    );
  const parsed = worldSchema.safeParse(world, { error: inWords });
  if (!parsed.success) throw worldFault(name, parsed.error, world);
  const complete = completeWorld(parsed.data);
  const state = open(complete, { numbers: arithmetic, run: name, checks, sink: onEvent });
  const handle = Object.freeze({}) as State;
  opened.set(handle, { state, world: complete, choices: drawnChoices(streams(seed).orderFlow) });
  return handle;
}

/**
 * Runs on from where it is, and says why it ended. LOOP-01, LOOP-03.
 * @throws CheckViolation when a check does not hold, with its arithmetic. CHK-07.
 */
export function runPeriods(state: State, { periods, stopOnDefault = false }: Length): RunEnding {
  const { state: running, choices } = openedAs(state);
  if (!Number.isInteger(periods) || periods < 0)
    throw new RangeError(`periods: found ${String(periods)}; allowed: a whole number from 0`);
  return runPeriodsOf(running, choices, { periods, stopOnDefault });
}

/** The world as it stands, with equities, shortfalls and totals: what the protocol's `state` answers. */
export function stateOf(state: State): StateAnswer {
  const { state: running, world } = openedAs(state);
  return describeState(running, world);
}

/** One fault for each place: what is no amount is not above a limit, too. */
function worldFault(file: string, error: Parameters<typeof shapeFaults>[0], world: WorldInput): Fault {
  const byPlace = new Map<string, FileFault>();
  for (const { path, found, allowed } of shapeFaults(error, world))
    if (!byPlace.has(path)) byPlace.set(path, { file, line: 0, path, found, allowed });
  return inFiles([...byPlace.values()]);
}

function openedAs(state: State): Opened {
  const found = opened.get(state);
  if (found === undefined) throw new TypeError('found another object; allowed: what openWorld returned');
  return found;
}
