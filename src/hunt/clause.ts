/** The clause of a divergence: that of an identity, or the usual one of where the answers differ. */
import { attribute, stepThatDiffers } from '../causes/clause.ts';
import type { stepsOfPeriod } from '../causes/facts.ts';
import type { Divergence } from './compare.ts';
import type { Draft } from './trial.ts';

/** The clause, for a divergence in this world. */
export function clauseOf(divergence: Divergence, world: Draft): string {
  const { identity, asked, op, found } = divergence;
  if (identity !== null) return /^C\d:/.test(identity) ? `CHK-${identity.slice(0, 2)}` : named(identity);
  const looks = op === 'state' || op === 'quotes';
  // no rule of the model refuses a look
  if (looks && 'refused' in found) return 'PROTOCOL';
  const reasons = { right: '', found: '' };
  const last = looks ? (asked.at(-1) ?? null) : null;
  const [clause = 'PROTOCOL'] = attribute({
    ...divergence,
    reasons,
    last,
    world,
    kernelIsRight: null,
    conversation: [],
  }).clauses;
  return clause;
}

const named = (identity: string): string => identity.slice(0, identity.indexOf(':'));

/** The first step of a period in which the two differ; one who takes no part in it differs in who may come. */
export function stepThatDiverges({
  differences,
  found,
  identity,
}: Divergence): (typeof stepsOfPeriod)[number] {
  if ('refused' in found) return 'orderFlow';
  return differences.length === 0 && identity !== null ? 'settle' : stepThatDiffers(differences);
}
