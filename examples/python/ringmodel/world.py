"""The entities and what can be asked of them. MOD-01 ... MOD-13R."""

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random
from typing import Optional

from .errors import Invalid
from .kernel import kernel
from .money import ZERO, at_least
from .tickets import Registry


@dataclass
class Bucket:
    """A range of remaining maturities and its anchors, per ticket. MOD-04, MOD-13R."""

    id: str
    start: int
    end: Optional[int]
    outside_mid: Fraction
    outside_spread: Fraction
    mid_sensitivity: Fraction
    spread_sensitivity: Fraction
    min_spread: Fraction


@dataclass
class Trader:
    """MOD-07."""

    id: str
    cash: Fraction
    defaulted: bool = False


@dataclass
class Desk:
    """A dealer or a VBT, one of each for every bucket (MOD-06); they owe nothing (MOD-09)."""

    kind: str
    bucket: str
    cash: Fraction


@dataclass
class Policy:
    kind: str
    horizon: int
    cash_buffer: Fraction
    max_arrivals: Optional[int]
    sell_probability: Fraction


@dataclass
class World:
    time: int
    ticket_size: Fraction
    guard_threshold: Fraction
    clip_outside_bid: bool
    clearing: str
    cap_quotes_at_par: bool
    buckets: list
    dealers: dict
    vbts: dict
    traders: dict
    tickets: Registry
    policy: Policy
    anchors_update: bool
    rollover_enabled: bool
    issue_price: str
    regime: str
    next_serial: int
    draws: Random
    # what this period has seen so far; forgotten when time advances
    repaid: list = field(default_factory=list)
    matured_face: dict = field(default_factory=dict)
    lost_face: dict = field(default_factory=dict)


# --- who is who

def dealer_name(bucket_id):
    return "dealer:" + bucket_id


def vbt_name(bucket_id):
    return "vbt:" + bucket_id


def account(world, name):
    """Whoever goes by this name: a trader, `dealer:<bucket>` or `vbt:<bucket>`; None if nobody does."""
    if name in world.traders:
        return world.traders[name]
    kind, _, bucket_id = name.partition(":")
    desks = {"dealer": world.dealers, "vbt": world.vbts}.get(kind, {})
    return desks.get(bucket_id)


# --- cash

def pay(world, payer, payee, amount):
    """One transfer of cash: double entry by construction. CHK-C1."""
    account(world, payer).cash -= amount
    account(world, payee).cash += amount


def affordable(world, payer, price):
    """What the payer hands over for a price: the price, or all its cash where the two tie; None if it cannot.

    Traders and dealers do not borrow (MOD-07, MOD-10); a VBT is funded from outside and always pays (MOD-11R). A
    price below zero is paid as it stands, by the other side (TRD-13R), and is asked of the cash like any other
    (TRD-14R). TRD-05, REB-07R, ROL-06R.
    """
    if payer.startswith("vbt:"):
        return price
    cash = account(world, payer).cash
    if not at_least(cash, price):
        return None
    return price if price <= 0 else min(price, max(ZERO, cash))


def hand_over(world, ticket, seller, buyer, price):
    """The ticket against the money."""
    world.tickets.move(ticket, buyer)
    pay(world, buyer, seller, price)


# --- buckets

def bucket_named(world, bucket_id):
    for bucket in world.buckets:
        if bucket.id == bucket_id:
            return bucket
    raise Invalid(f"there is no bucket {bucket_id!r}")


def bucket_for(world, remaining):
    """The bucket of a remaining maturity (MOD-04); what is due today keeps yesterday's (MOD-05R)."""
    for bucket in world.buckets:
        if bucket.end is None or max(remaining, 1) <= bucket.end:
            return bucket
    raise AssertionError("the last bucket is unbounded")


def bucket_of(world, ticket):
    """tau = maturity - t says the bucket. MOD-02."""
    return bucket_for(world, ticket.maturity - world.time)


# --- holdings and debts

def holdings(world, owner):
    return list(world.tickets.by_owner[owner].values())


def home_tickets(world, desk_name):
    """What counts in a desk's kernel: its tickets of its own bucket, not those that it bought elsewhere. MOD-09."""
    home = desk_name.partition(":")[2]
    return [t for t in holdings(world, desk_name) if bucket_of(world, t).id == home]


def debts(world, issuer):
    return list(world.tickets.by_issuer[issuer].values())


def single_issuer(world, trader_id):
    """k(i): the issuer of the tickets that it has now, None for a trader without tickets. MOD-08."""
    held = holdings(world, trader_id)
    return min(held, key=lambda t: t.serial).issuer if held else None


def trader_equity(world, trader_id):
    """Cash + face held - face issued. MOD-12."""
    net = len(holdings(world, trader_id)) - len(debts(world, trader_id))
    return world.traders[trader_id].cash + world.ticket_size * net


def desk_equity(world, desk):
    """E = C + M*a, at the outside mid. MOD-12."""
    a = len(home_tickets(world, f"{desk.kind}:{desk.bucket}"))
    return desk.cash + bucket_named(world, desk.bucket).outside_mid * a


def total_cash(world):
    accounts = [*world.traders.values(), *world.dealers.values(), *world.vbts.values()]
    return sum((a.cash for a in accounts), ZERO)


# --- quotes

def quotes_of(world, bucket_id):
    """The bucket's dealer as it stands, recomputed whenever asked. KER-15."""
    bucket = bucket_named(world, bucket_id)
    if bucket_id not in world.dealers:
        raise Invalid(f"nobody quotes in {bucket_id!r}: the regime is {world.regime}")
    return kernel(world.ticket_size, bucket.outside_mid, bucket.outside_spread, world.guard_threshold,
                  world.clip_outside_bid, len(home_tickets(world, dealer_name(bucket_id))),
                  world.dealers[bucket_id].cash, cap_at_par=world.cap_quotes_at_par)
