"""Reading of what comes over the wire: every fault is noted with its place, and all are told together."""

import re
from fractions import Fraction

from .errors import Invalid
from .money import to_money

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_LARGEST = 10**9
LATEST_DAY = 10**6
_REQUIRED = object()


def refuse(faults):
    if faults:
        raise Invalid("; ".join(faults))


def parse_amount(value):
    """A decimal string, read exactly (CFG-04), None if it is none. Amounts are at most 10^9 (CHK-09R)."""
    if not isinstance(value, str) or len(value) > 200 or not _PLAIN.fullmatch(value):
        return None
    amount = Fraction(value)
    return amount if abs(amount) <= _LARGEST else None


def read_cash(value, where):
    """Cash of a trader or a dealer: at least 0. MOD-07, MOD-10."""
    amount = parse_amount(value)
    if amount is None or amount < 0:
        raise Invalid(f"{where}: an amount of at least 0 is wanted, found {short(value)}")
    return to_money(amount)


def per_unit_of_face(ratio, S):
    """A default of the scenario file, as an amount per ticket. MOD-13R."""
    return Fraction(ratio) * S


def short(value):
    text = "a very long integer" if isinstance(value, int) and abs(value) > 10**50 else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


class Fields:
    """The members of one object; a member that is wrong is noted, and its default goes on in its place."""

    def __init__(self, raw, where, faults):
        self.where, self.faults = where, faults
        self.raw = raw
        if not isinstance(raw, dict):
            self.note("", f"an object is wanted, found {short(raw)}")
            self.raw = {}

    def note(self, key, message):
        self.faults.append(f"{self.where}{'.' if key else ''}{key}: {message}")

    def refuse_faults(self):
        refuse(self.faults)

    def member(self, key, default, what, accept):
        """The member if `accept` takes it; otherwise the default, and a fault unless it was merely left out."""
        if key not in self.raw and default is not _REQUIRED:
            return default
        found = self.raw.get(key)
        accepted = accept(found)
        if accepted is None:
            self.note(key, f"{what} is wanted, found {short(found)}")
            return stand_in(default, what)
        return accepted

    def money(self, key, default=_REQUIRED, least=None):
        """In whole units of money. CHK-09R."""
        return to_money(self.ratio(key, default, least))

    def ratio(self, key, default=_REQUIRED, least=None):
        """Exactly as it is written. CFG-04."""
        def accept(found):
            amount = parse_amount(found)
            return None if amount is None or (least is not None and amount < least) else amount
        bound = "" if least is None else f" of at least {least}"
        return self.member(key, default, f"an amount{bound}", accept)

    def integer(self, key, default=_REQUIRED, least=None, most=None):
        def accept(found):
            is_integer = isinstance(found, int) and not isinstance(found, bool)
            fits = is_integer and (least is None or found >= least) and (most is None or found <= most)
            return found if fits else None
        bounds = ("" if least is None else f" of at least {least}") + ("" if most is None else f" and at most {most}")
        return self.member(key, default, f"an integer{bounds}", accept)

    def count(self, key, default=_REQUIRED):
        """How many, or a serial. MOD-17R."""
        return self.integer(key, default, least=0, most=_LARGEST)

    def day(self, key, default=_REQUIRED, least=0):
        """A day, or for how many days. MOD-17R."""
        return self.integer(key, default, least=least, most=LATEST_DAY)

    def flag(self, key, default):
        return self.member(key, default, "true or false", lambda found: found if isinstance(found, bool) else None)

    def name(self, key, default=_REQUIRED):
        return self.member(key, default, "a name", lambda found: found if isinstance(found, str) and found else None)

    def choice(self, key, choices, default):
        known = ", ".join(map(str, choices))
        return self.member(key, default, f"one of {known}", lambda found: (
            found if not isinstance(found, (bool, float, list, dict)) and found in choices else None))

    def section(self, key, default=None):
        raw = self.raw.get(key, {} if default is None else default)
        return Fields(raw, f"{self.where}.{key}", self.faults)

    def items(self, key, default=()):
        listed = self.raw.get(key, list(default))
        if not isinstance(listed, list):
            self.note(key, f"a list is wanted, found {short(listed)}")
            return []
        return [Fields(entry, f"{self.where}.{key}[{i}]", self.faults) for i, entry in enumerate(listed)]


def stand_in(default, what):
    """Something to go on with, so that the other faults are found too; nothing is built from it."""
    if default is not _REQUIRED:
        return default
    return Fraction(1) if what.startswith("an amount") else 1 if what.startswith("an integer") else ""
