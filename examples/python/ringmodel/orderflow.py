"""Arrivals: who comes to the market in a period, in what order. FLW-01 ... FLW-12R."""

import random
from dataclasses import dataclass
from typing import Optional

from .errors import Invalid
from .policies import buy_by_policy, buys_safely, can_act_on_gap, is_buyer, is_seller, sell_by_policy
from .trading import Trade


@dataclass(frozen=True)
class Arrival:
    z: Optional[int]
    side: str
    fallback: bool
    agent: str
    trade: Trade


class Drawn:
    """Z and agents from a generator of its own: the seed's, begun anew, or the world's, which goes on. FLW-10R."""

    def __init__(self, world, seed):
        self.random = world.draws if seed is None else random.Random(seed)
        self.sell_probability = world.policy.sell_probability

    def finished(self):
        return False

    def draw_z(self):
        """1 prefers SELL, with probability pi_sell, to the last digit. FLW-01, FLW-09."""
        p = self.sell_probability
        return int(self.random.randrange(p.denominator) < p.numerator)

    def draw_agent(self, candidates, _admitted):
        """Uniform over the set, taken in trader order. FLW-03."""
        return candidates[self.random.randrange(len(candidates))]


class Scripted:
    """(Z, agent) pairs; nothing is drawn (FLW-08). What the flow does not ask for is not looked at (FLW-11R)."""

    def __init__(self, entries):
        self.entries = entries
        self.used = 0

    def finished(self):
        return self.used >= len(self.entries)

    def draw_z(self):
        return self.entries[self.used][0]

    def draw_agent(self, _candidates, admitted):
        agent = self.entries[self.used][1]
        if agent not in admitted:
            raise Invalid(f"script[{self.used}].agent: {agent!r} is not in the set that serves this arrival")
        self.used += 1
        return agent


def order_flow(world, source):
    """Eligibility and order flow, anew each time; in `passive` and `baseline` they do nothing. LOOP-04, LOOP-07R.

    In a `backstop` traders come as in `active`. LOOP-05.
    """
    if world.regime not in ("active", "backstop"):
        return []
    if world.policy.kind == "default_avoidance":
        return avoid_defaults(world, source)
    return seek_liquidity_or_invest(world, source)


def seek_liquidity_or_invest(world, source):
    """n = 1 ... N_max while anybody is left in either set. FLW-01, POL-14."""
    by_gap = world.policy.kind == "two_sided"
    sells, buys = (can_act_on_gap, buys_safely) if by_gap else (is_seller, is_buyer)
    sets = {"SELL": [i for i in world.traders if sells(world, i)],
            "BUY": [i for i in world.traders if buys(world, i)]}
    most, arrivals = world.policy.max_arrivals, []
    while (most is None or len(arrivals) < most) and (sets["SELL"] or sets["BUY"]) and not source.finished():
        z = source.draw_z()
        side, fallback = side_served(z, sets)
        agent = source.draw_agent(sets[side], sets[side])
        trade = sell_by_policy(world, agent) if side == "SELL" else buy_by_policy(world, agent)
        if by_gap:
            leave_by_gap(world, sets[side], agent, trade)
        else:
            leave_if_executed(sets[side], agent, trade, most)
        arrivals.append(Arrival(z, side, fallback, agent, trade))
    return arrivals


def side_served(z, sets):
    """The preferred side; if it is empty the other one, with the same Z. FLW-02."""
    preferred, other = ("SELL", "BUY") if z == 1 else ("BUY", "SELL")
    return (preferred, False) if sets[preferred] else (other, True)


def leave_if_executed(side, agent, trade, most):
    """Who traded leaves that side for the period, so once a side at most (FLW-04, FLW-06).

    Else it stays (FLW-05), unless there is no N_max to end its coming (FLW-12R).
    """
    if trade.executed or most is None:
        side.remove(agent)


def leave_by_gap(world, side, agent, trade):
    """A buyer leaves once it was served or could not be; a seller stays while it can act on a gap. POL-14."""
    if trade.side == "BUY" or not trade.executed or not can_act_on_gap(world, agent):
        side.remove(agent)


def avoid_defaults(world, source):
    """While anybody has a gap that it can still act on, one of them sells one ticket. FLW-07.

    There is no N_max unless one is set; a price that is not positive ends a trader's selling (POL-07), but a script
    may send it once more while others can still come, since it has a gap and a ticket (FLW-11R).
    """
    most, done, arrivals = world.policy.max_arrivals, set(), []
    while (most is None or len(arrivals) < most) and not source.finished():
        with_gap = [i for i in world.traders if can_act_on_gap(world, i)]
        candidates = [i for i in with_gap if i not in done]
        if not candidates:
            break
        agent = source.draw_agent(candidates, with_gap)
        trade = sell_by_policy(world, agent)
        if not trade.executed:
            done.add(agent)
        arrivals.append(Arrival(None, "SELL", False, agent, trade))
    return arrivals
