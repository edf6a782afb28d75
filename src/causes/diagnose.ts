/**
 * The same conversation with two implementations: the first request that they answer differently. After every request
 * that may change the world both are looked at, so that what a request only makes visible is told where it began.
 */
import { ask, type Exchange, type Request } from '../protocol/exchange.ts';
import type {
  ImplementationUnderTest,
  OperationName,
  OrderFlowAnswer,
  PeriodAnswer,
  QuotesAnswer,
  RolloverAnswer,
  StateAnswer,
} from '../protocol/protocol.ts';
import { comparable, differences, type Difference } from './differences.ts';

/** One question and two answers, with what was going on. */
export interface Divergence {
  readonly op: OperationName;
  readonly takes: object;
  /** What the built-in core answers, and what the implementation answered. */
  readonly right: object;
  readonly found: object;
  readonly differences: readonly Difference[];
  /** Why a request was refused, in the words of who refused it; empty where it was answered. */
  readonly reasons: { readonly right: string; readonly found: string };
  /** Of quotes that differ: whether the same position is quoted rightly by `kernel`; null where that was not asked. */
  readonly kernelIsRight: boolean | null;
  /** Of a period that differs: true where each of its steps, asked by itself, is answered rightly. */
  readonly stepsAreRight?: true;
  /**
   * Of an order that one refuses: whether it is the other one that refuses it with the other Z, or whether nobody can
   * come where the core serves the other side.
   */
  readonly sides?: 'mixed up' | 'no fallback';
  /** The last request that may have changed the world, rightly answered; null before any. */
  readonly last: Exchange | null;
  /** The right state before that request; null where there was no world. */
  readonly before: StateAnswer | null;
  /** The world as it was last opened; null where none was. */
  readonly world: object | null;
  /** The requests up to this one, this one included. */
  readonly conversation: readonly Request[];
}

/** Requests that change nothing. */
export const looks: ReadonlySet<OperationName> = new Set<OperationName>([
  'state',
  'quotes',
  'kernel',
  'hello',
]);
/** Beyond so many requests nobody looks between them. */
const MOST_LOOKED_AT = 400;

/** Figures that nothing else rests on: where more differs than these, they are not what it is about. */
const onlyTold = new Set(['equity', 'issuer', 'shortfall', 'liability', 'askPinned', 'bidPinned']);
/** Of quotes what decides about orders; the other figures lead to these. */
const deciding = new Set([
  ...['tickets', 'cash', 'outsideMid', 'outsideSpread', 'fundableTickets', 'capacity', 'ask', 'bid', 'guard'],
  ...['outsideAsk', 'outsideBid', 'refused'],
]);

const matters =
  (op: OperationName) =>
  ({ path }: Difference): boolean =>
    op === 'quotes' ? deciding.has(String(path[0])) : op !== 'state' || !onlyTold.has(String(path.at(-1)));

/**
 * The first difference that something can follow from; failing that the first of figures that are only told.
 *
 * @param looking whether the other may be looked at between the requests: not where only its answers are there
 */
export async function diagnose(
  requests: readonly Request[],
  core: ImplementationUnderTest,
  other: ImplementationUnderTest,
  tolerance: number,
  looking = true,
): Promise<Divergence | null> {
  let [world, before, last]: [object | null, StateAnswer | null, Exchange | null] = [null, null, null];
  let now: StateAnswer | null = null;
  /** Differences that matter only where there is no other. */
  const minor: Divergence[] = [];
  const done: Request[] = [];
  /** Quotes that nobody asked for and that differ: they explain an order in their bucket, and nothing else. */
  const quoted = new Map<string, Divergence>();

  /** Puts a request to both; its difference, if it matters. */
  async function put(request: Request): Promise<{ here: Exchange; divergence: Divergence | null }> {
    const [here, right] = await askWithReason(core, request);
    const [there, found] = await askWithReason(other, request);
    done.push(request);
    const { op, takes } = here;
    const all = op === 'hello' ? [] : differences(told(here), told(there), tolerance);
    if (all.length === 0) return { here, divergence: null };
    const divergence: Divergence = {
      ...{ op, takes, right: here.answer, found: there.answer, differences: all },
      reasons: { right, found },
      kernelIsRight: op === 'quotes' ? await kernelIsRight(here.answer) : null,
      ...{ last: looks.has(op) ? last : null, before, world, conversation: [...done] },
    };
    if (all.some(matters(op))) return { here, divergence };
    minor.push(divergence);
    return { here, divergence: null };
  }

  /** The six inputs that quotes are a function of, put to the kernel by itself. KER-15. */
  async function kernelIsRight(right: object): Promise<boolean | null> {
    if (!looking || now === null || 'refused' in right || now.rulings.cap_quotes_at_par) return null;
    const { ticketSize, guardThreshold, clipOutsideBid } = now;
    const { outsideMid, outsideSpread, tickets, cash } = right as QuotesAnswer;
    const takes = { ticketSize, guardThreshold, clipOutsideBid, outsideMid, outsideSpread, tickets, cash };
    const { answer } = await ask(other, ['kernel', takes]);
    return 'refused' in answer ? null : differences(right, answer, tolerance).length === 0;
  }

  /** Who comes, where that hangs on the quotes of any bucket. POL-13. */
  function byQuotes({ right }: Divergence): Divergence | undefined {
    const { policy } = (world ?? {}) as { readonly policy?: { readonly kind?: string } };
    const isFlow = 'arrivals' in right || 'refused' in right;
    return isFlow && policy?.kind === 'two_sided' ? [...quoted.values()][0] : undefined;
  }

  for (const request of requests) {
    const [op] = request;
    if (op === 'stop') continue;
    if (!looks.has(op)) before = now;
    const { here, divergence } = await put(request);
    if (divergence !== null) return quoted.get(bucketOf(divergence)) ?? byQuotes(divergence) ?? divergence;
    if (looks.has(op)) continue;
    if (op === 'reset') [world, before] = [request[1].world, null];
    last = here;
    if ('refused' in here.answer || requests.length > MOST_LOOKED_AT) continue;
    if (!looking) {
      const { answer } = await ask(core, ['state', {}]);
      if (!('refused' in answer)) now = answer as StateAnswer;
      continue;
    }
    const state = await put(['state', {}]);
    if (state.divergence !== null) return state.divergence;
    if ('refused' in state.here.answer) continue;
    now = state.here.answer as StateAnswer;
    if (now.regime === 'baseline') continue;
    for (const { id } of now.buckets) {
      const quotes = await put(['quotes', { bucket: id }]);
      if (quotes.divergence !== null && !quoted.has(id)) quoted.set(id, quotes.divergence);
    }
  }
  return minor[0] ?? [...quoted.values()][0] ?? null;
}

/** The bucket of an order that differs; of a flow that of the first. */
function bucketOf({ right, differences: [first] }: Divergence): string {
  const path = first?.path ?? [];
  const place = path.slice(0, path.lastIndexOf('trade') + 1);
  const trade = place.reduce<unknown>(
    (value, name) => (value as Record<string | number, unknown>)[name],
    right,
  );
  return String((trade as { bucket?: string | null }).bucket);
}

/** Those of a flow, or of the flow of a period. */
export function arrivalsOf(answer: object): OrderFlowAnswer['arrivals'] {
  const flow = 'orderFlow' in answer ? (answer.orderFlow as object) : answer;
  return (flow as Partial<OrderFlowAnswer>).arrivals ?? [];
}

/** An answer, and the words in which a request was refused. */
async function askWithReason(
  under: ImplementationUnderTest,
  [op, takes]: Request,
): Promise<[Exchange, string]> {
  let reason = '';
  const hearing = {
    call: async () => {
      try {
        return await under.call(op, takes);
      } catch (error) {
        if (error instanceof Error) reason = error.message;
        throw error;
      }
    },
  };
  // it asks for nothing else
  return [await ask(hearing, [op, takes] as Request), reason];
}

/** An answer as it is compared: of a state what has to agree, and of a reissue where it was placed even if nowhere. */
function told({ op, answer }: Exchange): object {
  if ('refused' in answer) return { refused: answer.refused };
  if (op === 'state') return comparable(answer as StateAnswer);
  if (op === 'rollover') return placed(answer as RolloverAnswer);
  if (op !== 'period') return answer;
  const period = answer as PeriodAnswer;
  return { ...period, rollover: placed(period.rollover) };
}

const placed = ({ issued, declined }: RolloverAnswer): object => ({
  issued: issued.map(({ placed: with_ = null, ...one }) => ({ ...one, placed: with_ })),
  declined,
});
