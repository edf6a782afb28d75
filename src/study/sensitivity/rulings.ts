/** The rulings that a scenario may read the other way, as the catalogue of clauses lists them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ResolvedSweep } from '../../scenario/grid.ts';

/** A clause with a switch: where the switch stands in a scenario file, and all that it may say. */
export interface Ruling {
  readonly clause: string;
  readonly title: string;
  readonly path: string;
  readonly values: readonly string[];
}

const text = z.union([z.string(), z.boolean()]).transform(String);
const catalogue = z.object({
  chapters: z.array(
    z.object({
      clauses: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          switch: z.object({ path: z.string(), values: z.array(text).min(2) }).optional(),
        }),
      ),
    }),
  ),
});

const CATALOGUE = fileURLToPath(new URL('../../../features/clauses.yaml', import.meta.url));

/** Every ruling with a switch, in the order of the catalogue. */
export function readRulings(): Ruling[] {
  const { chapters } = catalogue.parse(parse(readFileSync(CATALOGUE, 'utf8')));
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
