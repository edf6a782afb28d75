/** The rulings that a scenario may read the other way, as the catalogue of clauses lists them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../place.ts';
import type { ResolvedSweep } from '../../scenario/grid.ts';
import { readCatalogue } from '../../specification/catalogue.ts';

/** A clause with a switch: where the switch stands in a scenario file, and all that it may say. */
export interface Ruling {
  readonly clause: string;
  readonly title: string;
  readonly path: string;
  readonly values: readonly string[];
}

const CATALOGUE = join(root, 'features/clauses.yaml');

/** Every ruling with a switch, in the order of the catalogue. */
export function readRulings(): Ruling[] {
  const { chapters } = readCatalogue({
    path: 'features/clauses.yaml',
    text: readFileSync(CATALOGUE, 'utf8'),
  }).document;
  return chapters.flatMap(({ clauses }) =>
    clauses.flatMap((clause): Ruling[] =>
      clause.switch === undefined
        ? []
        : [
            {
              clause: clause.id,
              title: clause.title,
              path: clause.switch.path,
              values: clause.switch.values,
            },
          ],
    ),
  );
}

/** What the scenario says at a switch. */
export function valueAt(sweep: ResolvedSweep, { path }: Ruling): string {
  let value: unknown = sweep;
  for (const step of path.split('.'))
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  if (typeof value !== 'string' && typeof value !== 'boolean')
    throw new Error(`a sweep has no ${path}, which the catalogue names as a switch`);
  return String(value);
}
