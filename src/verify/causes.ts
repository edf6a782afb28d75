/**
 * Causes before symptoms: each scenario that fails is explained by one clause, that of the first difference from the
 * built-in core. Where a difference can be about several clauses it is the one whose own scenarios fail with it; a clause
 * about what is rare, where all that fails can be about it.
 */
import { rareClauses, type CauseKind } from '../causes/clause.ts';
import type { ScenarioResult } from './collector.ts';

/** What explains the scenarios in which input that should be refused is not. */
export const BAD_INPUT = 'bad input';
/** What explains the scenarios in which nothing was answered by the protocol, and those of the protocol itself. */
export const PROTOCOL = 'PROTOCOL';

export interface Explained {
  readonly kind: CauseKind;
  /** A clause, `bad input` or `PROTOCOL`. */
  readonly id: string;
}

interface Failing {
  readonly place: string;
  readonly kind: CauseKind;
  readonly candidates: readonly string[];
  readonly tags: readonly string[];
}

/**
 * The cause of each scenario that failed, by its place.
 *
 * @param clauses the ids of the catalogue
 */
export function explain(
  results: readonly ScenarioResult[],
  clauses: ReadonlySet<string>,
): ReadonlyMap<string, Explained> {
  const asked = new Map<string, number>();
  const failing: Failing[] = [];
  for (const { place, tags, passed, record } of results) {
    if (!passed && record !== null && record.ended !== 'asked') continue;
    for (const tag of tags) asked.set(tag, (asked.get(tag) ?? 0) + 1);
    if (passed) continue;
    const { kind, clauses: candidates } = record?.cause ?? { kind: 'model', clauses: [] };
    // what differs from nothing the core says is what the scenario is about
    const own = candidates.length > 0 ? candidates : tags.filter((tag) => clauses.has(tag));
    failing.push({ place, kind, candidates: own, tags });
  }
  const weighed = weigh(failing, asked);
  // what fails only where amounts tie, or steps are asked apart, is about that
  const rare = rareClauses.find((clause) => failing.every(({ candidates }) => candidates.includes(clause)));
  return new Map(
    failing.map(({ place, kind, candidates }) => [
      place,
      { kind, id: idOf(kind, rare ?? best(candidates, weighed)) },
    ]),
  );
}

function idOf(kind: CauseKind, clause: string | undefined): string {
  if (kind === 'input') return BAD_INPUT;
  return kind === 'protocol' ? PROTOCOL : (clause ?? PROTOCOL);
}

/** How much speaks for a clause. */
interface Weight {
  /** How many of its own scenarios fail by something that it can be about. */
  readonly share: number;
  /** That share, times how many those are, times how many failures it can explain: own, and all of what is wrong. */
  readonly score: number;
}

function weigh(failing: readonly Failing[], asked: ReadonlyMap<string, number>): Map<string, Weight> {
  const may = new Map<string, { all: number; own: number }>();
  for (const { kind, candidates, tags } of failing) {
    if (kind !== 'model') continue;
    for (const clause of candidates) {
      const counts = may.get(clause) ?? { all: 0, own: 0 };
      may.set(clause, counts);
      counts.all++;
      if (tags.includes(clause)) counts.own++;
    }
  }
  return new Map(
    [...may].map(([clause, { all, own }]) => {
      const of = asked.get(clause) ?? 1;
      return [clause, { share: own / of, score: (own / of) * own * all }];
    }),
  );
}

/** So many of a clause's scenarios fail where its rule is not there at all. */
const MOST = 0.5;

/** The first clause of which most scenarios fail; failing that the one for which most speaks. */
function best(candidates: readonly string[], weighed: ReadonlyMap<string, Weight>): string | undefined {
  const of = (clause: string): Weight => weighed.get(clause) ?? { share: 0, score: 0 };
  const whole = candidates.find((clause) => of(clause).share >= MOST);
  if (whole !== undefined) return whole;
  return candidates.reduce<string | undefined>(
    (found, clause) => (found === undefined || of(clause).score > of(found).score + 1e-12 ? clause : found),
    undefined,
  );
}
