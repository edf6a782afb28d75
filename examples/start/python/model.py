"""Your implementation: what it is called, what it can do, and one function for each operation."""

from decimal import Decimal, InvalidOperation, getcontext

NAME = "my market"
VERSION = "0.1.0"
ARITHMETIC = "decimal"

# What you claim. Only what is claimed is asked; what is claimed and answered "unsupported" fails.
CAPABILITIES = ["kernel"]

getcontext().prec = 28


class Invalid(Exception):
    """Raise this for a request that is malformed or speaks of nothing, with what and where."""


def amount(request, name):
    """An amount of a request, which comes as a decimal string."""
    try:
        if isinstance(request[name], str):
            return Decimal(request[name])
    except (KeyError, InvalidOperation):
        pass
    raise Invalid(f"{name}: a decimal string is wanted")


def outside_quotes(M, O, clip):
    """A = M + O/2, B = M - O/2 (KER-01); with the clip on B is at least 0 (ANC-04)."""
    return M + O / 2, max(M - O / 2, Decimal(0)) if clip else M - O / 2


def kernel(request):
    """KER-01 only: a ladder of one rung. KER-03 to KER-12 come next."""
    S, M, O, C = (amount(request, name) for name in ("ticketSize", "outsideMid", "outsideSpread", "cash"))
    a = request.get("tickets")
    if not isinstance(a, int):
        raise Invalid("tickets: a count is wanted")
    x = amount(request, "faceInventory") if "faceInventory" in request else a * S
    A, B = outside_quotes(M, O, request.get("clipOutsideBid", True))
    money = {"faceInventory": x, "cash": C, "midValuedWealth": M * a + C, "capacity": Decimal(0),
             "layoffProbability": Decimal(1), "insideWidth": O, "midline": M, "interiorAsk": A, "interiorBid": B,
             "ask": A, "bid": B, "outsideMid": M, "outsideSpread": O, "outsideAsk": A, "outsideBid": B}
    return {"tickets": a, "fundableTickets": 0, "rungs": 1, "askPinned": True, "bidPinned": True, "guard": False,
            **{name: format(value, "f") for name, value in money.items()}}


# The operation's name in a request, and the function that answers it.
OPERATIONS = {"kernel": kernel}
