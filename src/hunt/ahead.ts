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
    /** What the core said, where it had to be asked first. */
    readonly right: Right | null;
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
    let need = needOf(asked, manner.claims);
    // only the core knows which requests are refused
    const isFirst = need === null && !manner.claims.includes('input_checks');
    const right = isFirst ? await askCore(asked, core) : null;
    if (right?.here.every((one) => mayBeAsked(one, manner.claims)) === false) need = 'input_checks';
    const there = need === null ? asked.map((request) => ask(other, request)) : [];
    worlds.push({ part, asked, need, right, there });
    requests += asked.length;
  }
  const results: Result[] = [];
  for (const { part, asked, need, right, there } of worlds)
    if (need !== null) results.push({ sign: null, need });
    else {
      const { opening, here } = right ?? (await askCore(asked, core));
      results.push(compare(part, opening, here, await Promise.all(there), manner));
    }
  return { from, results };
}

/** What the core says to the requests of a world, and to a look at it before the first of them. */
interface Right {
  readonly opening: Exchange | null;
  readonly here: readonly Exchange[];
}

async function askCore(asked: readonly Request[], core: ImplementationUnderTest): Promise<Right> {
  const here: Exchange[] = [];
  let opening: Exchange | null = null;
  for (const request of asked) {
    here.push(await ask(core, request));
    // the other one need not be asked: what it makes of the world shows in what follows
    opening ??= await ask(core, ['state', {}]);
  }
  return { opening, here };
}

/** What these requests need and is not claimed; null where it is. */
function needOf(asked: readonly Request[], claims: readonly string[]): string | null {
  for (const [op, takes] of asked) {
    const need = unclaimed(op, takes, claims);
    if (need !== null) return need;
  }
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
