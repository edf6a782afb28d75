/** A trial put to the built-in core and to another implementation, request by request, up to where they diverge. */
import {
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type QuotesAnswer,
  type StateAnswer,
} from '../protocol/protocol.ts';
import { unclaimed } from '../protocol/needs.ts';
import { comparable, differences, type Difference } from '../causes/differences.ts';
import { broken, type Seen } from './identities.ts';
import { ask, type Exchange, type Request } from '../protocol/exchange.ts';
import { asWorld, type Trial } from './trial.ts';

/** How an implementation is compared. */
export interface Manner {
  /** Money agrees when it is this near; large amounts in proportion. */
  readonly tolerance: number;
  /** Whether its sums of money are exact to the last digit. */
  readonly exact: boolean;
  /** The capabilities that it may be asked for. */
  readonly claims: readonly string[];
}

/** Where the two diverge: one question, two answers, or an identity that the other one breaks. */
export interface Divergence {
  /** The question: an operation, or a look at the world after one. */
  readonly op: OperationName;
  readonly takes: object;
  readonly right: object;
  readonly found: object;
  readonly differences: readonly Difference[];
  /** An identity that the found answers break, in words, where they differ in nothing. */
  readonly identity: string | null;
  /** What was said with a refusal; empty where there is none. */
  readonly message: string;
  /** What was asked and rightly answered so far, the last request included. */
  readonly asked: readonly Exchange[];
  /** The right states: when the world was opened, before the last request, and after it. */
  readonly opening: StateAnswer;
  readonly before: StateAnswer;
  readonly after: StateAnswer;
}

/** `void`: the world is none, or may not be asked for, so the trial says nothing. */
export type Outcome = 'agree' | 'void' | Divergence;

/** Hears every rightly answered exchange, with the state that it met. */
export type Listener = (exchange: Exchange, before: StateAnswer) => void;

/** A look that was refused: at which bucket, or at the state, and how. */
interface NotSeen {
  readonly bucket: string | null;
  readonly error: ProtocolError;
}

/** A look that the other program may fail at. */
async function lookAtOther(
  under: ImplementationUnderTest,
  buckets: readonly string[],
): Promise<Seen | NotSeen> {
  let asked: string | null = null;
  try {
    const state = await under.call('state', {});
    const quotes: QuotesAnswer[] = [];
    for (const bucket of state.regime === 'baseline' ? [] : buckets) {
      asked = bucket;
      quotes.push(await under.call('quotes', { bucket }));
    }
    return { state, quotes };
  } catch (error) {
    if (error instanceof ProtocolError) return { bucket: asked, error };
    throw error;
  }
}

async function look(under: ImplementationUnderTest, buckets: readonly string[]): Promise<Seen> {
  const seen = await lookAtOther(under, buckets);
  if ('error' in seen) throw seen.error;
  return seen;
}

/** What is rightly refused as invalid changes nothing, and is a check of input. */
export const mayBeAsked = ({ answer }: Exchange, claims: readonly string[]): boolean =>
  !('refused' in answer && answer.refused === 'invalid') || claims.includes('input_checks');

/** Puts the trial to both, without what may not be asked, and says where they diverge. */
export async function compare(
  core: ImplementationUnderTest,
  other: ImplementationUnderTest,
  { world, requests }: Trial,
  { tolerance, exact, claims }: Manner,
  heard: Listener = () => undefined,
): Promise<Outcome> {
  const reset: Request = ['reset', { world: asWorld(world) }];
  if (unclaimed('reset', reset[1], claims) !== null) return 'void';
  const opened = await ask(core, reset);
  if ('refused' in opened.answer) return 'void';
  const openedThere = await ask(other, reset);
  const buckets = world.buckets.map(({ id }) => id);
  const first = await look(core, buckets);
  const asked: Exchange[] = [];
  let before = first;
  let beforeThere: Seen | null = null;

  const diverging = (
    { op, takes, answer: right }: Exchange,
    { answer: found, message = '' }: Pick<Exchange, 'answer' | 'message'>,
    differences: readonly Difference[],
    after: Seen,
    identity: string | null = null,
  ): Divergence => ({
    ...{ op, takes, right, found, differences, identity, message, asked: [...asked] },
    opening: first.state,
    before: before.state,
    after: after.state,
  });

  /** Compares an answer, then what the world looks like after it, then what must hold of it. */
  async function divergenceAfter(here: Exchange, there: Exchange, after: Seen): Promise<Divergence | null> {
    const inAnswer = differences(here.answer, there.answer, tolerance);
    if (inAnswer.length > 0) return diverging(here, there, inAnswer, after);
    const seen = await lookAtOther(other, buckets);
    const state: Exchange = { op: 'state', takes: {}, answer: after.state };
    if ('error' in seen) {
      const { bucket, error } = seen;
      const quotes = bucket === null ? undefined : after.quotes[buckets.indexOf(bucket)];
      const right: Exchange =
        quotes === undefined ? state : { op: 'quotes', takes: { bucket }, answer: quotes };
      const answer = { refused: error.kind };
      const inLook = differences(right.answer, answer, tolerance);
      return diverging(right, { answer, message: error.message }, inLook, after);
    }
    const inState = differences(comparable(after.state), comparable(seen.state), tolerance);
    if (inState.length > 0) return diverging(state, { answer: seen.state }, inState, after);
    for (const [i, bucket] of buckets.entries()) {
      const [right, found] = [after.quotes[i], seen.quotes[i]];
      if (right === undefined || found === undefined) continue;
      const inQuotes = differences(right, found, tolerance);
      if (inQuotes.length > 0)
        return diverging(
          { op: 'quotes', takes: { bucket }, answer: right },
          { answer: found },
          inQuotes,
          after,
        );
    }
    const [identity] =
      here.op !== 'reset' && beforeThere !== null ? broken(beforeThere, there, seen, exact) : [];
    beforeThere = seen;
    return identity === undefined ? null : diverging(here, there, [], after, identity);
  }

  const atOpening = await divergenceAfter(opened, openedThere, first);
  if (atOpening !== null) return atOpening;
  for (const one of requests) {
    // a world that is opened again is the one of the trial, whatever became of it meanwhile
    const request = one[0] === 'reset' ? reset : one;
    if (unclaimed(request[0], request[1], claims) !== null) continue;
    const here = await ask(core, request);
    if (!mayBeAsked(here, claims)) continue;
    const there = await ask(other, request);
    heard(here, before.state);
    asked.push(here);
    const after = await look(core, buckets);
    for (const [i, answer] of after.quotes.entries())
      heard({ op: 'quotes', takes: { bucket: buckets[i] }, answer }, after.state);
    const divergence = await divergenceAfter(here, there, after);
    if (divergence !== null) return divergence;
    before = after;
  }
  return 'agree';
}
