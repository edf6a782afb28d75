/** A hunt: world after world, until a limit, a number of findings or an interruption; it can be gone on with. */
import { z } from 'zod';
import { LARGEST_SEED } from '../random.ts';
import { hunt } from './find.ts';
import { Fault } from '../files/faults.ts';
import { Kept } from './kept.ts';
import type { Opponent } from './opponent.ts';
import { places, Reach, type Place } from './reach.ts';

export interface HuntPlan {
  readonly seed: number;
  /** How the opponent is called, so that a hunt is gone on with against the same one. */
  readonly against: string;
  /** Milliseconds in all. */
  readonly time: number;
  /** Worlds in all. */
  readonly worlds: number;
  /** It ends with this many findings. */
  readonly findings: number;
  /** Folder for what it knows. */
  readonly out: string;
  readonly resume: boolean;
}

const findingSchema = z.strictObject({
  seed: z.int(),
  sign: z.string(),
  clause: z.string(),
  title: z.string(),
  scenario: z.array(z.string()).readonly(),
  instead: z.string(),
  lines: z.array(z.string()).readonly().default([]),
});

const stateSchema = z.strictObject({
  seed: z.int(),
  against: z.string(),
  /** Worlds put to both so far; the next one is the one of this number. */
  worlds: z.int(),
  /** Milliseconds. */
  spent: z.number(),
  findings: z.array(findingSchema),
  /** Divergences of a kind that had been found before. */
  known: z.int(),
  /** Numbers of worlds on which the two differed once, and not again. */
  unsteady: z.array(z.int()),
  /** How many worlds were not asked, by the capability that they need and that is not claimed. */
  leftOut: z.record(z.string(), z.int()).default({}),
  /** How often random play reached each place. */
  reach: z.record(z.string(), z.int()),
});

/** What a hunt knows; all but `spent` follows from its seed and the number of worlds. */
export type HuntState = z.infer<typeof stateSchema>;

const SAVE_MS = 1000;

/** Seed of the world of this number; the numbers of one hunt never share one. */
const worldSeed = (seed: number, number: number): number =>
  (Math.imul(seed, 0x9e3779b1) + number) & LARGEST_SEED;

/**
 * Hunts until a limit of the plan is met or the signal comes. What it knows is in `state.json` of its folder,
 * written at every finding and every second; killed, it goes on from there and ends with the same findings.
 */
export async function runHunt(
  plan: HuntPlan,
  other: Opponent,
  { signal, told }: { readonly signal: AbortSignal; readonly told: (state: HuntState) => void },
): Promise<HuntState> {
  const kept = new Kept(plan.out, stateSchema);
  const state = begin(plan, kept);
  const manner = await other.manner();
  const reach = new Reach();
  let clock = performance.now();
  let saved = clock;
  const save = (): void => {
    kept.save(state);
    saved = performance.now();
  };
  while (
    state.worlds < plan.worlds &&
    state.spent < plan.time &&
    state.findings.length < plan.findings &&
    !signal.aborted
  ) {
    const before = new Map(reach.counts);
    const hunted = await hunt(worldSeed(state.seed, state.worlds) >>> 0, other, manner, {
      heard: (exchange, met) => {
        reach.note([{ op: 'state', takes: {}, answer: met }, exchange]);
      },
      leftOut: (need) => {
        state.leftOut[need] = (state.leftOut[need] ?? 0) + 1;
      },
      isKnown: (sign) => state.findings.some((finding) => finding.sign === sign),
    });
    if (hunted === 'known') state.known++;
    else if (hunted === 'unsteady') state.unsteady.push(state.worlds);
    else if (typeof hunted === 'object') {
      if (state.findings.some(({ clause }) => clause === hunted.clause)) state.known++;
      else state.findings.push(hunted);
    }
    state.worlds++;
    for (const [place, count] of reach.counts)
      state.reach[place] = (state.reach[place] ?? 0) + count - (before.get(place) ?? 0);
    const now = performance.now();
    state.spent += now - clock;
    clock = now;
    if (typeof hunted === 'object' || now - saved > SAVE_MS) save();
    told(state);
  }
  save();
  return state;
}

/** What is known at the beginning. */
function begin({ seed, against, resume }: HuntPlan, kept: Kept<HuntState>): HuntState {
  if (!resume)
    return kept.begin({
      seed,
      against,
      worlds: 0,
      spent: 0,
      findings: [],
      known: 0,
      unsteady: [],
      leftOut: {},
      reach: {},
    });
  const state = kept.read();
  if (state.seed !== seed || state.against !== against) {
    throw new Fault(
      `${kept.path} is a hunt with seed ${String(state.seed)} against ${state.against}, not with seed ${String(seed)} against ${against}`,
      'badInput',
    );
  }
  return state;
}

/** What random play never reached. */
export const missed = ({ reach }: HuntState): Place[] => places.filter((place) => (reach[place] ?? 0) === 0);
