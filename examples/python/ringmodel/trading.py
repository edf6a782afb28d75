"""Trades: a customer sells to, or buys from, one bucket's dealer or, by pass-through, its VBT. TRD-01 ... TRD-13R.

A customer is a trader, or another bucket's dealer that pays from its own cash. TRD-11.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from .checks import check_dealer_untouched
from .kernel import why_buy_is_not_interior, why_sell_is_not_interior
from .money import exceeds
from .tickets import Ticket
from .world import (affordable, bucket_of, dealer_name, hand_over, home_tickets, quotes_of, single_issuer,
                    vbt_name)


@dataclass(frozen=True)
class Trade:
    """What became of an order; `reason` says why it was refused, `routed_because` why it passed through."""

    executed: bool
    side: str
    trader: str
    bucket: Optional[str] = None
    ticket: Optional[str] = None
    issuer: Optional[str] = None
    price: Optional[Fraction] = None
    route: Optional[str] = None
    reason: Optional[str] = None
    routed_because: Optional[str] = None


@dataclass(frozen=True)
class Offer:
    """What a buyer is offered in one bucket; `refusal` is None when the order is feasible."""

    bucket: str
    refusal: Optional[str] = None
    seller: Optional[str] = None
    ticket: Optional[Ticket] = None
    price: Optional[Fraction] = None
    routed_because: Optional[str] = None


def why_no_dealer(world):
    """In a `backstop` the dealers hold what they have; every order goes to the VBT. LOOP-05."""
    return "regime" if world.regime == "backstop" else None


# --- SELL

def sell(world, customer, ticket, only_at_a_positive_price=False):
    """A SELL is always feasible, at whatever price stands (TRD-05, TRD-13R), unless POL-07 wants a positive one."""
    bucket_id = bucket_of(world, ticket).id
    quotes = quotes_of(world, bucket_id)
    forced = why_no_dealer(world) or why_sell_is_not_interior(quotes)
    buyer, price = sell_passthrough(quotes, bucket_id) if forced else sell_interior(world, quotes, bucket_id)
    if only_at_a_positive_price and not exceeds(price, 0):
        return Trade(False, "SELL", customer, bucket_id, price=price, reason="price")
    hand_over(world, ticket, customer, buyer, price)
    return executed(world, "SELL", customer, quotes, bucket_id, ticket, price, forced)


def sell_interior(world, quotes, bucket_id):
    """Event 1: to the dealer at b_c(x); x' = x + S, C' = C - p. TRD-01."""
    dealer = dealer_name(bucket_id)
    price = affordable(world, dealer, quotes.bid)
    return dealer, quotes.bid if price is None else price


def sell_passthrough(quotes, bucket_id):
    """Event 9: to the VBT at B; the dealer's (x, C) is untouched. TRD-03."""
    return vbt_name(bucket_id), quotes.outside_bid


# --- BUY

def buy(world, customer, bucket_id):
    """A BUY in a bucket, or its refusal."""
    quotes, found = quotes_of(world, bucket_id), offer(world, customer, bucket_id)
    if found.refusal:
        return Trade(False, "BUY", customer, bucket_id, price=found.price, reason=found.refusal)
    hand_over(world, found.ticket, found.seller, customer, found.price)
    return executed(world, "BUY", customer, quotes, bucket_id, found.ticket, found.price, found.routed_because)


def offer(world, customer, bucket_id):
    """Infeasible without an eligible ticket on either side, or with less cash than the price. TRD-05."""
    quotes = quotes_of(world, bucket_id)
    found = buy_interior(world, customer, quotes, bucket_id) or buy_passthrough(world, customer, quotes, bucket_id)
    if found is None:
        return Offer(bucket_id, "no_eligible_ticket")
    seller, ticket, price, forced = found
    amount = affordable(world, customer, price)
    if amount is None:
        return Offer(bucket_id, "cash", price=price)
    return Offer(bucket_id, None, seller, ticket, amount, forced)


def buy_interior(world, customer, quotes, bucket_id):
    """Event 2: a concrete ticket of the dealer at a_c(x); x' = x - S, C' = C + p. TRD-02."""
    if why_no_dealer(world) or why_buy_is_not_interior(quotes):
        return None
    ticket = first_eligible(world, customer, dealer_name(bucket_id))
    return ticket and (dealer_name(bucket_id), ticket, quotes.ask, None)


def buy_passthrough(world, customer, quotes, bucket_id):
    """Event 10: a concrete ticket of the VBT at A; the dealer's (x, C) is untouched (TRD-04).

    So goes also the buyer for whom the dealer has tickets but no eligible one: `issuer` (TRD-09R).
    """
    ticket = first_eligible(world, customer, vbt_name(bucket_id))
    why = why_no_dealer(world) or why_buy_is_not_interior(quotes) or "issuer"
    return ticket and (vbt_name(bucket_id), ticket, quotes.outside_ask, why)


def first_eligible(world, customer, desk_name):
    """Lowest maturity, then lowest serial, of the desk's eligible tickets; nothing is drawn. TRD-06, TRD-10R."""
    wanted = wanted_issuer(world, customer)
    eligible = (t for t in home_tickets(world, desk_name) if is_eligible(t, customer, wanted))
    return min(eligible, key=lambda t: (t.maturity, t.serial), default=None)


def wanted_issuer(world, customer):
    """k(i) if the buyer has one; a dealer buys of any issuer. TRD-07, MOD-09."""
    return single_issuer(world, customer) if customer in world.traders else None


def is_eligible(ticket, customer, wanted):
    """Of the wanted issuer, and never the buyer's own. TRD-07, TRD-08R."""
    return wanted in (None, ticket.issuer) and ticket.issuer != customer


# --- both

def executed(world, side, customer, quotes_before, bucket_id, ticket, price, forced):
    if forced:
        check_dealer_untouched(quotes_before, quotes_of(world, bucket_id), bucket_id)
    return Trade(True, side, customer, bucket_id, ticket.id, ticket.issuer, price,
                 "passthrough" if forced else "interior", routed_because=forced)
