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
import { clausesOf } from './clauses-of.ts';
import { DataTable, newWorld, take } from './cucumber.ts';
import type { TriedStep } from './example.ts';

/** What became of a step: it holds, it does not, it cannot be taken, or it was not reached. */
type Standing = 'holds' | 'differs' | 'fails' | 'not reached';
export interface Tried {
  readonly standing: Standing;
  /** Line by line, each expectation with the clauses that it is about. */
  readonly says: readonly Said[];
}

interface Said {
  readonly text: string;
  readonly clauses: readonly string[];
}

/** An expectation that does not hold is told, and the next one is asked all the same; another step that fails ends it. */
export async function trySteps(
  steps: readonly TriedStep[],
  ofScenario: readonly string[],
): Promise<readonly Tried[]> {
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
      const lines = (error instanceof Error ? error.message : String(error)).split('\n');
      ended = !(error instanceof Disagreement);
      tried.push(
        error instanceof Disagreement
          ? { standing: 'differs', says: expectations(error, lines, text, ofScenario) }
          : { standing: 'fails', says: lines.map((line) => ({ text: line, clauses: [] })) },
      );
    }
  }
  return tried;
}

/** A line for each difference; the request that it came by is for who writes an implementation. */
const expectations = (
  { differences }: Disagreement,
  lines: readonly string[],
  step: string,
  ofScenario: readonly string[],
): Said[] =>
  lines
    .filter((line) => !line.startsWith('request: '))
    .map((line, i) => {
      const difference = differences[i];
      const isTold = difference !== undefined && line.startsWith(`${difference.about}: `);
      return { text: line, clauses: isTold ? clausesOf(step, difference.about, ofScenario) : [] };
    });
