/** The mutants that are known to change nothing, each with its reason, and whether the list still fits. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AnchorFault, type Place, type Sources } from './anchor.ts';
import { words } from './tokens.ts';

const schema = z.array(
  z.strictObject({
    /** The function, method or constant that is mutated. */
    in: z.string(),
    /** Which file, where several have one of this name. */
    file: z.string().optional(),
    /** A larger piece around the text, where the function has the text more than once. */
    within: z.string().min(1).optional(),
    /** The text that was mutated; left out, the body of the function. */
    text: z.string().min(1).optional(),
    became: z.string(),
    reason: z.string().min(10),
  }),
);
export type Equivalent = z.output<typeof schema>[number];

export const readEquivalents = (path: string): Equivalent[] =>
  schema.parse(parse(readFileSync(path, 'utf8')));

/** White space is no part of what a mutant is. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** One change of one place of a file. */
export interface Mutation extends Place {
  readonly became: string;
}

const nameOf = ({ in: name, text = 'its body', became }: Equivalent): string =>
  `${name}, ${text} as ${became}`;

function placeOf(entry: Equivalent, sources: Sources): Place {
  const { in: name, file, within, text } = entry;
  const place = sources.place(nameOf(entry), { in: name, file, find: within ?? text });
  return within === undefined || text === undefined ? place : sources.within(nameOf(entry), place, text);
}

/** A list of mutants with reasons, and which of them came up. */
export class Reasons {
  readonly #placed: readonly { readonly entry: Equivalent; readonly place: Place }[];
  readonly #used = new Set<Equivalent>();
  /** Entries that are nowhere in the source, or in more than one place of it. */
  readonly faults: readonly string[];

  constructor(
    readonly entries: readonly Equivalent[],
    sources: Sources,
  ) {
    const faults: string[] = [];
    this.#placed = entries.flatMap((entry) => {
      try {
        return [{ entry, place: placeOf(entry, sources) }];
      } catch (error) {
        if (!(error instanceof AnchorFault)) throw error;
        faults.push(error.message);
        return [];
      }
    });
    this.faults = faults;
  }

  /** Whether the list has this mutant; it counts as come up. */
  has({ file, start, end, became }: Mutation): boolean {
    const found = this.#placed.find(
      ({ entry, place }) =>
        place.file === file &&
        place.start === start &&
        place.end === end &&
        words(entry.became) === words(became),
    );
    if (found !== undefined) this.#used.add(found.entry);
    return found !== undefined;
  }

  /** What is wrong with the list, once every mutant has been asked about: entries without a place, and without a mutant. */
  stale(): string[] {
    const unused = this.#placed.filter(({ entry }) => !this.#used.has(entry));
    return [
      ...this.faults,
      ...unused.map(({ entry, place }) => `${nameOf(entry)}: no such mutant survives in ${place.file}`),
    ];
  }
}
