/** A wrong implementation, hunted until it is found out, and the scenario written into a copy of the features. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../src/files/scratch.ts';
import { fileURLToPath } from 'node:url';
import { hunt, type Finding } from '../../src/hunt/find.ts';
import { program } from '../../src/hunt/opponent.ts';
import { NotPromoted, promote } from '../../src/hunt/promote.ts';
import { buildProgram } from '../wrong/build.ts';
import type { WrongImplementation } from '../wrong/errors.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What came of it: worlds played in, and where the scenario went, which fails there and passes on the right core. */
export interface HuntedDown {
  readonly worlds: number;
  readonly seconds: number;
  readonly finding: Finding;
  readonly place: string;
  /** The command that starts it. */
  readonly command: readonly [string, string];
  /** The copy of the project's features that the scenario is in. */
  readonly copy: string;
}

/** Hunts for so many seconds at most; null when nothing was found. The seeds are 1, 2, 3, … */
export async function huntDown(
  { id, changes }: WrongImplementation,
  folder: string,
  seconds: number,
): Promise<HuntedDown | null> {
  const command = await buildProgram(id, changes, folder);
  const other = program(command);
  const started = performance.now();
  const spent = (): number => (performance.now() - started) / 1000;
  try {
    const manner = await other.manner();
    for (let seed = 1; spent() < seconds; seed++) {
      const found = await hunt(seed, other, manner);
      if (typeof found === 'string') continue;
      const copy = scratchFolder();
      cpSync(join(root, 'features'), join(copy, 'features'), { recursive: true });
      const took = spent();
      const title = `What ${found.clause} says`;
      const place = await promote(found, { command }, { root: copy, title }).catch((error: unknown) => {
        if (error instanceof NotPromoted) return null;
        throw error;
      });
      // what cannot be told as a scenario is not found yet
      if (place !== null) return { worlds: seed, seconds: took, finding: found, place, command, copy };
    }
    return null;
  } finally {
    await other.close();
  }
}
