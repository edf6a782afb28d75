/** What a hunt has found, written into the feature file of its clause. */
import type { Told } from '../hunt/find.ts';
import type { Judged } from '../hunt/judge.ts';
import { exitCodes } from '../exit-codes.ts';
import { root } from '../place.ts';
import { tell } from '../terminal.ts';

export interface FoundWith {
  readonly implementation?: readonly [string, ...string[]];
  readonly arithmetic?: 'float64';
}

export async function promoteOne(finding: Told, { implementation, arithmetic }: FoundWith): Promise<void> {
  const { promote, NotPromoted } = await import('../hunt/promote.ts');
  const { readCatalogue } = await import('../verify/verify.ts');
  const judged: Judged | null =
    implementation !== undefined
      ? { command: implementation }
      : arithmetic === undefined
        ? null
        : { arithmetic };
  if (judged === null) {
    tell(`${finding.clause}: not promoted: nobody knows the right answer, the core itself is at fault`);
    return;
  }
  const clauses = readCatalogue().chapters.flatMap((chapter) => chapter.clauses);
  const title = clauses.find(({ id }) => id === finding.clause)?.title ?? 'The protocol';
  try {
    const place = await promote(finding, judged, { root, title });
    tell(`${finding.clause}: written to ${place}`);
  } catch (error) {
    if (!(error instanceof NotPromoted)) throw error;
    tell(`${finding.clause}: not promoted: ${error.message}`);
    process.exitCode = exitCodes.failed;
  }
}
