"""The clearing vector: the greatest fixed point of p_i = min(D_i, C_i + receipts). SET-06R (Eisenberg and Noe)."""

from collections import Counter
from fractions import Fraction

from .errors import Violation
from .money import ONE, ZERO, split_exactly, to_money

MOST_ROUNDS = 100


def payment(due, available):
    """What an issuer pays under every clearing rule: all that is due, or all that it has. SET-06R.

    Nobody pays what it has not, not a tie's worth either; a tie only decides whether that is a default.
    """
    return min(due, available)


def clearing_vector(S, own, maturing):
    """What each issuer has to pay with: its own cash and its receipts at the greatest fixed point.

    Fictitious default: let everybody pay in full; whoever cannot pays what it has; solve for the payments of those;
    repeat until nobody new is short. The set only grows, so this ends.
    """
    due = {i: S * len(tickets) for i, tickets in maturing.items()}
    claims = {i: dict(sorted(Counter(t.owner for t in tickets).items())) for i, tickets in maturing.items()}
    paid, defaulters = dict(due), set()
    while True:
        available = with_receipts(own, claims, paid, shares)
        short = {i for i in maturing if payment(due[i], available[i]) < due[i]} | defaulters
        if short == defaulters:
            return in_whole_units(own, claims, due, paid)
        defaulters = short
        paid = payments_of_defaulters(own, claims, due, defaulters)


def shares(claims, amount):
    """A payment in proportion to the claims."""
    return {holder: amount * count / sum(claims.values()) for holder, count in claims.items()}


def shares_in_units(claims, amount):
    """The same as it is really paid. SET-05, CHK-09R."""
    return dict(zip(claims, split_exactly(amount, list(claims.values()))))


def with_receipts(own, claims, paid, divide):
    """C_i + the sum of what i receives from the other issuers."""
    available = dict(own)
    for payer, amount in paid.items():
        for holder, part in divide(claims[payer], amount).items():
            if holder in available:
                available[holder] += part
    return available


def in_whole_units(own, claims, due, paid):
    """The payments in whole units of money, settled on one another. CHK-09R."""
    paid, available, closed = passed_on(own, claims, due, {i: to_money(amount) for i, amount in paid.items()})
    return available if closed else closed_by_the_first(own, claims, due, paid)


def passed_on(own, claims, due, paid, fixed=()):
    """Payments, what everybody has, and whether they close: each payment made from the receipts of the last round."""
    for _ in range(MOST_ROUNDS):
        available = with_receipts(own, claims, paid, shares_in_units)
        again = {i: paid[i] if i in fixed else payment(due[i], available[i]) for i in paid}
        if again == paid:
            return paid, available, True
        paid = again
    return paid, available, False


def closed_by_the_first(own, claims, due, paid):
    """Round a ring the residues may chase one another for ever: its first debtor pays what comes back in full. CHK-10R."""
    again = {i: payment(due[i], amount) for i, amount in with_receipts(own, claims, paid, shares_in_units).items()}
    firsts = first_of_rings(claims, [i for i in paid if again[i] != paid[i]])
    while True:
        paid, available, _ = passed_on(own, claims, due, paid, firsts)
        lacking = [i for i in firsts if available[i] < paid[i]]
        if not lacking:
            return {**available, **{i: paid[i] for i in firsts}}
        paid = {**paid, **{i: available[i] for i in lacking}}


def first_of_rings(claims, open_debtors):
    """The first in trader order of every ring among the debtors; who is paid by a ring is not in it. MOD-08."""
    payer = {holder: i for i in claims for holder in claims[i] if holder in claims}
    firsts = set()
    for start in open_debtors:
        ring, i = [start], payer.get(start)
        while i is not None and i not in ring:
            ring.append(i)
            i = payer.get(i)
        if i == start:
            firsts.add(min(ring, key=list(claims).index))
    return firsts


def payments_of_defaulters(own, claims, due, defaulters):
    """p_d = C_d + receipts from the solvent + receipts from the defaulters, solved exactly; the others pay D."""
    solvent_pay = {i: ZERO if i in defaulters else due[i] for i in due}
    constant = with_receipts(own, claims, solvent_pay, shares)
    equations = {d: ({d: ONE}, constant[d]) for d in defaulters}
    for payer in defaulters:
        for holder, share in shares(claims[payer], ONE).items():
            if holder in defaulters:
                row = equations[holder][0]
                row[payer] = row.get(payer, ZERO) - share
    return {**solvent_pay, **solve(equations, sorted(defaulters))}


def solve(equations, unknowns):
    """Gauss-Jordan elimination on sparse rows {unknown: (coefficients, right side)}, in exact arithmetic."""
    rows = [(dict(equations[name][0]), equations[name][1]) for name in unknowns]
    pivots = {}
    for unknown in unknowns:
        candidates = [k for k, (row, _) in enumerate(rows) if row.get(unknown) and k not in pivots.values()]
        if not candidates:
            raise Violation("C1", "the clearing equations are singular")
        pivot = min(candidates, key=lambda k: len(rows[k][0]))
        factor = rows[pivot][0][unknown]
        pivot_row = {name: value / factor for name, value in rows[pivot][0].items() if value}
        pivot_right = rows[pivot][1] / factor
        rows[pivot], pivots[unknown] = (pivot_row, pivot_right), pivot
        for k, (row, right) in enumerate(rows):
            weight = row.get(unknown)
            if k == pivot or not weight:
                continue
            for name, value in pivot_row.items():
                row[name] = row.get(name, Fraction(0)) - weight * value
                if not row[name]:
                    del row[name]
            rows[k] = (row, right - weight * pivot_right)
    return {unknown: rows[k][1] for unknown, k in pivots.items()}
