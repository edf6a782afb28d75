"""From the protocol's world to a World. Everything that is left out takes the specification's default. CFG-02."""

from random import Random

from .money import UNIT, ZERO
from .reading import Fields, per_unit_of_face, refuse
from .rollover import line_of
from .tickets import Registry, Ticket
from .world import Bucket, Desk, Policy, Trader, World, account, bucket_of, vbt_name

CLEARINGS = ("cash_on_hand", "sequential", "clearing_vector")
POLICIES = ("liquidity_and_investment", "default_avoidance", "two_sided")
DEFAULT_SEED = 42
REGIMES = ("active", "backstop", "passive", "baseline")
ISSUE_PRICES = ("par", "mid")
STANDARD_BUCKETS = ({"id": "short", "from": 1, "to": 3}, {"id": "mid", "from": 4, "to": 8},
                    {"id": "long", "from": 9, "to": None})
STANDARD_SPREADS = ("0.20", "0.30", "0.40")


def load_world(raw):
    """The world, or all that is wrong with it at once. CFG-03."""
    faults = []
    fields = Fields(raw, "world", faults)
    S = fields.money("ticketSize", per_unit_of_face("1", 1), least=UNIT)
    rulings, rollover = fields.section("rulings"), fields.section("rollover")
    clip = fields.flag("clipOutsideBid", True)
    least = least_amount(clip)
    buckets = load_buckets(fields, S, least)
    regime = fields.choice("regime", REGIMES, "active")
    world = World(
        time=fields.day("time", 0),
        ticket_size=S,
        guard_threshold=fields.money("guardThreshold", per_unit_of_face("0.02", S), least=0),
        clip_outside_bid=clip,
        clearing=rulings.choice("clearing", CLEARINGS, "cash_on_hand"),
        cap_quotes_at_par=rulings.flag("cap_quotes_at_par", False),
        buckets=buckets,
        dealers=load_desks(fields, "dealers", "dealer", buckets, regime, least),
        vbts=load_desks(fields, "vbts", "vbt", buckets, regime, None),
        traders=load_traders(fields, least),
        tickets=Registry(),
        policy=load_policy(fields.section("policy")),
        anchors_update=fields.section("anchors").flag("update", True),
        rollover_enabled=rollover.flag("enabled", False),
        issue_price=rollover.choice("issuePrice", ISSUE_PRICES, "par"),
        regime=regime,
        next_serial=1,
        draws=Random(DEFAULT_SEED),
    )
    load_tickets(fields, world)
    refuse(faults)
    return world


def load_buckets(fields, S, least):
    """Disjoint, ordered, without a gap, the last one unbounded. MOD-04."""
    listed = fields.items("buckets", STANDARD_BUCKETS)
    if not listed:
        fields.note("buckets", "at least one is wanted")
    buckets, start = [], 1
    for index, entry in enumerate(listed):
        bucket = Bucket(
            id=entry.name("id"),
            start=entry.integer("from"),
            end=None if entry.raw.get("to") is None else entry.integer("to"),
            outside_mid=entry.money("outsideMid", S, least=least),
            outside_spread=entry.money(
                "outsideSpread", per_unit_of_face(STANDARD_SPREADS[min(index, 2)], S), least=0),
            mid_sensitivity=entry.ratio("midSensitivity", S, least=0),
            spread_sensitivity=entry.ratio("spreadSensitivity", per_unit_of_face("0.6", S), least=0),
            min_spread=entry.money("minSpread", ZERO, least=0),
        )
        if any(b.id == bucket.id for b in buckets):
            entry.note("id", f"{bucket.id!r} stands there twice")
        if bucket.start != start:
            entry.note("from", f"{start} is wanted, found {bucket.start} (MOD-04)")
        is_last = index == len(listed) - 1
        if is_last != (bucket.end is None) or (bucket.end is not None and bucket.end < bucket.start):
            entry.note("to", "a bucket ends at or after its start, and only the last is unbounded (MOD-04)")
        start = (bucket.start if bucket.end is None else bucket.end) + 1
        buckets.append(bucket)
    return buckets


def least_amount(clip_outside_bid):
    """0 for a mid, a trader and a dealer (ANC-06R, MOD-07, MOD-10); with the clip off any of them may be less. MOD-16R."""
    return 0 if clip_outside_bid else None


def load_desks(fields, key, kind, buckets, regime, least):
    """One pair for each bucket (MOD-06); none at all in the regime `baseline` (LOOP-04). A VBT may owe (MOD-11R)."""
    given = fields.section(key)
    known = [b.id for b in buckets]
    for name in given.raw:
        if name not in known:
            given.note(name, f"there is no such bucket, only {', '.join(known)}")
    if regime == "baseline":
        if given.raw:
            fields.note(key, "there are no large holders in the regime baseline")
        return {}
    return {b: Desk(kind, b, given.section(b).money("cash", ZERO, least=least)) for b in known}


def load_traders(fields, least):
    traders = {}
    for entry in fields.items("traders"):
        name = entry.name("id")
        if name in traders or ":" in name:
            entry.note("id", f"{name!r} is taken")
        traders[name] = Trader(name, entry.money("cash", ZERO, least=least), entry.flag("defaulted", False))
    return traders


def load_policy(fields):
    """Only `liquidity_and_investment` has an N_max unless one is set; null is none. FLW-07, POL-14."""
    kind = fields.choice("kind", POLICIES, "liquidity_and_investment")
    if "maxArrivals" not in fields.raw:
        most = 3 if kind == "liquidity_and_investment" else None
    else:
        most = None if fields.raw["maxArrivals"] is None else fields.count("maxArrivals")
    probability = fields.ratio("sellProbability", per_unit_of_face("0.5", 1), least=0)
    if probability > 1:
        fields.note("sellProbability", "a probability lies in [0, 1] (CFG-05)")
    return Policy(kind, fields.count("horizon", 3), fields.money("cashBuffer", per_unit_of_face("1", 1), least=0),
                  most, probability)


def load_tickets(fields, world):
    serials, liabilities, issued = set(), {}, {}
    for entry in fields.items("tickets"):
        maturity = entry.day("maturity", least=world.time)
        ticket = Ticket(id=entry.name("id"), liability=entry.name("liability", entry.raw.get("id")),
                        issuer=entry.name("issuer"), owner=entry.name("owner"), maturity=maturity,
                        serial=entry.count("serial"),
                        distance=entry.day("distance", maturity - world.time))
        if ticket.id in world.tickets:
            entry.note("id", f"{ticket.id!r} stands there twice")
        if ticket.serial in serials:
            entry.note("serial", f"{ticket.serial} stands there twice")
        first = liabilities.setdefault(ticket.liability, ticket)
        if (first.issuer, first.maturity) != (ticket.issuer, ticket.maturity):
            entry.note("liability", f"{ticket.liability!r} has one issuer and one maturity (MOD-03)")
        if world.rollover_enabled and ticket.distance < 1:
            entry.note("distance", f"with rollover on at least 1 is wanted for {ticket.id} (ROL-07R)")
        if world.rollover_enabled:
            note_names_that_meet(entry, first, ticket, issued)
        note_misplaced(entry, world, ticket)
        serials.add(ticket.serial)
        world.tickets.add(ticket)
    world.next_serial = max(serials, default=0) + 1


def note_names_that_meet(entry, first, ticket, issued):
    """One distance for a liability, and no two issues of one ticket or one liability: they would meet. ROL-08R."""
    if first.distance != ticket.distance:
        entry.note("distance", f"{first.distance} is wanted for {ticket.id}, as for all of {ticket.liability} (ROL-08R)")
    for kind, name in (("id", ticket.id), ("liability", ticket.liability)):
        other = issued.setdefault((kind, line_of(name)), name)
        if other != name:
            entry.note(kind, f"{name} and {other} would be issued again under one name (ROL-08R)")


def note_misplaced(entry, world, ticket):
    """Dealers and VBTs owe nothing, a VBT is at home only (MOD-09), a trader holds one issuer's tickets (MOD-08)."""
    if ticket.issuer not in world.traders:
        entry.note("issuer", f"there is no trader {ticket.issuer!r}")
    if account(world, ticket.owner) is None:
        entry.note("owner", f"there is nobody called {ticket.owner!r}")
    if ticket.owner == ticket.issuer:
        entry.note("owner", f"{ticket.owner!r} cannot owe itself")
    if ticket.owner.startswith("vbt:"):
        home = vbt_name(bucket_of(world, ticket).id)
        if ticket.owner != home:
            entry.note("owner", f"{home} is wanted, a VBT holds its home bucket only (MOD-09)")
    elif ticket.owner in world.traders:
        first = next(iter(world.tickets.by_owner[ticket.owner].values()), ticket)
        if first.issuer != ticket.issuer:
            entry.note("owner", f"{ticket.owner!r} holds tickets of {first.issuer!r}: one issuer a trader (MOD-08)")
