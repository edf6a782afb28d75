"""Settlement and default. SET-01 ... SET-08."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from .errors import Violation
from .clearing import clearing_vector, payment
from .money import ONE, ZERO, at_least, split_exactly
from .world import bucket_of, pay


@dataclass(frozen=True)
class Payout:
    holder: str
    tickets: int
    amount: Fraction


@dataclass(frozen=True)
class IssuerSettlement:
    issuer: str
    due: Fraction
    cash_before: Fraction
    recovery: Fraction
    cash_after: Fraction
    payouts: list


def settle(world):
    """All that matures at t, by one of the rules for which cash counts. Nothing stops at a default. SET-06R, SET-07."""
    maturing = maturing_by_issuer(world)
    if world.clearing == "sequential":
        return [settle_issuer(world, i, maturing[i], usable_cash(world, i)) for i in maturing]
    if world.clearing == "clearing_vector":
        counted = clearing_vector(world.ticket_size, {i: usable_cash(world, i) for i in maturing}, maturing)
    else:
        counted = {i: usable_cash(world, i) for i in maturing}
    return [settle_issuer(world, i, maturing[i], counted[i]) for i in maturing]


def maturing_by_issuer(world):
    """The tickets due at t, by issuer, issuers in trader order. SET-01."""
    due = {}
    for ticket in world.tickets:
        if ticket.maturity == world.time:
            due.setdefault(ticket.issuer, []).append(ticket)
    return {issuer: due[issuer] for issuer in world.traders if issuer in due}


def usable_cash(world, issuer):
    """Cash on hand; a balance below zero counts as none. TRD-13R."""
    return max(ZERO, world.traders[issuer].cash)


def settle_issuer(world, issuer, tickets, counted):
    """D = S*N, R = min(1, C/D) (SET-01); R = 1 is payment in full (SET-03), R < 1 is default (SET-04)."""
    due = world.ticket_size * len(tickets)
    paid = payment(due, counted)
    recovery = ONE if at_least(counted, due) else paid / due
    payouts = payouts_of(tickets, paid)
    if sum(p.amount for p in payouts) != paid:
        raise Violation("C1", f"{issuer} at t = {world.time}: the payouts do not add up to {paid}")
    for payout in payouts:
        pay(world, issuer, payout.holder, payout.amount)
    take_off_the_books(world, issuer, tickets, recovery)
    count_losses(world, tickets, due, due - paid if recovery < 1 else ZERO)
    return IssuerSettlement(issuer, due, counted, recovery, counted - paid, payouts)


def payouts_of(tickets, paid):
    """Every holder of q tickets gets q*S*R, of whatever type it is; together exactly what was paid. SET-02, SET-05."""
    held = sorted(Counter(t.owner for t in tickets).items())
    amounts = split_exactly(paid, [count for _, count in held])
    return [Payout(holder, count, amount) for (holder, count), amount in zip(held, amounts)]


def take_off_the_books(world, issuer, tickets, recovery):
    """All of the issuer's matured tickets are deleted (SET-02, SET-08); what was repaid may roll over (ROL-03)."""
    for ticket in tickets:
        world.tickets.remove(ticket)
    if recovery < 1:
        world.traders[issuer].defaulted = True
    else:
        world.repaid.extend(tickets)


def count_losses(world, tickets, due, loss):
    """Face matured, and the loss on it, by the bucket that the tickets were in. ANC-01, ANC-02R, CHK-12R."""
    bucket_id = bucket_of(world, tickets[0]).id
    world.matured_face[bucket_id] = world.matured_face.get(bucket_id, ZERO) + due
    world.lost_face[bucket_id] = world.lost_face.get(bucket_id, ZERO) + loss
