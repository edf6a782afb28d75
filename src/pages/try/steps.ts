/** Takes the steps of an example in the page, by the step files of the specification and the built-in core. */
import '../../../steps/vocabulary.ts';
import '../../../steps/ring-world.ts';
import '../../../steps/given.ts';
import '../../../steps/when.ts';
import '../../../steps/then.ts';
import '../../../steps/flow.ts';
import '../../../steps/protocol.ts';
import '../../../steps/stands.ts';
import { Disagreement } from '../../protocol/disagreement.ts';
import { DataTable, newWorld, take } from './cucumber.ts';
import type { TriedStep } from './example.ts';

/** What became of a step: it holds, it does not, it cannot be taken, or it was not reached. */
export type Standing = 'holds' | 'differs' | 'fails' | 'not reached';
export interface Tried {
  readonly standing: Standing;
  /** Line by line. */
  readonly says: readonly string[];
}

/** An expectation that does not hold is told, and the next one is asked all the same; another step that fails ends it. */
export async function trySteps(steps: readonly TriedStep[]): Promise<readonly Tried[]> {
  const world = newWorld();
  const tried: Tried[] = [];
  let ended = false;
  for (const { text, table } of steps) {
    if (ended) {
      tried.push({ standing: 'not reached', says: [] });
      continue;
    }
    try {
      await take(world, text, table === null ? null : new DataTable(table));
      tried.push({ standing: 'holds', says: [] });
    } catch (error) {
      const says = (error instanceof Error ? error.message : String(error)).split('\n');
      const differs = error instanceof Disagreement;
      // the request that it came by is for who writes an implementation
      tried.push({
        standing: differs ? 'differs' : 'fails',
        says: differs ? says.filter((line) => !line.startsWith('request: ')) : says,
      });
      ended = !differs;
    }
  }
  return tried;
}
