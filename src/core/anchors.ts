/** The VBT's anchors move with the losses of the period, and with nothing else. ANC-01 … ANC-06R. */
import { larger, toMoney, type Num } from '../num.ts';
import { checkStep } from './checks/check.ts';
import type { Running } from './journal.ts';
import { requote } from './ledger.ts';
import { at } from './list.ts';
import { record } from './record.ts';
import type { Bucket, State } from './state.ts';
import { outsideQuotes } from './vbt.ts';

export interface AnchorUpdate {
  readonly bucket: Bucket;
  readonly lossRate: Num;
}

/** The end of a period: every bucket's loss rate, and its anchors where they move. ANC-05. */
export function updateAnchors(state: Running): AnchorUpdate[] {
  const updates = state.buckets.map((bucket) => {
    const loss = lossRate(state, bucket);
    if (state.anchorsMove) moveAnchors(state, bucket, loss);
    return { bucket, lossRate: loss };
  });
  checkStep(state, 'anchor update');
  return updates;
}

/** ℓ_b = Σ S(1 − R)/Σ S over what matured in the bucket; 0 if nothing did. ANC-01, ANC-02R. */
function lossRate(state: State, bucket: Bucket): Num {
  const { face, loss } = at(state.settled.matured, bucket.index);
  return face.isZero() ? face : loss.div(face);
}

/**
 * M − φ_M·S·ℓ and O + φ_O·S·ℓ (sensitivities are per ticket here), O kept at O_min and M at 0.
 * ANC-03, ANC-04, ANC-06R, ANC-07R.
 */
function moveAnchors(state: Running, bucket: Bucket, loss: Num): void {
  const before = bucket.outsideMid;
  const mid = toMoney(before.minus(bucket.midSensitivity.times(loss)));
  const spread = toMoney(bucket.outsideSpread.plus(bucket.spreadSensitivity.times(loss)));
  const floored = state.clipOutsideBid ? larger(state.numbers.zero, mid) : mid;
  const widened = larger(bucket.minSpread, spread);
  if (floored.comparedTo(before) === 0 && widened.comparedTo(bucket.outsideSpread) === 0) return;
  bucket.outsideMid = floored;
  bucket.outsideSpread = widened;
  setOutsideQuotes(state, bucket);
  record(state, {
    day: state.time,
    kind: 'AnchorsUpdated',
    bucket: bucket.id,
    lossRate: loss,
    outsideMidBefore: before,
    outsideMid: bucket.outsideMid,
    outsideSpread: bucket.outsideSpread,
    outsideBid: bucket.outsideBid,
    outsideAsk: bucket.outsideAsk,
  });
}

/** A and B from the anchors, and the dealer's quotes out of date. KER-01, KER-15. */
export function setOutsideQuotes(state: State, bucket: Bucket): void {
  const { ask, bid } = outsideQuotes(bucket.outsideMid, bucket.outsideSpread, state.clipOutsideBid);
  bucket.outsideAsk = ask;
  bucket.outsideBid = bid;
  requote(bucket);
}
