/** One mutant before the checks: world after world, until a check stops it. */
import { at } from '../../src/core/list.ts';
import type { CheckName } from '../../src/core/checks/violation.ts';
import type { ArithmeticName } from '../../src/num.ts';
import { tellTheSame } from './atoms.ts';
import type { Ending, play, Told } from './core.ts';
import { difference, effects, isSame, plain, type Difference } from './difference.ts';
import type { Switch } from './switch.ts';
import type { World } from './worlds.ts';

/** A program that `instrument.ts` made, loaded. */
export interface Core {
  readonly play: typeof play;
  readonly mutants: Switch;
  readonly atLoad: ReadonlySet<number>;
}

/**
 * What became of a mutant. `stopped`: by a check, in a world where it changes what happens; `bookkeeping`: by a check,
 * but it changes nothing else in any world; `crash`: by an error of the program and by no check; `no end`: it never
 * ended; `wrong`: it changes what happens and nothing stops it; `same`: it changes nothing in any world.
 */
export const fates = ['stopped', 'wrong', 'crash', 'no end', 'same', 'bookkeeping', 'not reached'] as const;
export type Fate = (typeof fates)[number];

export interface Verdict {
  readonly id: number;
  readonly fate: Fate;
  readonly check: CheckName | null;
  /** Of the check or the error that stopped it. */
  readonly message: string | null;
  /** The worst first difference of a world; what was stopped is looked at without the checks. */
  readonly difference: Difference | null;
  /** In how many worlds it was reached, and changed something. */
  readonly reached: number;
  readonly changed: number;
}

/** A mutant may take so many times the steps that a world takes without it, and so many more. */
const PATIENCE = 8;
const STEPS_MORE = 20_000;
/** So many worlds without end are enough. */
const ENDLESS = 1;
/** A mutant is looked for in so many of the worlds that reach it, and in no more once it has changed so many. */
export const MOST_WORLDS = 60;
export const ENOUGH_CHANGED = 20;
/** In so many worlds that differ it is looked what a mutant that was stopped does. */
const ENOUGH_HARM = 5;

const broken = ({ by }: Ending): Difference => ({
  effect: 'words',
  kind: by,
  fields: [],
  is: 'an error',
  was: 'none',
});

export class Judge {
  readonly #logs: readonly (readonly Told[])[];
  readonly #steps: number[] = [];
  /** Numbers of the worlds that reach a mutant. */
  readonly #reachedBy = new Map<number, number[]>();

  constructor(
    readonly core: Core,
    readonly worlds: readonly World[],
  ) {
    this.#logs = worlds.map((world, n) => {
      const log: Told[] = [];
      const { reached, steps } = core.mutants.watch(() => {
        const ending = core.play(world, true, (told) => log.push(told));
        if (ending.by !== 'end')
          throw new Error(`world ${String(n)} without a mutant: ${JSON.stringify(ending)}`);
      });
      this.#steps.push(steps);
      for (const id of reached) this.#reachedBy.set(id, [...(this.#reachedBy.get(id) ?? []), n]);
      return log;
    });
  }

  /** @param core another instance of the program, for a mutant that changes what is loaded */
  verdict(id: number, core = this.core): Verdict {
    const numbers = spread(core === this.core ? (this.#reachedBy.get(id) ?? []) : [...this.worlds.keys()]);
    const tally = { reached: 0, changed: 0, endless: 0, crashes: 0, crash: null as string | null };
    let worst: Difference | null = null;
    for (const n of numbers) {
      tally.reached++;
      const { ending, found } = this.#compare(core, id, n, true);
      if (ending.by === 'check') return this.#stopped(core, id, n, ending, tally);
      if (ending.by === 'crash') {
        tally.crash ??= ending.message;
        tally.crashes++;
      }
      if (ending.by === 'limit' && ++tally.endless === ENDLESS) break;
      if (ending.by !== 'end' || found === null) continue;
      tally.changed++;
      if (worst === null || isWorse(found, worst)) worst = found;
      if (tally.changed === ENOUGH_CHANGED) break;
    }
    const { reached, changed, crash } = tally;
    const fate = unstopped(tally, worst);
    return { id, fate, check: null, message: crash, difference: worst, reached, changed };
  }

  /** Whether what was stopped does any harm, and which, shows without the checks, in this world or in another. */
  #stopped(
    core: Core,
    id: number,
    first: number,
    { check, message }: Ending & { by: 'check' },
    { reached, changed }: { reached: number; changed: number },
  ): Verdict {
    const difference = this.#harm(core, id, first);
    const fate = changed > 0 || difference !== null ? 'stopped' : 'bookkeeping';
    return { id, fate, check, message, difference, reached, changed };
  }

  /** The worst of a few worlds that differ; the search ends with cash. */
  #harm(core: Core, id: number, first: number): Difference | null {
    let worst: Difference | null = null;
    let changed = 0;
    for (const n of new Set([first, ...spread(this.#reachedBy.get(id) ?? [...this.worlds.keys()])])) {
      const { ending, found } = this.#compare(core, id, n, false);
      const harm = found ?? (ending.by === 'end' ? null : broken(ending));
      if (harm === null) continue;
      if (worst === null || isWorse(harm, worst)) worst = harm;
      if (worst.effect === 'money' || ++changed === ENOUGH_HARM) break;
    }
    return worst;
  }

  /** The first difference that moves something, or else the first one of words. */
  #compare(core: Core, id: number, n: number, checks: boolean): { ending: Ending; found: Difference | null } {
    const log = at(this.#logs, n);
    const world = at(this.worlds, n);
    const heard: Told[] = [];
    core.mutants.turnOn(id);
    const ending = core.mutants.within(PATIENCE * at(this.#steps, n) + STEPS_MORE, () =>
      core.play(world, checks, (told) => heard.push(told)),
    );
    core.mutants.turnOff();
    // what stopped on its way is compared as far as it came
    const length = ending.by === 'end' ? Math.max(log.length, heard.length) : heard.length;
    const found = firstDifference(log, heard, length, world.arithmetic);
    return { ending, found: ending.by === 'end' ? settled(found, log, heard, world.arithmetic) : found };
  }
}

/** What became of a mutant that no check stopped. */
function unstopped(
  { endless, crashes, reached }: { endless: number; crashes: number; reached: number },
  worst: Difference | null,
): Fate {
  // what goes on to its end somewhere, and is wrong there, is not excused by an error elsewhere
  if (worst !== null) return 'wrong';
  if (endless > 0) return 'no end';
  if (crashes > 0) return 'crash';
  return reached > 0 ? 'same' : 'not reached';
}

function firstDifference(
  log: readonly Told[],
  heard: readonly Told[],
  length: number,
  arithmetic: ArithmeticName,
): Difference | null {
  let found: Difference | null = null;
  for (let place = 0; place < length; place++) {
    const [was, is, next] = [log[place], heard[place], log[place + 1]];
    if (was !== undefined && is !== undefined && isSame(was, is)) continue;
    const [a, b, c] = [was, is, next].map((told) =>
      told === undefined ? undefined : plain(told, arithmetic),
    );
    const other = difference(a, b, c);
    if (other !== null && (found === null || isWorse(other, found))) found = other;
    if (found !== null && found.effect !== 'words') break;
  }
  return found;
}

/** Where all that is told is the same in the end, only its order is another. */
function settled(
  found: Difference | null,
  log: readonly Told[],
  heard: readonly Told[],
  arithmetic: ArithmeticName,
): Difference | null {
  if (found === null || found.effect === 'words') return found;
  const [was, is] = [log, heard].map((all) => all.map((told) => plain(told, arithmetic)));
  return tellTheSame(was ?? [], is ?? []) ? { ...found, effect: 'order' } : found;
}

const isWorse = (a: Difference, b: Difference): boolean =>
  effects.indexOf(a.effect) < effects.indexOf(b.effect);

/** As many of a list as are looked at, from all over it. */
const spread = (numbers: readonly number[]): readonly number[] => {
  const step = Math.max(1, numbers.length / MOST_WORLDS);
  return Array.from({ length: Math.min(MOST_WORLDS, numbers.length) }, (_, i) =>
    at(numbers, Math.floor(i * step)),
  );
};
