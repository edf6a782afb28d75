/** C6: (M, O) move at the end of a period, and by its losses alone. CHK-C6, ANC-01 … ANC-07R. */
import { MONEY_PLACES, type Num } from '../../num.ts';
import type { EventOf, ModelEvent } from '../events.ts';
import { at as listed } from '../list.ts';
import { bucketNamed, type Bucket } from '../state.ts';
import type { StepEnded } from './memory.ts';
import { agrees, isWhole, mustAgree, outside } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

/** Between the ends of two periods (M, O) do not change. CHK-C6, ANC-05. */
export function checkAnchorsHold(at: Occasion<ModelEvent>): void {
  const { memory } = at;
  for (const { index, id, outsideMid, outsideSpread } of at.state.buckets) {
    const was = listed(memory.anchors, index);
    if (outsideMid !== was.mid && outsideMid.comparedTo(was.mid) !== 0)
      at.differs('C6', [id], 'M is what the last period left', outsideMid, was.mid);
    if (outsideSpread !== was.spread && outsideSpread.comparedTo(was.spread) !== 0)
      at.differs('C6', [id], 'O is what the last period left', outsideSpread, was.spread);
  }
}

type Where = Occasion<EventOf<'AnchorsUpdated'> | StepEnded>;

/** M − φ_M·ℓ and O + φ_O·ℓ with their floors, from the losses that the checks counted. ANC-03, ANC-04, ANC-06R. */
function moved({ state, memory }: Where, bucket: Bucket): { mid: Num; spread: Num } {
  const was = listed(memory.anchors, bucket.index);
  if (!state.anchorsMove) return was;
  const { face, loss } = listed(memory.matured, bucket.index);
  const part = (sensitivity: Num): Num => (face.isZero() ? face : sensitivity.times(loss).div(face));
  const mid = was.mid.minus(part(bucket.midSensitivity));
  const spread = was.spread.plus(part(bucket.spreadSensitivity));
  return {
    mid: state.clipOutsideBid && mid.comparedTo(0) < 0 ? state.numbers.zero : mid,
    spread: spread.comparedTo(bucket.minSpread) < 0 ? bucket.minSpread : spread,
  };
}

/** The anchors told and those of the state are the recomputed ones; from here on they hold. CHK-11. */
export function checkAnchorsMove(at: Occasion<EventOf<'AnchorsUpdated'>>): void {
  const { state, event, memory } = at;
  const bucket = bucketNamed(state, event.bucket);
  const expected = moved(at, bucket);
  const known = (what: string, found: Num, should: Num): void => {
    mustAgree(at, [bucket.id], what, found, should);
  };
  known('M before the update', event.outsideMidBefore, listed(memory.anchors, bucket.index).mid);
  known('M − φ_M·ℓ', event.outsideMid, expected.mid);
  known('O + φ_O·ℓ', event.outsideSpread, expected.spread);
  known('M of the bucket', bucket.outsideMid, event.outsideMid);
  known('O of the bucket', bucket.outsideSpread, event.outsideSpread);
  checkToldOfAnchors(at, bucket);
  memory.anchors[bucket.index] = { mid: bucket.outsideMid, spread: bucket.outsideSpread };
  memory.updated.add(bucket.index);
}

/** What an update tells besides, and that it moves something, in whole units of money. ANC-01, OUT-02, CHK-09R. */
function checkToldOfAnchors(at: Occasion<EventOf<'AnchorsUpdated'>>, bucket: Bucket): void {
  const { state, event, memory } = at;
  const { mid, spread } = listed(memory.anchors, bucket.index);
  if (event.outsideMid.comparedTo(mid) === 0 && event.outsideSpread.comparedTo(spread) === 0)
    at.fails('CHK-11', [bucket.id], 'an update of anchors is told, and nothing moves');
  for (const amount of [event.outsideMid, event.outsideSpread])
    if (!isWhole(state, amount))
      at.differs(
        'CHK-11',
        [bucket.id],
        'an anchor in whole units',
        amount,
        amount.toDecimalPlaces(MONEY_PLACES),
      );
  const { face, loss } = listed(memory.matured, bucket.index);
  const { ask, bid } = outside(at, bucket);
  mustAgree(at, [bucket.id], 'ℓ', event.lossRate, face.isZero() ? face : loss.div(face));
  mustAgree(at, [bucket.id], 'A = M + O/2', event.outsideAsk, ask);
  mustAgree(at, [bucket.id], 'B = M − O/2', event.outsideBid, bid);
}

/** After an update every bucket has the anchors of its losses: none was left out. ANC-05. */
export function checkAnchorsUpdated(at: Occasion<StepEnded>): void {
  const { state, memory } = at;
  for (const bucket of state.buckets) {
    if (memory.updated.has(bucket.index)) continue;
    const { mid, spread } = moved(at, bucket);
    if (!agrees(state, bucket.outsideMid, mid))
      at.differs('CHK-11', [bucket.id], 'M after the losses of the period', bucket.outsideMid, mid);
    if (!agrees(state, bucket.outsideSpread, spread))
      at.differs('CHK-11', [bucket.id], 'O after the losses of the period', bucket.outsideSpread, spread);
  }
  memory.updated.clear();
}
