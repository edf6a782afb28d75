"""The start of a period: time passes, tickets cross boundaries. REB-01 ... REB-07R."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from .errors import Invalid
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
    """t grows by one, every remaining maturity falls by one, buckets are recomputed. MOD-01, REB-01.

    Not before all that is due today is settled (LOOP-06R); what that settlement left is then forgotten (LOOP-07R).
    """
    unsettled = [t.id for t in world.tickets if t.maturity == world.time]
    if unsettled:
        raise Invalid(f"{', '.join(sorted(unsettled)[:5])}: due today, and to be settled first")
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
    seller, mid = ticket.owner, bucket_named(world, target).outside_mid
    buyer, price = received_by_dealer(world, target, mid) if seller.startswith("dealer:") else (vbt_name(target), mid)
    hand_over(world, ticket, seller, buyer, price)
    return Crossing(ticket.id, source, target, seller, buyer, price)


def received_by_dealer(world, bucket_id, mid):
    """The bucket's dealer and what it pays; in place of one that cannot pay the mid, its VBT. REB-07R, REB-08R."""
    dealer = dealer_name(bucket_id)
    amount = affordable(world, dealer, mid)
    return (vbt_name(bucket_id), mid) if amount is None else (dealer, amount)
