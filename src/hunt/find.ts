/** From a seed to a finding: a trial on which the two differ, made small, with the scenario that shows it. */
import type { KernelArguments, QuotesAnswer } from '../protocol/protocol.ts';
import { clauseOf } from './clause.ts';
import { differences } from '../causes/differences.ts';
import { compare, type Listener, type Manner, type Divergence } from './compare.ts';
import { asWritten, scenarioLines } from './gherkin.ts';
import { neverDrawn } from './draws.ts';
import type { Opponent } from './opponent.ts';
import { reference } from './play.ts';
import { unclaimed } from '../protocol/needs.ts';
import { onOneLine } from '../printable.ts';
import { ask, linesOf, requestOf, type Request } from '../protocol/exchange.ts';
import { sayScenario, type Said } from './say.ts';
import { simplerKernels } from './kernel-case.ts';
import { shrink, type Case, type Put } from './shrink.ts';
import { fromDayOne, inOrder, withPlainNames } from './tidy.ts';
import { asWorld, drawTrial, type Trial } from './trial.ts';

/** A case as a scenario, under its clause. */
export interface Told {
  /** The clause that is broken. */
  readonly clause: string;
  /** What the scenario is called. */
  readonly title: string;
  /** The scenario, line by line, without indentation. */
  readonly scenario: readonly string[];
  /** What was answered instead, in one line. */
  readonly instead: string;
  /** The lines to send to see it again. */
  readonly lines: readonly string[];
}

export interface Finding extends Told {
  readonly seed: number;
  /** Where the two first differed, before anything was made small: another finding with it is not looked into. */
  readonly sign: string;
}

/**
 * What a seed led to. `known`: they differed where they had before. `unsteady`: they differed, but not when the trial was
 * put to a program just started. `left out`: the world needs a capability that is not claimed.
 */
export type Hunted = Finding | 'agree' | 'known' | 'unsteady' | 'left out';

const core = reference();

/** Of so many seeds one is followed by draws: they cost as much as a trial or two. */
const DRAWS_EVERY = 64;

/** Puts the trial of a seed to the core and to the other. */
export async function hunt(
  seed: number,
  other: Opponent,
  manner: Manner,
  {
    heard,
    isKnown = () => false,
    leftOut = () => undefined,
  }: {
    heard?: Listener;
    isKnown?: (sign: string) => boolean;
    leftOut?: (need: string) => void;
  } = {},
): Promise<Hunted> {
  const trial = await drawTrial(seed);
  const need = unclaimed('reset', { world: trial.world }, manner.claims);
  if (need !== null) {
    leftOut(need);
    return 'left out';
  }
  const first = await compare(core, other, trial, manner, heard);
  if (typeof first === 'string') {
    const isDrawn = seed % DRAWS_EVERY === 1 && manner.claims.includes('order_flow');
    const found = isDrawn ? await neverDrawn(other, seed) : null;
    return found === null ? 'agree' : isKnown(found.sign) ? 'known' : found;
  }
  const sign = signOf(first);
  if (isKnown(sign)) return 'known';
  const again = await afresh(other, trial, manner);
  if (again === null) return 'unsteady';
  const put = (one: Trial): Promise<Divergence | null> => putToBoth(other, one, manner);
  const found = await smallest({ trial, divergence: again }, put, other);
  return { seed, sign, ...tell(await kernelCase(found, other, manner)) };
}

/** What was asked when the two differed, and the members of the answer that differ, without names and numbers. */
export function signOf({
  op,
  differences: all,
  identity,
}: Pick<Divergence, 'op' | 'differences' | 'identity'>): string {
  const members = all.map(({ path }) => path.findLast((step) => typeof step === 'string') ?? '');
  return identity?.replace(/:.*/, '') ?? [op, ...[...new Set(members)].sort()].join(' ');
}

async function putToBoth(other: Opponent, trial: Trial, manner: Manner): Promise<Divergence | null> {
  const outcome = await compare(core, other, trial, manner);
  return typeof outcome === 'string' ? null : outcome;
}

/** The trial put to a program that has seen nothing else. */
async function afresh(other: Opponent, trial: Trial, manner: Manner): Promise<Divergence | null> {
  await other.restart();
  return putToBoth(other, trial, manner);
}

/**
 * The smallest case. Should it turn out to hang on what the program was asked before, it is made small again
 * with a new start for every trial.
 */
export async function smallest(found: Case, put: Put, other: Opponent): Promise<Case> {
  const putAfresh: Put = async (trial) => {
    await other.restart();
    return put(trial);
  };
  const quick = await tidied(await shrink(found, put), put, 300);
  if ((await putAfresh(quick.trial)) !== null) return quick;
  return tidied(await shrink(found, putAfresh, 110), putAfresh, 10);
}

/** In the order and by the names of the features, and again as small as it gets, where it still parts the two. */
async function tidied(found: Case, put: Put, limit: number): Promise<Case> {
  let best = found;
  for (const change of [inOrder, withPlainNames]) {
    const trial = change(best.trial);
    const divergence = await put(trial);
    if (divergence !== null) best = await shrink({ trial, divergence }, put, limit);
  }
  const trial = fromDayOne(best.trial);
  const divergence = await put(trial);
  return divergence === null ? best : { trial, divergence };
}

/** A difference of quotes as one of the kernel, where it is one. */
async function kernelCase(found: Case, other: Opponent, { tolerance, claims }: Manner): Promise<Case> {
  const { divergence, trial } = found;
  if (divergence.op !== 'quotes' || divergence.asked.length > 0) return found;
  const put = async (takes: KernelArguments): Promise<Divergence | null> => {
    if (unclaimed('kernel', takes, claims) !== null) return null;
    const right = (await ask(core, ['kernel', takes])).answer;
    const { answer: found, message = '' } = await ask(other, ['kernel', takes]);
    if ('refused' in right) return null;
    const inQuotes = differences(right, found, tolerance);
    return inQuotes.length === 0
      ? null
      : { ...divergence, op: 'kernel', takes, right, found, message, differences: inQuotes };
  };
  const quotes = divergence.right as QuotesAnswer;
  const { guardThreshold, clipOutsideBid } = trial.world;
  let takes: KernelArguments = {
    ticketSize: trial.world.ticketSize ?? '1',
    outsideMid: asWritten(quotes.outsideMid),
    outsideSpread: asWritten(quotes.outsideSpread),
    ...(guardThreshold === undefined ? {} : { guardThreshold }),
    ...(clipOutsideBid === undefined ? {} : { clipOutsideBid }),
    tickets: quotes.tickets,
    cash: asWritten(quotes.cash),
  };
  let best = await put(takes);
  if (best === null) return found;
  for (let improved = true; improved;) {
    improved = false;
    for (const simpler of simplerKernels(takes)) {
      const still = await put(simpler);
      if (still === null) continue;
      [takes, best, improved] = [simpler, still, true];
      break;
    }
  }
  return { trial, divergence: best };
}

export function tell({ trial, divergence }: Case): Told {
  const said: Said = sayScenario(trial, divergence);
  return {
    clause: clauseOf(divergence, trial.world),
    title: said.title,
    scenario: scenarioLines(said.title, said.steps),
    instead: insteadOf(divergence),
    lines: linesOf(requestsOf(trial, divergence)),
  };
}

/** What leads to a divergence, with the look that shows it. */
function requestsOf({ world }: Trial, divergence: Divergence): Request[] {
  const { op, asked, identity } = divergence;
  if (op === 'kernel') return [requestOf(divergence)];
  const played: Request[] = [['reset', { world: asWorld(world) }], ...asked.map(requestOf)];
  if (identity !== null) return [...played, ['state', {}]];
  return op === 'state' || op === 'quotes' ? [...played, requestOf(divergence)] : played;
}

const shortened = (message: string): string => onOneLine(message).slice(0, 300);

/** What was answered instead: a refusal, the first places that differ, or the identity that is broken. */
function insteadOf({ op, right, found, differences: all, identity, message }: Divergence): string {
  if (identity !== null) return identity;
  if ('refused' in found && !('refused' in right))
    return [`${op} is refused`, String(found.refused), ...(message === '' ? [] : [shortened(message)])].join(
      ': ',
    );
  const show = (value: unknown): string =>
    value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
  return all
    .slice(0, 3)
    .map(({ path, right, found }) => `${[op, ...path].join('.')} is ${show(found)}, not ${show(right)}`)
    .join('; ');
}
