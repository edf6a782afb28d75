"""The statistics of a sweep from comparison.csv alone, in plain Python: no code and no formula of the program.

Student's distribution is the finite series for a whole number of degrees (Abramowitz and Stegun 26.7.3 and 26.7.4),
its quantiles are found by bisection. Prints a JSON object: points, values, overall, and stages with --stein.
"""
import csv
import json
import math
import sys

MEASURES = ("delta", "delta1", "traders_defaulted", "unpaid")
COMPARISONS = (("passive", "active"), ("passive", "backstop"), ("backstop", "active"), ("baseline", "passive"))


def within(t, degrees):
    """The probability of lying between -t and t."""
    angle = math.atan2(t, math.sqrt(degrees))
    sine, cosine = math.sin(angle), math.cos(angle)
    if degrees % 2 == 0:
        terms = [1.0]
        for k in range(1, degrees // 2):
            terms.append(terms[-1] * (2 * k - 1) / (2 * k) * cosine**2)
        return sine * math.fsum(terms)
    terms = [cosine] if degrees > 1 else []
    for k in range(1, (degrees - 1) // 2):
        terms.append(terms[-1] * (2 * k) / (2 * k + 1) * cosine**2)
    return 2 / math.pi * (angle + sine * math.fsum(terms))


def reach(share, degrees):
    """How many errors an interval with this share goes to either side."""
    low, high = 0.0, 1.0
    while within(high, degrees) < share:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle, degrees) < share else (low, middle)
    return (low + high) / 2


def mean(values):
    return math.fsum(values) / len(values)


def variance(values):
    centre = mean(values)
    return math.fsum((value - centre) ** 2 for value in values) / (len(values) - 1)


def row(name, measure, values, stage=None):
    """An effect; with a first stage its degrees and spread are those of the stage (Stein)."""
    values = [0.0 if abs(value) < 1e-9 else value for value in values]
    spread = values if stage is None else values[:stage]
    degrees = len(spread) - 1
    error = math.sqrt(variance(spread) / len(values))
    centre = mean(values)
    if error == 0:  # seeds that agree: the sign test
        p = 1.0 if centre == 0 else 0.5**degrees
    else:
        p = 1 - within(abs(centre / error), degrees)
    low, high = bounds(centre, error, degrees, 0.05)
    return {"comparison": name, "measure": measure, "n": len(values), "degrees": degrees, "mean": centre,
            "se": error, "low": low, "high": high, "p": p}


def bounds(centre, error, degrees, outside):
    """Both ends of an interval; none where so few seeds agree that the sign test leaves none."""
    if error == 0 and 0.5**degrees > outside:
        return None, None
    side = 0.0 if error == 0 else reach(1 - outside, degrees) * error
    return centre - side, centre + side


def effects(pairs, by_seed):
    """The effects of a part of the pairs; pairs of one seed are averaged first where they share draws."""
    rows = []
    for first, second in COMPARISONS:
        if "delta_" + first not in pairs[0] or "delta_" + second not in pairs[0]:
            continue
        for measure in MEASURES:
            draws = {}
            for number, pair in enumerate(pairs):
                difference = float(pair[measure + "_" + first]) - float(pair[measure + "_" + second])
                draws.setdefault(pair["seed"] if by_seed else number, []).append(difference)
            rows.append(row(first + " - " + second, measure, [mean(own) for own in draws.values()]))
    return rows


def corrected(rows):
    """Holm and Bonferroni over all rows of a measure."""
    for measure in MEASURES:
        own = sorted((one for one in rows if one["measure"] == measure), key=lambda one: one["p"])
        for rank, one in enumerate(own):
            steps = [(len(own) - i) * own[i]["p"] for i in range(rank + 1)]
            one["holm"] = min(1.0, max(steps))
            one["blow"], one["bhigh"] = bounds(one["mean"], one["se"], one["degrees"], 0.05 / len(own))
    return rows


def grouped(pairs, key):
    groups = {}
    for pair in pairs:
        groups.setdefault(key(pair), []).append(pair)
    return list(groups.values())


def main(path, own_seeds, stein):
    with open(path, newline="", encoding="utf-8") as file:
        pairs = list(csv.DictReader(file))
    points = grouped(pairs, lambda pair: (pair["kappa"], pair["concentration"]))
    values = grouped(pairs, lambda pair: pair["kappa"])
    found = {
        "points": corrected([one for part in points for one in effects(part, False)]),
        "values": corrected([one for part in values for one in effects(part, not own_seeds)]),
        "overall": effects(pairs, not own_seeds),
    }
    if stein is not None:
        half_width, first, most = stein
        found = {"stages": []}
        for part in points:
            delta = [float(pair["delta_passive"]) - float(pair["delta_active"]) for pair in part]
            asked = math.ceil(reach(0.95, first - 1) ** 2 * variance(delta[:first]) / half_width**2)
            for measure in MEASURES:
                differences = [float(p[measure + "_passive"]) - float(p[measure + "_active"]) for p in part]
                one = row("passive - active", measure, differences, first)
                found["stages"].append({**one, "asked": min(most, max(first, asked))})
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] == "own", [float(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])] if len(sys.argv) > 3 else None)
