/** What the verdicts on all mutants come to. */
import { checkNames, type CheckName } from '../../src/core/checks/violation.ts';
import { Reasons, type Equivalent } from '../equivalent.ts';
import type { Sources } from '../anchor.ts';
import type { Difference, Effect } from './difference.ts';
import type { CoreMutant } from './instrument.ts';
import { fates, type Fate, type Verdict } from './judge.ts';

export type Judged = CoreMutant & Verdict;

/** How many of some mutants there are, by fate. */
export interface Figures extends Readonly<Record<Fate, number>> {
  readonly mutants: number;
  /** Of the mutants that change what happens and go on to the end, those that a check stops. */
  readonly share: number | null;
}

/** Less than this of what is asked of them is too little. */
export const LEAST_SHARE = 0.6;

export function withVerdicts(mutants: readonly CoreMutant[], verdicts: readonly Verdict[]): Judged[] {
  const found = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return mutants.map((mutant) => {
    const verdict = found.get(mutant.id);
    if (verdict === undefined) throw new Error(`nobody judged mutant ${String(mutant.id)}`);
    return { ...mutant, ...verdict };
  });
}

/** What no check may let pass. */
const moving: ReadonlySet<Effect> = new Set<Effect>(['money', 'tickets', 'quotes']);
export const isMoving = ({ fate, difference }: Verdict): boolean =>
  fate === 'wrong' && difference !== null && moving.has(difference.effect);

export interface Moving {
  /** What a check should stop. */
  readonly unnoticed: readonly Judged[];
  /** What no check can notice, for the reasons of `beyond.yaml`. */
  readonly beyond: readonly Judged[];
  /** Reasons for mutants that are stopped, or no more, each with what was found. */
  readonly stale: readonly string[];
}

/** @param sources the files that were mutated */
export function movingOf(
  judged: readonly Judged[],
  entries: readonly Equivalent[],
  sources: Sources,
): Moving {
  const reasons = new Reasons(entries, sources);
  const all = judged.filter(isMoving);
  const beyond = all.filter((mutant) => reasons.has(mutant));
  return {
    unnoticed: all.filter((mutant) => !beyond.includes(mutant)),
    beyond,
    stale: reasons.stale(),
  };
}

export function figuresOf(judged: readonly Verdict[]): Figures {
  const counts = Object.fromEntries(
    fates.map((fate) => [fate, judged.filter((each) => each.fate === fate).length]),
  ) as Record<Fate, number>;
  const { stopped, wrong } = counts;
  return {
    mutants: judged.length,
    ...counts,
    share: stopped + wrong === 0 ? null : stopped / (stopped + wrong),
  };
}

/** What mutants do: are the books right, is it a right choice, is a request understood, is it told otherwise. */
export const groups = ['books', 'choices', 'requests', 'order', 'words'] as const;
export type Group = (typeof groups)[number];

const groupOf = ({ effect }: Pick<Difference, 'effect'>): Group => {
  switch (effect) {
    case 'money':
    case 'tickets':
    case 'quotes':
      return 'books';
    case 'refusal':
    case 'choice':
      return 'choices';
    case 'request':
      return 'requests';
    case 'order':
    case 'words':
      return effect;
  }
};

/** The mutants that change something and go on to the end, by what they do. */
export const byGroup = <V extends Verdict>(judged: readonly V[]): Record<Group, V[]> =>
  Object.fromEntries(
    groups.map((group) => [
      group,
      judged.filter(
        ({ fate, difference }) =>
          (fate === 'stopped' || fate === 'wrong') && difference !== null && groupOf(difference) === group,
      ),
    ]),
  ) as Record<Group, V[]>;

/** What is for the checks to say: money, tickets, quotes, defaults, refusals and who comes for what. */
export function askedOf(judged: readonly Verdict[]): Figures {
  const { books, choices } = byGroup(judged);
  return figuresOf([...books, ...choices]);
}

/** The share of what changes something in any way, an error of the program or a loop without end included. */
export function shareWithErrors(judged: readonly Verdict[]): number {
  const { stopped, wrong, crash, 'no end': endless } = figuresOf(judged);
  return stopped / Math.max(1, stopped + wrong + crash + endless);
}

/** By check, how many mutants it was the first to stop. */
export const byCheck = (judged: readonly Verdict[]): Record<CheckName, number> =>
  Object.fromEntries(
    checkNames.map((name) => [
      name,
      judged.filter(({ fate, check }) => fate === 'stopped' && check === name).length,
    ]),
  ) as Record<CheckName, number>;
