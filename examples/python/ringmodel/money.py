"""Amounts of money: exact fractions, paid in whole units, compared so that a tie counts as reached.

Inside the model nothing is ever rounded but what CHK-09R rounds.
"""

from decimal import Context, Decimal
from fractions import Fraction

ZERO = Fraction(0)
ONE = Fraction(1)

UNITS = 10**18
TIE = Fraction(1, 10**9)
_WRITTEN = Context(prec=28)


def to_money(value):
    """Rounded half to even to the smallest unit, 10^-18: prices, payments, cash and anchors. CHK-09R."""
    if UNITS % value.denominator == 0:
        return value
    return Fraction(round(value * UNITS), UNITS)


def at_least(a, b):
    """a >= b. Amounts nearer than 10^-9 are a tie, the constant of KER-04R, and a tie counts as reached.

    Payments in whole units miss the true value by a unit or two: three thirds of 1 come to 0.999999999999999999.
    """
    return a + TIE >= b


def exceeds(a, b):
    """a > b, ties excluded. KER-04R."""
    return a - TIE > b


def split_exactly(total, weights):
    """Whole units in proportion to the weights; the first of the heaviest takes the rounding residue. SET-05."""
    parts = [to_money(total * weight / sum(weights)) for weight in weights]
    parts[weights.index(max(weights))] += total - sum(parts)
    return parts


def write_money(value):
    """A plain decimal string of at most 28 digits, without an exponent."""
    quotient = _WRITTEN.divide(Decimal(value.numerator), Decimal(value.denominator))
    if quotient == 0:
        return "0"
    text = format(quotient, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
