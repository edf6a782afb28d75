"""The VBTs' anchors at the end of a period. ANC-01 ... ANC-07R."""

from dataclasses import dataclass
from fractions import Fraction

from .kernel import outside_quotes
from .money import ZERO, to_money


@dataclass(frozen=True)
class Anchors:
    bucket: str
    loss_rate: Fraction
    outside_mid: Fraction
    outside_spread: Fraction
    outside_ask: Fraction
    outside_bid: Fraction


def update_anchors(world):
    """Anchors move at the end of a period, by its losses and by nothing else; or they are held fixed. ANC-05."""
    answers = []
    for bucket in world.buckets:
        loss = loss_rate(world, bucket.id)
        if world.anchors_update:
            bucket.outside_mid, bucket.outside_spread = moved(bucket, loss, world.clip_outside_bid)
        ask, bid = outside_quotes(bucket.outside_mid, bucket.outside_spread, world.clip_outside_bid)
        answers.append(Anchors(bucket.id, loss, bucket.outside_mid, bucket.outside_spread, ask, bid))
    return answers


def loss_rate(world, bucket_id):
    """l = sum of S(1 - R) / sum of S over what matured in the bucket, 0 where nothing did. ANC-01, ANC-02R."""
    matured = world.matured_face.get(bucket_id, ZERO)
    return world.lost_face[bucket_id] / matured if matured else ZERO


def moved(bucket, loss, clip_outside_bid):
    """M - phi_M*S*l and O + phi_O*S*l (ANC-03); the sensitivities have the factor S in them already (MOD-13R)."""
    mid = to_money(bucket.outside_mid - bucket.mid_sensitivity * loss)
    spread = to_money(bucket.outside_spread + bucket.spread_sensitivity * loss)
    return floored_mid(mid, clip_outside_bid), least_spread(bucket, spread)


def least_spread(bucket, spread):
    """O is at least O_min, from the first update on, with losses or without. ANC-04, ANC-07R."""
    return max(bucket.min_spread, spread)


def floored_mid(mid, clip_outside_bid):
    """With the clip on a claim is never worth less than nothing; with it off nothing is floored. ANC-06R."""
    return max(ZERO, mid) if clip_outside_bid else mid
