"""The registry of tickets: who holds what, and who owes it. MOD-02, MOD-03."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Ticket:
    """A claim to one face at its maturity (MOD-02), part of a liability (MOD-03); `distance` is that of ROL-01."""

    id: str
    liability: str
    issuer: str
    owner: str
    maturity: int
    serial: int
    distance: int


class Registry:
    """It shrinks by settlement and grows by rollover only; a trade moves a ticket. SET-08, TRD-06."""

    def __init__(self):
        self.by_id = {}
        self.by_owner = defaultdict(dict)
        self.by_issuer = defaultdict(dict)

    def __iter__(self):
        return iter(self.by_id.values())

    def __len__(self):
        return len(self.by_id)

    def __contains__(self, ticket_id):
        return ticket_id in self.by_id

    def get(self, ticket_id):
        return self.by_id.get(ticket_id)

    def ids(self):
        return self.by_id.keys()

    def add(self, ticket):
        self.by_id[ticket.id] = ticket
        self.by_owner[ticket.owner][ticket.id] = ticket
        self.by_issuer[ticket.issuer][ticket.id] = ticket

    def remove(self, ticket):
        del self.by_id[ticket.id]
        del self.by_owner[ticket.owner][ticket.id]
        del self.by_issuer[ticket.issuer][ticket.id]

    def move(self, ticket, owner):
        del self.by_owner[ticket.owner][ticket.id]
        ticket.owner = owner
        self.by_owner[owner][ticket.id] = ticket
