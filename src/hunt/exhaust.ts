/** Every world of a small scope put to the core and to another implementation; it can be gone on with. */
import { z } from 'zod';
import { batchFrom, toTheUnit, type Batch, type Result } from './ahead.ts';
import { blame, checkedCore } from './blame.ts';
import type { Divergence, Manner } from './compare.ts';
import { smallest, tell } from './find.ts';
import { Fault } from '../files/faults.ts';
import { Kept } from './kept.ts';
import type { Opponent } from './opponent.ts';
import { details, type Detail } from './scope/about.ts';
import { scope } from './scope/scope.ts';
import type { Put } from './shrink.ts';

export interface ExhaustivePlan {
  readonly detail: Detail;
  /** How the opponent is called, so that the scope is gone on with against the same one. */
  readonly against: string;
  /** Number of the first world, from 0, and how many from there. */
  readonly from: number;
  readonly worlds: number;
  /** Milliseconds in all. */
  readonly time: number;
  /** It ends with so many kinds of disagreement. */
  readonly findings: number;
  readonly out: string;
  readonly resume: boolean;
}

const kindSchema = z.strictObject({
  /** Where the two diverge, the part of the scope first. */
  sign: z.string(),
  /** Number of the first such world, and how many there are. */
  first: z.int(),
  worlds: z.int(),
  wrong: z.enum(['the core', 'the implementation']),
  clause: z.string(),
  title: z.string(),
  scenario: z.array(z.string()).readonly(),
  instead: z.string(),
  lines: z.array(z.string()).readonly().default([]),
});
/** A kind of disagreement, with its first world made small. */
export type Kind = z.infer<typeof kindSchema>;

const stateSchema = z.strictObject({
  scope: z.enum(details),
  /** Worlds in the scope: another program may have another scope. */
  of: z.int(),
  against: z.string(),
  from: z.int(),
  /** Number of the next world. */
  next: z.int(),
  agree: z.int(),
  kinds: z.array(kindSchema),
  /** Numbers of worlds on which the two diverged once, and not when asked again. */
  unsteady: z.array(z.int()),
  /** How many worlds were not asked, by the capability that they need and that is not claimed. */
  leftOut: z.record(z.string(), z.int()).default({}),
  /** Milliseconds. */
  spent: z.number(),
});
/** What is known of a scope; all but `spent` follows from the scope and the number of worlds. */
export type ExhaustiveState = z.infer<typeof stateSchema>;

const SAVE_MS = 1000;

/** The number behind the last world of a plan. */
export const endOf = ({ of, from }: Pick<ExhaustiveState, 'of' | 'from'>, worlds: number): number =>
  Math.min(of, from + worlds);

export async function exhaust(
  plan: ExhaustivePlan,
  other: Opponent,
  { signal, told }: { readonly signal: AbortSignal; readonly told: (state: ExhaustiveState) => void },
): Promise<ExhaustiveState> {
  const worlds = scope(plan.detail);
  const kept = new Kept(plan.out, stateSchema);
  const state = begin(plan, worlds.count, kept);
  const end = endOf(state, plan.worlds);
  const core = checkedCore();
  const manner = await mannerOf(other);
  const start = (from: number): Promise<Batch> => batchFrom(from, end, worlds, core, other, manner);
  let clock = performance.now();
  let saved = clock;

  const goesOn = (): boolean =>
    state.next < end && state.spent < plan.time && state.kinds.length < plan.findings && !signal.aborted;

  /** Notes what came of the next world; false where the program had to be asked again, on its own. */
  async function note(result: Result, drained: () => Promise<unknown>): Promise<boolean> {
    const number = state.next++;
    if (result.sign === null) {
      if (result.need === undefined) state.agree++;
      else state.leftOut[result.need] = (state.leftOut[result.need] ?? 0) + 1;
      return true;
    }
    const known = state.kinds.find(({ sign }) => sign === result.sign);
    if (known !== undefined && !result.broke) {
      known.worlds++;
      return true;
    }
    await drained();
    if (known !== undefined) {
      if (await isConfirmed(number)) known.worlds++;
      else state.unsteady.push(number);
      return false;
    }
    const kind = await lookInto(number, result.sign);
    if (kind === null) state.unsteady.push(number);
    else state.kinds.push(kind);
    kept.save(state);
    return false;
  }

  /** Whether the two differ on a world when the program has seen nothing else. */
  async function isConfirmed(number: number): Promise<boolean> {
    await other.restart();
    return (await blame(worlds.at(number).trial, other, manner)) !== null;
  }

  /** The world of this number, put to a program that has seen nothing else, and made small. */
  async function lookInto(number: number, sign: string): Promise<Kind | null> {
    const { trial } = worlds.at(number);
    await other.restart();
    const found = await blame(trial, other, manner);
    if (found === null) return null;
    const put: Put = async (one) => {
      const again = await blame(one, other, manner);
      const same =
        again?.wrong === found.wrong && refusalOf(again.divergence) === refusalOf(found.divergence);
      return same ? again.divergence : null;
    };
    const small = await smallest({ trial, divergence: found.divergence }, put, other);
    await other.restart();
    return { sign, first: number, worlds: 1, wrong: found.wrong, ...tell(small) };
  }

  let ahead = start(state.next);
  while (goesOn()) {
    const { from, results } = await ahead;
    const following = start(from + results.length);
    ahead = following;
    for (const result of results) {
      if (!goesOn()) break;
      if (await note(result, () => following)) continue;
      // what the program said meanwhile was said by one that may have been broken
      ahead = start(state.next);
      break;
    }
    const now = performance.now();
    state.spent += now - clock;
    clock = now;
    if (now - saved > SAVE_MS) {
      kept.save(state);
      saved = now;
    }
    told(state);
  }
  await ahead;
  kept.save(state);
  return state;
}

/** To the unit only where that is claimed. */
async function mannerOf(other: Opponent): Promise<Manner> {
  const own = await other.manner();
  return own.claims.includes('units') ? { ...toTheUnit, claims: own.claims } : own;
}

/** How the wrong one refuses, if it does: a program that fails in another way is another finding. */
const refusalOf = ({ found }: Divergence): unknown => ('refused' in found ? found.refused : null);

/** What is known at the beginning. */
function begin(plan: ExhaustivePlan, of: number, kept: Kept<ExhaustiveState>): ExhaustiveState {
  const { detail, against, from, resume } = plan;
  if (from >= of)
    throw new Fault(
      `the scope ${detail} has ${String(of)} worlds, from 0: there is no ${String(from)}`,
      'badInput',
    );
  if (!resume) {
    const none = { agree: 0, kinds: [], unsteady: [], leftOut: {}, spent: 0 };
    return kept.begin({ scope: detail, of, against, from, next: from, ...none });
  }
  const state = kept.read();
  const [had, have] = [state, { scope: detail, of, against, from }].map(
    (one) =>
      `the scope ${one.scope} of ${String(one.of)} worlds from ${String(one.from)} against ${one.against}`,
  );
  if (had !== have) throw new Fault(`${kept.path} is ${String(had)}, not ${String(have)}`, 'badInput');
  return state;
}
