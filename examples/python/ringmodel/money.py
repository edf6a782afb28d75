"""Amounts of money: exact fractions, paid in whole units, compared so that a tie counts as reached.

Inside the model nothing is ever rounded but what CHK-09R rounds.
"""

from decimal import Context, Decimal
from fractions import Fraction
from math import floor

ZERO = Fraction(0)
ONE = Fraction(1)

UNITS = 10**18
UNIT = Fraction(1, UNITS)
TIE = Fraction(1, 10**9)
_WRITTEN = Context(prec=28)


def to_money(value):
    """Rounded half to even to the smallest unit, 10^-18: prices, payments, cash and anchors. CHK-09R."""
    if UNITS % value.denominator == 0:
        return value
    return Fraction(round(value * UNITS), UNITS)


def at_least(a, b):
    """a >= b. Amounts at most 10^-9 apart tie, and a tie counts as reached. CHK-12R.

    Payments in whole units miss the true value by a unit or two: three thirds of 1 come to 0.999999999999999999.
    """
    return a + TIE >= b


def exceeds(a, b):
    """a > b, ties excluded. CHK-12R."""
    return a - TIE > b


def ties(a, b):
    """a = b, as far as a decision goes. CHK-12R."""
    return abs(a - b) <= TIE


def split_exactly(total, weights):
    """Whole units in proportion to the weights, by largest remainder, ties to the first. SET-05.

    Every part gets the whole units of its share; what is left over is handed out a unit each, to those whose share
    was cut by most.
    """
    shares = [total * UNITS * weight / sum(weights) for weight in weights]
    units = [floor(share) for share in shares]
    by_remainder = sorted(range(len(weights)), key=lambda i: units[i] - shares[i])
    for i in by_remainder[:int(total * UNITS) - sum(units)]:
        units[i] += 1
    return [Fraction(count, UNITS) for count in units]


def write_money(value):
    """A plain decimal string of at most 28 digits, without an exponent."""
    quotient = _WRITTEN.divide(Decimal(value.numerator), Decimal(value.denominator))
    if quotient == 0:
        return "0"
    text = format(quotient, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
