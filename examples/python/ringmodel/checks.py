"""The assertions that fail loudly. CHK-C1 ... CHK-C6; a violation stops the run (CHK-07).

C2 and C3 hold by how quotes and routes are made, and C6 by anchors having one function that moves them.
"""

from .errors import Violation
from .world import bucket_named, home_tickets, quotes_of, total_cash


def snapshot(world):
    """What the checks compare with afterwards."""
    return total_cash(world), set(world.tickets.ids())


def check_double_entry(before, world, step, may_shrink=False, may_grow=False):
    """The cash changes sum to exactly 0; tickets go by settlement and come by rollover only. CHK-C1, SET-08."""
    cash, tickets = before
    if total_cash(world) != cash:
        raise Violation("C1", f"{step} at t = {world.time}: cash was {cash}, is {total_cash(world)}")
    lost, gained = tickets - world.tickets.ids(), world.tickets.ids() - tickets
    if (lost and not may_shrink) or (gained and not may_grow):
        raise Violation("C1", f"{step} at t = {world.time}: tickets lost {sorted(lost)}, gained {sorted(gained)}")


def check_equity(world, step):
    """The kernel's V is the dealer's equity C + M*a. CHK-C5."""
    for bucket_id, dealer in world.dealers.items():
        a = len(home_tickets(world, "dealer:" + bucket_id))
        equity = dealer.cash + bucket_named(world, bucket_id).outside_mid * a
        if quotes_of(world, bucket_id).mid_valued_wealth != equity:
            raise Violation("C5", f"{step} at t = {world.time}: dealer {bucket_id}")


def check_dealer_untouched(before, after, bucket_id):
    """After a pass-through the dealer's (x, C) is what it was. CHK-C4."""
    if (after.tickets, after.cash) != (before.tickets, before.cash):
        raise Violation("C4", f"pass-through in {bucket_id}: dealer ({before.tickets}, {before.cash})"
                              f" became ({after.tickets}, {after.cash})")
