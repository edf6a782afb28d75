"""Rollover of what was repaid in full. ROL-01 ... ROL-06R."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from .rebucketing import Crossing, sell_onward
from .tickets import Ticket
from .world import affordable, bucket_for, dealer_name, pay, single_issuer, vbt_name

_NUMBERED = re.compile(r"(.*)~([0-9]+)", re.DOTALL)


@dataclass(frozen=True)
class Issue:
    """A new ticket, or with a `reason` the one that did not come about."""

    ticket: str
    issuer: str
    owner: str
    maturity: int
    price: Fraction
    placed: Optional[Crossing] = None
    reason: Optional[str] = None


def roll_over(world):
    """(issued, declined): issuers in trader order, tickets by serial; nothing where it is off. ROL-04R, ROL-05."""
    issued, declined = [], []
    if not world.rollover_enabled:
        return issued, declined
    order = {name: index for index, name in enumerate(world.traders)}
    repaid, world.repaid = sorted(world.repaid, key=lambda t: (order[t.issuer], t.serial)), []
    for old in repaid:
        outcome = reissue(world, old)
        (declined if outcome.reason else issued).append(outcome)
    return issued, declined


def reissue(world, old):
    """Same issuer, same face, owner = the holder just repaid, maturity t + distance. ROL-01.

    Only what was repaid in full comes here (ROL-03). A holder declines that has bought another issuer's tickets since
    (MOD-08), or that does not have the cash (ROL-04R).
    """
    price = issue_price(world, old)
    new = Ticket(next_id(old.id), next_id(old.liability), old.issuer, old.owner, world.time + old.distance,
                 world.next_serial, old.distance)
    amount = affordable(world, new.owner, price)
    if amount is None:
        return Issue(new.id, new.issuer, new.owner, new.maturity, price, reason="cash")
    if new.owner in world.traders and single_issuer(world, new.owner) not in (None, new.issuer):
        return Issue(new.id, new.issuer, new.owner, new.maturity, price, reason="issuer")
    world.next_serial += 1
    world.tickets.add(new)
    holder = new.owner
    pay(world, holder, new.issuer, amount)
    return Issue(new.id, new.issuer, holder, new.maturity, amount, placed=place(world, new))


def issue_price(world, ticket):
    """Par, or by the switch the outside mid of the bucket that the distance falls in. ROL-02."""
    if world.issue_price == "par":
        return world.ticket_size
    return bucket_for(world, ticket.distance).outside_mid


def place(world, ticket):
    """A desk of another bucket passes the new ticket on to its own kind where it belongs. ROL-06R."""
    home = bucket_for(world, ticket.distance).id
    is_trader = ticket.owner in world.traders
    if is_trader or ticket.owner in (dealer_name(home), vbt_name(home)):
        return None
    return sell_onward(world, ticket, None, home)


def line_of(some_id):
    """k1 of k1, k1~1 and k1~2. ROL-01."""
    numbered = _NUMBERED.fullmatch(some_id)
    return numbered.group(1) if numbered else some_id


def next_id(old_id):
    """k1, k1~1, k1~2, ... ROL-01."""
    numbered = _NUMBERED.fullmatch(old_id)
    return f"{numbered.group(1)}~{int(numbered.group(2)) + 1}" if numbered else old_id + "~1"
