/** A world on which two implementations diverge, put to them again: who is at fault, as far as the books tell. */
import { InProcess } from '../protocol/in-process.ts';
import { ProtocolError, type ImplementationUnderTest, type StateAnswer } from '../protocol/protocol.ts';
import { decimal } from '../num.ts';
import { compare, type Divergence, type Manner } from './compare.ts';
import { bookkeeping } from './identities.ts';
import { ask } from '../protocol/exchange.ts';
import type { Trial } from './trial.ts';

/** The built-in core as users have it, with its checks on. */
export const checkedCore = (): ImplementationUnderTest => new InProcess(decimal);

export interface Blamed {
  /** Whose answer is shown as the wrong one. */
  readonly wrong: 'the core' | 'the implementation';
  readonly divergence: Divergence;
}

/**
 * Where the two diverge on a trial, or null. What the core answers counts as right, unless the core stops on one of
 * its own checks or breaks the books where the other one does not: then the other one is right.
 */
export async function blame(
  trial: Trial,
  other: ImplementationUnderTest,
  manner: Manner,
): Promise<Blamed | null> {
  const core = checkedCore();
  const outcome = await compareUnsure(other, core, trial, manner);
  if (outcome === null) return null;
  if (typeof outcome === 'object' && (await breaksTheBooks(core, outcome)))
    return { wrong: 'the core', divergence: outcome };
  const turned = await compareUnsure(checkedCore(), other, trial, manner);
  return typeof turned === 'object' && turned !== null
    ? { wrong: 'the implementation', divergence: turned }
    : null;
}

/** A comparison in which the right one may fail too: then nothing is said against the other one. */
async function compareUnsure(
  right: ImplementationUnderTest,
  found: ImplementationUnderTest,
  trial: Trial,
  manner: Manner,
): Promise<Divergence | 'right one failed' | null> {
  try {
    const outcome = await compare(right, found, trial, manner);
    return outcome === 'agree' ? null : outcome === 'void' ? 'right one failed' : outcome;
  } catch (error) {
    if (error instanceof ProtocolError) return 'right one failed';
    throw error;
  }
}

/** Whether the core, right after the answer at which it diverged, has stopped itself or has books that do not balance. */
async function breaksTheBooks(core: ImplementationUnderTest, divergence: Divergence): Promise<boolean> {
  const { op, before, asked, found, identity } = divergence;
  if ('check' in found || identity !== null) return true;
  const state = (await ask(core, ['state', {}])).answer;
  const last = asked.at(-1);
  if ('refused' in state || last === undefined) return false;
  const answer = op === last.op ? found : last.answer;
  // it is not refused
  return bookkeeping(before, { op: last.op, answer }, state as StateAnswer, true).length > 0;
}
