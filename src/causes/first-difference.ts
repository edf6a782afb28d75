/** A divergence as it is shown: its first place, what was expected and found there, and how to come to it again. */
import { linesOf } from '../protocol/exchange.ts';
import type { FirstDifference } from '../protocol/record.ts';
import type { Divergence } from './diagnose.ts';
import type { FoundCause } from './find-cause.ts';
import { inWords, type Difference } from './differences.ts';

export function firstDifferenceOf({ divergence, reading }: FoundCause): FirstDifference {
  const { op, takes, right, found, differences, reasons, conversation } = divergence;
  const [first = { path: [], right, found }] = differences;
  const refused = 'refused' in found || 'refused' in right;
  const said = refused ? ofRefusal(right, found, reasons) : inWords(first);
  const about = op === 'quotes' && 'bucket' in takes ? `quotes of ${String(takes.bucket)}` : op;
  return {
    place: [about, ...(refused ? [] : [placeOf(first)])].join(': '),
    ...said,
    more: refused ? 0 : Math.max(0, differences.length - 1),
    reading: reading?.text ?? null,
    conversation: linesOf(conversation),
  };
}

const placeOf = ({ path }: Difference): string => path.join('.') || 'the answer';

/** Who refuses, and why, and what came instead. */
function ofRefusal(right: object, found: object, reasons: Divergence['reasons']) {
  const said = (answer: object, reason: string): string =>
    'refused' in answer ? `refused as ${String(answer.refused)}: ${reason}` : 'an answer';
  return { expected: said(right, reasons.right), found: said(found, reasons.found) };
}
