"""Who wants to trade, which ticket, which bucket. POL-01 ... POL-12R."""

from .money import ZERO, exceeds
from .rollover import issue_price
from .trading import Trade, buy, offer, sell
from .world import debts, holdings

SAME_DAY_RECEIPTS_PAY = ("sequential", "clearing_vector")


# --- liquidity_and_investment

def due_now(world, trader):
    """Payments due at t."""
    return world.ticket_size * sum(1 for t in debts(world, trader) if t.maturity == world.time)


def shortfall(world, trader):
    """max(0, payments due at t - cash). POL-01."""
    return max(ZERO, due_now(world, trader) - world.traders[trader].cash)


def next_own_maturity(world, trader):
    """T_min: the earliest own maturity after t, None for never. POL-01."""
    return min((t.maturity for t in debts(world, trader) if t.maturity > world.time), default=None)


def is_seller(world, trader):
    """A shortfall and a ticket. POL-02."""
    return exceeds(shortfall(world, trader), 0) and bool(holdings(world, trader))


def is_buyer(world, trader):
    """T_min - t >= H and cash above the buffer (POL-02), and no shortfall (POL-03R)."""
    next_maturity = next_own_maturity(world, trader)
    is_far = next_maturity is None or next_maturity - world.time >= world.policy.horizon
    is_rich = exceeds(world.traders[trader].cash, world.policy.cash_buffer)
    return is_far and is_rich and not exceeds(shortfall(world, trader), 0)


def shortest_ticket(world, trader):
    """Shortest remaining maturity, then lowest serial. POL-04.

    One remaining maturity is in one bucket (MOD-04), so a tie across buckets cannot arise.
    """
    return min(holdings(world, trader), default=None, key=lambda t: (t.maturity, t.serial))


def first_offer(world, trader):
    """Of the first bucket, nearest first, where the order is feasible. POL-05.

    If none is, the refusal of the first bucket that failed for cash, otherwise of the first bucket.
    """
    offers = [offer(world, trader, bucket.id) for bucket in world.buckets]
    feasible = [o for o in offers if o.refusal is None]
    for_cash = [o for o in offers if o.refusal == "cash"]
    return (feasible or for_cash or offers)[0]


def buy_by_policy(world, trader):
    """In the bucket of POL-05; under `two_sided` only where that is safe. POL-13."""
    found = first_offer(world, trader)
    if world.policy.kind == "two_sided" and found.refusal is None and not is_safe(world, trader, found):
        return Trade(False, "BUY", trader, found.bucket, price=found.price, reason="unsafe")
    return buy(world, trader, found.bucket)


# --- two_sided

def buys_safely(world, trader):
    """No gap, cash above the buffer, and safe in the bucket that POL-05 gives. POL-13."""
    if not exceeds(world.traders[trader].cash, world.policy.cash_buffer) or exceeds(gap(world, trader), 0):
        return False
    found = first_offer(world, trader)
    return found.refusal is None and is_safe(world, trader, found)


def is_safe(world, trader, found):
    """With the ask paid and the ticket held the gap would still be 0. POL-13."""
    return not exceeds(gap(world, trader, found), 0)


# --- default_avoidance

def gap(world, trader, bought=None):
    """The largest amount by which a payment due in [t, t + H] exceeds the cash projected before it. POL-06.

    A day on which nothing is due has no gap. POL-12R. With an offer, as it would be if that were bought. POL-13.
    """
    claims, own_debts = list(holdings(world, trader)), debts(world, trader)
    cash = world.traders[trader].cash
    if bought is not None:
        claims, cash = claims + [bought.ticket], cash - bought.price
    first, last = world.time, world.time + world.policy.horizon
    dates = {t.maturity for t in own_debts if first <= t.maturity <= last}
    gaps = [payment_due(world, own_debts, s) - projected_cash(world, cash, claims, own_debts, s) for s in dates]
    return max([ZERO, *gaps])


def payment_due(world, own_debts, s):
    return world.ticket_size * sum(1 for t in own_debts if t.maturity == s)


def projected_cash(world, cash, claims, own_debts, s):
    """Cash now, plus claims that mature before s, minus own payments due before s. POL-06.

    Claims that mature at s itself count where the clearing rule lets them pay. POL-10R.
    """
    last_claim = s if world.clearing in SAME_DAY_RECEIPTS_PAY else s - 1
    inflow = sum(kept(world, t) for t in claims if world.time <= t.maturity <= last_claim)
    outflow = sum(kept(world, t) for t in own_debts if world.time <= t.maturity < s)
    return cash + inflow - outflow


def kept(world, ticket):
    """What a maturity leaves in cash: the face, less under rollover the price of the new issue. POL-11R."""
    return world.ticket_size - issue_price(world, ticket) if world.rollover_enabled else world.ticket_size


def can_act_on_gap(world, trader):
    """A gap, and a ticket to close it with. POL-07."""
    return bool(holdings(world, trader)) and exceeds(gap(world, trader), 0)


def longest_ticket(world, trader):
    """Longest remaining maturity, then lowest serial. POL-08R."""
    return min(holdings(world, trader), default=None, key=lambda t: (-t.maturity, t.serial))


# --- either

def sell_by_policy(world, trader):
    """The ticket that the policy chooses; who looks for gaps takes a positive price only (POL-07, POL-13).

    No quota, and no price that depends on who sells or why. POL-09.
    """
    avoids_default = world.policy.kind != "liquidity_and_investment"
    ticket = longest_ticket(world, trader) if avoids_default else shortest_ticket(world, trader)
    if ticket is None:
        return Trade(False, "SELL", trader, reason="no_ticket")
    return sell(world, trader, ticket, only_at_a_positive_price=avoids_default)
