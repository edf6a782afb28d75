/** The core as it is bundled with its mutants: one world, played or run, with what it tells. */
import { CheckViolation, type CheckName } from '../../src/core/checks/violation.ts';
import type { ModelEvent } from '../../src/core/events.ts';
import { runPeriods } from '../../src/core/period.ts';
import { openWorld } from '../../src/core/world.ts';
import { BuiltInModel } from '../../src/protocol/model.ts';
import { ProtocolError } from '../../src/protocol/protocol.ts';
import { argumentSchemas } from '../../src/protocol/schema.ts';
import { completeWorld, describeState } from '../../src/protocol/world.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { drawnChoices, streams } from '../../src/random.ts';
import { atLoad, Endless, mutants } from './switch.ts';
import type { World } from './worlds.ts';

export { atLoad, mutants };
mutants.loaded();

/** How a world ended: in its end, by a check, by an error that nobody foresaw, or not at all. */
export type Ending =
  | { readonly by: 'end' }
  | { readonly by: 'check'; readonly check: CheckName; readonly message: string }
  | { readonly by: 'crash'; readonly message: string }
  | { readonly by: 'limit' };

export type Told =
  | ModelEvent
  | { readonly kind: 'Invalid'; readonly op: string }
  | { readonly kind: 'State'; readonly state: object };

const PERIODS = 14;

/** Plays or runs a world; what it tells ends with its state. */
export function play(
  { arithmetic, world, requests, seed }: World,
  checks: boolean,
  sink: (told: Told) => void,
): Ending {
  const numbers = arithmetic === 'decimal' ? decimal : float64;
  try {
    if (requests === null) {
      const parsed = completeWorld(argumentSchemas.reset.parse({ world }).world);
      const state = openWorld(parsed, { numbers, run: 'world', checks, sink });
      runPeriods(state, drawnChoices(streams(seed).orderFlow), { periods: PERIODS, stopOnDefault: false });
      sink({ kind: 'State', state: describeState(state, parsed) });
      return { by: 'end' };
    }
    const listener = new Listener(sink);
    const model = new BuiltInModel(numbers, 'mutated', { checks, sink: listener.hear });
    listener.ask(model, 'reset', { world });
    for (const [op, takes] of requests) listener.ask(model, op, takes);
    sink({ kind: 'State', state: model.answer('state', {}) });
    return { by: 'end' };
  } catch (error) {
    return endingOf(error);
  }
}

/** Hears a model, but not how it restores its world after an invalid request, where all is told again. */
class Listener {
  #op = '';
  #restores = false;
  constructor(readonly sink: (told: Told) => void) {}

  readonly hear = (event: ModelEvent): void => {
    if (event.kind === 'WorldOpened' && this.#op !== 'reset') this.#restores = true;
    if (!this.#restores) this.sink(event);
  };

  /** A request may be invalid in a world that went another way. */
  ask(model: BuiltInModel, op: string, takes: object): void {
    this.#op = op;
    this.#restores = false;
    try {
      model.answer(op, takes);
    } catch (error) {
      if (!(error instanceof ProtocolError) || error.kind !== 'invalid') throw error;
      this.sink({ kind: 'Invalid', op });
    }
  }
}

function endingOf(error: unknown): Ending {
  if (error instanceof CheckViolation) return { by: 'check', check: error.check, message: error.message };
  if (error instanceof ProtocolError && error.check !== undefined)
    return { by: 'check', check: error.check, message: error.message };
  if (error instanceof Endless) return { by: 'limit' };
  return { by: 'crash', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
