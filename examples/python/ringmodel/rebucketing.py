"""The start of a period: time passes, tickets cross boundaries. REB-01 ... REB-07R."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from .world import affordable, bucket_named, dealer_name, hand_over, vbt_name


@dataclass(frozen=True)
class Crossing:
    """A ticket that took another label; without a price it stayed with its owner."""

    ticket: str
    source: str
    target: str
    seller: str
    buyer: str
    price: Optional[Fraction]


def advance(world):
    """t grows by one, every remaining maturity falls by one, buckets are recomputed. MOD-01, REB-01."""
    world.time += 1
    world.repaid, world.matured_face, world.lost_face = [], {}, {}
    return [cross(world, ticket, source.id, target.id) for ticket, source, target in boundary_crossings(world)]


def boundary_crossings(world):
    """Nearest maturity first, so Mid to Short before Long to Mid; within a boundary by serial. REB-06R.

    What crosses a boundary today has one and the same maturity.
    """
    for target, source in zip(world.buckets, world.buckets[1:]):
        crossing = [t for t in world.tickets if t.maturity - world.time == target.end]
        for ticket in sorted(crossing, key=lambda t: t.serial):
            yield ticket, source, target


def cross(world, ticket, source, target):
    """A desk's home ticket is sold onward; any other keeps its owner: no cash, no inventory moves. REB-02, MOD-09."""
    if ticket.owner in (dealer_name(source), vbt_name(source)):
        return sell_onward(world, ticket, source, target)
    return Crossing(ticket.id, source, target, ticket.owner, ticket.owner, None)


def sell_onward(world, ticket, source, target):
    """Events 11 and 12: to the same kind of desk at the new bucket's outside mid. REB-03, REB-04, REB-05."""
    seller, price = ticket.owner, bucket_named(world, target).outside_mid
    buyer = receiving_dealer(world, target) if seller.startswith("dealer:") else vbt_name(target)
    hand_over(world, ticket, seller, buyer, price)
    return Crossing(ticket.id, source, target, seller, buyer, price)


def receiving_dealer(world, bucket_id):
    """The bucket's dealer; in place of one that cannot pay the mid in full, its VBT. REB-07R."""
    dealer = dealer_name(bucket_id)
    can_pay = affordable(world, dealer, bucket_named(world, bucket_id).outside_mid) is not None
    return dealer if can_pay else vbt_name(bucket_id)
