/** Faults of a claim file as they are found, each at its line and column. CLM-03. */
import { closest } from 'fastest-levenshtein';
import type { FileFault } from '../../files/faults.ts';
import type { ClaimStep, Place } from './read.ts';

export class Findings {
  readonly faults: FileFault[] = [];

  add(place: Place, found: string, allowed: string): null {
    this.faults.push({ ...place, path: '', found, allowed });
    return null;
  }

  /** At a letter of a step, from 0. */
  at(step: ClaimStep, start: number | undefined, found: string, allowed: string): null {
    const { place, isLiteral } = step;
    const column = place.column + (isLiteral ? (start ?? 0) : 0);
    return this.add({ ...place, column }, found, allowed);
  }
}

/** Of many words those that are meant, and then what else there is. */
export const nearestOf = (word: string, known: readonly string[]): string =>
  `${known.join(', ')}; the nearest is ${closest(word, known)}`;
