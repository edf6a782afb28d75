/** Worlds of a scope put to two implementations, many requests ahead of the answers. */
import {
  capabilities,
  type ImplementationUnderTest,
  type OperationName,
  type StateAnswer,
} from '../protocol/protocol.ts';
import { unclaimed } from '../protocol/needs.ts';
import { comparable, differences } from '../causes/differences.ts';
import { mayBeAsked, type Manner } from './compare.ts';
import { signOf } from './find.ts';
import { bookkeeping } from './identities.ts';
import { ask, type Exchange, type Request } from '../protocol/exchange.ts';
import type { Scope } from './scope/scope.ts';
import { asWorld, type Trial } from './trial.ts';

/** The scope has amounts of one unit: money agrees when it agrees to the unit, and 28 digits in all. CHK-09R. */
export const toTheUnit: Manner = { tolerance: 1e-20, exact: true, claims: capabilities };

/** What came of a world: both are right, as far as anybody can tell, it was not asked, or where they diverge. */
export type Result =
  | { readonly sign: null; readonly need?: string }
  | { readonly sign: string; readonly broke: boolean };

/** Half of what a program may have to answer before anybody listens again. */
const REQUESTS_AHEAD = 48;

/** Some worlds from this number on, with what is said to them. */
export interface Batch {
  readonly from: number;
  readonly results: readonly Result[];
}

/** Asks for as many worlds as go into one batch; the other one works on it while the core does. */
export async function batchFrom(
  from: number,
  end: number,
  scope: Scope,
  core: ImplementationUnderTest,
  other: ImplementationUnderTest,
  manner: Manner = toTheUnit,
): Promise<Batch> {
  interface Asked {
    readonly part: string;
    readonly asked: readonly Request[];
    readonly need: string | null;
    readonly there: Promise<Exchange>[];
  }
  const worlds: Asked[] = [];
  for (
    let number = from, requests = 0;
    number < end && (requests < REQUESTS_AHEAD || number === from);
    number++
  ) {
    const { part, trial } = scope.at(number);
    const asked = withLooks(trial);
    const need = await needOf(asked, core, manner.claims);
    const there = need === null ? asked.map((request) => ask(other, request)) : [];
    worlds.push({ part, asked, need, there });
    requests += asked.length;
  }
  const results: Result[] = [];
  for (const { part, asked, need, there } of worlds) {
    if (need !== null) {
      results.push({ sign: null, need });
      continue;
    }
    const here: Exchange[] = [];
    let opening: Exchange | null = null;
    for (const request of asked) {
      here.push(await ask(core, request));
      // the other one need not be asked: what it makes of the world shows in what follows
      opening ??= await ask(core, ['state', {}]);
    }
    results.push(compare(part, opening, here, await Promise.all(there), manner));
  }
  return { from, results };
}

/** What these requests need and is not claimed; null where it is. */
async function needOf(
  asked: readonly Request[],
  core: ImplementationUnderTest,
  claims: readonly string[],
): Promise<string | null> {
  for (const [op, takes] of asked) {
    const need = unclaimed(op, takes, claims);
    if (need !== null) return need;
  }
  // only the core knows which are refused
  if (!claims.includes('input_checks'))
    for (const request of asked) if (!mayBeAsked(await ask(core, request), claims)) return 'input_checks';
  return null;
}

/** A look at the world when it is open, and after every request that may change it. */
const withLooks = ({ world, requests }: Trial): Request[] => [
  ['reset', { world: asWorld(world) }],
  ...requests.flatMap((request): Request[] =>
    request[0] === 'quotes' ? [request] : [request, ['state', {}]],
  ),
];

const refusal = ({ answer }: Exchange): string | null => ('refused' in answer ? answer.refused : null);

/** Only a script can ask for what there is not: any other refusal is somebody's fault, even if both refuse. */
const mayRefuse = (op: OperationName, kind: string): boolean =>
  kind === 'invalid' && (op === 'period' || op === 'orderFlow');

function compare(
  part: string,
  opening: Exchange | null,
  here: readonly Exchange[],
  there: readonly Exchange[],
  { tolerance, exact }: Manner,
): Result {
  let before = opening;
  let last: Exchange | null = null;
  for (const [i, right] of here.entries()) {
    const found = there[i];
    if (found === undefined) throw new Error(`request ${String(i)} has no answer`);
    const { op } = right;
    const said = (one: Exchange): object =>
      op === 'state' && !('refused' in one.answer) ? comparable(one.answer as StateAnswer) : one.answer;
    const differ = differences(said(right), said(found), tolerance);
    if (differ.length > 0) {
      const sign = `${part}: ${signOf({ op, differences: differ, identity: null })}`;
      return { sign, broke: refusal(found) === 'internal' };
    }
    const refused = refusal(right);
    if (refused !== null && !mayRefuse(op, refused))
      return { sign: `${part}: ${op} is refused by both: ${refused}`, broke: refused === 'internal' };
    if (op !== 'state') last = right;
    else if (last === null || before === null) throw new Error('a look at a world that is not open');
    else {
      // neither state was refused
      const [fault] = bookkeeping(before.answer as StateAnswer, last, right.answer as StateAnswer, exact);
      if (fault !== undefined) return { sign: `${part}: ${fault.replace(/:.*/, '')}`, broke: false };
      before = right;
    }
  }
  return { sign: null };
}
