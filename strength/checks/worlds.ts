/** The worlds in which the mutants are looked for, and what is asked in them: a pure function of their number. */
import { between, oneOf, several } from '../../src/hunt/draw.ts';
import { ask, type Request } from '../../src/protocol/exchange.ts';
import { moveKinds, reference, requestsFor } from '../../src/hunt/play.ts';
import { asWorld, drawTrial } from '../../src/hunt/trial.ts';
import { drawWorld } from '../../src/hunt/worlds.ts';
import type { PartialWorld } from '../../src/protocol/protocol.ts';
import type { ArithmeticName } from '../../src/num.ts';
import { streams, type Stream } from '../../src/random.ts';

/** A world that is played step by step, or run period by period to its end. */
export interface World {
  readonly arithmetic: ArithmeticName;
  readonly world: PartialWorld;
  /** What is asked; null for a run. */
  readonly requests: readonly Request[] | null;
  /** Seed of the order flow of a run. */
  readonly seed: number;
}

/** How many worlds the figure is taken from. */
export const WORLDS = 240;

/** An impossible request changes nothing, and is not about what the core does. */
const moves = moveKinds.filter((kind) => kind !== 'refuse');

/** As many worlds as asked for: in three ways in turn, in each of them one in four in decimal arithmetic. */
export async function drawWorlds(count: number): Promise<World[]> {
  const worlds: World[] = [];
  for (let seed = 0; seed < count; seed++) {
    const arithmetic: ArithmeticName = seed % 12 < 3 ? 'decimal' : 'float64';
    const way = seed % 3;
    const trial = way === 0 ? null : await drawTrial(seed);
    const world = trial === null ? drawWorld(streams(seed).ring) : asWorld(trial.world);
    const requests =
      way === 0 ? await freePlay(world, streams(seed).orderFlow) : way === 1 ? (trial?.requests ?? []) : null;
    worlds.push({ arithmetic, world, requests, seed });
  }
  return worlds;
}

/** Requests whose arrivals are drawn, not scripted: a mutated core may choose others, and goes on. */
async function freePlay(world: PartialWorld, chance: Stream): Promise<Request[]> {
  const core = reference();
  await core.call('reset', { world });
  const requests: Request[] = [];
  const order = several(between(chance, 3, 10), () => [oneOf(chance, moves), chance.below(100_000)] as const);
  for (const move of order) {
    const state = await core.call('state', {});
    for (const request of requestsFor(move, state)) {
      requests.push(request);
      await ask(core, request);
    }
  }
  return requests;
}
