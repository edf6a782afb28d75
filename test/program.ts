/** The program `ringspec`, for tests that start it as a process of its own. */
import { join, resolve } from 'node:path';
import { root } from '../src/place.ts';

/** As it is written, which says how it was changed by the hash of its code. */
export const written = join(root, 'bin/ringspec');

/** As test/run.ts has just built it, which starts in a third of the time; else as it is written. */
export const program = resolve(root, process.env['RINGSPEC_PROGRAM'] ?? written);
