"""The dealer's kernel: from (S, M, O, M_min, a, C) to its quotes. KER-01 ... KER-18R.

The letters are those of the specification, so that a formula reads here as it reads there.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from .money import ONE, TIE, ZERO, at_least, exceeds, ties, to_money


@dataclass(frozen=True)
class Quotes:
    """A dealer's position, its ladder, and what it quotes; prices per ticket."""

    tickets: int
    face_inventory: Fraction
    cash: Fraction
    mid_valued_wealth: Fraction
    fundable_tickets: int
    capacity: Fraction
    rungs: int
    layoff_probability: Fraction
    inside_width: Fraction
    midline: Fraction
    interior_ask: Fraction
    interior_bid: Fraction
    ask: Fraction
    bid: Fraction
    outside_mid: Fraction
    outside_spread: Fraction
    outside_ask: Fraction
    outside_bid: Fraction
    ask_pinned: bool
    bid_pinned: bool
    guard: bool


def outside_quotes(M, O, clip_outside_bid):
    """A = M + O/2, B = M - O/2 (KER-01); with the clip on, B is at least 0 and A stays (ANC-04)."""
    A = to_money(M + O / 2)
    B = to_money(M - O / 2)
    return A, max(ZERO, B) if clip_outside_bid else B


def mid_valued_wealth(M, a, C):
    """V = M*a + C. KER-02."""
    return M * a + C


def fundable_tickets(M, a, C):
    """K* = floor(V/M) (KER-03), taken as a + floor(C/M + 1e-9) and never below 0 (KER-04R)."""
    return max(0, a + floor(C / M + TIE))


def capacity(S, K):
    """X* = S*K*: the ladder is {0, S, ..., X*}, with N = K* + 1 rungs. KER-05."""
    return S * K


def layoff_probability(S, X):
    """lambda = S/(X* + S) = 1/N. KER-06."""
    return S / (X + S)


def inside_width(layoff, O):
    """I = lambda*O. KER-07."""
    return layoff * O


def midline(M, O, S, X, x):
    """p(x) = M - O/(X* + 2S) * (x - X*/2). KER-08."""
    return M - O / (X + 2 * S) * (x - X / 2)


def interior_quotes(p, I):
    """a(x) = p(x) + I/2, b(x) = p(x) - I/2. KER-09."""
    return p + I / 2, p - I / 2


def clipped(a, b, A, B):
    """a_c = min(A, a), b_c = max(B, b), never binding inside a ladder of more than one rung. KER-10, KER-11."""
    return (to_money(a) if exceeds(A, a) else A), (to_money(b) if exceeds(b, B) else B)


def not_crossed(a_c, b_c, A):
    """The ask is not below the dealer's own bid: a_c = max(b_c, min(A, a)). KER-18R."""
    return reaching(max(b_c, a_c), A)


def capped_at_par(a_c, b_c, A, B, S):
    """The switch: bid = min(S, b_c), ask = max(bid, min(S, a_c)); without it nothing is capped. KER-16R."""
    bid = min(S, b_c)
    return reaching(max(bid, min(S, a_c)), A), reaching(bid, B)


def reaching(quote, outside):
    """A quote that ties with the outside one is the outside one, and so pinned to it. CHK-12R."""
    return outside if ties(quote, outside) else quote


def guard_is_on(M, guard_threshold):
    """M <= M_min. KER-12."""
    return not exceeds(M, guard_threshold)


def kernel(S, M, O, guard_threshold, clip_outside_bid, a, C, face_inventory=None, cap_at_par=False):
    """Everything that a dealer quotes: a pure function of its arguments. KER-15.

    `face_inventory` reads the schedule at another rung than the dealer's own.
    """
    A, B = outside_quotes(M, O, clip_outside_bid)
    x = a * S if face_inventory is None else face_inventory
    position = dict(tickets=a, face_inventory=x, cash=C, mid_valued_wealth=mid_valued_wealth(M, a, C),
                    outside_mid=M, outside_spread=O, outside_ask=A, outside_bid=B)
    if guard_is_on(M, guard_threshold):
        return guarded(M, O, A, B, position)
    K = fundable_tickets(M, a, C)
    X = capacity(S, K)
    layoff = layoff_probability(S, X)
    I = inside_width(layoff, O)
    p = midline(M, O, S, X, x)
    interior_ask, interior_bid = interior_quotes(p, I)
    ask, bid = clipped(interior_ask, interior_bid, A, B)
    ask = not_crossed(ask, bid, A)
    if cap_at_par:
        ask, bid = capped_at_par(ask, bid, A, B, S)
    return Quotes(fundable_tickets=K, capacity=X, rungs=K + 1, layoff_probability=layoff, inside_width=I,
                  midline=p, interior_ask=interior_ask, interior_bid=interior_bid, ask=ask, bid=bid,
                  ask_pinned=ask == A, bid_pinned=bid == B, guard=False, **position)


def guarded(M, O, A, B, position):
    """No ladder, outside quotes, both sides pinned, whatever the dealer holds. KER-12."""
    return Quotes(fundable_tickets=0, capacity=ZERO, rungs=1, layoff_probability=ONE, inside_width=O, midline=M,
                  interior_ask=A, interior_bid=B, ask=A, bid=B, ask_pinned=True, bid_pinned=True, guard=True,
                  **position)


def why_buy_is_not_interior(quotes):
    """None when x >= S and the guard is off, else the reason for the pass-through. KER-13."""
    if quotes.guard:
        return "guard"
    return None if quotes.tickets >= 1 else "inventory"


def why_sell_is_not_interior(quotes):
    """None when x + S <= X* and C >= b_c(x) and the guard is off, else the first that fails. KER-14.

    The cash condition is per ticket (TRD-12R); at spreads up to 80/7 of the mid the first implies it (KER-17).
    """
    if quotes.guard:
        return "guard"
    if quotes.tickets + 1 > quotes.fundable_tickets:
        return "capacity"
    return None if at_least(quotes.cash, quotes.bid) else "cash"
