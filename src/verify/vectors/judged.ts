/** What vectors that were played say of an implementation, scenario by scenario. */
import { firstDifferenceOf } from '../../causes/first-difference.ts';
import { attributed } from '../../causes/clause.ts';
import { differences } from '../../causes/differences.ts';
import { findCause } from '../../causes/find-cause.ts';
import { inFiles } from '../../files/faults.ts';
import { at } from '../../core/list.ts';
import { decimal } from '../../num.ts';
import { ask, type Request } from '../../protocol/exchange.ts';
import { answerFaults, answerSchemas } from '../../protocol/answer-schemas.ts';
import { InProcess } from '../../protocol/in-process.ts';
import { claimsOf, neededFor } from '../../protocol/needs.ts';
import type { ScenarioRecord } from '../../protocol/record.ts';
import { impliedClaims, readingText, underReadings, type Readings } from '../../protocol/rulings.ts';
import type { ScenarioResult } from '../collector.ts';
import { replayed, requestOf } from './replayed.ts';
import type { Played, PlayedVectors } from './results.ts';

/** A random world of which an answer differs. */
export interface WorldFailure {
  readonly file: string;
  /** The clause that the difference is usually about. */
  readonly cause: string;
  readonly firstDifference: ScenarioRecord['firstDifference'];
}

export interface JudgedVectors {
  readonly scenarios: readonly ScenarioResult[];
  readonly worlds: Readonly<Record<'agree' | 'differ' | 'unsupported' | 'set-aside', number>>;
  readonly failures: readonly WorldFailure[];
}

type Outcome = Pick<ScenarioRecord, 'ended' | 'why' | 'cause' | 'firstDifference'> & {
  readonly passed: boolean;
  /** The request that differs; empty where none does. */
  readonly op: string;
};

const outcome = (ended: ScenarioRecord['ended'], why = ''): Outcome => ({
  ...{ passed: ended === 'asked', ended, why, cause: null, firstDifference: null, op: '' },
});

/** Judges every file. @throws Fault where answers that are said to differ do not */
export async function judgeVectors(
  vectors: PlayedVectors,
  path: string,
  readings: Readings,
): Promise<JudgedVectors> {
  const scenarios: ScenarioResult[] = [];
  const worlds = { agree: 0, differ: 0, unsupported: 0, 'set-aside': 0 };
  const failures: WorldFailure[] = [];
  const outcomes: Outcome[] = [];
  for (const played of vectors.played) outcomes.push(await outcomeOf(played, vectors, path, readings));
  for (const [i, came] of widened(outcomes).entries()) {
    const { entry, exchanges } = at(vectors.played, i);
    if (entry.kind === 'feature') scenarios.push(scenarioOf(entry, exchanges.length, came));
    else if (came.ended === 'unsupported' || came.ended === 'set-aside') worlds[came.ended]++;
    else if (came.passed) worlds.agree++;
    else {
      worlds.differ++;
      failures.push({
        file: entry.file,
        cause: came.cause?.clauses[0] ?? 'PROTOCOL',
        firstDifference: came.firstDifference,
      });
    }
  }
  for (const { requests, ...about } of vectors.index.without)
    scenarios.push(
      scenarioOf(
        about,
        requests,
        requests === 0
          ? outcome('left-out', 'it asks an implementation nothing')
          : outcome('unsupported', `it makes ${String(requests)} requests, and no vector: verify asks it`),
      ),
    );
  return { scenarios, worlds, failures };
}

function scenarioOf(
  {
    title,
    at: place,
    clauses,
  }: { readonly title: string; readonly at: string; readonly clauses: readonly string[] },
  requests: number,
  { passed, ended, why, cause, firstDifference }: Outcome,
): ScenarioResult {
  return {
    ...{ name: title.split(' › ').at(-1) ?? title, title, place, tags: clauses, passed },
    ...{ step: '', message: why },
    record: {
      ...{ requests, ended, why, cause, firstDifference },
      ...{ exchange: null, differences: [], before: null, books: null },
    },
  };
}

const coreReading = (readings: Readings): InProcess =>
  new InProcess(decimal, { checks: false, kernelCaps: readings['cap_quotes_at_par'] === true });

async function outcomeOf(
  { entry, exchanges, result, answers }: Played,
  { index, results: { hello } }: PlayedVectors,
  path: string,
  readings: Readings,
): Promise<Outcome> {
  const tolerance = Number(index.tolerance);
  const implied = impliedClaims(readings);
  const claims = [...claimsOf(hello), ...implied];
  const lacking = entry.capabilities.find((name) => !claims.includes(name));
  if (lacking !== undefined) return outcome('unsupported', `it needs ${lacking}, which is not claimed`);
  const tell = (found: string, allowed: string) =>
    inFiles([{ file: path, line: 0, path: entry.file, found, allowed }]);
  if (result === 'unsupported')
    throw tell('unsupported, and all that it needs is claimed', 'that it is played');
  const requests = exchanges.map(({ request }) => requestOf(request));
  if (Object.keys(readings).length > 0) {
    const expected = exchanges.map((one) => one.expected);
    const why = await ofOtherReading(requests, expected, readings, tolerance);
    if (why !== null) return outcome('set-aside', why);
  }
  if (result === 'agree') return outcome('asked');
  const [malformed, why] = firstMalformed(requests, answers);
  const found = await findCause(requests.slice(0, malformed), {
    core: coreReading,
    other: () => replayed(answers),
    ...{ readings, tolerance, looking: false },
  });
  if (found === null && malformed < requests.length)
    return {
      ...{ passed: false, ended: 'asked', why, firstDifference: null, op: '' },
      cause: { kind: 'protocol', clauses: ['PROTOCOL'] },
    };
  if (found === null) throw tell('differ, with answers that agree with what is expected', 'agree');
  const { op, takes, found: said, reasons } = found.divergence;
  const named = [...hello.capabilities, ...implied] as string[];
  if (
    'refused' in said &&
    said.refused === 'unsupported' &&
    neededFor(op, takes).some((need) => !named.includes(need))
  )
    return outcome('unsupported', `${op} was answered as unsupported: ${reasons.found}`);
  const firstDifference = firstDifferenceOf(found);
  const number = String(firstDifference.conversation.length);
  return {
    ...{ passed: false, ended: 'asked', firstDifference, cause: attributed(found), op },
    why: `request ${number}: ${firstDifference.place}: expected ${firstDifference.expected}, found ${firstDifference.found}`,
  };
}

/** The place of the first answer that is none by the protocol, with what is wrong; the number of answers without one. */
function firstMalformed(
  requests: readonly Request[],
  answers: readonly object[],
): [place: number, why: string] {
  for (const [i, [op]] of requests.entries()) {
    const said: { readonly ok?: unknown } | undefined = answers[i];
    const faults = said?.ok === true ? answerFaults(answerSchemas[op], said) : [];
    if (faults.length > 0) return [i, `request ${String(i + 1)}, ${op}: ${faults.join('; ')}`];
  }
  return [requests.length, ''];
}

const orders = new Set(['sell', 'buy', 'orderFlow', 'period']);

/** Nobody could look at the quotes between: an order that is filled otherwise can be about what quotes are told to be. */
function widened(outcomes: readonly Outcome[]): Outcome[] {
  const quoted = new Map<string, number>();
  for (const { cause, op } of outcomes)
    if (cause?.kind === 'model' && (op === 'quotes' || op === 'kernel'))
      quoted.set(at(cause.clauses, 0), (quoted.get(at(cause.clauses, 0)) ?? 0) + 1);
  const most = [...quoted].sort(([, a], [, b]) => b - a).map(([clause]) => clause);
  return outcomes.map((one) =>
    one.cause?.kind === 'model' && one.firstDifference?.reading === null && orders.has(one.op)
      ? { ...one, cause: { ...one.cause, clauses: [...new Set([...most, ...one.cause.clauses])] } }
      : one,
  );
}

/** Why a vector is not asked of somebody who reads in this way; null where its answers are the same. */
async function ofOtherReading(
  requests: readonly Request[],
  expected: readonly object[],
  readings: Readings,
  tolerance: number,
): Promise<string | null> {
  const core = coreReading(readings);
  for (const [i, [op, takes]] of requests.entries()) {
    let asked: object = takes;
    if (op === 'reset') {
      const read = underReadings(takes.world, readings);
      if ('insteadOf' in read) return `it is about another reading, ${read.insteadOf}`;
      asked = { world: read.world };
    }
    const { answer } = await ask(core, [op, asked] as unknown as Request);
    const said =
      'refused' in answer ? { ok: false, error: { kind: answer.refused } } : { ok: true, ...answer };
    // its rulings are what it was told
    const [first] = differences(expected[i], said, tolerance).filter(({ path }) => path[0] !== 'rulings');
    if (first !== undefined)
      return `its figures are of the other reading: ${op}: ${first.path.join('.')} is not the same under ${readingText(readings)}`;
  }
  return null;
}
