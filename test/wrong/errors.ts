/** The wrong implementations: one honest mistake each, as a change of a function of the built-in core. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const change = z.strictObject({
  in: z.string(),
  file: z.string().optional(),
  find: z.string().min(1),
  replace: z.string(),
});

const named = {
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
  mistake: z.string(),
  caughtBy: z.array(z.string()).min(1),
};

/** One change may be written without a list. */
const single = z
  .strictObject({ ...named, ...change.shape })
  .transform(({ in: name, file, find, replace, ...rest }) => ({
    ...rest,
    changes: [{ in: name, file, find, replace }],
  }));
const several = z.strictObject({ ...named, changes: z.array(change).min(1) });

/** A piece of a function of the core, which stands there once, and what stands there instead. */
export type Change = z.infer<typeof change>;

/** An error: what is wrong, how one comes to it, and the clauses of which a scenario has to fail. */
export type WrongImplementation = z.infer<typeof several>;

/** Every error of errors.yaml, in its order. */
export const wrongImplementations: readonly WrongImplementation[] = z
  .array(z.union([several, single]))
  .parse(parse(readFileSync(new URL('errors.yaml', import.meta.url), 'utf8')));
