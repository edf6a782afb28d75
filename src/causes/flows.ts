/**
 * Order flows asked again in another length: a drawn one for one order more than came, a scripted one for fewer. So it is
 * seen who ends a flow too early, and at which order two of them part.
 */
import { ask, requestOf, scripted, type Exchange, type Request } from '../protocol/exchange.ts';
import type {
  ImplementationUnderTest,
  OperationName,
  ScriptEntry,
  StateAnswer,
} from '../protocol/protocol.ts';
import { arrivalsOf, diagnose, looks, type Divergence } from './diagnose.ts';

type Script = readonly ScriptEntry[];

/** Both, each begun anew whenever it is called. */
export interface Both {
  readonly core: () => ImplementationUnderTest;
  readonly other: () => ImplementationUnderTest;
  readonly tolerance: number;
}

/** A longer script costs too much to ask order by order. */
const MOST_ORDERS = 60;
/** Who ends flows too early does so in one of the first; each is asked for every trader that could come. */
const MOST_DRAWN = 20;

const isFlow = (op: OperationName): boolean => op === 'orderFlow' || op === 'period';

const scriptOf = (takes: object): Script | undefined => (takes as { readonly script?: Script }).script;

const flow = (op: OperationName, script: Script): Request =>
  op === 'period' ? [op, { script }] : ['orderFlow', { script }];

/**
 * A conversation up to the first flow that was drawn and that the core would not end where it ended, with a script of
 * who came and of one more; null where there is none. FLW-07, FLW-11R.
 */
export async function upToAnEarlyEnd(
  exchanges: readonly Exchange[],
  core: () => ImplementationUnderTest,
): Promise<Request[] | null> {
  const running = core();
  const requests: Request[] = [];
  let drawn = 0;
  for (const exchange of exchanges) {
    const { op, takes } = scripted(exchange);
    if (takes !== exchange.takes) {
      if (++drawn > MOST_DRAWN) return null;
      const longer = await withOneMore(op, scriptOf(takes) ?? [], running, core);
      if (longer !== null) return [...requests, longer];
    }
    const request = requestOf({ op, takes });
    await ask(running, request);
    requests.push(request);
  }
  return null;
}

// a state is a world. MOD-07
const reopened = (world: object): Request => ['reset', { world }] as unknown as Request;

/** The flow with one more order, of the first trader that could still come. */
async function withOneMore(
  op: OperationName,
  script: Script,
  running: ImplementationUnderTest,
  core: () => ImplementationUnderTest,
): Promise<Request | null> {
  const { answer } = await ask(running, ['state', {}]);
  if ('refused' in answer) return null;
  for (const { id: agent } of (answer as StateAnswer).traders) {
    for (const z of [1, 0] as const) {
      const longer = flow(op, [...script, { z, agent }]);
      const anew = core();
      await ask(anew, reopened(answer));
      if (arrivalsOf((await ask(anew, longer)).answer).length > script.length) return longer;
    }
  }
  return null;
}

/**
 * Of a flow that both refuse, or that differs in an order: the first difference after as few of its orders as show one.
 * Quotes that differ count where the next order is in their bucket. Null where no shorter one differs.
 */
export async function afterFewerOrders(
  conversation: readonly Request[],
  both: Both,
): Promise<Divergence | null> {
  const [op, takes] = conversation.at(-1) ?? ['stop', {}];
  const script = scriptOf(takes) ?? [];
  if (!isFlow(op) || script.length > MOST_ORDERS) return null;
  // whoever compares looks by himself
  const before = conversation.slice(0, -1).filter(([asked]) => !looks.has(asked));
  const put = (entries: Script): Promise<Divergence | null> =>
    diagnose([...before, flow(op, entries)], both.core(), both.other(), both.tolerance);
  let last: Divergence | null = null;
  for (const [i, entry] of script.entries()) {
    const found = await put(script.slice(0, i + 1));
    if (found === null) continue;
    if (found.op !== op) {
      last = found;
      continue;
    }
    if (last?.op === 'quotes' && isOf(last, found, i)) return last;
    const [here, there] = [arrivalsOf(found.right), arrivalsOf(found.found)];
    if (here.length === there.length) return found;
    const comesBy =
      (start: () => ImplementationUnderTest): Comes =>
      async (one) => {
        const under = start();
        for (const request of before) await ask(under, request);
        const { answer } = await ask(under, flow(op, [...script.slice(0, i), one]));
        return arrivalsOf(answer).length > i;
      };
    const agents = found.before?.traders.map(({ id }) => id) ?? [];
    const came = [here.length > i, there.length > i] as const;
    const sides = await sidesOf(entry, came, agents, comesBy(both.core), comesBy(both.other));
    return sides === null ? found : { ...found, sides };
  }
  return null;
}

/** Whether this order would be the next one that comes. */
type Comes = (one: ScriptEntry) => Promise<boolean>;

/** What is known of the two sides by an order that came with one of the two; more of it is asked. */
async function sidesOf(
  { z, agent }: ScriptEntry,
  [here, there]: readonly [here: boolean, there: boolean],
  agents: readonly string[],
  core: Comes,
  other: Comes,
): Promise<NonNullable<Divergence['sides']> | null> {
  const turned = z === 1 ? 0 : 1;
  const isTurned = async (): Promise<boolean> =>
    (await core({ z: turned, agent })) === there && (await other({ z: turned, agent })) === here;
  if (here !== there && (await isTurned())) return 'mixed up';
  const anybody = async (comes: Comes, side: 0 | 1): Promise<boolean> => {
    for (const one of agents) if (await comes({ z: side, agent: one })) return true;
    return false;
  };
  const isMissing = !(await anybody(other, z)) && (await anybody(other, turned)) && (await anybody(core, z));
  return isMissing ? 'no fallback' : null;
}

/** Whether these quotes are of the bucket of the order at this place. */
function isOf({ takes }: Divergence, { right, found }: Divergence, place: number): boolean {
  const { bucket } = takes as { readonly bucket?: string };
  return [right, found].some((answer) => arrivalsOf(answer)[place]?.trade.bucket === bucket);
}

/** Conversations that end with a flow that the core refuses. */
export async function refusedFlows(
  requests: readonly Request[],
  core: ImplementationUnderTest,
): Promise<(readonly Request[])[]> {
  const ended: (readonly Request[])[] = [];
  for (const [i, request] of requests.entries()) {
    const { answer } = await ask(core, request);
    if (isFlow(request[0]) && 'refused' in answer) ended.push(requests.slice(0, i + 1));
  }
  return ended;
}
