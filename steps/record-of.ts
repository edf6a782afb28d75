/** What the conformance report needs to know of a scenario that has ended. */
import { firstDifferenceOf } from '../src/causes/first-difference.ts';
import { attributed } from '../src/causes/clause.ts';
import { findCause, type FoundCause } from '../src/causes/find-cause.ts';
import { upToAnEarlyEnd } from '../src/causes/flows.ts';
import { AboutTheProgram, NotAsked, SetAside, Unsupported } from '../src/protocol/asking.ts';
import { Disagreement } from '../src/protocol/disagreement.ts';
import { linesOf, requestOf, scripted, type Exchange, type Request } from '../src/protocol/exchange.ts';
import type { ScenarioRecord } from '../src/protocol/record.ts';
import { TOLERANCE } from './amounts.ts';
import type { RingWorld } from './ring-world.ts';
import { comparedWith, implementation } from './under-test.ts';

/** Nearer than the smallest unit of money. CHK-09R. */
const TO_THE_UNIT = '1e-20';

export async function recordOf(world: RingWorld, failed: boolean): Promise<ScenarioRecord> {
  const { broken, requests, last, conversation } = world.under;
  const isProtocol = broken instanceof Disagreement;
  const nothing = { differences: isProtocol ? broken.differences : [] };
  const asked = broken === null ? world.latest : { exchange: last, before: world.before };
  const {
    differences,
    asked: { exchange, before },
  } = world.disagreed ?? { ...nothing, asked };
  const cause = failed && broken === null ? await diagnosed(world) : null;
  return {
    requests,
    ended: endOf(broken),
    why: broken?.message ?? '',
    exchange,
    differences: differences.map(({ about, expected, found }) => ({ about, expected, found })),
    before,
    books: world.books?.map(({ about, expected, found }) => ({ about, expected, found })) ?? null,
    cause: isProtocol ? { kind: 'protocol', clauses: ['PROTOCOL'] } : cause && attributed(cause),
    firstDifference: isProtocol ? unanswered(broken, conversation) : cause && firstDifferenceOf(cause),
  };
}

/** The request that was not answered by the protocol, with those before it. */
function unanswered(
  { differences: [first] }: Disagreement,
  conversation: readonly Exchange[],
): ScenarioRecord['firstDifference'] {
  if (first === undefined) return null;
  const { about: place, expected, found } = first;
  const lines = linesOf(conversation.map(scripted).map(requestOf));
  return { place, expected, found, more: 0, reading: null, conversation: lines };
}

function endOf(broken: Error | null): ScenarioRecord['ended'] {
  if (broken instanceof Unsupported) return 'unsupported';
  if (broken instanceof SetAside) return 'set-aside';
  if (broken instanceof AboutTheProgram) return 'left-out';
  return broken instanceof NotAsked ? 'not-run' : 'asked';
}

/** Where the implementation and the core first differ in what the scenario asked; null where they do not. */
async function diagnosed({ parameters, under, exact }: RingWorld): Promise<FoundCause | null> {
  const requests = under.conversation.map(scripted).map(requestOf);
  const { readings = {}, tolerance = TOLERANCE } = parameters;
  const differ = (asked: readonly Request[], within: string) =>
    findCause(asked, {
      core: (read) => comparedWith({ ...parameters, readings: read }),
      other: () => implementation(parameters),
      ...{ readings, tolerance: Number(within) },
    });
  const found = await differ(requests, tolerance);
  if (found !== null) return found;
  const longer = await upToAnEarlyEnd(under.conversation, () => comparedWith({ ...parameters, readings }));
  const ended = longer && (await differ(longer, tolerance));
  return ended ?? (exact ? differ(requests, TO_THE_UNIT) : null);
}
