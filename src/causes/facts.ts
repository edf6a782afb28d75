/** What is known of a difference beside its place: what the world was set to, and what the two answers look like. */
import type { QuotesAnswer, StateAnswer, TradeAnswer } from '../protocol/protocol.ts';
import type { Divergence } from './diagnose.ts';
import type { Difference } from './differences.ts';
import type { FactName } from './table.ts';

/** A divergence with the answers that are compared: of a flow the order, of a period the step. */
export interface Case {
  readonly divergence: Divergence;
  readonly subject: string;
  readonly right: object;
  readonly found: object;
  readonly differences: readonly Difference[];
}

interface Settings {
  readonly ticketSize?: string;
  readonly regime?: string;
  readonly clipOutsideBid?: boolean;
  readonly guardThreshold?: string;
  readonly rulings?: { readonly clearing?: string; readonly cap_quotes_at_par?: boolean };
  readonly policy?: { readonly kind?: string };
  readonly anchors?: { readonly update?: boolean };
  readonly tickets?: readonly { readonly distance?: number }[];
}

const world = ({ divergence }: Case): Settings => divergence.world ?? {};
const quotes = ({ right, found }: Case): Partial<QuotesAnswer>[] => [right, found];
const bucketOf = (state: StateAnswer | null, id: string | null | undefined) =>
  state?.buckets.find((bucket) => bucket.id === id);

/** Money to so many decimals is as good as exact; fewer, where more are right, was rounded. */
const EXACT_PLACES = 15;
const places = (text: string): number => text.split('.')[1]?.length ?? 0;
const MOST_ROUNDED = 1e-3;

/** A figure with fewer decimals than the right one, and near it. */
function isRounded({ right, found }: Difference): boolean {
  if (typeof right !== 'string' || typeof found !== 'string') return false;
  const off = Math.abs(Number(right) - Number(found));
  return off > 0 && off < MOST_ROUNDED && places(found) < Math.min(EXACT_PLACES, places(right));
}

export const facts: Readonly<Record<FactName, (one: Case) => boolean>> = {
  'default avoidance': (one) => world(one).policy?.kind === 'default_avoidance',
  'clearing is chosen': (one) => (world(one).rulings?.clearing ?? 'cash_on_hand') !== 'cash_on_hand',
  'nobody trades': (one) => world(one).regime === 'passive' || world(one).regime === 'baseline',
  'updates are off': (one) => world(one).anchors?.update === false,
  'distances are given': (one) => (world(one).tickets ?? []).some(({ distance }) => distance !== undefined),
  'own debt': ({ right, found }) =>
    [right, found].some(
      ({ issuer, trader }: Partial<TradeAnswer>) => issuer !== undefined && issuer === trader,
    ),
  'policy chooses': ({ divergence: { op, takes } }) =>
    (op !== 'sell' && op !== 'buy') || !('bucket' in takes || 'ticket' in takes),
  clip: (one) => quotes(one).some(({ outsideBid }) => Number(outsideBid) === 0),
  'face was quoted': (one) => {
    const { takes } = one.divergence;
    const face = Number('ticketSize' in takes ? takes.ticketSize : (world(one).ticketSize ?? '1'));
    return one.differences.some(({ found, right }) => Number(found) === face && Number(right) > face);
  },
  'cap is on': (one) => world(one).rulings?.cap_quotes_at_par === true,
  guard: (one) => {
    const { bucket = null } = one.right as Partial<TradeAnswer>;
    const { before } = one.divergence;
    const mid = bucketOf(before, bucket ?? (one.found as Partial<TradeAnswer>).bucket)?.outsideMid;
    return mid !== undefined && before !== null && Number(mid) <= Number(before.guardThreshold);
  },
  'mid is zero': ({ differences }) =>
    differences.some(
      ({ path, right, found }) => path.at(-1) === 'outsideMid' && [right, found].includes('0'),
    ),
  'long figures': (one) => quotes(one).some(({ outsideMid = '' }) => places(outsideMid) > 8),
  'kernel is right': ({ divergence }) => divergence.kernelIsRight === true,
  rounded: ({ differences }) => differences.length > 0 && differences.every(isRounded),
};
