"""The operations of the protocol, one function each: (world, request) -> answer."""

import copy

from . import answers, reading
from .anchors import update_anchors
from .checks import check_double_entry, check_equity, snapshot
from .errors import Invalid, Unsupported
from .kernel import kernel
from .loading import least_amount, load_world
from .money import UNIT
from .orderflow import Drawn, Scripted, order_flow
from .period import run_period
from .policies import buy_by_policy, sell_by_policy
from .reading import Fields, short
from .rebucketing import advance
from .rollover import roll_over
from .settlement import settle
from .trading import buy, sell
from .world import account, bucket_named, bucket_of, dealer_name, holdings, quotes_of, vbt_name

PROTOCOL = 1
MINOR = 1
CAPABILITIES = ["kernel", "trades", "rebucketing", "settlement", "anchors", "order_flow", "period", "rollover",
                "default_avoidance", "clearing:sequential", "clearing:clearing_vector", "cap_quotes_at_par",
                "backstop", "two_sided", "regimes", "guard_threshold", "least_spread", "dealer_customers",
                "input_checks", "units"]


class Session:
    """The one world that a connection has, and the operations on it."""

    def __init__(self):
        self.world = None

    def handle(self, request):
        """One request, one answer. A request that fails leaves the world as it was."""
        name = request.get("op")
        if not isinstance(name, str):
            raise Invalid(f"op: a string is wanted, found {short(name)}")
        if name in WITHOUT_WORLD:
            return WITHOUT_WORLD[name](self, request)
        if name not in READING and name not in CHANGING:
            raise Unsupported(f"the operation {short(name)} is not known")
        if self.world is None:
            raise Invalid("there is no world yet: reset comes first")
        if name in READING:
            return READING[name](self.world, request)
        return self.change(name, request)

    def change(self, name, request):
        """On a copy where a script can turn out wrong midway; the others find fault before they change anything."""
        after = copy.deepcopy(self.world) if request.get("script") else self.world
        before = snapshot(after)
        answer = CHANGING[name](after, request)
        if name != "set":  # MOD-15R: money may come from outside then
            check_double_entry(before, after, name, may_shrink=name in ("settle", "period"),
                               may_grow=name in ("rollover", "period"))
            check_equity(after, name)
        self.world = after
        return answer


# --- operations that need no world

def op_hello(session, request):
    if request.get("protocol", PROTOCOL) != PROTOCOL:
        raise Unsupported(f"this program speaks protocol {PROTOCOL}")
    return {"protocol": PROTOCOL, "name": "ringmodel", "minor": MINOR, "version": "1.0.0", "language": "Python",
            "capabilities": CAPABILITIES, "arithmetic": "fraction"}


def op_reset(session, request):
    session.world = load_world(request.get("world"))
    return {}


def op_stop(session, request):
    return {}


def op_kernel(session, request):
    fields = Fields(request, "kernel", [])
    S, clip = fields.money("ticketSize", least=UNIT), fields.flag("clipOutsideBid", True)
    arguments = (S, fields.money("outsideMid", least=least_amount(clip)), fields.money("outsideSpread", least=0),
                 fields.money("guardThreshold", reading.per_unit_of_face("0.02", S), least=0),
                 clip, fields.count("tickets"), fields.money("cash"))
    x = fields.ratio("faceInventory", None, least=0)
    fields.refuse_faults()
    return answers.quotes_answer(kernel(*arguments, face_inventory=x))


# --- operations that read the world

def op_quotes(world, request):
    return answers.quotes_answer(quotes_of(world, name_in(request, "bucket")))


def op_state(world, request):
    return answers.state_answer(world)


# --- operations that change the world

def op_sell(world, request):
    """By the policy, or of a ticket by name, which asks no policy anything. TRD-15R."""
    customer = customer_in(world, request)
    is_dealer = customer not in world.traders
    if request.get("ticket") is None:
        if is_dealer:
            raise Invalid(f"{customer} has no policy: it names the ticket that it sells")
        return answers.trade_answer(sell_by_policy(world, customer))
    ticket = world.tickets.get(name_in(request, "ticket"))
    if ticket is None or ticket.owner != customer:
        raise Invalid(f"{customer} has no ticket {short(request['ticket'])}")
    if customer == dealer_name(bucket_of(world, ticket).id):
        raise Invalid(f"{ticket.id} is of {customer}'s own bucket")
    return answers.trade_answer(sell(world, customer, ticket))


def op_buy(world, request):
    customer = customer_in(world, request)
    is_dealer = customer not in world.traders
    if request.get("bucket") is None:
        if is_dealer:
            raise Invalid(f"{customer} has no policy: it names the bucket that it buys from")
        return answers.trade_answer(buy_by_policy(world, customer))
    bucket = bucket_named(world, name_in(request, "bucket"))
    if customer == dealer_name(bucket.id):
        raise Invalid(f"{bucket.id} is {customer}'s own bucket")
    return answers.trade_answer(buy(world, customer, bucket.id))


def customer_in(world, request):
    """A trader or a dealer (TRD-11); a VBT is nobody's customer. Only `baseline` has no market. LOOP-08R."""
    name = name_in(request, "trader")
    if account(world, name) is None or name.startswith("vbt:"):
        raise Invalid(f"trader: there is no customer {short(name)}")
    if not world.dealers:
        raise Invalid(f"there is nobody to trade with: the regime is {world.regime}")
    return name


def op_advance(world, request):
    return answers.advance_answer(advance(world))


def op_order_flow(world, request):
    return answers.order_flow_answer(order_flow(world, arrivals_source(request)(world)))


def arrivals_source(request):
    """A script (FLW-08), draws from a seed, or the draws that go on where the last ones stopped (FLW-10R)."""
    script, seed = request.get("script"), request.get("seed")
    if script is not None and seed is not None:
        raise Invalid("a script or a seed, not both")
    if script is not None:
        entries = read_script(script)
        return lambda world: Scripted(entries)
    fields = Fields(request, "request", [])
    number = None if seed is None else fields.integer("seed")
    fields.refuse_faults()
    return lambda world: Drawn(world, number)


def read_script(script):
    faults = []
    entries = [(entry.choice("z", (0, 1), 1), entry.name("agent"))
               for entry in Fields({"script": script}, "request", faults).items("script")]
    reading.refuse(faults)
    return entries


def op_settle(world, request):
    return answers.settle_answer(settle(world))


def op_rollover(world, request):
    return answers.rollover_answer(roll_over(world))


def op_update_anchors(world, request):
    return answers.anchors_answer(update_anchors(world))


def op_period(world, request):
    return answers.period_answer(run_period(world, arrivals_source(request)))


def op_set(world, request):
    """One thing set from outside. MOD-15R."""
    path = name_in(request, "path")
    kind, _, rest = path.partition(".")
    name, _, member = rest.rpartition(".")
    parties = {"trader": world.traders, "dealer": world.dealers}.get(kind, {})
    if member == "cash" and name in parties:
        parties[name].cash = reading.read_cash(request.get("value"), path)
    elif member == "tickets" and kind == "dealer" and name in parties:
        set_dealer_tickets(world, dealer_name(name), request.get("value"))
    else:
        raise Invalid(f"path: {short(path)} is nothing that can be set")
    return {}


def set_dealer_tickets(world, dealer, ids):
    """The dealer holds exactly these; what it held besides goes to the VBT of its bucket. Nobody pays. MOD-15R."""
    if not isinstance(ids, list):
        raise Invalid(f"{dealer}: a list of ticket ids is wanted, found {short(ids)}")
    unknown = [i for i in ids if not isinstance(i, str) or i not in world.tickets]
    if unknown:
        raise Invalid(f"{dealer}: there is no ticket {', '.join(map(short, unknown))}")
    for ticket in holdings(world, dealer):
        if ticket.id not in ids:
            world.tickets.move(ticket, vbt_name(bucket_of(world, ticket).id))
    for ticket_id in ids:
        world.tickets.move(world.tickets.get(ticket_id), dealer)


def name_in(request, key):
    value = request.get(key)
    if not isinstance(value, str) or value == "":
        raise Invalid(f"{key}: a name is wanted, found {short(value)}")
    return value


WITHOUT_WORLD = {"hello": op_hello, "reset": op_reset, "kernel": op_kernel, "stop": op_stop}
READING = {"quotes": op_quotes, "state": op_state}
CHANGING = {"sell": op_sell, "buy": op_buy, "advance": op_advance, "orderFlow": op_order_flow, "settle": op_settle,
            "rollover": op_rollover, "updateAnchors": op_update_anchors, "period": op_period, "set": op_set}
